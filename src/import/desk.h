/* desk.h - where sheets are understood: what is at hand, and what was found. */
#ifndef IMPORT_DESK_H
#define IMPORT_DESK_H

#include "rapor/base/diagnostic.h"
#include "rapor/import/grid.h"
#include "rapor/read/instrument.h"

struct imported;
struct region_list;
struct import_legend;

/* A cell, or nowhere (grid is NULL). */
struct import_origin {
    const struct sheet_grid *grid;
    size_t row, column;
};

/* What is said of a cell. */
struct import_finding {
    enum severity severity;
    const char *id; /* findings of one kind are told together */
    struct import_origin origin;
    const char *text, *hint; /* hint: or NULL */
};

struct desk {
    struct grids *grids;
    const struct instrument *instrument;
    struct region_list *regions;
    const struct import_legend *legend; /* what words of these sheets mean, as was told */
    const struct evaluation *before;    /* that they are put into, or NULL */
    struct import_item *root;           /* what the sheets hold, as the element <evaluation> */
    GArray *findings;                   /* struct import_finding */
    GPtrArray *understood;              /* lines of --explain */
    GPtrArray *left_out;                /* sheets, columns and rows that were not read */
    size_t levels;                      /* that were read */
    bool partial;                       /* what is not complete is no error */
    struct arena *arena;
};

/* Notes what is wrong with a cell; the format is of the text.  HINT may be NULL. */
void desk_note(struct desk *desk, struct import_finding about, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Notes how something was understood, or that it was left out. */
void desk_explain(struct desk *desk, const char *format, ...) __attribute__((format(printf, 2, 3)));
void desk_leave_out(struct desk *desk, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

size_t desk_errors(const struct desk *desk);

/* Returns "Indikator!F12", with the file in front where there are several. */
const char *desk_cell_name(const struct desk *desk, struct import_origin origin);

/* Hands the findings on: all of them, or of each kind the first few, the others with
 * one line for where they are. */
void desk_tell(const struct desk *desk, bool all, struct diagnostics *diagnostics);

/* Keeps the findings for whoever lists or marks them. */
void desk_keep_remarks(const struct desk *desk, struct imported *imported);

#endif
