/* reading.h - how the readers of files fill grids (rapor/grid.h). */
#ifndef IMPORT_FILE_READING_H
#define IMPORT_FILE_READING_H

#include "rapor/import/grid.h"

struct parcel;

/* Add the sheets of a file, from its bytes. */
bool grids_read_csv(struct grids *grids, GBytes *bytes, GError **error);
bool grids_read_xlsx(struct grids *grids, struct parcel *parcel, GError **error);
bool grids_read_ods(struct grids *grids, struct parcel *parcel, GError **error);

/* Sets ERROR to what a file is that is no sheet, and what to do; false: it may be one. */
bool stranger_refused(const char *file, GBytes *bytes, GError **error);

/* Adds a sheet; a row; sets a cell of the row.  False or NULL, with ERROR, where
 * there are too many.  The text is copied; an empty one is none. */
struct sheet_grid *grids_add(struct grids *grids, const char *name);
struct sheet_row *grid_row(struct grids *grids, struct sheet_grid *grid, size_t number,
                           GError **error);
bool row_set(struct grids *grids, struct sheet_row *row, size_t column, struct sheet_cell cell,
             GError **error);

/* The cells from ROW and COLUMN on that are merged. */
struct merged_area {
    size_t row, column, rows, columns;
};

/* Says that the cell at the upper left reaches over the area: those below it in its
 * column get its text. */
void grid_merge(struct grids *grids, struct sheet_grid *grid, const struct merged_area *area);

#endif
