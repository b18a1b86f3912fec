/* rows.h - rows one below another, each with its name, along one scale. */
#ifndef CHART_ROWS_H
#define CHART_ROWS_H

#include "sign.h"

/* What rows are asked for, and the room for them. */
struct rows_room {
    const char *const *labels;
    const bool *strong; /* rows whose names are bold; NULL: none */
    size_t count;
    double head;        /* width kept free left of the names */
    double behind;      /* and right of the scale */
    double top, bottom; /* of the rows */
    bool unnumbered;    /* the scale has lines, but no numbers below them */
    bool even;          /* all rows are as high, whatever their names need */
};

struct rows {
    struct plot plot; /* in the size that the names got */
    struct scale scale;
    struct phrase *names;
    const bool *strong;
    size_t count;
    double head, names_width;
    double left, right, top, bottom; /* of the scale */
    double *ends;                    /* how far below the top each row ends */
    double pitch;                    /* the height of the lowest row */
    bool named;                      /* false: the rows are too low for any text */
    bool unnumbered;
};

/* The names take as much of the width as they need, up to a part of it; where they need
 * more, rows with long names are higher than others, then all names get smaller alike, and in the
 * end they are cut. */
struct rows rows_of(const struct plot *plot, const struct rows_room *room);

/* The height in which so many rows have names that can be read. */
double rows_least(const struct plot *plot, size_t count);

/* Leaves out lines of the scale until its numbers have room, and draws it,
 * the numbers below the rows. */
void rows_scale(struct rows *rows);
double rows_foot(const struct plot *plot); /* the height of those numbers */

double rows_x(const struct rows *rows, double value);
double rows_middle(const struct rows *rows, size_t row);
double rows_height(const struct rows *rows, size_t row);

/* The plot that sets the name of ROW. */
struct plot rows_plot(const struct rows *rows, size_t row);

/* The name beside the scale, or at the left edge. */
void rows_name(const struct rows *rows, size_t row, enum align align);

/* A line across all rows. */
void rows_line(const struct rows *rows, double value, struct sign_look look);

/* The chart's target as such a line, with its name above. */
void rows_target(const struct rows *rows);
double rows_top(const struct plot *plot); /* the height of that name */

#endif
