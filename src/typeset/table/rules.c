/* The lines of a table: below each row, and upright between its cells. */
#include "grid.h"

#include "rapor/base/arena.h"

#include <string.h>

/* Returns the draft's lines as they are kept with the pages. */
static const struct stretch *ruling_kept(const struct typesetter *typesetter,
                                         struct rulings *rulings)
{
    const struct ruling *draft = &rulings->draft;
    const size_t bytes = draft->count * sizeof *draft->items;
    for (size_t i = 0; i < RULINGS; i++)
        if (rulings->kept[i].count == draft->count &&
            memcmp(rulings->kept[i].items, draft->items, bytes) == 0)
            return rulings->kept[i].items;
    struct ruling *kept = &rulings->kept[rulings->next++ % RULINGS];
    *kept = (struct ruling){
        arena_copy(typesetter->arena, draft->items, draft->count, sizeof *draft->items),
        draft->count};
    return kept->items;
}

static struct stretch rule_at(const struct table_grid *grid, double y)
{
    double left = grid->edges[0], right = grid->edges[grid->table->column_count];
    return (struct stretch){left, y, right - left, 0};
}

struct ink *top_rule(const struct table_grid *grid)
{
    if (grid->table->lines == LINES_NONE)
        return NULL;
    const struct stretch rule = rule_at(grid, 0);
    struct ink *ink = ARENA_NEW(grid->typesetter->scratch, struct ink);
    *ink =
        (struct ink){.kind = INK_LINE, .x = rule.x, .y = rule.y, .color = grid->table->line_color};
    ink->line.dx = rule.dx;
    ink->line.thick = grid->table->line_width;
    return ink;
}

static void add_line(const struct table_grid *grid, struct stretch line)
{
    struct ruling *draft = &grid->rulings->draft;
    draft->items[draft->count++] = line;
}

static void add_verticals(const struct table_grid *grid, const struct row *row, double height)
{
    bool inner = grid->table->lines == LINES_GRID;
    size_t at = 0;
    add_line(grid, (struct stretch){grid->edges[0], 0, 0, height});
    for (size_t i = 0; i < row->cell_count; i++) {
        at = edge_after(grid, at, row->cells[i].span);
        if (inner || i + 1 == row->cell_count)
            add_line(grid, (struct stretch){grid->edges[at], 0, 0, height});
    }
}

/* Each row draws its lower rule; the upper one only where it begins a page. */
static void add_lines(const struct table_grid *grid, const struct row *row, double height,
                      bool last)
{
    switch (grid->table->lines) {
    case LINES_NONE:
        return;
    case LINES_ROWS:
        add_line(grid, rule_at(grid, height));
        return;
    case LINES_GRID:
        add_line(grid, rule_at(grid, height));
        break;
    case LINES_OUTER:
        if (last)
            add_line(grid, rule_at(grid, height));
        break;
    }
    add_verticals(grid, row, height);
}

/* Rows are mostly as high as one a little before, and then have its lines. */
void draw_lines(const struct table_grid *grid, const struct row *row, double height, bool last)
{
    const struct ruling *lines = &grid->rulings->draft;
    grid->rulings->draft.count = 0;
    add_lines(grid, row, height, last);
    if (lines->count == 0)
        return;
    struct ink *ink = inks_add(&grid->typesetter->ink, INK_LINES, 0, 0);
    ink->color = grid->table->line_color;
    ink->lines.items = ruling_kept(grid->typesetter, grid->rulings);
    ink->lines.count = lines->count;
    ink->lines.thick = grid->table->line_width;
}
