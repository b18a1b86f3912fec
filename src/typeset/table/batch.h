/* batch.h - rows of a long table are set by the batch: what a row was set in, and its ink, go
 * when it stands on its page, so that a table of thousands of rows takes the memory of some
 * hundred. */
#ifndef TYPESET_TABLE_BATCH_H
#define TYPESET_TABLE_BATCH_H

#include "../flow.h"

/* The last two batches of the section in hand: rows of the older one may still wait for their
 * page while the newer one is set. */
struct row_batches {
    struct page_builder *builder;
    struct arena *older, *newer; /* NULL before the first row */
    size_t older_end, newer_end; /* the strips of FLOW before it are in them, or gone */
};

/* Before a row is set into FLOW: from here on the typesetter's scratch is that of its batch, where
 * the row is in no other block.  Returns what it was, for batch_leave(). */
struct arena *batch_enter(struct typesetter *typesetter, struct flow *flow);
void batch_leave(struct typesetter *typesetter, struct arena *lasting);

void batches_free(struct row_batches *batches);

#endif
