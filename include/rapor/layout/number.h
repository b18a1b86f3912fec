/* number.h - numbers of expressions: IEEE 754 doubles, as XPath 1.0 reads and writes them. */
#ifndef RAPOR_LAYOUT_NUMBER_H
#define RAPOR_LAYOUT_NUMBER_H

struct arena;

/* Beyond it not every whole number is there, so that none is written. */
#define NUMBER_MOST 9007199254740992.0 /* 2^53 */

/* What TEXT says; NAN where it is no number (XPath 1.0, section 4.4). */
double number_of(const char *text);

/* Whole numbers in full, others with as many decimals as a double is good for, 15 digits in all.
 * NULL beyond NUMBER_MOST. */
const char *number_text(double number, struct arena *arena);

/* Halves are rounded up (XPath 1.0, section 4.4). */
double number_rounded(double number);

#endif
