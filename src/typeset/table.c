/* Tables: columns are measured, then every row becomes one slab. */
#include "flow.h"
#include "rapor/arena.h"

#include <math.h>

/* A table on its way into the flow. */
struct grid {
    struct setter *setter;
    const struct block *block;
    const struct table *table;
    struct room room;
    double *edges; /* x of each column's left edge, and the last one's right edge */
    uint32_t element;
};

/* What a row is made of, kept so that it can be cut. */
struct tall {
    const struct grid *grid;
    const struct row *row;
    struct flow *cells; /* the content of each */
    uint32_t element;
    uint32_t *cell_elements;
};

/* A table without a head is there for its places only: its parts read as text. */
static bool is_data(const struct table *table)
{
    return table->row_count > 0 && table->rows[0].kind == ROW_HEAD;
}

static double fit_width(const struct grid *grid, size_t column)
{
    double widest = 0;
    for (size_t r = 0; r < grid->table->row_count; r++) {
        const struct row *row = &grid->table->rows[r];
        size_t at = 0;
        for (size_t c = 0; c < row->cell_count && at <= column; at += row->cells[c++].span)
            if (at == column && row->cells[c].span == 1)
                widest = fmax(widest, natural_width(grid->setter, &row->cells[c].blocks));
    }
    return widest + 2 * grid->table->pad_x + 0.1;
}

/* Fixed and fitted columns take what they need, shares what is left. */
static void measure_columns(struct grid *grid)
{
    const struct table *table = grid->table;
    double *widths = ARENA_ARRAY(grid->setter->arena, table->column_count, double);
    double shares = 0, rest = grid->room.width;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->unit == UNIT_FRACTION)
            shares += column->width;
        else
            widths[i] = column->unit == UNIT_FIT ? fit_width(grid, i) : column->width;
        rest -= widths[i];
    }
    if (rest < -0.01 || (shares > 0 && rest < 1))
        setter_fail(grid->setter, &grid->block->origin,
                    "the columns need %.1f mm more than the %.1f mm there are",
                    (shares > 0 ? 1 - rest : -rest) / 72 * 25.4, grid->room.width / 72 * 25.4);
    grid->edges = ARENA_ARRAY(grid->setter->arena, table->column_count + 1, double);
    grid->edges[0] = grid->room.left;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].unit == UNIT_FRACTION)
            widths[i] = rest * table->columns[i].width / shares;
        grid->edges[i + 1] = grid->edges[i] + widths[i];
    }
}

static size_t edge_after(const struct grid *grid, size_t at, size_t span)
{
    size_t end = at + span;
    return end < grid->table->column_count ? end : grid->table->column_count;
}

static void set_cells(struct tall *tall)
{
    const struct grid *grid = tall->grid;
    size_t at = 0;
    for (size_t i = 0; i < tall->row->cell_count; i++) {
        const struct cell *cell = &tall->row->cells[i];
        size_t end = edge_after(grid, at, cell->span);
        const struct room room = {
            .left = grid->edges[at] + grid->table->pad_x,
            .width = grid->edges[end] - grid->edges[at] - 2 * grid->table->pad_x,
            .element = tall->cell_elements[i],
        };
        set_blocks(grid->setter, &cell->blocks, room, &tall->cells[i]);
        at = end;
    }
}

static double content_height(const struct tall *tall)
{
    double highest = 0;
    for (size_t i = 0; i < tall->row->cell_count; i++)
        highest = fmax(highest, flow_height(&tall->cells[i]));
    return highest;
}

static void draw_line(const struct grid *grid, struct inks *inks, const double at[2],
                      const double by[2])
{
    struct ink *ink = inks_add(inks, INK_LINE, at[0], at[1]);
    ink->color = grid->table->line_color;
    ink->line.dx = by[0];
    ink->line.dy = by[1];
    ink->line.thick = grid->table->line_width;
}

static void draw_rule(const struct grid *grid, struct inks *inks, double y)
{
    double left = grid->edges[0], right = grid->edges[grid->table->column_count];
    draw_line(grid, inks, (double[]){left, y}, (double[]){right - left, 0});
}

static void draw_verticals(const struct tall *tall, struct slab *slab)
{
    const struct grid *grid = tall->grid;
    bool inner = grid->table->lines == LINES_GRID;
    const double by[] = {0, slab->height};
    draw_line(grid, &slab->inks, (double[]){grid->edges[0], 0}, by);
    size_t at = 0;
    for (size_t i = 0; i < tall->row->cell_count; i++) {
        at = edge_after(grid, at, tall->row->cells[i].span);
        if (inner || i + 1 == tall->row->cell_count)
            draw_line(grid, &slab->inks, (double[]){grid->edges[at], 0}, by);
    }
}

