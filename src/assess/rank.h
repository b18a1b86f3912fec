/* rank.h - places among peers. */
#ifndef ASSESS_RANK_H
#define ASSESS_RANK_H

#include "rapor/standing.h"

/* Returns for each institution the index of the one it belongs to, or NONE. */
size_t *parents_of(const struct evaluation *evaluation, struct arena *arena);

/* Returns what an institution is compared within in SCOPE: equal for peers, and
 * NONE where it takes no part or has no index.  PARENTS as above. */
size_t peers_of(const struct standing *standing, const struct scope *scope, size_t parent);

/* Fills in the ranks of all standings in all scopes, and their order. */
void rank_all(struct standings *standings, struct arena *arena);

#endif
