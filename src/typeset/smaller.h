/* smaller.h - blocks in smaller type, for what does not fit its box. */
#ifndef TYPESET_SMALLER_H
#define TYPESET_SMALLER_H

#include "flow.h"

/* Returns BLOCKS with all letters, lines and spaces of paragraphs in FACTOR of their size;
 * figures and the widths of columns stay.  False where letters would be too small to be read.
 * The typesetter's arenas own what is new. */
bool smaller_blocks(struct typesetter *typesetter, const struct blocks *blocks, double factor,
                    struct blocks *smaller);

/* How far a piece of work had come, to be taken back. */
struct halt {
    size_t ink, elements, forwards;
};

struct halt halt_now(const struct typesetter *typesetter);
void halt_back(struct typesetter *typesetter, struct halt halt);

#endif
