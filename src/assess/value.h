/* value.h - exact means of levels. */
#ifndef ASSESS_VALUE_H
#define ASSESS_VALUE_H

#include "rapor/assess/standing.h"

/* Returns SUM / WHOLE with what it prints; no value where WHOLE is 0. */
struct exact_value value_of(__int128 sum, __int128 whole);

/* Returns hundredths, as published, as a value; no value for INDEX_NONE. */
struct exact_value value_published(int64_t hundredths);

bool value_exists(struct exact_value value);

/* Returns less than, equal to or more than 0 as LEFT is less, equal or more; 0 where one of
 * them is no value. */
int value_compare(struct exact_value left, struct exact_value right);

/* Returns what grades and ranks go by: the value itself or what it prints. */
struct exact_value value_decisive(const struct instrument *instrument, struct exact_value value);

/* Returns the grade that VALUE, taken exactly, earns; NULL without a value. */
const struct grade *grade_of(const struct instrument *instrument, struct exact_value value);

#endif
