#include "blocks.h"
#include "inline.h"
#include "places.h"
#include "walk.h"

#include <math.h>

#define COLUMNS_MOST 100 /* that one column may stand for */
#define ROWS_APART   32  /* of each table; those behind them may share cells */

/* A table as its rows come. */
struct tabling {
    struct table table;
    const struct node *node;
    const struct value **columns; /* what each of them says */
    size_t row_room;
    bool head;
    const struct node *shown; /* what the last row with cells of its own was made from ... */
    struct row example;       /* ... which is this */
};

/* A row as its cells come. */
struct rowing {
    const struct tabling *tabling;
    const struct node *node;
    struct row row;
    struct cell *cells; /* of the row */
    size_t filled;      /* columns */
};

/* Of the cell, or else of its row, its column, its table. */
static const struct style *cell_style(struct walk *walk, const struct rowing *rowing,
                                      const struct value *cell)
{
    const struct value *column = rowing->tabling->columns[rowing->filled];
    const struct value *row = rowing->node->values, *table = rowing->tabling->node->values;
    const struct style *style = cell[CELL_STYLE].given       ? cell[CELL_STYLE].style
                                : row[ROW_STYLE].given       ? row[ROW_STYLE].style
                                : column[COLUMN_STYLE].given ? column[COLUMN_STYLE].style
                                : table[TABLE_STYLE].given   ? table[TABLE_STYLE].style
                                                             : walk->style;
    if (cell[CELL_ALIGN].given)
        return style_aligned(walk, style, (enum align)cell[CELL_ALIGN].count);
    if (column[COLUMN_ALIGN].given)
        return style_aligned(walk, style, (enum align)column[COLUMN_ALIGN].count);
    return style;
}

static bool put_cell(struct walk *walk, const struct node *node, void *target)
{
    struct rowing *rowing = target;
    const struct table *table = &rowing->tabling->table;
    const struct value *values = node->values, *row_fill = &rowing->node->values[ROW_FILL];
    const struct value *fill = values[CELL_FILL].given ? &values[CELL_FILL] : row_fill;
    size_t span = values[CELL_SPAN].count;
    if (span > table->column_count - rowing->filled)
        return walk_failed(walk, node, "the cells of this row need more than %zu columns",
                           table->column_count);

    if (!rowing->cells) /* each fills a column at least */
        rowing->row.cells = rowing->cells =
            ARENA_ARRAY(walk->arena, table->column_count, struct cell);
    struct cell *cell = &rowing->cells[rowing->row.cell_count++];
    *cell = (struct cell){
        .span = span,
        .valign = (enum valign)values[CELL_VALIGN].count,
        .filled = fill->given,
        .fill = fill->color,
    };
    const struct style *outer = walk->style;
    walk->style = cell_style(walk, rowing, values);
    bool done = walk_mixed(walk, node, &cell->blocks);
    walk->style = outer;
    rowing->filled += span;
    return done;
}

/* A row with a bookmark is a place, if it had no name before. */
static bool row_bookmark(struct walk *walk, const struct node *node, struct anchor **anchor)
{
    const char *text;
    if (!walk_text(walk, node, ROW_BOOKMARK, &text))
        return false;
    if (!text || !*text)
        return true;
    if (!*anchor)
        *anchor = anchor_add(walk, NULL);
    note_bookmark(walk, text, *anchor);
    return true;
}

static bool put_cells(struct walk *walk, struct rowing *rowing)
{
    const struct node_sink sink = {.put = put_cell, .target = rowing};
    const size_t columns = rowing->tabling->table.column_count;
    if (!walk_nodes(walk, &rowing->node->children, &sink))
        return false;
    return rowing->filled == columns ||
           walk_failed(walk, rowing->node, "the cells of this row fill %zu of %zu columns",
                       rowing->filled, columns);
}

/* What was made since MARK is taken back but for the words. */
static void take_cells(struct walk *walk, struct row *row, const struct row *example,
                       struct arena_mark mark)
{
    if (!walk->words)
        walk->words = g_string_new(NULL);
    g_string_truncate(walk->words, 0);
    row_say(row, walk->words);
    arena_rewind(walk->arena, mark);
    row->cells = example->cells;
    row->words = arena_strndup(walk->arena, walk->words->str, walk->words->len);
}

