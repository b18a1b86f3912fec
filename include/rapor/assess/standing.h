/* standing.h - what follows from the answers: indices, grades, ranks, means.
 *
 * Pure: needs a whole evaluation, cannot fail, reads nothing else.  Formulas:
 * PermenPANRB 59/2020, Lampiran I, Bab II.B.4.  Every sum is exact; a value is
 * rounded once, half up, for print.  No double decides a grade or a rank. */
#ifndef RAPOR_ASSESS_STANDING_H
#define RAPOR_ASSESS_STANDING_H

#include "rapor/read/evaluation.h"

/* An exact mean of levels: sum / whole, and the same in hundredths for print.  Of
 * an instrument with the most parts (10^11) and the highest levels (10^5 steps) there is room
 * for the sum of more institutions than fit into memory. */
struct exact_value {
    __int128 sum, whole; /* whole > 0; whole == 0: there is no value */
    int64_t printed;     /* hundredths, or INDEX_NONE */
};

/* Competition ranking: 1 2 2 4. */
struct rank {
    size_t position; /* from 1; 0 where the institution is not in the scope */
    size_t of;       /* how many are ranked */
    size_t tied;     /* how many share the position, itself included */
};

enum basis { BASIS_NONE, BASIS_LEVELS, BASIS_PUBLISHED };

struct standing {
    const struct institution *institution;
    enum basis basis; /* none: not assessed, or nothing to compute from */
    struct exact_value index;
    struct exact_value *domains, *aspects; /* one for each of the instrument's */
    size_t pending; /* how many of its indicators wait for the index of another body */
    struct exact_value settled, *settled_aspects; /* without those: no value where all wait */
    struct exact_value self;                      /* of the self-assessment, where it is whole */
    const struct grade *grade;                    /* NULL without index */
    const struct grade *exact_grade;              /* what the exact index would give */
    struct rank *ranks;                           /* one for each of the instrument's scopes */
    uint32_t *priority; /* for each indicator its place, from 1, in the order of what to raise
                           first: weight x (target level - level), then weight, then number;
                           0 where the target is reached or it waits.  NULL without levels. */
};

/* How often a kind of shortfall was told of, and by how many institutions. */
struct tally {
    size_t count, units;
};

/* Means over the assessed institutions of a group, a region, a parent or all. */
struct summary {
    size_t count, assessed;
    struct exact_value index;
    struct exact_value *domains, *aspects;
    size_t *grades; /* how many have each of the instrument's grades */
    struct tally shortfalls[SHORTFALL_KINDS];
};

/* An institution that others name as their parent, and their means. */
struct parent {
    size_t institution;
    struct summary summary;
};

struct standings {
    const struct evaluation *evaluation;
    struct standing *all; /* one for each institution, in the order of the evaluation */
    size_t *order;        /* indices into ALL: best index first, then name, then code;
                             those without index last */
    size_t *units_of;     /* for each institution that which it is a unit of, or NONE */
    struct summary national, *groups, *regions;
    struct parent *parents; /* in the order of the evaluation */
    size_t parent_count;
    const struct development *development; /* over the years; NULL: not looked at */
    const struct changes_note *comparison; /* with an earlier evaluation of this year; or NULL */
};

/* ARENA owns the result. */
struct standings *standings_of(const struct evaluation *evaluation, struct arena *arena);

/* Returns the index in PARENTS of an institution, or NONE where it has no units. */
size_t standings_parent(const struct standings *standings, size_t institution);

/* Whether DOCUMENT, one for each institution, is made for this one. */
bool standing_earns(const struct standing *standing, const struct document *document);

/* Returns how SUM / WHOLE prints in hundredths, rounded half up. */
int64_t printed_of(__int128 sum, __int128 whole);

#endif
