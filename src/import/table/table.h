/* table.h - the sheets become items: whatever shape a table of levels has, and the
 * sheets of what else is recorded. */
#ifndef IMPORT_TABLE_TABLE_H
#define IMPORT_TABLE_TABLE_H

#include "../item.h"
#include "head.h"

/* Reads every sheet that holds something. */
void tables_read(struct desk *desk);

/* The shapes of a table of levels: an institution a row, an indicator a column; one
 * level a row; the same of one institution that is named above or by the file.
 * STAGE: whose levels they are, NONE for the final ones. */
void wide_read(struct desk *desk, const struct sheet_head *head, size_t stage);
void long_read(struct desk *desk, const struct sheet_head *head, size_t stage);
void card_read(struct desk *desk, const struct sheet_head *head, size_t stage);

/* Look for the head of a table of each shape; false: there is none. */
bool find_wide(struct desk *desk, struct sheet_head *best, const struct head_view *view);
bool find_long(struct desk *desk, struct sheet_head *head, const struct head_view *view);
bool find_turned(struct desk *desk, struct sheet_head *best, const struct sheet_grid *grid);

/* Reads the sheet of a ledger. */
void ledger_read(struct desk *desk, const struct sheet_grid *grid, const struct ledger *ledger);

/* Reads the sheet Identitas. */
void identity_read(struct desk *desk, const struct sheet_grid *grid);

/* Returns what Identitas says of instrument or year before anything is known, or NULL. */
const char *identity_peek(const struct grids *grids, const char *attribute, struct arena *arena);
bool is_identity(const struct sheet_grid *grid);

/* Returns the institution of a row, by code or name; NULL where it has none, which is
 * told.  Its name is set where there is one. */
struct import_item *institution_of(struct desk *desk, const struct head_view *view, size_t row,
                                   size_t code, size_t name);

/* Returns the institution of that code, or of the code that the name is known by. */
struct import_item *institution_named(struct desk *desk, const char *name,
                                      struct import_origin origin);

/* Returns whom a table without institutions is about, or NULL, which is told. */
struct import_item *card_institution(struct desk *desk, const struct sheet_head *head);

/* Sets the level of the indicator, of the stage or the final one. */
void set_level(struct desk *desk, struct import_item *institution, size_t indicator, size_t stage,
               struct import_origin origin);

/* True where the text begins a line below a table: a total, a note. */
bool is_foot(const struct desk *desk, const char *text);

/* True of a row that numbers the columns: 1, 2, 3... or (1), (2), (3)...; what has a name
 * for an institution in it cannot be another. */
bool numbers_columns(const struct desk *desk, const struct head_view *view, size_t row);

#endif
