/* tables.h - more tables of plain data, in the shape of a ranking: the levels,
 * the means, the indicators. */
#ifndef RAPOR_ASSESS_TABLES_H
#define RAPOR_ASSESS_TABLES_H

#include "rapor/assess/ranking.h"

/* Returns every institution in the order of the evaluation: who it is, then the
 * level of each indicator, which is what import.h reads back.  The indicators
 * are the last columns. */
struct ranking *levels_of(const struct evaluation *evaluation, struct arena *arena);

/* The same with the addresses that packs are sent to, where there are any: nothing to publish. */
struct ranking *levels_for_office(const struct evaluation *evaluation, struct arena *arena);

/* Returns the mean index, domains and aspects, and how many have each grade:
 * of all, of each group and of each region that has institutions. */
struct ranking *means_of(const struct standings *standings, struct arena *arena);

/* Returns who gets which award, by category; NULL where nobody gets one. */
struct ranking *awards_of(const struct standings *standings, struct arena *arena);

/* Returns the indicators with their weights in percent. */
struct ranking *indicators_of(const struct instrument *instrument, struct arena *arena);

#endif