/* Each row draws its lower rule; the upper one only where it begins a page. */
static void draw_lines(const struct tall *tall, struct slab *slab, bool last)
{
    switch (tall->grid->table->lines) {
    case LINES_NONE:
        return;
    case LINES_ROWS:
        draw_rule(tall->grid, &slab->inks, slab->height);
        break;
    case LINES_GRID:
        draw_rule(tall->grid, &slab->inks, slab->height);
        draw_verticals(tall, slab);
        break;
    case LINES_OUTER:
        if (last)
            draw_rule(tall->grid, &slab->inks, slab->height);
        draw_verticals(tall, slab);
        break;
    }
    draw_rule(tall->grid, &slab->top, 0);
}

static void fill_cell(const struct cell *cell, struct slab *slab, double left, double right)
{
    if (!cell->filled)
        return;
    struct ink *ink = inks_add(&slab->inks, INK_FILL, left, 0);
    ink->color = cell->fill;
    ink->fill.width = right - left;
    ink->fill.height = slab->height;
}

static double drop(enum valign valign, double slack)
{
    switch (valign) {
    case VALIGN_TOP:
        break;
    case VALIGN_MIDDLE:
        return slack / 2;
    case VALIGN_BOTTOM:
        return slack;
    }
    return 0;
}

static void put_cells(const struct tall *tall, struct slab *slab)
{
    const struct grid *grid = tall->grid;
    double inner = slab->height - 2 * grid->table->pad_y;
    size_t at = 0;
    for (size_t i = 0; i < tall->row->cell_count; i++) {
        size_t end = edge_after(grid, at, tall->row->cells[i].span);
        fill_cell(&tall->row->cells[i], slab, grid->edges[at], grid->edges[end]);
        at = end;
    }
    for (size_t i = 0; i < tall->row->cell_count; i++) {
        double slack = inner - flow_height(&tall->cells[i]);
        double y = grid->table->pad_y + drop(tall->row->cells[i].valign, slack);
        flow_put(&tall->cells[i], &slab->inks, 0, y);
    }
}

/* Puts what TALL holds into the empty slab. */
static void fill_slab(const struct tall *tall, struct slab *slab, bool last)
{
    put_cells(tall, slab);
    draw_lines(tall, slab, last);
}

static struct slab slab_of(const struct tall *tall, double height)
{
    struct slab slab = {.height = height, .origin = &tall->grid->block->origin};
    slab.inks.arena = slab.top.arena = tall->grid->setter->arena;
    return slab;
}

static struct tall *tall_of(const struct grid *grid, const struct row *row)
{
    struct setter *setter = grid->setter;
    struct tall *tall = ARENA_NEW(setter->arena, struct tall);
    *tall = (struct tall){.grid = grid, .row = row, .element = grid->element};
    tall->cells = ARENA_ARRAY(setter->arena, row->cell_count, struct flow);
    tall->cell_elements = ARENA_ARRAY(setter->arena, row->cell_count, uint32_t);
    bool data = is_data(grid->table);
    if (data)
        tall->element = setter_element(setter, ROLE_ROW, grid->element, NULL);
    for (size_t i = 0; i < row->cell_count; i++)
        tall->cell_elements[i] =
            data ? setter_element(setter, row->kind == ROW_HEAD ? ROLE_HEAD_CELL : ROLE_CELL,
                                  tall->element, NULL)
                 : tall->element;
    set_cells(tall);
    return tall;
}

static struct slab row_slab(const struct grid *grid, const struct row *row, bool last)
{
    struct tall *tall = tall_of(grid, row);
    double height = fmax(row->height, content_height(tall) + 2 * grid->table->pad_y);
    struct slab slab = slab_of(tall, height);
    fill_slab(tall, &slab, last);
    slab.tall = tall;
    slab.keep_next = row->kind != ROW_BODY;
    return slab;
}

/* Moves as many slabs as fit in HEIGHT from the front of FROM to TO. */
static void cut_flow(struct flow *from, struct flow *to, double height)
{
    size_t count = 0;
    double used = 0;
    while (count < from->count) {
        used += (count > 0 ? from->items[count].before : 0) + from->items[count].height;
        if (used > height + 0.01)
            break;
        count++;
    }
    *to = (struct flow){.items = from->items, .count = count};
    from->items += count;
    from->count -= count;
    if (from->count > 0)
        from->items[0].before = 0;
}

