/* plot.h - what the kinds of chart share: words, scale, marks, legend. */
#ifndef RAPOR_PLOT_H
#define RAPOR_PLOT_H

#include "rapor/pages.h"

/* A chart being drawn. */
struct plot {
    const struct chart *chart;
    struct fonts *fonts;
    struct inks *inks;
    struct style style; /* of the names; smaller than the chart's where they need it */
};

struct plot plot_of(const struct chart *chart, struct fonts *fonts, struct inks *inks);

/* The plot with its text at FACTOR of the chart's size; small and grey; in bold. */
struct plot plot_sized(const struct plot *plot, double factor);
struct plot plot_quiet(const struct plot *plot);
struct plot plot_bold(const struct plot *plot);

/* The height of a line of text. */
double plot_line(const struct plot *plot);

/* Lines of text, broken between words. */
struct phrase {
    const char **lines;
    double *widths;
    size_t count;
    double width, height;
};

/* Breaks TEXT into as few lines as the limit allows, about equally long.  A
 * word that is too long stands alone, and the phrase is wider than LIMIT. */
struct phrase phrase_wrapped(const struct plot *plot, const char *text, double limit);

/* One line, cut and ended by an ellipsis where it is longer than LIMIT. */
struct phrase phrase_cut(const struct plot *plot, const char *text, double limit);

/* Draws it, its top left corner at X, Y; the lines are aligned to one another. */
void phrase_draw(const struct plot *plot, const struct phrase *phrase, double x, double y,
                 enum align align);

/* The values of a chart's axis that get a line and a number. */
struct scale {
    double low, high, step;
    size_t count; /* of steps; with the line at LOW at most ten lines */
};

struct scale scale_of(const struct chart *chart);
struct scale scale_coarser(const struct scale *scale); /* every other line */
double scale_value(const struct scale *scale, size_t line);

/* Where VALUE lies between low (0) and high (1); what lies beyond stays at the end. */
double scale_share(const struct scale *scale, double value);

/* The number with a decimal comma: with the decimals that the scale needs; with
 * two, or a dash where there is no value. */
const char *scale_text(const struct scale *scale, size_t line, struct arena *arena);
const char *value_text(double value, struct arena *arena);

extern const struct color color_white, color_grid, color_axis, color_target;

/* A mixture with white, light enough for lines and text on it. */
struct color color_pale(struct color color);

struct point {
    double x, y;
};

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
