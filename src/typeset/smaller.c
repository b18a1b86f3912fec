/* Blocks in smaller type: what people fill in may be longer than whoever made a layout thought. */
#include "block.h"

#include "references.h"

#include "rapor/base/arena.h"
#include "rapor/doc/doc.h"

#include <string.h>

static const double smallest = 5; /* points, of letters that can still be read on paper */

/* A style and what it was made into. */
struct smaller_pair {
    const struct style *from, *to;
};

/* The styles that were made smaller: runs of one style must stay of one. */
struct smaller {
    struct typesetter *typesetter;
    double factor;
    struct smaller_pair *pairs;
    size_t count, room;
    bool legible; /* all of them */
};

static const struct style *smaller_style(struct smaller *s, const struct style *style)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->pairs[i].from == style)
            return s->pairs[i].to;
    s->pairs = arena_grow(s->typesetter->scratch, s->pairs, s->count, &s->room, sizeof *s->pairs);
    struct style *made = ARENA_NEW(s->typesetter->arena, struct style);
    *made = *style;
    made->size *= s->factor;
    made->leading *= s->factor;
    made->tracking *= s->factor;
    made->before *= s->factor;
    made->after *= s->factor;
    made->indent *= s->factor;
    s->legible &= made->size >= smallest;
    s->pairs[s->count++] = (struct smaller_pair){style, made};
    return made;
}

static struct runs smaller_runs(struct smaller *s, const struct runs *runs)
{
    struct runs made = *runs;
    made.items = ARENA_ARRAY(s->typesetter->arena, runs->count, struct run);
    for (size_t i = 0; i < runs->count; i++) {
        made.items[i] = runs->items[i];
        made.items[i].style = smaller_style(s, runs->items[i].style);
    }
    return made;
}

static const struct style *const *smaller_styles(struct smaller *s,
                                                 const struct style *const *styles, size_t count)
{
    const struct style **made = ARENA_ARRAY(s->typesetter->arena, count, const struct style *);
    for (size_t i = 0; i < count; i++)
        made[i] = smaller_style(s, styles[i]);
    return made;
}

static void shrink_paragraph(struct smaller *s, struct paragraph *p)
{
    struct label *labels = ARENA_ARRAY(s->typesetter->arena, p->label_count, struct label);
    for (size_t i = 0; i < p->label_count; i++)
        labels[i] = (struct label){p->labels[i].x, smaller_runs(s, &p->labels[i].runs)};
    p->labels = labels;
    p->style = smaller_style(s, p->style);
    p->runs = smaller_runs(s, &p->runs);
    p->tail = smaller_runs(s, &p->tail);
    p->fallbacks = smaller_styles(s, p->fallbacks, p->fallback_count);
    p->beyond = smaller_styles(s, p->beyond, p->beyond_count);
}

static struct blocks shrunk(struct smaller *s, const struct blocks *blocks);

static void shrink_table(struct smaller *s, struct table *table)
{
    struct row *rows = ARENA_ARRAY(s->typesetter->arena, table->row_count, struct row);
    for (size_t r = 0; r < table->row_count; r++) {
        rows[r] = *row_whole(&table->rows[r], s->typesetter->arena);
        struct cell *cells = ARENA_ARRAY(s->typesetter->arena, rows[r].cell_count, struct cell);
        for (size_t c = 0; c < rows[r].cell_count; c++) {
            cells[c] = rows[r].cells[c];
            cells[c].blocks = shrunk(s, &cells[c].blocks);
        }
        rows[r].cells = cells;
        rows[r].height *= s->factor;
    }
    table->rows = rows;
    table->pad_y *= s->factor;
}

static void shrink_list(struct smaller *s, struct list *list)
{
    struct item *items = ARENA_ARRAY(s->typesetter->arena, list->count, struct item);
    for (size_t i = 0; i < list->count; i++) {
        items[i].label = smaller_runs(s, &list->items[i].label);
        items[i].blocks = shrunk(s, &list->items[i].blocks);
    }
    list->items = items;
}

static void shrink_block(struct smaller *s, struct block *block)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        shrink_paragraph(s, &block->paragraph);
        break;
    case BLOCK_SPACE:
        block->space *= s->factor;
        break;
    case BLOCK_TABLE:
        shrink_table(s, &block->table);
        break;
    case BLOCK_LIST:
        shrink_list(s, &block->list);
        break;
    case BLOCK_KEEP:
        block->keep.blocks = shrunk(s, &block->keep.blocks);
        break;
    case BLOCK_RULE:
    case BLOCK_IMAGE:
    case BLOCK_QR:
    case BLOCK_CHART:
    case BLOCK_CONTENTS:
    case BLOCK_SIGNATURE:
    case BLOCK_BOX:
    case BLOCK_PAGE_BREAK:
        break;
    }
}

static struct blocks shrunk(struct smaller *s, const struct blocks *blocks)
{
    struct blocks made = {ARENA_ARRAY(s->typesetter->arena, blocks->count, struct block),
                          blocks->count, blocks->count};
    for (size_t i = 0; i < blocks->count; i++) {
        made.items[i] = blocks->items[i];
        shrink_block(s, &made.items[i]);
    }
    return made;
}

bool smaller_blocks(struct typesetter *typesetter, const struct blocks *blocks, double factor,
                    struct blocks *smaller)
{
    struct smaller s = {.typesetter = typesetter, .factor = factor, .legible = true};
    *smaller = shrunk(&s, blocks);
    return s.legible;
}

static const char *longer(const char *one, const char *other)
{
    return !one || (other && strlen(other) > strlen(one)) ? other : one;
}

static const char *longest_of(const struct blocks *blocks, struct arena *arena,
                              const char *longest);

static const char *longest_in_table(const struct table *table, struct arena *arena,
                                    const char *longest)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct row *row = row_whole(&table->rows[r], arena);
        for (size_t c = 0; c < row->cell_count; c++)
            longest = longest_of(&row->cells[c].blocks, arena, longest);
    }
    return longest;
}

static const char *longest_of(const struct blocks *blocks, struct arena *arena, const char *longest)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        const struct runs *runs = &block->paragraph.runs;
        if (block->kind == BLOCK_KEEP)
            longest = longest_of(&block->keep.blocks, arena, longest);
        if (block->kind == BLOCK_TABLE)
            longest = longest_in_table(&block->table, arena, longest);
        for (size_t j = 0; block->kind == BLOCK_LIST && j < block->list.count; j++)
            longest = longest_of(&block->list.items[j].blocks, arena, longest);
        for (size_t j = 0; block->kind == BLOCK_PARAGRAPH && j < runs->count; j++)
            if (runs->items[j].kind == RUN_TEXT)
                longest = longer(longest, runs->items[j].text);
    }
    return longest;
}

const char *longest_text(const struct blocks *blocks, struct arena *arena)
{
    return longest_of(blocks, arena, NULL);
}

struct halt halt_now(const struct typesetter *typesetter)
{
    return (struct halt){typesetter->ink.count, typesetter->pages->element_count,
                         typesetter->references->forward_count};
}

void halt_back(struct typesetter *typesetter, struct halt halt)
{
    struct references *references = typesetter->references;
    typesetter->ink.count = halt.ink;
    typesetter->pages->element_count = halt.elements;
    references->forward_count = halt.forwards;
    for (size_t i = 0; i < typesetter->pages->doc->target_count; i++)
        if (references->targets[i].element >= halt.elements)
            references->targets[i] = (struct reference){0};
}
