/* rank.h - places among peers. */
#ifndef ASSESS_RANK_H
#define ASSESS_RANK_H

#include "rapor/assess/standing.h"

/* Returns what an institution is compared within in SCOPE: equal for peers, and
 * NONE where it takes no part or has no index. */
size_t peers_of(const struct standings *standings, size_t institution, const struct scope *scope);

/* Fills in the ranks of all standings in all scopes, and their order. */
void rank_all(struct standings *standings, struct arena *arena);

#endif
