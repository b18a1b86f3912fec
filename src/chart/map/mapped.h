/* mapped.h - the categories of a chart at their places on its map. */
#ifndef CHART_MAP_MAPPED_H
#define CHART_MAP_MAPPED_H

#include "../plot.h"

#define NO_CATEGORY ((size_t)-1)

/* Returns the category whose key is KEY, or NO_CATEGORY. */
size_t mapped_category(const struct chart *chart, const char *key);

/* The value of an area, or of what it was part of where it is not known by itself. */
double mapped_value(const struct chart *chart, const struct area *area);

#endif
