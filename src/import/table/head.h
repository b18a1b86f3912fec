/* head.h - what the columns of a table hold, by the names at its head. */
#ifndef IMPORT_TABLE_HEAD_H
#define IMPORT_TABLE_HEAD_H

#include "../desk.h"
#include "ledger.h"

#define HEAD_MOST 40 /* rows that may stand above the head: titles */

/* A sheet, or the same with rows for columns. */
struct head_view {
    const struct sheet_grid *grid;
    bool turned;
};

size_t view_rows(const struct head_view *view);
size_t view_columns(const struct head_view *view, size_t row);
struct sheet_cell view_cell(const struct head_view *view, size_t row, size_t column);
struct import_origin view_origin(const struct head_view *view, size_t row, size_t column);

struct sheet_head {
    struct head_view view;
    size_t row;               /* of the names; what they are about stands below */
    size_t marks[MARK_COUNT]; /* columns, NONE where there is none */
    size_t *levels;           /* one for each indicator, NONE where there is none */
    size_t *stages;           /* of tables with one level a row: one for each stage */
    size_t level_count, stage_count;
    size_t unknown; /* names that mean nothing */
    bool *gaps;     /* one for each indicator: it was told that its column is not there */
};

/* Fills HEAD with what ROW names; the row above it counts where a cell is empty. */
void head_read(struct desk *desk, struct sheet_head *head, size_t row);

/* Tells what is wrong in it: names that are there twice or nearly right, columns that
 * hold nothing known. */
void head_tell(struct desk *desk, const struct sheet_head *head);

/* Returns what a name means, or MARK_COUNT. */
enum head_mark mark_called(const struct desk *desk, const char *text);

/* Returns the column of the ledger that TEXT names, or NULL. */
const struct ledger_column *ledger_column(const struct desk *desk, const struct ledger *ledger,
                                          const char *text);

#endif
