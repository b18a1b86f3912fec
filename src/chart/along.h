/* along.h - where categories stand along an axis. */
#ifndef CHART_ALONG_H
#define CHART_ALONG_H

#include "plot.h"

/* A place from 0 to 1 for each category: years, and whatever else is a whole number that rises,
 * are as far apart as they differ; all others alike. */
double *places_along(const struct chart *chart, struct arena *arena);

#endif
