/* classes.h - ranges of values with names, such as grades, and the colours of them. */
#ifndef CHART_CLASSES_H
#define CHART_CLASSES_H

#include "sign.h"

/* The class that VALUE is in; one below the first counts as the first. */
size_t class_of(const struct chart *chart, double value);

/* Where the class ends: where the next begins, or the scale ends. */
double class_end(const struct chart *chart, size_t class);

/* The colours are spread over as many classes as there are. */
struct color class_color(const struct chart *chart, size_t class, size_t count);

/* The colour of a value, or that of a missing one. */
struct color value_color(const struct chart *chart, double value);

/* An area of one colour.  Where that is hard to tell from the ground it gets an edge. */
void patch_draw(const struct plot *plot, struct point corner, struct point size,
                struct color color);

/* What a patch of colour means. */
struct patch {
    const char *name;
    struct color color;
};

/* Patches with their names, side by side in as many rows as they need. */
double patches_height(const struct plot *plot, const struct patch *patches, size_t count);
void patches_draw(const struct plot *plot, const struct patch *patches, size_t count, double y);

/* Those of all classes with their bounds, and of missing values where there are any;
 * returns how many, at most PATCHES_MOST. */
#define PATCHES_MOST (CLASSES_MOST + 1)
size_t classes_patches(const struct plot *plot, struct patch *patches);

/* They stand at the foot of a map. */
struct foot {
    struct patch patches[PATCHES_MOST];
    size_t count;
    double height; /* with the room above */
};

struct foot foot_of(const struct plot *plot);
void foot_draw(const struct plot *plot, const struct foot *foot);

#endif
