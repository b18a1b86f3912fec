/* Places for electronic signatures.  Until the pages are done each travels as a
 * fill, so that it moves with what stands around it. */
#include "block.h"

#include "rapor/base/arena.h"

#include <math.h>

void set_signature(struct typesetter *typesetter, const struct block *block,
                   struct text_column column, struct flow *flow)
{
    const struct signature *signature = &block->signature;
    struct flow inner = {0};
    size_t first = typesetter->ink.count;
    inks_add(&typesetter->ink, INK_FILL, column.left, 0);
    set_blocks(typesetter, &signature->blocks, column, &inner);
    uint32_t element = typesetter_element(typesetter, ROLE_FORM, column.element, signature->about);
    struct strip *strip = flow_add(typesetter, flow, fmax(signature->height, flow_height(&inner)));
    struct ink *ink = &typesetter->ink.items[first];
    ink->element = element & ELEMENT_BITS;
    ink->fill.signature = signature;
    ink->fill.width = column.width;
    ink->fill.height = strip->height;
    strip->first = first;
    strip_end(typesetter, strip);
    flow_settle(typesetter, &inner, strip, 0);
}

static void add_signing(struct pages *pages, size_t page, const struct ink *ink)
{
    pages->signings = arena_grow(pages->arena, pages->signings, pages->signing_count,
                                 &pages->signing_room, sizeof *pages->signings);
    pages->signings[pages->signing_count++] = (struct signing){
        .signature = ink->fill.signature,
        .element = ink->element,
        .page = page,
        .x = ink->x,
        .y = ink->y,
        .width = ink->fill.width,
        .height = ink->fill.height,
    };
}

/* What the signed paper alone shows is decoration there. */
static void add_signed(struct inks *inks, const struct ink *ink)
{
    struct ink *added = inks_add(inks, ink->kind, ink->x, ink->y);
    *added = *ink;
    added->element = DECORATION;
}

void gather_signatures(struct pages *pages, size_t page)
{
    struct inks *inks = &pages->items[page].inks, *signed_only = &pages->items[page].signed_only;
    size_t kept = 0, head = pages->items[page].head;
    signed_only->arena = pages->arena;
    for (size_t i = 0; i < inks->count; i++) {
        const struct ink *ink = &inks->items[i];
        if (i == head)
            pages->items[page].head = kept;
        if (ink->kind == INK_FILL && ink->fill.signature)
            add_signing(pages, page, ink);
        else if (ink->element == SIGNED_ONLY)
            add_signed(signed_only, ink);
        else
            inks->items[kept++] = *ink;
    }
    pages->items[page].head = MIN(pages->items[page].head, kept);
    inks->count = kept;
}
