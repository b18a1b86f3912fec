/* changes.h - what one evaluation changes of another of the same year, institution by
 * institution. */
#ifndef RAPOR_ASSESS_CHANGES_H
#define RAPOR_ASSESS_CHANGES_H

#include "rapor/assess/ranking.h"

/* Returns a row for each institution whose index, grade, place in a scope or level differs,
 * or that is in one of them alone, in the order of AFTER, then of BEFORE: index and grade
 * before and after; "nasional 4 > 3" for each scope; "2: 1 > 3" for each indicator.  Levels
 * are compared by the numbers of the indicators.  ARENA owns it. */
struct ranking *changes_of(const struct standings *before, const struct standings *after,
                           struct arena *arena);

#endif
