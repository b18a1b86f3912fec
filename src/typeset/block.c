/* Blocks become strips: each kind has a file of its own. */
#include "block.h"

#include "table/grid.h"

/* All strips from FIRST on stay together, and so many of those before. */
static void keep_together(struct flow *flow, size_t first, size_t lines_before)
{
    size_t from = first > lines_before ? first - lines_before : 0;
    for (size_t i = from; i + 1 < flow->count; i++)
        flow->items[i].keep_next = true;
}

/* What only the signed paper shows is told by the field of its signature: it means nothing. */
static void set_kept(struct typesetter *typesetter, const struct keep *keep,
                     struct text_column column, struct flow *flow)
{
    size_t first = typesetter->ink.count;
    if (keep->signed_only)
        column.element = DECORATION;
    set_blocks(typesetter, &keep->blocks, column, flow);
    for (size_t i = first; keep->signed_only && i < typesetter->ink.count; i++)
        typesetter->ink.items[i].element = SIGNED_ONLY;
}

static void set_block(struct typesetter *typesetter, const struct block *block,
                      struct text_column column, struct flow *flow)
{
    size_t first = flow->count, element = typesetter->pages->element_count;
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        set_paragraph(typesetter, block, column, flow);
        typesetter_anchor(typesetter, block->paragraph.anchor, element);
        break;
    case BLOCK_SPACE:
        flow->pending += block->space;
        break;
    case BLOCK_RULE:
    case BLOCK_IMAGE:
    case BLOCK_QR:
    case BLOCK_CHART:
        set_figure(typesetter, block, column, flow);
        break;
    case BLOCK_SIGNATURE:
        set_signature(typesetter, block, column, flow);
        break;
    case BLOCK_LIST:
        set_list(typesetter, block, column, flow);
        break;
    case BLOCK_TABLE:
        set_table(typesetter, block, column, flow);
        break;
    case BLOCK_CONTENTS:
        set_blocks(typesetter, block->contents.entries,
                   (struct text_column){
                       column.left, column.width,
                       typesetter_element(typesetter, ROLE_CONTENTS, column.element, NULL)},
                   flow);
        break;
    case BLOCK_KEEP:
        set_kept(typesetter, &block->keep, column, flow);
        keep_together(flow, first, block->keep.lines_before);
        typesetter_anchor(typesetter, block->keep.anchor, element);
        break;
    case BLOCK_BOX:
        set_box(typesetter, block, column.element, flow);
        break;
    case BLOCK_PAGE_BREAK:
        flow_add(typesetter, flow, 0)->page_break = true;
        break;
    }
    for (size_t i = first; i < flow->count; i++)
        if (!flow->items[i].origin)
            flow->items[i].origin = &block->origin;
    if (typesetter->marked)
        mark_block(typesetter, block, column, flow, first);
}

static bool is_caption(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH && block->paragraph.role == ROLE_CAPTION;
}

static bool is_figure(const struct block *block)
{
    return block->kind == BLOCK_CHART || block->kind == BLOCK_IMAGE || block->kind == BLOCK_QR;
}

/* A caption is the first or the last of what it stands in (ISO 32000-1, 14.8.4.3): of
 * the table below it, or of a group with the figure above it.  Returns how many blocks
 * were set. */
static size_t set_captioned(struct typesetter *typesetter, const struct block *blocks, size_t left,
                            struct text_column column, struct flow *flow)
{
    const struct block *next = left > 1 ? &blocks[1] : NULL;
    struct text_column inner = column;
    if (is_caption(blocks) && next && next->kind == BLOCK_TABLE && table_is_data(&next->table)) {
        inner.element =
            typesetter_element(typesetter, ROLE_TABLE, column.element, next->table.summary);
        set_block(typesetter, blocks, inner, flow);
        typesetter->captioned = inner.element;
        set_block(typesetter, next, column, flow);
        return 2;
    }
    if (is_caption(blocks) || (is_figure(blocks) && next && is_caption(next)))
        inner.element = typesetter_element(typesetter, ROLE_SECTION, column.element, NULL);
    set_block(typesetter, blocks, inner, flow);
    if (!is_figure(blocks) || !next || !is_caption(next))
        return 1;
    set_block(typesetter, next, inner, flow);
    return 2;
}

void set_blocks(struct typesetter *typesetter, const struct blocks *blocks,
                struct text_column column, struct flow *flow)
{
    typesetter->depth++;
    for (size_t i = 0; i < blocks->count && !typesetter->error;)
        i += set_captioned(typesetter, &blocks->items[i], blocks->count - i, column, flow);
    typesetter->depth--;
}
