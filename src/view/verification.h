/* verification.h - a short code that only this result has, or all of them together: papers carry
 * it, and whoever holds results.xml can compare. */
#ifndef VIEW_VERIFICATION_H
#define VIEW_VERIFICATION_H

#include "rapor/assess/standing.h"

/* ARENA owns what is returned; NULL of an institution that has no result. */
const char *verification_of(const struct standings *standings, size_t institution,
                            struct arena *arena);
const char *verification_of_all(const struct standings *standings, struct arena *arena);

#endif
