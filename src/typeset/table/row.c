/* Rows of a table: cells beside one another, rules, and where to cut. */
#include "../block.h"
#include "grid.h"

#include "rapor/base/arena.h"

#include <math.h>

/* What a row is made of, kept so that it can be cut. */
struct tall {
    const struct table_grid *grid;
    const struct row *row;
    struct flow *cells; /* the content of each */
    uint32_t element;
    uint32_t *cell_elements;
};

bool table_is_data(const struct table *table)
{
    return table->row_count > 0 && table->rows[0].kind == ROW_HEAD;
}

static void set_cells(struct tall *tall)
{
    const struct table_grid *grid = tall->grid;
    size_t at = 0;
    for (size_t i = 0; i < tall->row->cell_count; i++) {
        const struct cell *cell = &tall->row->cells[i];
        size_t end = edge_after(grid, at, cell->span);
        const struct text_column column = {
            .left = grid->edges[at] + grid->table->pad_x,
            .width = grid->edges[end] - grid->edges[at] - 2 * grid->table->pad_x,
            .element = tall->cell_elements[i],
        };
        double outer = grid->typesetter->comma;
        grid->typesetter->comma = end == at + 1 ? grid->commas[at] : 0;
        flow_reserve(grid->typesetter, &tall->cells[i], cell->blocks.count);
        set_blocks(grid->typesetter, &cell->blocks, column, &tall->cells[i]);
        grid->typesetter->comma = outer;
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

static bool same_fill(const struct cell *a, const struct cell *b)
{
    return a->filled && b->filled && color_same(a->fill, b->fill);
}

/* Neighbours of one colour are filled as one, so that no seam shows between them. */
static void fill_cells(const struct tall *tall)
{
    const struct cell *cells = tall->row->cells;
    struct ink *ink = NULL;
    size_t at = 0;
    for (size_t i = 0; i < tall->row->cell_count; i++) {
        double left = tall->grid->edges[at];
        at = edge_after(tall->grid, at, cells[i].span);
        double width = tall->grid->edges[at] - left;
        if (i > 0 && same_fill(&cells[i - 1], &cells[i])) {
            ink->fill.width += width;
        } else if (cells[i].filled) {
            ink = inks_add(&tall->grid->typesetter->ink, INK_FILL, left, 0);
            ink->color = cells[i].fill;
            ink->fill.width = width;
        }
    }
}

/* Begins a strip with the fills of its cells, as high as END_ROW will find. */
static struct strip begin_row(const struct tall *tall)
{
    struct strip strip = {.first = tall->grid->typesetter->ink.count,
                          .origin = &tall->grid->block->origin};
    fill_cells(tall);
    strip_end(tall->grid->typesetter, &strip);
    return strip;
}

/* How far down the content of a cell stands in a row of HEIGHT. */
static double drop_of(const struct tall *tall, size_t cell, double height)
{
    const double pad = tall->grid->table->pad_y;
    double slack = height - 2 * pad - flow_height(&tall->cells[cell]);
    return pad + valign_drop(tall->row->cells[cell].valign, slack);
}

/* Makes STRIP, which has COUNT fills and now the ink of its cells, a row of HEIGHT. */
static void end_row(const struct tall *tall, struct strip *strip, double height, bool last)
{
    struct typesetter *typesetter = tall->grid->typesetter;
    size_t fills = strip->count;
    for (size_t i = 0; i < fills; i++)
        typesetter->ink.items[strip->first + i].fill.height = height;
    for (size_t i = 0; i < tall->row->cell_count; i++)
        flow_settle(typesetter, &tall->cells[i], strip, drop_of(tall, i, height));
    draw_lines(tall->grid, tall->row, height, last);
    strip->height = height;
    strip->top = tall->grid->top;
    strip_end(typesetter, strip);
}

/* The last cell takes what is left of the row, so that all rows are as wide. */
static uint32_t cell_element(const struct tall *tall, enum row_kind kind, size_t span)
{
    struct typesetter *typesetter = tall->grid->typesetter;
    enum role role = kind == ROW_HEAD ? ROLE_HEAD_CELL : ROLE_CELL;
    uint32_t element = typesetter_element(typesetter, role, tall->element, NULL);
    if (element != DECORATION)
        typesetter->pages->elements[element].span = (unsigned)span & 0xFFFFFF;
    return element;
}

static struct tall *tall_of(const struct table_grid *grid, const struct row *row,
                            struct strip *strip)
{
    struct typesetter *typesetter = grid->typesetter;
    struct tall *tall = ARENA_NEW(typesetter->scratch, struct tall);
    *tall = (struct tall){.grid = grid, .row = row, .element = grid->element};
    tall->cells = ARENA_ARRAY(typesetter->scratch, row->cell_count, struct flow);
    tall->cell_elements = ARENA_ARRAY(typesetter->scratch, row->cell_count, uint32_t);
    bool data = table_is_data(grid->table);
    size_t first = typesetter->pages->element_count;
    if (data)
        tall->element = typesetter_element(typesetter, ROLE_ROW, grid->element, NULL);
    size_t at = 0;
    for (size_t i = 0; i < row->cell_count; i++) {
        size_t end = i + 1 == row->cell_count ? grid->table->column_count
                                              : edge_after(grid, at, row->cells[i].span);
        tall->cell_elements[i] = data ? cell_element(tall, row->kind, end - at) : tall->element;
        at = end;
    }
    *strip = begin_row(tall);
    set_cells(tall);
    typesetter_anchor(typesetter, row->anchor, first);
    return tall;
}

struct strip row_strip(const struct table_grid *grid, const struct row *row, bool last)
{
    struct strip strip;
    struct tall *tall = tall_of(grid, row, &strip);
    double height = fmax(row->height, content_height(tall) + 2 * grid->table->pad_y);
    end_row(tall, &strip, height, last);
    strip.tall = tall;
    strip.keep_next = row->kind != ROW_BODY;
    return strip;
}

size_t row_cells(const struct strip *strip, const struct flow **cells)
{
    *cells = strip->tall ? strip->tall->cells : NULL;
    return strip->tall ? strip->tall->row->cell_count : 0;
}

/* How many strips from the front of FLOW fit in HEIGHT; TORN: though the last of them must
 * stay with the next. */
static size_t fit_count(const struct flow *flow, double height, bool torn)
{
    size_t count = 0;
    double used = 0;
    for (size_t i = 0; i < flow->count; i++) {
        const struct strip *strip = &flow->items[i];
        used += (i > 0 ? strip->before : 0) + strip->height;
        if (used > height + 0.01)
            break;
        if (torn || !strip->keep_next || i + 1 == flow->count)
            count = i + 1;
    }
    return count;
}

/* Finds how many strips of each cell of ROW fit in HEIGHT.  What must stay together is torn only
 * where no page would hold it: on a FRESH one, and if no cell goes on otherwise. */
static bool find_cut(const struct tall *row, double height, bool fresh, size_t *counts)
{
    bool goes_on = false, any = false;
    for (size_t i = 0; i < row->row->cell_count; i++) {
        counts[i] = fit_count(&row->cells[i], height, false);
        goes_on |= counts[i] > 0 && counts[i] < row->cells[i].count;
    }
    for (size_t i = 0; i < row->row->cell_count; i++) {
        if (fresh && !goes_on && counts[i] == 0)
            counts[i] = fit_count(&row->cells[i], height, true);
        any |= counts[i] > 0;
    }
    return any && (fresh || goes_on);
}

/* Moves COUNT strips from the front of FROM to TO. */
static void cut_flow(struct flow *from, struct flow *to, size_t count)
{
    *to = (struct flow){.items = from->items, .count = count};
    from->items += count;
    from->count -= count;
    if (from->count > 0)
        from->items[0].before = 0;
}

/* Puts what stands in the cells of a row down once more, as it was before it was settled. */
static struct strip put_again(const struct tall *tall)
{
    struct typesetter *typesetter = tall->grid->typesetter;
    struct strip row = begin_row(tall);
    for (size_t i = 0; i < tall->row->cell_count; i++)
        for (size_t k = 0; k < tall->cells[i].count; k++) {
            struct strip *strip = &tall->cells[i].items[k];
            size_t first = typesetter->ink.count;
            for (size_t n = strip->first; n < strip->first + strip->count; n++) {
                struct ink *ink = inks_add(&typesetter->ink, INK_FILL, 0, 0);
                *ink = typesetter->ink.items[n];
                ink->y -= strip->y;
            }
            strip->first = first;
        }
    return row;
}

bool cut_strip(struct typesetter *typesetter, struct strip *strip, struct cut_room room,
               struct strip *first)
{
    struct tall *rest = strip->tall;
    struct tall *part = ARENA_NEW(typesetter->scratch, struct tall);
    struct flow *cells = ARENA_ARRAY(typesetter->scratch, rest->row->cell_count, struct flow);
    struct flow *left = ARENA_ARRAY(typesetter->scratch, rest->row->cell_count, struct flow);
    size_t *counts = ARENA_ARRAY(typesetter->scratch, rest->row->cell_count, size_t);
    double pad = 2 * rest->grid->table->pad_y;
    if (!find_cut(rest, room.height - pad, room.fresh, counts))
        return false;
    for (size_t i = 0; i < rest->row->cell_count; i++) {
        left[i] = rest->cells[i];
        cut_flow(&left[i], &cells[i], counts[i]);
    }
    *part = *rest;
    part->cells = cells;
    rest->cells = left;
    *first = put_again(part);
    end_row(part, first, content_height(part) + pad, true);
    first->again = strip->again;
    first->before = strip->before;
    struct strip remainder = put_again(rest);
    end_row(rest, &remainder, content_height(rest) + pad, true);
    remainder.tall = rest;
    remainder.again = strip->again;
    remainder.keep_next = strip->keep_next;
    *strip = remainder;
    return true;
}
