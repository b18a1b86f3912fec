/* spread.h - labels along a line, none over another: the solver of all charts. */
#ifndef CHART_SPREAD_H
#define CHART_SPREAD_H

#include <stddef.h>

struct arena;

/* A label that wants its middle at WISH and gets its beginning AT. */
struct chart_span {
    double wish, size, at;
    size_t item; /* whose label it is; for the caller */
};

/* Puts the spans in the order of their wishes and places them between LOW and HIGH, at
 * least GAP apart, so that the sum of the squared distances from the wishes is least:
 * isotonic regression by pooling adjacent violators.  Where they do not all fit, the
 * last ones of the array are left out; returns how many remain. */
size_t spread(struct chart_span *spans, size_t count, const double limits[2], double gap,
              struct arena *arena);

/* The same with a line between the limits, all three in their order, on which none of them lies:
 * each stays on the side that it wants to be on, where there is room.  Those that were placed come
 * first in the array. */
size_t spread_beside(struct chart_span *spans, size_t count, const double limits[3], double gap,
                     struct arena *arena);

#endif
