/* ladder.h - what an indicator is worth by its items.
 *
 * Rung by rung: the value of the highest rung whose items are all accepted, and of the way
 * to the next as much as is accepted of its items.  Items that are not applicable are left
 * out.  With one rung from 1 to 1.5 and one of its three items accepted it is 7/6.  Of the way
 * the ministry's assessors reckoned in 2026 this gives 1.17, 1.25, 1.50, 2.00 and 2.50. */
#ifndef RAPOR_READ_LADDER_H
#define RAPOR_READ_LADDER_H

#include "rapor/read/instrument.h"
#include "rapor/read/records.h"

/* Returns the level in steps; ITEMS has one for each of the indicator's, at least one of them
 * applicable. */
int32_t ladder_level(const struct instrument *instrument, size_t indicator,
                     const struct judged_item *items);

/* Returns the index of the lowest rung that is open; the number of rungs where none is. */
size_t ladder_open(const struct instrument *instrument, size_t indicator,
                   const struct judged_item *items);

#endif
