/* peers.h - whom an institution can learn from, aspect by aspect.
 *
 * An aspect of an institution is weak where its value is below the target level
 * and not above the institution's own index: what pulls it down, not what is
 * merely unfinished.  To learn from are institutions that are a whole level above
 * the target there (4 where the target is 3; at the top of the scale, the top).
 * Units learn from units, governments and agencies from one another. */
#ifndef RAPOR_ASSESS_PEERS_H
#define RAPOR_ASSESS_PEERS_H

#include "rapor/assess/standing.h"

#define PEERS_MOST 3

struct peers; /* everybody to learn from, sorted once for each aspect */

/* ARENA owns it; the standings must outlive it. */
struct peers *peers_prepare(const struct standings *standings, struct arena *arena);

bool peers_needed(const struct peers *peers, size_t institution, size_t aspect);

/* Fills FOUND with the numbers of up to PEERS_MOST institutions and returns how
 * many: those of the same group and neighbourhood first (a unit's is its parent,
 * else the region), then of the same group, then of the neighbourhood, then of groups
 * with the same seat: governments learn from governments, ministries from ministries.
 * Within each they are told of in turn, so that nobody is visited by all: about one
 * aspect nobody is named more than thirty times to those of one such circle. */
size_t peers_find(const struct peers *peers, size_t institution, size_t aspect, size_t *found);

/* The same for the members of a region, or the units of a parent, whose own members
 * to ask: none where no member is below the target there; the best value first,
 * then the best index. */
size_t peers_in_region(const struct peers *peers, size_t region, size_t aspect, size_t *found);
size_t peers_in_parent(const struct peers *peers, size_t parent, size_t aspect, size_t *found);

#endif
