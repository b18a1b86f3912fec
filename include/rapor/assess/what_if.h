/* what_if.h - the evaluation as it would be with other levels. */
#ifndef RAPOR_ASSESS_WHAT_IF_H
#define RAPOR_ASSESS_WHAT_IF_H

#include "rapor/read/evaluation.h"

struct supposed {
    size_t institution, indicator;
    int32_t level; /* in steps of 1/level_scale */
};

/* Returns EVALUATION with COUNT levels replaced; of several for one indicator the last
 * counts.  One that waited for the index of another body does not any more.  The institutions must
 * have levels.  ARENA owns what is new; the rest is shared. */
const struct evaluation *what_if(const struct evaluation *evaluation, const struct supposed *levels,
                                 size_t count, struct arena *arena);

#endif
