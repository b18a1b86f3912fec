/* sign.h - the colours, lines and marks of all charts, and what says what they mean. */
#ifndef RAPOR_SIGN_H
#define RAPOR_SIGN_H

#include "plot.h"

extern const struct color color_white, color_axis;

/* A mixture with white, light enough for lines and text on it. */
struct color color_pale(struct color color);

/* How a line is drawn; THICK 0: filled. */
struct look {
    struct color color;
    double thick, dash;
};

extern const struct look look_grid, look_target;

void line_draw(struct inks *inks, struct point from, struct point to, struct look look);
void outline_draw(struct inks *inks, const struct point *points, size_t count, struct look look);

#define LINE_THICK 1.4 /* of a series */
#define MARK_ROOM  6.0 /* no mark reaches farther from its middle */

/* Draws the mark of a series.  Shapes differ, and where the marks of several
 * series, the first one last, fall on one another, all can be seen. */
void mark_draw(struct inks *inks, size_t series, struct point at, struct color color);

enum key_kind { KEY_MARK, KEY_LINE, KEY_BAR, KEY_TARGET };

/* What a sign of the chart means. */
struct key {
    enum key_kind kind;
    size_t series;
    struct phrase name;
    double x, y; /* from the legend's top left corner */
};

struct legend {
    struct key *keys; /* room for one for each series and the target */
    size_t count;
    double height; /* 0: no keys */
};

struct legend legend_new(const struct plot *plot);
void legend_add(const struct plot *plot, struct legend *legend, enum key_kind kind, size_t series);

/* Places the keys in centred rows as wide as the chart, and sets the height. */
void legend_arrange(const struct plot *plot, struct legend *legend);

/* Draws it at the foot of the chart. */
void legend_draw(const struct plot *plot, const struct legend *legend);

#endif
