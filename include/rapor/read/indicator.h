/* indicator.h - what an instrument asks and how it is graded; see instrument.h. */
#ifndef RAPOR_READ_INDICATOR_H
#define RAPOR_READ_INDICATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct domain {
    const char *no, *name, *short_name;
    int64_t weight;
};

struct aspect {
    const char *no, *name, *short_name;
    int64_t weight;
    size_t domain; /* index, or NONE where the instrument has no domains */
};

struct indicator {
    const char *no, *name, *short_name;
    int64_t weight;
    size_t aspect;           /* index */
    const char *weight_text; /* in percent, as written: "1.3" or "20/6" */
    const char *source;      /* the index of another body that its value comes from, or NULL */
    size_t item_first, item_count; /* its items, in the instrument's, the lower rungs first */
};

/* What evidence is asked for: a part of one rung of an indicator. */
struct ladder_item {
    const char *code, *text; /* "I4-L1-02" */
    size_t indicator, rung;  /* indices */
};

struct grade {
    const char *name;
    int64_t from; /* lowest index that earns it, in hundredths; best grade first */
};

/* An indicator, and the number of what asked for the same in an earlier instrument. */
struct pair {
    size_t indicator;   /* index */
    const char *before; /* its number there */
    bool guessed;       /* matched by name; no source says so */
};

/* Which indicators go on from an earlier instrument. */
struct crosswalk {
    const char *instrument, *name; /* id of the earlier one, and what people call it */
    struct pair *pairs;
    size_t pair_count;
};

#endif
