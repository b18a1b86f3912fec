/* tags.h - names at the ends of lines. */
#ifndef CHART_TAGS_H
#define CHART_TAGS_H

#include "sign.h"

/* The name and last value of a series, beside the end of its line. */
struct chart_tag {
    size_t series, category; /* where its line ends */
    struct plot plot;        /* in the color of the series */
    struct phrase name;
    double y; /* of its top */
};

struct tags {
    struct chart_tag *items;
    size_t count;
    double width;
};

/* Sets the names of all series that have a value.  Where they need more of the chart's
 * width, or more than HEIGHT, they get smaller, and in the end are cut or left out. */
struct tags tags_of(const struct plot *plot, double height);

/* Places each as near to its WISH as the others allow, between the LIMITS; WISH, one for
 * each series, is where the end of its line is. */
void tags_place(struct tags *tags, const double *wish, const double limits[2], struct arena *arena);

#endif
