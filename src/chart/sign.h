/* sign.h - the colours, lines and marks of all charts, and what says what they mean. */
#ifndef CHART_SIGN_H
#define CHART_SIGN_H

#include "plot.h"

/* Whichever of text and ground can be read better on FILL. */
struct color color_on(const struct plot *plot, struct color fill);
double color_contrast(struct color a, struct color b); /* WCAG 2.1: 1 to 21 */

struct color color_between(struct color from, struct color to, double part);

/* A mixture with the ground, pale enough for lines and text on it. */
struct color color_pale(const struct plot *plot, struct color color);

/* How a line is drawn; THICK 0: filled. */
struct sign_look {
    struct color color;
    double thick, dash;
};

struct sign_look look_grid(const struct plot *plot);
struct sign_look look_axis(const struct plot *plot);
struct sign_look look_target(const struct plot *plot);
struct sign_look look_series(const struct plot *plot, struct color color);

void line_draw(struct inks *inks, struct point from, struct point to, struct sign_look look);
void outline_draw(struct inks *inks, const struct point *points, size_t count,
                  struct sign_look look);

/* No mark reaches farther from its middle. */
double mark_room(const struct plot *plot);

/* Draws the mark of a series.  Shapes differ, and where the marks of several
 * series, the first one last, fall on one another, all can be seen. */
void mark_draw(const struct plot *plot, size_t series, struct point at, struct color color);

/* A full circle; a rectangle; both without any line around them. */
void dot_draw(struct inks *inks, struct point at, double radius, struct color color);
void fill_draw(struct inks *inks, struct point corner, struct point size, struct color color);

enum key_kind { KEY_MARK, KEY_LINE, KEY_BAR, KEY_TARGET };

/* What a sign of the chart means. */
struct chart_key {
    enum key_kind kind;
    size_t series;
    struct phrase name;
    double x, y; /* from the legend's top left corner */
};

struct legend {
    struct chart_key *keys; /* room for one for each series and the target */
    size_t count;
    double height; /* 0: no keys */
};

struct legend legend_new(const struct plot *plot);
void legend_add(const struct plot *plot, struct legend *legend, enum key_kind kind, size_t series);

/* With a bar and marks for the series; a single one is named by the chart's caption. */
struct legend legend_of_bars(const struct plot *plot);

/* Places the keys in centred rows as wide as the chart, and sets the height. */
void legend_arrange(const struct plot *plot, struct legend *legend);

/* Draws it at the foot of the chart. */
void legend_draw(const struct plot *plot, const struct legend *legend);

#endif
