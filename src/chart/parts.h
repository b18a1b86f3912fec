/* parts.h - the categories of a chart that belong to the same group. */
#ifndef CHART_PARTS_H
#define CHART_PARTS_H

#include "plot.h"

struct chart_part {
    const char *name; /* "" where the chart has no groups */
    size_t *members;  /* categories, in their order */
    size_t count;
};

struct chart_parts {
    struct chart_part *items; /* in the order of their first members */
    size_t count;
};

struct chart_parts parts_of(const struct chart *chart, struct arena *arena);

/* The chart of that part alone. */
struct chart part_chart(const struct chart *chart, const struct chart_part *part,
                        struct arena *arena);

#endif
