/* ledgers.h - what an evaluation.xml records beside the levels, as tables for sheets that
 * import_sheets() reads back: stages, evidence, sessions, applications, earlier years. */
#ifndef RAPOR_IMPORT_LEDGERS_H
#define RAPOR_IMPORT_LEDGERS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct namings;

enum ledger_kind { LEDGER_TEXT, LEDGER_NUMBER, LEDGER_DAY }; /* a day: "2021-12-31" */

struct ledger_field {
    const char *title;
    enum ledger_kind kind;
    bool key;                 /* a row is nothing without it */
    const char *const *words; /* to choose from, ended by NULL; or NULL */
};

struct ledger_table {
    const char *title;
    const struct ledger_field *columns;
    const char **cells; /* row by row; NULL: empty */
    size_t column_count, row_count;
    bool with_items; /* of instruments with items alone */
};

/* Returns the tables of TEXT, an evaluation that evaluation_read() takes, that have rows;
 * or, where TEXT is NULL, those of a form, without rows.  Columns are called as NAMING says. */
struct ledger_table *ledger_tables(const char *text, size_t size, const struct namings *naming,
                                   size_t *count, struct arena *arena);

/* Returns what no sheet of a workbook holds of TEXT, "16 agenda"; with LEVELS what is not
 * in the table of levels alone.  ARENA owns the texts. */
GPtrArray *ledger_left(const char *text, size_t size, bool levels, struct arena *arena);

/* A row of the sheet Identitas. */
struct identity_row {
    const char *part, *name, *value, *meaning;
    enum ledger_kind kind;
    const char *const *words;
    bool needed;
};

/* Returns the rows of Identitas for TEXT; where it is NULL, for a form of the documents
 * whose kinds are in DOCUMENTS, ended by NULL, as their files are called. */
struct identity_row *identity_rows(const char *text, size_t size, const char *const *documents,
                                   size_t *count, struct arena *arena);

#endif
