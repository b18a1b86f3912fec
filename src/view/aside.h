/* aside.h - what results shows of all, and what an element goes through beside its own. */
#ifndef VIEW_ASIDE_H
#define VIEW_ASIDE_H

#include "rapor/assess/changes.h"
#include "rapor/assess/development.h"
#include "rapor/assess/differences.h"
#include "rapor/assess/peers.h"
#include "rapor/assess/plan.h"
#include "rapor/read/instrument.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct view_source;

/* What results shows when it is turned to something: NONE stands for nothing. */
struct coverage {
    enum per per;
    size_t group, region; /* of the institution; or the region itself */
    size_t parent;        /* that it is a unit of; or the parent itself */
    size_t units;         /* itself where it has units */
};

/* How much of an institution: a line of it, or the whole; and of that, these parts (view.h). */
struct much {
    bool whole;
    uint64_t parts;
};

/* All that the decree cites. */
struct bases {
    struct regulation *items;
    size_t count;
};

/* Whom to ask about an aspect, while they are gone through. */
struct advice {
    size_t asker, aspect, next, count, at, found[PEERS_MOST];
};

/* An item of evidence. */
struct proof {
    const struct ladder_item *asked;
    const struct judged_item *judged;
    size_t turn; /* its place among those to close next, from 1; 0: none of them */
};

/* Returns what was recorded of the indicator, or NULL. */
const struct answer *source_answer(const struct view_source *source);

/* Returns the item of an indicator that is to be closed first, or NULL. */
const struct ladder_item *first_open_item(const struct view_source *source);

#endif
