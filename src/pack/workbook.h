/* workbook.h - what all workbooks share: formats, tables, print setup, same bytes. */
#ifndef PACK_WORKBOOK_H
#define PACK_WORKBOOK_H

#include <glib.h>
#include <stdbool.h>
#include <time.h>
#include <xlsxwriter.h>

struct ranking;

/* A workbook while it is written.  The first problem ends the writing of cells. */
struct workbook {
    lxw_workbook *book;
    lxw_format *head, *needed; /* of a column; of one that must be filled in */
    lxw_format *index, *day, *small;
    lxw_format *code;  /* text, whatever is typed */
    lxw_format *prose; /* in several lines */
    GHashTable *names; /* of the sheets, in lower case */
    size_t cut;        /* texts that were longer than a cell may be */
    lxw_error problem;
};

/* One of its sheets. */
struct leaf {
    struct workbook *workbook;
    lxw_worksheet *sheet;
};

struct leaf_area {
    size_t first_row, first_column, last_row, last_column;
};

struct workbook_plan {
    const char *title;
    time_t date; /* when it says it was made */
    void (*fill)(struct workbook *workbook, const void *data);
    const void *data;
    size_t *cut; /* or NULL: gets how many texts were cut */
};

/* Writes the workbook that PLAN fills, and appends it to OUT. */
bool workbook_write(const struct workbook_plan *plan, GByteArray *out, GError **error);

/* What went wrong while cells were written; the first is kept. */
void leaf_check(const struct leaf *leaf, lxw_error problem);

/* Adds a sheet, set up for print.  A NAME that is too long, taken or holds what
 * names of sheets may not is changed as little as possible. */
struct leaf workbook_sheet(struct workbook *workbook, const char *name);

/* A text is always written as text, never as a formula or a link; NULL: nothing. */
void leaf_text(const struct leaf *leaf, size_t row, size_t column, const char *text,
               lxw_format *format);
void leaf_number(const struct leaf *leaf, size_t row, size_t column, double number,
                 lxw_format *format);

/* Opens a file that goes away with whoever made it, in memory; on disk where there is no /proc,
 * by which alone it has a path.  -1 where that fails; PATH is to be freed. */
int workbook_scratch(char **path, GError **error);

/* True where all parts of what was made can be read. */
bool workbook_is_whole(const GByteArray *book);

/* Writes the day "2021-12-31" as a day; another text as text. */
void leaf_day(const struct leaf *leaf, size_t row, size_t column, const char *text);

/* Checks what is typed into the cells from one to another, both from 0.  The rule is laid
 * down in parts that touch but are not quite equal: exceljs joins equal ones in the order
 * of their names as texts, in which row 10 comes before row 2 and column AA before B, and
 * what it then writes overlaps, which Excel calls damaged. */
void leaf_rule(const struct leaf *leaf, const struct leaf_area *area,
               const lxw_data_validation *rule);

/* Makes those who type choose one of the words, ended by NULL, or be told that another is
 * not known. */
void leaf_choose(const struct leaf *leaf, size_t first_row, size_t last_row, size_t column,
                 const char *const *words);

/* Writes the table: a frozen head that is repeated on each page, and filters. */
void leaf_table(const struct leaf *leaf, const struct ranking *table);

/* What leaf_table does for a head in the row LAST and those above it. */
void leaf_head(const struct leaf *leaf, size_t last, size_t rows, size_t columns, size_t frozen);

#endif
