/* table_parts.h - what the tables of levels share: see table.h. */
#ifndef IMPORT_TABLE_TABLE_PARTS_H
#define IMPORT_TABLE_TABLE_PARTS_H

#include "table.h"

/* Returns the text under the mark in the row, or NULL. */
const char *text_at(const struct sheet_head *head, size_t row, enum head_mark mark);

/* Returns the first text of the row, or NULL, and how many cells are filled in. */
const char *first_text(const struct sheet_head *head, size_t row, size_t *filled);

/* Sets what the cell of a column says, of the institution or of an element in it. */
void put_column(struct desk *desk, struct import_item *institution, enum head_mark mark,
                struct import_origin at);

/* Sets what the row says of the institution itself. */
void read_who(struct desk *desk, const struct sheet_head *head, size_t row,
              struct import_item *institution);

/* Sets STAGE to that which the row names, if it does; false: what it names is none. */
bool stage_of_row(struct desk *desk, const struct sheet_head *head, size_t row, size_t *stage);

#endif
