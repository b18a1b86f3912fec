/* lanes.h - lanes on both sides of a middle, in which dots are put from left to right. */
#ifndef CHART_LANES_H
#define CHART_LANES_H

#include <stddef.h>

struct lanes;

/* Lanes for COUNT dots, PITCH from one to the next; the middles of two dots are at least
 * APART, which is less than five times the pitch.  To be freed. */
struct lanes *lanes_new(size_t count, double pitch, double apart);
void lanes_free(struct lanes *lanes);

/* Puts a dot at X, which is not less than that of the dot before, into the free lane that is
 * nearest to the middle; returns how far from the middle that is.  Takes O(log count). */
double lanes_take(struct lanes *lanes, double x);

#endif
