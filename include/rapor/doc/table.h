/* table.h - tables and lists of a document: their cells and items hold blocks. */
#ifndef RAPOR_DOC_TABLE_H
#define RAPOR_DOC_TABLE_H

#include "rapor/doc/anchor.h"
#include "rapor/doc/paragraph.h"
#include "rapor/doc/style.h"

#include <glib.h>

struct arena;
struct block;

struct blocks {
    struct block *items;
    size_t count, room;
};

enum unit { UNIT_POINTS, UNIT_FRACTION, UNIT_FIT };

struct column {
    enum unit unit; /* points; share of what is left; as wide as its widest cell */
    double width;
    enum align align; /* of cells that do not say */
};

enum valign { VALIGN_TOP, VALIGN_MIDDLE, VALIGN_BOTTOM };

struct cell {
    struct blocks blocks;
    size_t span; /* columns, at least 1 */
    enum valign valign;
    bool filled;
    struct color fill;
};

enum row_kind { ROW_HEAD, ROW_GROUP, ROW_BODY };

/* Head rows come first and stand again on every page; a group row stays with
 * the row after it and stands again, marked as continued, on the next page. */
struct row {
    enum row_kind kind;
    const struct cell *cells;
    size_t cell_count;
    double height;               /* at least */
    const struct anchor *anchor; /* or NULL */
    /* NULL, or the cells are those of another row and this is what they say here instead: one
     * text after the other, each ended by NUL (row_whole). */
    const char *words;
};

enum lines { LINES_NONE, LINES_ROWS, LINES_GRID, LINES_OUTER }; /* which lines a table draws */

struct table {
    struct column *columns;
    size_t column_count;
    struct row *rows;
    size_t row_count;
    enum lines lines;
    double line_width;
    struct color line_color;
    double pad_x, pad_y;   /* inside each cell */
    const char *continued; /* text added to a group row that stands again, or NULL */
    const char *summary;   /* what the table shows, for those who cannot see it */
};

struct list {
    struct item {
        struct runs label;
        struct blocks blocks;
    } * items;
    size_t count;
    double indent; /* of the bodies; labels stand at the left edge */
};

/* True where two rows differ in words alone, and in what they are a place for: nothing in their
 * cells leads anywhere or is led to. */
bool row_alike(const struct row *one, const struct row *other);

/* Adds what the cells of ROW say, as the words of one that has the cells of another. */
void row_say(const struct row *row, GString *words);

/* Returns ROW, or the same with its words in cells of its own, which are ARENA's. */
const struct row *row_whole(const struct row *row, struct arena *arena);

#endif
