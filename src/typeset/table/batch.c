#include "batch.h"

#include "grid.h"

#include "rapor/base/arena.h"

#include <string.h>

enum { BATCH = 256 }; /* rows */

/* The ink of STRIP, and of what it is made of, stands BY further to the front. */
static void move_ink(struct strip *strip, size_t by)
{
    strip->first -= by;
    const struct flow *cells;
    const size_t count = row_cells(strip, &cells);
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < cells[c].count; i++)
            move_ink(&cells[c].items[i], by);
}

/* Forgets the ink of the first strips of FLOW, which stand on pages. */
static void drop_ink(struct typesetter *typesetter, struct flow *flow, size_t placed)
{
    struct inks *ink = &typesetter->ink;
    size_t first = ink->count; /* a row that was cut has its ink behind that of others */
    for (size_t i = placed; i < flow->count; i++)
        first = MIN(first, flow->items[i].first);
    ink->count -= first;
    memmove(ink->items, ink->items + first, ink->count * sizeof *ink->items);
    for (size_t i = placed; i < flow->count; i++)
        move_ink(&flow->items[i], first);
}

/* Begins a batch in the room of the older one, once its rows stand on pages. */
static void turn(struct typesetter *typesetter, struct flow *flow)
{
    struct row_batches *batches = typesetter->batches;
    const size_t placed = pages_follow(batches->builder);
    drop_ink(typesetter, flow, placed);
    batches->newer_end = flow->count;
    if (placed < batches->older_end)
        return;
    arena_destroy(batches->older);
    batches->older = batches->newer;
    batches->older_end = flow->count;
    batches->newer = arena_create();
}

struct arena *batch_enter(struct typesetter *typesetter, struct flow *flow)
{
    struct row_batches *batches = typesetter->batches;
    struct arena *lasting = typesetter->scratch;
    if (!batches || typesetter->depth > 1 || typesetter->marked)
        return lasting;
    if (!batches->newer || flow->count >= batches->newer_end + BATCH)
        turn(typesetter, flow);
    typesetter->scratch = batches->newer;
    return lasting;
}

void batch_leave(struct typesetter *typesetter, struct arena *lasting)
{
    typesetter->scratch = lasting;
}

void batches_free(struct row_batches *batches)
{
    arena_destroy(batches->older);
    arena_destroy(batches->newer);
}
