/* roster.h - numbers of institutions, those together that have something in common. */
#ifndef ASSESS_ROSTER_H
#define ASSESS_ROSTER_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct roster {
    size_t *items;
    size_t count;
    const size_t *keys; /* of all institutions: what those have in common that have the same */
};

/* Lists those of the COUNT institutions that have a key other than NONE: lower keys first,
 * those with the same as they stand in ORDERED.  By counting, so keys are to be small. */
struct roster roster_by_key(const size_t *ordered, size_t count, const size_t *keys,
                            struct arena *arena);

/* Lists those of ALL that are chosen, COUNT at most, in the same order. */
struct roster roster_chosen(const struct roster *all, const bool *chosen, size_t count,
                            struct arena *arena);

#endif
