/* bins.h - ranges of values that end where classes do, and how many values fall into each. */
#ifndef CHART_BINS_H
#define CHART_BINS_H

#include "plot.h"

struct bins {
    double *edges; /* one more than there are bins; from the lower one to below the upper one */
    size_t *counts, count;
    double step;      /* the width of a bin, as near as the bounds of the classes allow */
    size_t *in_class; /* how many values each class has */
    size_t all;
};

/* Of the first series.  Every bound of a class is an edge, whatever the scale: where a round
 * step leads to all of them, bins are as wide as that; else nearly alike within each class, with
 * edges at hundredths, so that each takes in as many printed values as its width says. */
struct bins bins_of(const struct chart *chart, struct arena *arena);

#endif
