/* Tables: columns are measured, then every row becomes one strip. */
#include "../block.h"
#include "../shaped_text.h"
#include "batch.h"
#include "grid.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

/* What numbers of a column need on either side of their comma. */
struct halves {
    double before, behind;
};

static void add_number(const struct table_grid *grid, const struct blocks *blocks, void *target)
{
    struct typesetter *typesetter = grid->typesetter;
    struct halves *halves = target;
    const struct block *block = blocks->items;
    double before;
    if (blocks->count != 1 || block->kind != BLOCK_PARAGRAPH ||
        block->paragraph.style->align != ALIGN_DECIMAL ||
        !find_comma(typesetter, &block->paragraph.runs, &before))
        return;
    halves->before = fmax(halves->before, before);
    halves->behind = fmax(halves->behind, natural_width(typesetter, blocks) - before);
}

/* What is done with the blocks of the cells in one column. */
struct cell_visit {
    void (*visit)(const struct table_grid *grid, const struct blocks *blocks, void *target);
    void *target;
};

/* Visits the cells that take COLUMN alone. */
static void visit_cells(const struct table_grid *grid, size_t column,
                        const struct cell_visit *visit)
{
    struct arena *arena = arena_create();
    const struct arena_mark mark = arena_mark(arena);
    for (size_t r = 0; r < grid->table->row_count; r++) {
        const struct row *row = row_whole(&grid->table->rows[r], arena);
        size_t at = 0;
        for (size_t c = 0; c < row->cell_count && at <= column; at += row->cells[c++].span)
            if (at == column && row->cells[c].span == 1)
                visit->visit(grid, &row->cells[c].blocks, visit->target);
        arena_rewind(arena, mark);
    }
    arena_destroy(arena);
}

static struct halves halves_of(const struct table_grid *grid, size_t column)
{
    struct halves halves = {0, 0};
    visit_cells(grid, column, &(struct cell_visit){add_number, &halves});
    return halves;
}

/* The numbers of a column stand in its middle as one block. */
static void place_commas(struct table_grid *grid)
{
    const struct table *table = grid->table;
    grid->commas = ARENA_ARRAY(grid->typesetter->scratch, table->column_count, double);
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].align != ALIGN_DECIMAL)
            continue;
        const struct halves halves = halves_of(grid, i);
        double inner = grid->edges[i + 1] - grid->edges[i] - 2 * table->pad_x;
        grid->commas[i] = (inner - halves.before - halves.behind) / 2 + halves.before;
    }
}

static void add_width(const struct table_grid *grid, const struct blocks *blocks, void *target)
{
    double *widest = target;
    *widest = fmax(*widest, natural_width(grid->typesetter, blocks));
}

static double fit_width(const struct table_grid *grid, size_t column)
{
    double widest = 0;
    visit_cells(grid, column, &(struct cell_visit){add_width, &widest});
    if (grid->table->columns[column].align == ALIGN_DECIMAL) {
        const struct halves halves = halves_of(grid, column);
        widest = fmax(widest, halves.before + halves.behind);
    }
    return widest + 2 * grid->table->pad_x + 0.1;
}

/* Fixed and fitted columns take what they need, shares what is left. */
static void measure_columns(struct table_grid *grid)
{
    const struct table *table = grid->table;
    double *widths = ARENA_ARRAY(grid->typesetter->scratch, table->column_count, double);
    double shares = 0, rest = grid->column.width;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->unit == UNIT_FRACTION)
            shares += column->width;
        else
            widths[i] = column->unit == UNIT_FIT ? fit_width(grid, i) : column->width;
        rest -= widths[i];
    }
    if (rest < -0.01 || (shares > 0 && rest < 1))
        typesetter_fail(grid->typesetter, &grid->block->origin,
                        "the columns need %.1f mm more than the %.1f mm there are",
                        (shares > 0 ? 1 - rest : -rest) / 72 * 25.4,
                        grid->column.width / 72 * 25.4);
    grid->edges = ARENA_ARRAY(grid->typesetter->scratch, table->column_count + 1, double);
    grid->edges[0] = grid->column.left;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].unit == UNIT_FRACTION)
            widths[i] = rest * table->columns[i].width / shares;
        grid->edges[i + 1] = grid->edges[i] + widths[i];
    }
}

/* The same group row with the word for "continued". */
static struct strip continued_strip(const struct table_grid *grid, const struct row *row)
{
    struct typesetter *typesetter = grid->typesetter;
    struct row again = *row_whole(row, typesetter->scratch);
    struct table_grid artifact = *grid;
    artifact.element = DECORATION;
    struct cell *cells =
        arena_copy(typesetter->scratch, again.cells, again.cell_count, sizeof *cells);
    again.cells = cells;
    struct blocks *blocks = &cells[0].blocks;
    if (grid->table->continued && blocks->count > 0 && blocks->items[0].kind == BLOCK_PARAGRAPH) {
        struct block *block = ARENA_NEW(typesetter->scratch, struct block);
        *block = blocks->items[0];
        struct runs *runs = &block->paragraph.runs;
        struct run *items = ARENA_ARRAY(typesetter->scratch, runs->count + 1, struct run);
        for (size_t i = 0; i < runs->count; i++)
            items[i] = runs->items[i];
        items[runs->count] = (struct run){
            .kind = RUN_TEXT,
            .style = block->paragraph.style,
            .text = arena_printf(typesetter->scratch, " %s", grid->table->continued),
            .origin = block->origin,
        };
        *runs = (struct runs){items, runs->count + 1, runs->count + 1};
        *blocks = (struct blocks){block, 1, 1};
    }
    struct table_grid *kept = ARENA_NEW(typesetter->scratch, struct table_grid);
    *kept = artifact;
    return row_strip(kept, &again, false);
}

