/* marked.h - sheets that others made, given back as a workbook in which some cells are
 * coloured and explained. */
#ifndef RAPOR_PACK_MARKED_H
#define RAPOR_PACK_MARKED_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct sheet_grid;
struct grids;

/* What is said of a cell; rows and columns from 0. */
struct mark_note {
    const struct sheet_grid *grid;
    size_t row, column;
    bool wrong; /* red; else yellow */
    const char *text;
};

/* Appends the workbook to OUT: every cell with what it holds, in its place. */
bool marked_write(const struct grids *grids, const struct mark_note *const *notes, size_t count,
                  GByteArray *out, GError **error);

#endif
