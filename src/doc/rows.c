/* Rows that differ in their words alone: a long table holds the cells of one of them. */
#include "rapor/base/arena.h"
#include "rapor/doc/doc.h"

#include <string.h>

static bool same_origin(const struct origin *one, const struct origin *other)
{
    return one->file == other->file && one->line == other->line && one->field == other->field;
}

static bool run_alike(const struct run *one, const struct run *other)
{
    return one->kind == RUN_TEXT && other->kind == RUN_TEXT && one->style == other->style &&
           !one->target && !other->target && same_origin(&one->origin, &other->origin);
}

static bool runs_alike(const struct runs *one, const struct runs *other)
{
    bool alike = one->count == other->count;
    for (size_t i = 0; alike && i < one->count; i++)
        alike = run_alike(&one->items[i], &other->items[i]);
    return alike;
}

/* Nothing but text. */
static bool is_plain(const struct paragraph *paragraph)
{
    return paragraph->role <= ROLE_P && paragraph->label_count == 0 && paragraph->tail.count == 0 &&
           !paragraph->anchor;
}

static bool paragraph_alike(const struct paragraph *one, const struct paragraph *other)
{
    return is_plain(one) && is_plain(other) && one->role == other->role &&
           one->style == other->style && one->left == other->left &&
           one->fallbacks == other->fallbacks && one->beyond == other->beyond &&
           runs_alike(&one->runs, &other->runs);
}

static bool block_alike(const struct block *one, const struct block *other)
{
    if (one->kind != BLOCK_PARAGRAPH || other->kind != BLOCK_PARAGRAPH ||
        one->shared != other->shared || !same_origin(&one->origin, &other->origin))
        return false;
    return one->shared ? one->paragraph.runs.items == other->paragraph.runs.items
                       : paragraph_alike(&one->paragraph, &other->paragraph);
}

static bool cell_alike(const struct cell *one, const struct cell *other)
{
    bool alike = one->span == other->span && one->valign == other->valign &&
                 one->filled == other->filled && color_same(one->fill, other->fill) &&
                 one->blocks.count == other->blocks.count;
    for (size_t i = 0; alike && i < one->blocks.count; i++)
        alike = block_alike(&one->blocks.items[i], &other->blocks.items[i]);
    return alike;
}

bool row_alike(const struct row *one, const struct row *other)
{
    bool alike = one->kind == other->kind && one->height == other->height &&
                 one->cell_count == other->cell_count;
    for (size_t i = 0; alike && i < one->cell_count; i++)
        alike = cell_alike(&one->cells[i], &other->cells[i]);
    return alike;
}

/* What all documents of a layout share says the same in all rows. */
static void say_blocks(const struct blocks *blocks, GString *words)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct runs *runs = &blocks->items[i].paragraph.runs;
        for (size_t k = 0; !blocks->items[i].shared && k < runs->count; k++)
            g_string_append_len(words, runs->items[k].text,
                                (gssize)strlen(runs->items[k].text) + 1);
    }
}

void row_say(const struct row *row, GString *words)
{
    for (size_t i = 0; i < row->cell_count; i++)
        say_blocks(&row->cells[i].blocks, words);
}

/* Returns the runs with the WORDS, which go on to the next. */
static struct runs said_runs(const struct runs *runs, const char **words, struct arena *arena)
{
    struct runs said = *runs;
    said.items = arena_copy(arena, runs->items, runs->count, sizeof *said.items);
    for (size_t i = 0; i < runs->count; i++) {
        said.items[i].text = *words;
        *words += strlen(*words) + 1;
    }
    return said;
}

static struct blocks said_blocks(const struct blocks *blocks, const char **words,
                                 struct arena *arena)
{
    struct blocks said = *blocks;
    said.items = arena_copy(arena, blocks->items, blocks->count, sizeof *said.items);
    for (size_t i = 0; i < blocks->count; i++) {
        struct block *block = &said.items[i];
        if (!block->shared)
            block->paragraph.runs = said_runs(&block->paragraph.runs, words, arena);
    }
    return said;
}

const struct row *row_whole(const struct row *row, struct arena *arena)
{
    if (!row->words)
        return row;
    const char *words = row->words;
    struct row *whole = arena_copy(arena, row, 1, sizeof *row);
    struct cell *cells = arena_copy(arena, row->cells, row->cell_count, sizeof *cells);
    whole->cells = cells;
    whole->words = NULL;
    for (size_t i = 0; i < row->cell_count; i++)
        cells[i].blocks = said_blocks(&cells[i].blocks, &words, arena);
    return whole;
}
