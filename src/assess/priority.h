/* priority.h - what an institution should raise first. */
#ifndef ASSESS_PRIORITY_H
#define ASSESS_PRIORITY_H

#include "rapor/assess/standing.h"

/* Returns the numbers of the indicators: the heaviest first, then the lower numbers. */
size_t *heaviest_first(const struct instrument *instrument, struct arena *arena);

/* What the order of all institutions is made with. */
struct urgency {
    const struct instrument *instrument;
    const size_t *heaviest;
    struct gap *gaps; /* room for one of each indicator */
};

struct urgency urgency_of(const struct instrument *instrument, struct arena *arena);

/* Returns the place of each indicator in the order of what to raise first (see
 * struct standing) of an institution that has levels. */
uint32_t *priorities_of(const struct urgency *urgency, const struct institution *institution,
                        struct arena *arena);

#endif
