/* improved.h - who gained most. */
#ifndef ASSESS_IMPROVED_H
#define ASSESS_IMPROVED_H

#include "rapor/assess/development.h"

/* Fills in those of each group on the first three places by what their index gained
 * since the last year of all, where it was taken by the same instrument. */
void find_improved(const struct standings *standings, struct development *development,
                   struct arena *arena);

/* Returns what the institution's index gained since the last year of all, in hundredths; 0
 * where it gained nothing, or it is not known by the same instrument. */
int64_t gain_of(const struct standings *standings, const struct development *development,
                size_t institution);

#endif
