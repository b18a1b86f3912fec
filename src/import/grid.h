/* grid.h - the cells of a file of sheets, as texts. */
#ifndef IMPORT_GRID_H
#define IMPORT_GRID_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#define GRID_ROWS    100000
#define GRID_COLUMNS 4096

struct arena;

struct cell {
    const char *text; /* NULL: empty.  Decimals of numbers have a point. */
    bool number;      /* it is kept as a number, not as text */
};

struct row {
    size_t line; /* of a CSV file, from 1; 0 */
    struct cell *cells;
    size_t count, room;
};

struct grid {
    const char *name; /* of the sheet; NULL of a CSV file */
    struct row *rows; /* row 1 is the first */
    size_t count, room;
};

struct grids {
    const char *file;
    struct grid *all;
    size_t count, room;
    struct arena *arena;
};

/* Reads the file at PATH: a workbook where it begins as a zip archive does, else
 * CSV (RFC 4180; separated by comma, semicolon or tab; UTF-8). */
bool grids_read(struct grids *grids, const char *path, GError **error);

/* The two of them, on the bytes of the file. */
bool grids_read_xlsx(struct grids *grids, GBytes *bytes, GError **error);
bool grids_read_csv(struct grids *grids, GBytes *bytes, GError **error);

/* Adds a sheet; a row; sets a cell of the last row.  False, with ERROR, where
 * there are too many.  The text is copied; an empty one is none. */
struct grid *grids_add(struct grids *grids, const char *name);
struct row *grid_row(const struct grids *grids, struct grid *grid, size_t number, GError **error);
bool row_set(const struct grids *grids, struct row *row, size_t column, struct cell cell,
             GError **error);

/* Returns the cell from 0, an empty one where there is none. */
struct cell grid_cell(const struct grid *grid, size_t row, size_t column);

/* Returns "Indikator!F12", or "F12" in a CSV file. */
const char *grid_name(const struct grid *grid, size_t row, size_t column, struct arena *arena);

#endif
