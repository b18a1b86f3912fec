/* decimal.h - exact arithmetic on decimal numbers written as text: "-12.340". */
#ifndef RAPOR_BASE_DECIMAL_H
#define RAPOR_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

bool decimal_valid(const char *text);

/* -1, 0 or 1 as LEFT is less than, equal to or greater than RIGHT; both valid. */
int decimal_compare(const char *left, const char *right);

/* LEFT - RIGHT with as many digits after the point as the longer of them. */
const char *decimal_difference(const char *left, const char *right, struct arena *arena);

/* NUMBER with exactly DIGITS after the point; halves go away from zero. */
const char *decimal_round(const char *number, size_t digits, struct arena *arena);

#endif
