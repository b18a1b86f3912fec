#include "priority.h"

#include "rapor/arena.h"

#include <stdlib.h>

struct gap {
    int64_t loss; /* what reaching the target level would add to the index */
    int64_t weight;
    size_t indicator;
};

static int by_loss_then_weight(const void *left, const void *right)
{
    const struct gap *a = left, *b = right;
    if (a->loss != b->loss)
        return a->loss > b->loss ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->indicator < b->indicator ? -1 : 1;
}

size_t *priorities_of(const struct instrument *instrument, const int32_t *levels,
                      struct arena *arena)
{
    struct arena *scratch = arena_create();
    struct gap *gaps = ARENA_ARRAY(scratch, instrument->indicator_count, struct gap);
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        int64_t missing = instrument->target_level - levels[i];
        int64_t weight = instrument->indicators[i].weight;
        if (missing > 0)
            gaps[count++] =
                (struct gap){.loss = weight * missing, .weight = weight, .indicator = i};
    }
    qsort(gaps, count, sizeof *gaps, by_loss_then_weight);

    size_t *priority = ARENA_ARRAY(arena, instrument->indicator_count, size_t);
    for (size_t place = 0; place < count; place++)
        priority[gaps[place].indicator] = place + 1;
    arena_destroy(scratch);
    return priority;
}
