/* Tables: every row of the same width, every cell under a head. */
#include "tree.h"

#include <string.h>

#define COLUMNS_MAX 1000

/* A table while its rows are laid side by side. */
struct header_grid {
    struct pdf *pdf;
    const struct structure_element *table;
    unsigned columns;           /* of the first row; 0 before it */
    unsigned busy[COLUMNS_MAX]; /* rows that a cell above still covers */
    bool headed, scoped, named; /* there is a TH; all have a scope; all TD name heads */
    bool full;                  /* there are more columns than can be judged */
    const struct structure_element *unscoped;
};

/* Puts a cell into the first free columns, as far as they go; returns the column behind it. */
static unsigned place(struct header_grid *grid, const struct structure_element *cell,
                      unsigned column)
{
    while (column < COLUMNS_MAX && grid->busy[column] > 0)
        column++;
    grid->full |= cell->columns > COLUMNS_MAX - column;
    for (unsigned i = 0; i < cell->columns && column < COLUMNS_MAX; i++)
        grid->busy[column++] = cell->rows;
    return column;
}

static void look_at_cell(struct header_grid *grid, const struct structure_element *cell)
{
    bool head = is_role(cell, "TH");
    grid->headed = grid->headed || head;
    if (head && !cell->scoped) {
        grid->scoped = false;
        grid->unscoped = grid->unscoped ? grid->unscoped : cell;
    }
    if (!head && !cell->headers)
        grid->named = false;
}

static void lay_row(struct header_grid *grid, const struct structure_element *row)
{
    unsigned column = 0, width = 0;
    for (size_t i = 0; i < row->kid_count; i++) {
        const struct structure_element *cell = element_kid(row, i);
        if (!cell)
            continue;
        column = place(grid, cell, column);
        look_at_cell(grid, cell);
    }
    for (unsigned i = 0; i < COLUMNS_MAX; i++)
        if (grid->busy[i] > 0)
            width = i + 1;
    bool hole = false;
    for (unsigned i = 0; i < width; i++) {
        hole = hole || grid->busy[i] == 0;
        grid->busy[i] -= grid->busy[i] > 0;
    }
    if (grid->columns == 0)
        grid->columns = width;
    if (width != grid->columns || hole)
        blame(grid->pdf, RULE_TABLE, row->object, "a row of %u columns in a table of %u", width,
              grid->columns);
}

static void lay_rows(struct header_grid *grid, const struct structure_element *part)
{
    for (size_t i = 0; i < part->kid_count; i++) {
        const struct structure_element *kid = element_kid(part, i);
        if (kid && is_role(kid, "TR"))
            lay_row(grid, kid);
    }
}

static void check_parts(struct header_grid *grid)
{
    static const char *const parts[] = {"THead", "TBody", "TFoot", NULL};
    size_t heads = 0, feet = 0;
    for (size_t i = 0; i < grid->table->kid_count; i++) {
        const struct structure_element *kid = element_kid(grid->table, i);
        if (!kid)
            continue;
        heads += is_role(kid, "THead");
        feet += is_role(kid, "TFoot");
        if (is_role(kid, "TR"))
            lay_row(grid, kid);
        else if (named_in(kid->role, parts))
            lay_rows(grid, kid);
    }
    if (heads > 1 || feet > 1)
        blame(grid->pdf, RULE_TABLE, grid->table->object, "a table with two heads or feet");
}

static void check_table(struct pdf *pdf, const struct structure_element *table)
{
    struct header_grid grid = {.pdf = pdf, .table = table, .scoped = true, .named = true};
    check_parts(&grid);
    if (grid.full)
        blame(pdf, RULE_LIMIT, table->object, "a table of more than %d columns cannot be judged",
              COLUMNS_MAX);
    for (unsigned i = 0; i < COLUMNS_MAX; i++)
        if (grid.busy[i] > 0) {
            blame(pdf, RULE_TABLE, table->object, "a cell reaches below its table (/RowSpan)");
            break;
        }
    if (!grid.headed)
        blame(pdf, RULE_SCOPE, table->object, "a table without heads (TH)");
    else if (!grid.scoped && !grid.named)
        blame(pdf, RULE_SCOPE, grid.unscoped->object,
              "TH that does not say what it heads (/Scope)");
}

void tree_check_tables(struct pdf *pdf, const struct tree *tree)
{
    for (size_t i = 0; i < tree->count; i++) {
        pdf->page = tree->all[i]->page;
        if (is_role(tree->all[i], "Table"))
            check_table(pdf, tree->all[i]);
    }
    pdf->page = 0;
}
