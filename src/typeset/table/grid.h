/* grid.h - a table whose columns are measured, and its rows as strips. */
#ifndef TYPESET_TABLE_GRID_H
#define TYPESET_TABLE_GRID_H

#include "../flow.h"

/* Lines of a row. */
struct ruling {
    struct stretch *items;
    size_t count;
};

#define RULINGS 4

/* The lines of the row in hand, and those that were put down last. */
struct rulings {
    struct ruling draft, kept[RULINGS];
    size_t next;
};

/* A table on its way into the flow. */
struct table_grid {
    struct typesetter *typesetter;
    const struct block *block;
    const struct table *table;
    struct text_column column;
    double *edges;   /* x of each column's left edge, and the last one's right edge */
    double *commas;  /* how far in a cell the commas of each column stand, or 0 */
    struct ink *top; /* the rule above a row that begins a page; NULL: there is none */
    struct rulings *rulings;
    uint32_t element;
};

/* A table without a head is there for its places only: its parts read as text. */
bool table_is_data(const struct table *table);

/* The edge that a cell of SPAN columns from AT on ends at. */
static inline size_t edge_after(const struct table_grid *grid, size_t at, size_t span)
{
    size_t end = at + span;
    return end < grid->table->column_count ? end : grid->table->column_count;
}

/* Returns the rule above a row that begins a page; NULL where the table draws none. */
struct ink *top_rule(const struct table_grid *grid);

/* Puts down the lines of a row; LAST: of its table. */
void draw_lines(const struct table_grid *grid, const struct row *row, double height, bool last);

/* Sets a row; LAST: of its table.  GRID must live as long as the strip. */
struct strip row_strip(const struct table_grid *grid, const struct row *row, bool last);

/* Returns how many CELLS the row that is STRIP is made of; 0 where it is none. */
size_t row_cells(const struct strip *strip, const struct flow **cells);

#endif