bool cut_slab(struct setter *setter, struct slab *slab, double height, struct slab *first)
{
    struct tall *rest = slab->tall;
    struct tall *part = ARENA_NEW(setter->arena, struct tall);
    struct flow *cells = ARENA_ARRAY(setter->arena, rest->row->cell_count, struct flow);
    struct flow *left = ARENA_ARRAY(setter->arena, rest->row->cell_count, struct flow);
    double pad = 2 * rest->grid->table->pad_y;
    bool any = false;
    for (size_t i = 0; i < rest->row->cell_count; i++) {
        left[i] = rest->cells[i];
        cut_flow(&left[i], &cells[i], height - pad);
        any = any || cells[i].count > 0;
    }
    if (!any)
        return false;
    *part = *rest;
    part->cells = cells;
    rest->cells = left;
    *first = slab_of(part, content_height(part) + pad);
    fill_slab(part, first, true);
    first->again = slab->again;
    first->before = slab->before;
    struct slab remainder = slab_of(rest, content_height(rest) + pad);
    fill_slab(rest, &remainder, true);
    remainder.tall = rest;
    remainder.again = slab->again;
    remainder.keep_next = slab->keep_next;
    *slab = remainder;
    return true;
}

/* The same group row with the word for "continued". */
static struct slab continued_slab(const struct grid *grid, const struct row *row)
{
    struct setter *setter = grid->setter;
    struct row again = *row;
    struct grid artifact = *grid;
    artifact.element = DECORATION;
    again.cells = ARENA_ARRAY(setter->arena, row->cell_count, struct cell);
    for (size_t i = 0; i < row->cell_count; i++)
        again.cells[i] = row->cells[i];
    struct blocks *blocks = &again.cells[0].blocks;
    if (grid->table->continued && blocks->count > 0 && blocks->items[0].kind == BLOCK_PARAGRAPH) {
        struct block *block = ARENA_NEW(setter->arena, struct block);
        *block = blocks->items[0];
        struct runs *runs = &block->paragraph.runs;
        struct run *items = ARENA_ARRAY(setter->arena, runs->count + 1, struct run);
        for (size_t i = 0; i < runs->count; i++)
            items[i] = runs->items[i];
        items[runs->count] = (struct run){
            .kind = RUN_TEXT,
            .style = block->paragraph.style,
            .text = arena_printf(setter->arena, " %s", grid->table->continued),
            .origin = block->origin,
        };
        *runs = (struct runs){items, runs->count + 1, runs->count + 1};
        *blocks = (struct blocks){block, 1, 1};
    }
    struct grid *kept = ARENA_NEW(setter->arena, struct grid);
    *kept = artifact;
    return row_slab(kept, &again, false);
}

/* What stands again above the rows that follow: the head, and the group row. */
static struct repeat *repeat_of(const struct grid *grid, const struct row *group)
{
    const struct table *table = grid->table;
    struct repeat *repeat = ARENA_NEW(grid->setter->arena, struct repeat);
    repeat->slabs = ARENA_ARRAY(grid->setter->arena, table->row_count + 1, struct slab);
    struct grid *artifact = ARENA_NEW(grid->setter->arena, struct grid);
    *artifact = *grid;
    artifact->element = DECORATION;
    for (size_t r = 0; r < table->row_count && table->rows[r].kind == ROW_HEAD; r++)
        repeat->slabs[repeat->count++] = row_slab(artifact, &table->rows[r], false);
    if (group)
        repeat->slabs[repeat->count++] = continued_slab(grid, group);
    for (size_t i = 0; i < repeat->count; i++)
        repeat->height += repeat->slabs[i].height;
    return repeat;
}

static void add_rows(const struct grid *grid, struct flow *flow)
{
    const struct table *table = grid->table;
    struct repeat *head = repeat_of(grid, NULL), *again = head;
    for (size_t r = 0; r < table->row_count && !grid->setter->error; r++) {
        const struct row *row = &table->rows[r];
        struct slab *slab = flow_add(grid->setter, flow, 0);
        double before = slab->before;
        *slab = row_slab(grid, row, r + 1 == table->row_count);
        slab->before = before;
        if (r == 0) { /* it begins the table wherever it stands */
            inks_copy(&slab->inks, &slab->top, 0, 0);
            slab->top.count = 0;
        }
        slab->again = row->kind == ROW_HEAD ? NULL : row->kind == ROW_GROUP ? head : again;
        if (row->kind == ROW_GROUP)
            again = repeat_of(grid, row);
    }
}

void set_table(struct setter *setter, const struct block *block, struct room room,
               struct flow *flow)
{
    struct grid *grid = ARENA_NEW(setter->arena, struct grid);
    *grid = (struct grid){.setter = setter, .block = block, .table = &block->table, .room = room};
    grid->element = is_data(&block->table)
                        ? setter_element(setter, ROLE_TABLE, room.element, block->table.summary)
                        : room.element;
    measure_columns(grid);
    if (!setter->error)
        add_rows(grid, flow);
}