/* The same; a row of a long table that looks like another from the same node takes its cells. */
static bool share_cells(struct walk *walk, struct tabling *tabling, struct rowing *rowing)
{
    const struct doc *doc = walk->doc;
    const size_t counted = doc->anchor_count + doc->target_count;
    const struct arena_mark mark = arena_mark(walk->arena);
    if (!put_cells(walk, rowing))
        return false;
    if (tabling->shown == rowing->node && row_alike(&rowing->row, &tabling->example) &&
        counted == doc->anchor_count + doc->target_count) {
        take_cells(walk, &rowing->row, &tabling->example, mark);
        return true;
    }
    tabling->shown = rowing->node;
    tabling->example = rowing->row;
    return true;
}

static bool put_row(struct walk *walk, const struct node *node, void *target)
{
    static const enum row_kind kinds[] = {ROW_BODY, ROW_GROUP};
    struct tabling *tabling = target;
    struct table *table = &tabling->table;
    struct rowing rowing = {
        .tabling = tabling,
        .node = node,
        .row.kind = tabling->head ? ROW_HEAD : kinds[node->values[ROW_KIND].count],
        .row.height = node->values[ROW_HEIGHT].length,
    };
    struct anchor *anchor;
    if (!anchor_of(walk, node, ROW_ID, &anchor) || !row_bookmark(walk, node, &anchor))
        return false;
    rowing.row.anchor = anchor;
    /* The arena of what all documents share takes nothing back. */
    const bool apart = table->row_count < ROWS_APART || walk->sharing;
    if (apart ? !put_cells(walk, &rowing) : !share_cells(walk, tabling, &rowing))
        return false;
    table->rows = arena_grow(walk->arena, table->rows, table->row_count, &tabling->row_room,
                             sizeof *table->rows);
    table->rows[table->row_count++] = rowing.row;
    return true;
}

/* What stands directly in a table: columns, one head, rows. */
static bool put_child(struct walk *walk, const struct node *node, void *target)
{
    struct tabling *tabling = target;
    if (node->kind == NODE_COLUMN)
        return true;
    if (node->kind == NODE_ROW)
        return put_row(walk, node, tabling);
    tabling->head = true;
    const struct node_sink sink = {.put = put_row, .target = tabling};
    bool done = walk_nodes(walk, &node->children, &sink);
    tabling->head = false;
    return done;
}

/* Columns are the first children, each so many times. */
static bool count_columns(struct walk *walk, struct tabling *tabling)
{
    const struct nodes *children = &tabling->node->children;
    size_t *count = &tabling->table.column_count, room = 0;
    for (size_t i = 0; i < children->count && children->items[i].kind == NODE_COLUMN; i++) {
        const struct node *node = &children->items[i];
        double times;
        if (!walk_number(walk, node, COLUMN_TIMES, &times))
            return false;
        if (isnan(times))
            times = 1;
        if (!(times >= 0 && times <= COLUMNS_MOST))
            return walk_failed(walk, node, "a column stands 0 to %d times", COLUMNS_MOST);
        for (size_t left = (size_t)times; left > 0; left--) {
            tabling->columns = arena_grow(walk->arena, tabling->columns, *count, &room,
                                          sizeof(const struct value *));
            tabling->columns[(*count)++] = node->values;
        }
    }
    return true;
}

static bool make_columns(struct walk *walk, struct tabling *tabling)
{
    struct table *table = &tabling->table;
    if (!count_columns(walk, tabling))
        return false;
    table->columns = ARENA_ARRAY(walk->arena, table->column_count, struct column);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct value *values = tabling->columns[i];
        table->columns[i] = (struct column){
            .unit = values[COLUMN_WIDTH].width.unit,
            .width = values[COLUMN_WIDTH].width.width,
            .align = (enum align)values[COLUMN_ALIGN].count,
        };
    }
    return true;
}

bool walk_table(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct value *values = node->values;
    struct tabling tabling = {
        .node = node,
        .table.lines = (enum lines)values[TABLE_LINES].count,
        .table.line_width = values[TABLE_LINE].length,
        .table.line_color = values[TABLE_LINE_COLOR].color,
        .table.pad_y = values[TABLE_PAD].pair.first,
        .table.pad_x = values[TABLE_PAD].pair.second,
    };
    struct table *table = &tabling.table;
    if (!walk_text(walk, node, TABLE_CONTINUED, &table->continued) ||
        !walk_text(walk, node, TABLE_SUMMARY, &table->summary))
        return false;
    if (!make_columns(walk, &tabling))
        return false;
    const struct node_sink sink = {.put = put_child, .target = &tabling};
    if (!walk_nodes(walk, &node->children, &sink))
        return false;
    blocks_add(walk, blocks, node, BLOCK_TABLE)->table = *table;
    return true;
}
