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
    struct strip *strip = flow_add(typesetter, flow, fmax(signature->height, flow_height(&inner)));
    struct ink *ink = &typesetter->ink.items[first];
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
        .page = page,
        .x = ink->x,
        .y = ink->y,
        .width = ink->fill.width,
        .height = ink->fill.height,
    };
}

void gather_signatures(struct pages *pages, size_t page)
{
    struct inks *inks = &pages->items[page].inks;
    size_t kept = 0;
    for (size_t i = 0; i < inks->count; i++) {
        const struct ink *ink = &inks->items[i];
        if (ink->kind == INK_FILL && ink->fill.signature)
            add_signing(pages, page, ink);
        else
            inks->items[kept++] = *ink;
    }
    inks->count = kept;
}
