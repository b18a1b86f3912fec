/* rose.h - the axes of a radar and the names around it. */
#ifndef CHART_KINDS_ROSE_H
#define CHART_KINDS_ROSE_H

#include "../sign.h"

/* An axis; it points UP and RIGHT by so much of the radius. */
struct spoke {
    double right, up;
    struct phrase name;
    struct point corner; /* top left of the name, from the middle of the rose */
};

struct rose {
    struct plot plot; /* in the size that the names got */
    struct spoke *spokes;
    size_t count;
    double radius;
    struct point middle;
    bool named; /* false where there is no room for any names */
};

/* The largest rose, for the chart's categories, whose names neither meet nor
 * leave WIDTH by HEIGHT.  Where names need much room they get smaller, and in
 * the end are cut. */
struct rose rose_of(const struct plot *plot, double width, double height);

/* The place on an axis that lies SHARE of the radius away from the middle. */
struct point rose_point(const struct rose *rose, size_t spoke, double share);

#endif
