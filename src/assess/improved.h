/* improved.h - who gained most. */
#ifndef ASSESS_IMPROVED_H
#define ASSESS_IMPROVED_H

#include "rapor/assess/development.h"

/* Fills in those of each group on the first three places by what their index gained
 * since the last year of all, where it was taken by the same instrument. */
void find_improved(const struct standings *standings, struct development *development,
                   struct arena *arena);

#endif
