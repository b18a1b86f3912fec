/* Blocks become strips; strips stand on one another. */
#include "flow.h"
#include "grid.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"

#include <stdarg.h>

void typesetter_fail(struct typesetter *typesetter, const struct origin *origin, const char *format,
                     ...)
{
    if (typesetter->error)
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    fail(&typesetter->error, FAILURE_DATA, "%s: %s:%u: %s", typesetter->pages->doc->name,
         origin->file, origin->line, text);
}

uint32_t typesetter_element(struct typesetter *typesetter, enum role role, uint32_t parent,
                            const char *alt)
{
    struct pages *pages = typesetter->pages;
    if (parent == DECORATION || role == ROLE_DECORATION)
        return DECORATION;
    if (role == ROLE_NONE)
        return parent;
    pages->elements = arena_grow(typesetter->arena, pages->elements, pages->element_count,
                                 &pages->element_room, sizeof *pages->elements);
    pages->elements[pages->element_count] =
        (struct element){.role = role, .parent = parent, .alt = alt};
    return (uint32_t)pages->element_count++;
}

void flow_reserve(struct typesetter *typesetter, struct flow *flow, size_t count)
{
    flow->items = ARENA_ARRAY(typesetter->scratch, count, struct strip);
    flow->room = count;
}

struct strip *flow_add(struct typesetter *typesetter, struct flow *flow, double height)
{
    flow->items =
        arena_grow(typesetter->scratch, flow->items, flow->count, &flow->room, sizeof *flow->items);
    struct strip *strip = &flow->items[flow->count++];
    *strip =
        (struct strip){.before = flow->pending, .height = height, .first = typesetter->ink.count};
    flow->pending = 0;
    return strip;
}

void strip_end(struct typesetter *typesetter, struct strip *strip)
{
    strip->count = typesetter->ink.count - strip->first;
}

struct mark *strip_mark(struct typesetter *typesetter, struct strip *strip, struct mark mark)
{
    if (!strip->marks)
        strip->marks = ARENA_NEW(typesetter->scratch, struct inks);
    strip->marks->arena = typesetter->scratch;
    return inks_mark(strip->marks, mark);
}

double flow_height(const struct flow *flow)
{
    double height = 0;
    for (size_t i = 0; i < flow->count; i++)
        height += flow->items[i].before + flow->items[i].height;
    return height;
}

void ink_copy(struct inks *inks, const struct ink *from, size_t count, double dx, double dy)
{
    for (size_t i = 0; i < count; i++) {
        struct ink *ink = inks_add(inks, from[i].kind, 0, 0);
        *ink = from[i];
        ink->x += dx;
        ink->y += dy;
    }
}

static void copy_marks(const struct strip *strip, struct inks *to, double dx, double dy)
{
    for (size_t i = 0; strip->marks && i < strip->marks->mark_count; i++) {
        struct mark *mark = inks_mark(to, strip->marks->marks[i]);
        mark->x += dx;
        mark->y += dy;
    }
}

void strip_copy(const struct typesetter *typesetter, const struct strip *strip, struct inks *inks,
                double dx, double dy)
{
    ink_copy(inks, typesetter->ink.items + strip->first, strip->count, dx, dy);
    copy_marks(strip, inks, dx, dy);
}

static void settle(struct typesetter *typesetter, struct strip *strip, struct strip *into, double y)
{
    struct ink *ink = typesetter->ink.items + strip->first;
    strip->y = strip->absolute ? 0 : y;
    for (size_t i = 0; i < strip->count; i++)
        ink[i].y += strip->y;
    for (size_t i = 0; strip->marks && i < strip->marks->mark_count; i++)
        strip_mark(typesetter, into, strip->marks->marks[i])->y += strip->y;
}

void flow_settle(struct typesetter *typesetter, struct flow *flow, struct strip *strip, double y)
{
    for (size_t i = 0; i < flow->count; i++) {
        y += flow->items[i].before;
        settle(typesetter, &flow->items[i], strip, y);
        y += flow->items[i].height;
    }
}

/* All strips from FIRST on stay together, and so many of those before. */
static void keep_together(struct flow *flow, size_t first, size_t lines_before)
{
    size_t from = first > lines_before ? first - lines_before : 0;
    for (size_t i = from; i + 1 < flow->count; i++)
        flow->items[i].keep_next = true;
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
        set_blocks(typesetter, &block->keep.blocks, column, flow);
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
    for (size_t i = 0; i < blocks->count && !typesetter->error;)
        i += set_captioned(typesetter, &blocks->items[i], blocks->count - i, column, flow);
}

double valign_drop(enum valign valign, double slack)
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

/* How much ink draw_frame() puts down. */
static size_t frame_count(const struct box *box)
{
    return (box->filled ? (size_t)1 : 0) + (box->framed ? 4 : 0);
}

static void draw_frame(const struct box *box, double height, struct ink *ink)
{
    const double corners[][4] = {{0, 0, box->width, 0},
                                 {0, height, box->width, 0},
                                 {0, 0, 0, height},
                                 {box->width, 0, 0, height}};
    if (box->filled) {
        *ink = (struct ink){.kind = INK_FILL, .x = box->x, .y = box->y, .color = box->fill};
        ink->fill.width = box->width;
        ink->fill.height = height;
        ink++;
    }
    for (size_t i = 0; box->framed && i < G_N_ELEMENTS(corners); i++, ink++) {
        *ink = (struct ink){.kind = INK_LINE,
                            .x = box->x + corners[i][0],
                            .y = box->y + corners[i][1],
                            .color = box->frame};
        ink->line.dx = corners[i][2];
        ink->line.dy = corners[i][3];
        ink->line.thick = box->frame_width;
    }
}

/* A box waits in the flow for its page: a strip without height.  Its frame comes first in
 * the ink, though how high it is may be known last. */
void set_box(struct typesetter *typesetter, const struct block *block, uint32_t element,
             struct flow *flow)
{
    const struct box *box = &block->box;
    struct flow inner = {0};
    const struct text_column column = {box->x, box->width, box->decoration ? DECORATION : element};
    size_t first = typesetter->ink.count;
    for (size_t i = 0; i < frame_count(box); i++)
        inks_add(&typesetter->ink, INK_FILL, 0, 0);
    set_blocks(typesetter, &box->blocks, column, &inner);
    if (typesetter->error)
        return;
    double used = flow_height(&inner), height = box->height > 0 ? box->height : used;
    if (used > height + 0.01)
        typesetter_fail(typesetter, &block->origin,
                        "the content is %.1f mm high, but the box %.1f mm", used / 72 * 25.4,
                        height / 72 * 25.4);
    double pending = flow->pending;
    flow->pending = 0;
    struct strip *strip = flow_add(typesetter, flow, 0);
    flow->pending = pending;
    strip->absolute = strip->keep_next = true;
    strip->first = first;
    draw_frame(box, height, typesetter->ink.items + first);
    strip_end(typesetter, strip);
    if (typesetter->marked)
        strip_mark(typesetter, strip,
                   (struct mark){box->x, box->y, box->width, height, 0, "box", &block->origin});
    flow_settle(typesetter, &inner, strip, box->y + valign_drop(box->valign, height - used));
}
