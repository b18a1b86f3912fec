/* plot.h - a chart being drawn: its words and its scale. */
#ifndef CHART_PLOT_H
#define CHART_PLOT_H

#include "rapor/type/pages.h"

struct plot {
    const struct chart *chart;
    struct fonts *fonts;
    struct inks *inks;
    const struct palette *palette;
    struct style style; /* of the names; smaller than the chart's where they need it */
    double unit;        /* of marks and lines: 1, and more where the chart's type is large */
};

struct plot plot_of(const struct chart *chart, struct fonts *fonts, struct inks *inks);

/* The plot with its text at FACTOR of the chart's size; small and grey; in bold. */
struct plot plot_sized(const struct plot *plot, double factor);
struct plot plot_quiet(const struct plot *plot);
struct plot plot_bold(const struct plot *plot);
struct plot plot_colored(const struct plot *plot, struct color color);

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

/* Clears the place that a phrase is drawn on, where lines are below. */
void phrase_ground(const struct plot *plot, const struct phrase *phrase, double x, double y);

/* The values of a chart's axis that get a line and a number: both ends, and round steps between. */
struct scale {
    double low, high, first, step; /* first: the line after the one at LOW */
    size_t count;                  /* of steps; with the line at LOW at most ten lines */
};

/* The smallest of 1, 2, 2.5 and 5 times a power of ten that is no less than LEAST, above 0. */
double round_step(double least);

struct scale scale_of(const struct chart *chart);
struct scale scale_coarser(const struct scale *scale); /* fewer lines; in the end none but LOW */
double scale_value(const struct scale *scale, size_t line);
double scale_gap(const struct scale *scale); /* between the nearest lines: part of the whole */

/* Where VALUE lies between low (0) and high (1); what lies beyond stays at the end. */
double scale_share(const struct scale *scale, double value);

/* The number with a decimal comma: with the decimals that the scale needs; with
 * two, or a dash where there is no value. */
const char *scale_text(const struct scale *scale, double value, struct arena *arena);
const char *value_text(double value, struct arena *arena);
const char *count_text(double value, struct arena *arena); /* a whole number: 1.234 */

/* A share in percent as a person would say it: 299 of 300 is not 100 %. */
const char *share_text(double count, double of, struct arena *arena);

#endif
