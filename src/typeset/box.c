/* Boxes at places of the page. */
#include "block.h"

#include "rapor/base/arena.h"

static const double step = 0.95; /* by which type becomes smaller until it fits its box */

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

/* Sets what is in BOX; where it is higher than that, once more in smaller type, as long as it
 * can be read.  Returns how high it is. */
static double fill_box(struct typesetter *typesetter, const struct box *box,
                       struct text_column column, struct flow *inner)
{
    const struct halt begun = halt_now(typesetter);
    struct blocks smaller;
    double factor = step;
    set_blocks(typesetter, &box->blocks, column, inner);
    while (!typesetter->error && box->height > 0 && flow_height(inner) > box->height + 0.01 &&
           smaller_blocks(typesetter, &box->blocks, factor, &smaller)) {
        factor *= step;
        halt_back(typesetter, begun);
        *inner = (struct flow){0};
        set_blocks(typesetter, &smaller, column, inner);
    }
    return flow_height(inner);
}

/* The text that is to blame is the longest. */
static void refuse_box(struct typesetter *typesetter, const struct block *block, double used)
{
    const double height = block->box.height;
    const char *longest = longest_text(&block->box.blocks, typesetter->scratch);
    typesetter_fail(typesetter, &block->origin,
                    "the content is %.1f mm high in the smallest type, but the box %.1f mm",
                    used / 72 * 25.4, height / 72 * 25.4);
    if (longest)
        typesetter_blame(typesetter, longest, height / used);
}

static struct told_box *told_of(const struct typesetter *typesetter, const struct origin *origin)
{
    for (size_t i = 0; i < typesetter->told_count; i++)
        if (typesetter->told[i].origin->line == origin->line &&
            g_str_equal(typesetter->told[i].origin->file, origin->file))
            return &typesetter->told[i];
    return NULL;
}

void note_told(struct typesetter *typesetter, const struct blocks *head, uint32_t parent)
{
    for (size_t i = 0; i < head->count; i++) {
        const struct block *block = &head->items[i];
        if (block->kind != BLOCK_BOX || !block->box.once || told_of(typesetter, &block->origin))
            continue;
        typesetter->told = arena_grow(typesetter->arena, typesetter->told, typesetter->told_count,
                                      &typesetter->told_room, sizeof *typesetter->told);
        typesetter->told[typesetter->told_count++] = (struct told_box){
            &block->origin, typesetter_element(typesetter, ROLE_SECTION, parent, NULL),
            (unsigned)typesetter->pages->count + 1};
    }
}

/* What is in a box belongs to ELEMENT, or to nothing that is read. */
static uint32_t reader_of(const struct typesetter *typesetter, const struct block *block,
                          uint32_t element)
{
    if (block->box.decoration)
        return DECORATION;
    const struct told_box *told = block->box.once ? told_of(typesetter, &block->origin) : NULL;
    return element == DECORATION && told && told->page == typesetter->page ? told->element
                                                                           : element;
}

/* A box waits in the flow for its page: a strip without height.  Its frame comes first in
 * the ink, though how high it is may be known last. */
void set_box(struct typesetter *typesetter, const struct block *block, uint32_t element,
             struct flow *flow)
{
    const struct box *box = &block->box;
    struct flow inner = {0};
    const struct text_column column = {box->x, box->width, reader_of(typesetter, block, element)};
    size_t first = typesetter->ink.count;
    for (size_t i = 0; i < frame_count(box); i++)
        inks_add(&typesetter->ink, INK_FILL, 0, 0);
    double used = fill_box(typesetter, box, column, &inner);
    if (typesetter->error)
        return;
    double height = box->height > 0 ? box->height : used;
    if (used > height + 0.01)
        refuse_box(typesetter, block, used);
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
