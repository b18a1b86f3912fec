/* grid.h - a table whose columns are measured, and its rows as strips. */
#ifndef TYPESET_GRID_H
#define TYPESET_GRID_H

#include "flow.h"

/* A table on its way into the flow. */
struct table_grid {
    struct typesetter *typesetter;
    const struct block *block;
    const struct table *table;
    struct text_column column;
    double *edges;   /* x of each column's left edge, and the last one's right edge */
    double *commas;  /* how far in a cell the commas of each column stand, or 0 */
    struct ink *top; /* the rule above a row that begins a page; NULL: there is none */
    uint32_t element;
};

/* A table without a head is there for its places only: its parts read as text. */
bool table_is_data(const struct table *table);

/* Returns the rule above a row that begins a page; NULL where the table draws none. */
struct ink *top_rule(const struct table_grid *grid);

/* Sets a row; LAST: of its table.  GRID must live as long as the strip. */
struct strip row_strip(const struct table_grid *grid, const struct row *row, bool last);

/* Returns how many CELLS the row that is STRIP is made of; 0 where it is none. */
size_t row_cells(const struct strip *strip, const struct flow **cells);

#endif
