/* priority.h - what an institution should raise first. */
#ifndef ASSESS_PRIORITY_H
#define ASSESS_PRIORITY_H

#include "rapor/standing.h"

/* Returns the place of each indicator in the order of what to raise first (see
 * struct standing); LEVELS has one for each indicator. */
size_t *priorities_of(const struct instrument *instrument, const int32_t *levels,
                      struct arena *arena);

#endif