struct repeat {
    const struct table_grid *grid;
    const struct row *group; /* or NULL */
    struct repeated set;
    bool is_set;
};

static struct repeat *repeat_of(const struct table_grid *grid, const struct row *group)
{
    struct repeat *repeat = ARENA_NEW(grid->typesetter->scratch, struct repeat);
    *repeat = (struct repeat){.grid = grid, .group = group};
    return repeat;
}

/* Returns the ink from FIRST on, which is that of COUNT strips, apart: the section's goes when
 * it stands on pages. */
static const struct ink *take_ink(struct typesetter *typesetter, struct strip *strips, size_t count,
                                  size_t first)
{
    struct inks *inks = &typesetter->ink;
    const struct ink *own =
        arena_copy(typesetter->scratch, inks->items + first, inks->count - first, sizeof *own);
    for (size_t i = 0; i < count; i++)
        strips[i].first -= first;
    inks->count = first;
    return own;
}

struct repeated repeat_set(struct repeat *repeat)
{
    if (!repeat || repeat->is_set)
        return repeat ? repeat->set : (struct repeated){0};
    const struct table_grid *grid = repeat->grid;
    const struct table *table = grid->table;
    size_t heads = 0, count = 0, first = grid->typesetter->ink.count;
    while (heads < table->row_count && table->rows[heads].kind == ROW_HEAD)
        heads++;
    struct strip *strips = ARENA_ARRAY(grid->typesetter->scratch, heads + 1, struct strip);
    struct table_grid *artifact = ARENA_NEW(grid->typesetter->scratch, struct table_grid);
    *artifact = *grid;
    artifact->element = DECORATION;
    while (count < heads) {
        strips[count] = row_strip(artifact, &table->rows[count], false);
        count++;
    }
    if (repeat->group)
        strips[count++] = continued_strip(grid, repeat->group);
    repeat->set =
        (struct repeated){strips, take_ink(grid->typesetter, strips, count, first), count, 0};
    for (size_t i = 0; i < count; i++)
        repeat->set.height += strips[i].height;
    repeat->is_set = true;
    return repeat->set;
}

/* No page begins or ends with a single row of a table, and none has two of a long one left. */
static bool rows_stay(const struct table *table, size_t row)
{
    const size_t last = table->row_count > 8 && table->rows[0].kind == ROW_HEAD ? 3 : 2;
    bool first = row > 0 && table->rows[row - 1].kind == ROW_HEAD;
    return row + 1 < table->row_count && (first || row + last >= table->row_count);
}

static void add_rows(const struct table_grid *grid, struct flow *flow)
{
    const struct table *table = grid->table;
    struct repeat *head = repeat_of(grid, NULL), *again = head;
    for (size_t r = 0; r < table->row_count && !grid->typesetter->error; r++) {
        const struct row *held = &table->rows[r];
        struct strip *strip = flow_add(grid->typesetter, flow, 0);
        double before = strip->before;
        struct arena *lasting = batch_enter(grid->typesetter, flow);
        const struct row *row = row_whole(held, grid->typesetter->scratch);
        *strip = row_strip(grid, row, r + 1 == table->row_count);
        batch_leave(grid->typesetter, lasting);
        strip->before = before;
        if (r == 0 && strip->top) { /* it begins the table wherever it stands */
            ink_copy(&grid->typesetter->ink, strip->top, 1, 0, 0);
            strip->top = NULL;
            strip_end(grid->typesetter, strip);
        }
        strip->keep_next |= rows_stay(table, r);
        strip->again = row->kind == ROW_HEAD ? NULL : row->kind == ROW_GROUP ? head : again;
        if (row->kind == ROW_GROUP)
            again = repeat_of(grid, held);
    }
}

static uint32_t table_element(struct typesetter *typesetter, const struct table *table,
                              uint32_t parent)
{
    uint32_t captioned = typesetter->captioned;
    typesetter->captioned = 0;
    if (!table_is_data(table))
        return parent;
    return captioned ? captioned
                     : typesetter_element(typesetter, ROLE_TABLE, parent, table->summary);
}

void set_table(struct typesetter *typesetter, const struct block *block, struct text_column column,
               struct flow *flow)
{
    struct table_grid *grid = ARENA_NEW(typesetter->scratch, struct table_grid);
    *grid = (struct table_grid){
        .typesetter = typesetter, .block = block, .table = &block->table, .column = column};
    grid->element = table_element(typesetter, &block->table, column.element);
    measure_columns(grid);
    if (typesetter->error)
        return;
    place_commas(grid);
    grid->top = top_rule(grid);
    grid->rulings = ARENA_NEW(typesetter->scratch, struct rulings);
    grid->rulings->draft.items =
        ARENA_ARRAY(typesetter->scratch, block->table.column_count + 2, struct stretch);
    add_rows(grid, flow);
}
