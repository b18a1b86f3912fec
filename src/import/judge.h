/* judge.h - what only shows when all sheets are read: what is missing, what contradicts
 * itself, what a program changed on the way. */
#ifndef IMPORT_JUDGE_H
#define IMPORT_JUDGE_H

#include "item.h"
#include "table/head.h"

void judge_items(struct desk *desk);

/* Parts of it: codes and names, by themselves and against the list of regions. */
void judge_codes(struct desk *desk);

/* Of one institution: its levels; its indicators alone. */
void judge_levels(struct desk *desk, struct import_item *item);
void judge_indicators(struct desk *desk, struct import_item *institution);

/* Where the column of the mark meets the row of the institution; else its code. */
struct import_origin place_of_mark(const struct import_item *item, enum head_mark mark);

/* Returns the institution of that code in the evaluation that the sheets are put into,
 * or NULL. */
const struct institution *known_institution(const struct desk *desk, const char *code);

#endif
