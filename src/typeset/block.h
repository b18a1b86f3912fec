/* block.h - blocks become strips of a column, each kind in a file of its own. */
#ifndef TYPESET_BLOCK_H
#define TYPESET_BLOCK_H

#include "flow.h"

void set_blocks(struct typesetter *typesetter, const struct blocks *blocks,
                struct text_column column, struct flow *flow);
void set_paragraph(struct typesetter *typesetter, const struct block *block,
                   struct text_column column, struct flow *flow);
void set_list(struct typesetter *typesetter, const struct block *block, struct text_column column,
              struct flow *flow);
void set_table(struct typesetter *typesetter, const struct block *block, struct text_column column,
               struct flow *flow);
void set_figure(struct typesetter *typesetter, const struct block *block, struct text_column column,
                struct flow *flow); /* image, qr, chart, rule */
void set_signature(struct typesetter *typesetter, const struct block *block,
                   struct text_column column, struct flow *flow);
/* Draws the open chart where there is one; HEIGHT is that of the page. */
void set_open_chart(struct typesetter *typesetter, struct flow *flow, double height);
void set_box(struct typesetter *typesetter, const struct block *block, uint32_t element,
             struct flow *flow);

/* Returns BLOCKS with all letters, lines and spaces of paragraphs in FACTOR of their size;
 * figures and the widths of columns stay.  False where letters would be too small to be read.
 * The typesetter's arenas own what is new. */
bool smaller_blocks(struct typesetter *typesetter, const struct blocks *blocks, double factor,
                    struct blocks *smaller);

/* Returns the longest run of text in the paragraphs of BLOCKS; NULL where there is none. */
const char *longest_text(const struct blocks *blocks, struct arena *arena);

/* How far a piece of work had come, to be taken back. */
struct halt {
    size_t ink, elements, forwards;
};

struct halt halt_now(const struct typesetter *typesetter);
void halt_back(struct typesetter *typesetter, struct halt halt);

#endif
