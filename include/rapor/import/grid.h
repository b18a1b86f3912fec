/* grid.h - the cells of files of sheets, as texts: workbooks (ECMA-376 and ISO 26300)
 * and CSV.
 *
 * Nothing is judged here, but nothing is lost either: a cell says what it was kept as. */
#ifndef RAPOR_IMPORT_GRID_H
#define RAPOR_IMPORT_GRID_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#define GRID_ROWS    1048576
#define GRID_COLUMNS 16384

struct arena;

enum cell_kind {
    CELL_EMPTY,
    CELL_TEXT,
    CELL_NUMBER,
    CELL_BOOLEAN, /* TRUE or FALSE */
    CELL_DATE,    /* a day, perhaps with an hour: "2021-12-31", "2021-12-31 08:00", "08:00" */
    CELL_ERROR,   /* what a formula came to: "#N/A" */
    CELL_FORMULA, /* one that no program has computed yet */
};

struct sheet_cell {
    const char *text; /* NULL: empty.  Decimals of numbers have a point. */
    enum cell_kind kind;
    bool merged;          /* it lies in a merged cell, and has the text of its top */
    signed char decimals; /* that the number is shown with; -1: as many as it has */
};

struct sheet_row {
    size_t line; /* of a CSV file, from 1; 0 */
    struct sheet_cell *cells;
    size_t count, room;
};

/* A text that stands under a merged cell, where most programs do not show it. */
struct buried {
    size_t row, column;
};

struct sheet_grid {
    const char *file, *name; /* name: of the sheet; NULL of a CSV file */
    struct sheet_row *rows;  /* row 1 is the first */
    size_t count, room;
    struct buried *buried;
    size_t buried_count, buried_room;
};

struct grids {
    struct sheet_grid *all;
    size_t count, room;
    const char *file;    /* that is read now */
    size_t cells, bytes; /* so far, against the limits; a row counts as two cells */
    struct arena *arena;
};

/* Adds the sheets of the file at PATH ("-": standard input); what it is shows in its
 * first bytes. */
bool grids_read(struct grids *grids, const char *path, GError **error);

/* Returns the cell from 0, an empty one where there is none. */
struct sheet_cell grid_cell(const struct sheet_grid *grid, size_t row, size_t column);

/* Returns "Indikator!F12", or "F12" in a CSV file; "F12" alone. */
const char *grid_name(const struct sheet_grid *grid, size_t row, size_t column,
                      struct arena *arena);
const char *grid_place(size_t row, size_t column, struct arena *arena);

/* Returns the day that a workbook counts as SERIAL: "2021-12-31", with " 08:00" if it has
 * an hour, "08:00" if it has no day. */
const char *serial_date(double serial, bool from_1904, struct arena *arena);

#endif
