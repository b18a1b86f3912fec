/* figure.h - pictures of a document: images, codes, charts, rules. */
#ifndef RAPOR_DOC_FIGURE_H
#define RAPOR_DOC_FIGURE_H

#include "rapor/doc/anchor.h"
#include "rapor/doc/map.h"
#include "rapor/doc/style.h"

#include <stddef.h>

struct image {
    const char *path; /* SVG file */
    double width, height;
    enum align align;
    const char *alt; /* NULL: decoration */
};

struct qr {
    const char *text;
    double size; /* of the whole, quiet zone of 4 modules included */
    enum align align;
    const char *alt;
    const struct target *target; /* the address that it holds, or NULL */
};

struct series {
    const char *name;
    double *values; /* one for each category; NAN where there is none */
    struct color color;
};

/* A range of values with a name, such as a grade: from FROM to the next class. */
struct class
{
    const char *name;
    double from;
};

struct chart {
    const char *kind; /* a row of chart_kinds[] */
    const char **categories;
    size_t category_count;
    /* For each category, each NULL where the layout does not say: what it belongs to,
     * what place it has in a ranking or on the map, whether it is what the chart is about. */
    const char **groups, **keys;
    const bool *marked;
    /* For each category what its values are measured by, or NULL: where neighbours
     * differ, no line joins them. */
    const char **breaks;
    struct series *series;
    size_t series_count;
    double low, high, step; /* of the scale, and between its lines */
    double target;          /* NAN: none */
    const char *target_name;
    double width, height;        /* 0: as wide as the column; as high as what is left of the page */
    const struct class *classes; /* from the lowest on */
    size_t class_count;
    const char *missing_name; /* of what has no value, in the legend; NULL: none */
    const struct map *map;    /* or NULL */
    const struct palette *palette;
    const struct style *style;
    const char *alt;
};

struct rule {
    double thickness, gap; /* gap > 0: a second, thinner rule that far below */
    double width;          /* 0: as wide as the column */
    enum align align;
    struct color color;
};

#endif
