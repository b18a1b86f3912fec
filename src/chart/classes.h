/* classes.h - ranges of values with names, such as grades, and the colours of them. */
#ifndef RAPOR_CLASSES_H
#define RAPOR_CLASSES_H

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

/* The line around areas of COLOR; thick 0: they need none. */
struct look patch_edge(const struct plot *plot, struct color color);

/* A row of patches with the names and bounds of all classes, and of what is missing;
 * broken into as many rows as it needs. */
double classes_height(const struct plot *plot, bool missing);
void classes_draw(const struct plot *plot, double y, bool missing);

#endif
