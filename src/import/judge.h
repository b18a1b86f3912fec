/* judge.h - what only shows when all sheets are read: what is missing, what contradicts
 * itself, what a program changed on the way. */
#ifndef IMPORT_JUDGE_H
#define IMPORT_JUDGE_H

#include "item.h"

void judge_items(struct desk *desk);

/* Parts of it: codes and names, by themselves and against the list of regions; groups,
 * regions and levels of each institution. */
void judge_codes(struct desk *desk);
void judge_institutions(struct desk *desk);

/* Returns the institution of that code in the evaluation that the sheets are put into,
 * or NULL. */
const struct institution *known_institution(const struct desk *desk, const char *code);

#endif
