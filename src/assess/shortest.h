/* shortest.h - the fewest moves that gain enough, and of those the least effort.
 *
 * Exact: by the numbers of moves and of effort, which are small, whatever the
 * size of the gains.  Gains need not be sorted. */
#ifndef ASSESS_SHORTEST_H
#define ASSESS_SHORTEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Moves of which only the first so many can be made: COUNT of them. */
struct bundle {
    size_t count;
    const int64_t *gains;  /* of the first 0, 1 ... count moves together */
    const size_t *efforts; /* the same */
};

/* Fills TAKEN with how many moves of each bundle to make so that they gain at
 * least NEED: the fewest, of those with the least effort, of those with the most
 * gain, of those with the fewest in the last bundle, then in the one before ...
 * False where all of them do not gain that much, or where there are too many ways to look at them
 * all. */
bool shortest(const struct bundle *bundles, size_t count, int64_t need, size_t *taken);

#endif
