/* import.h - sheets become evaluation.xml, or are put into one.
 *
 * Workbooks (xlsx, ods) and CSV, as "rapor export" writes them or as offices have them:
 * whatever order, heads and shape their tables have.  Nothing changes its meaning on the
 * way: what cannot be told for sure is refused with its cell. */
#ifndef RAPOR_IMPORT_IMPORT_H
#define RAPOR_IMPORT_IMPORT_H

#include "rapor/base/diagnostic.h"

#include <glib.h>
#include <stdbool.h>

struct sheet_grid;
struct grids;

struct import_order {
    const char *const *paths;      /* of sheets, ended by NULL; "-": standard input */
    const char *layouts;           /* folders of layouts: search_path.h */
    const char *instrument, *year; /* NULL: as the sheets say */
    const char *into;              /* an evaluation.xml that the sheets are put into, or NULL */
    const char *legend;            /* a file that tells what words in them mean, or NULL */
    bool partial;                  /* what is not complete is no error */
    bool all;                      /* tell every problem, not the first few of each kind */
};

/* What was said of a cell. */
struct remark {
    enum severity severity;
    const char *id, *text, *hint;  /* hint: or NULL */
    const struct sheet_grid *grid; /* NULL: of no cell */
    size_t row, column;            /* from 0 */
};

struct imported {
    GString *text; /* evaluation.xml; NULL: the sheets are not usable as they are */
    const struct grids *grids;
    const struct remark *remarks;
    size_t remark_count;
    size_t institutions, levels, records; /* that the sheets hold; records: of all kinds */
    GPtrArray *understood;                /* lines: how each table was read */
    GPtrArray *left_out;                  /* sheets, columns, rows that were not */
    GPtrArray *changes;                   /* what is different in the evaluation; NULL: it is new */
    struct arena *arena;
};

/* Reads the sheets.  What is wrong with them goes to DIAGNOSTICS, grouped by kind; ERROR
 * is set where a file cannot be read or nothing can be made of it.  Never NULL. */
struct imported *import_sheets(const struct import_order *order, struct diagnostics *diagnostics,
                               GError **error);
void imported_close(struct imported *imported); /* NULL is welcome */

/* Returns what the evaluation at PATH holds that TEXT does not, "16 session, 41 history",
 * to be freed; NULL where nothing would be lost, or PATH is no evaluation, or with ERROR it cannot
 * be read. */
char *import_loss(const char *path, const char *text, GError **error);

#endif
