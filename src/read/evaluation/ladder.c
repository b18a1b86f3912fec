#include "rapor/read/ladder.h"

/* How the items of one rung stand. */
struct rung_count {
    size_t applicable, accepted;
};

static struct rung_count count_rung(const struct instrument *instrument, size_t indicator,
                                    const struct judged_item *items, size_t rung)
{
    const struct indicator *owner = &instrument->indicators[indicator];
    struct rung_count count = {0};
    for (size_t i = 0; i < owner->item_count; i++) {
        if (instrument->items[owner->item_first + i].rung != rung)
            continue;
        count.applicable += items[i].state != ITEM_NOT_APPLICABLE;
        count.accepted += items[i].state == ITEM_ACCEPTED;
    }
    return count;
}

size_t ladder_open(const struct instrument *instrument, size_t indicator,
                   const struct judged_item *items)
{
    size_t rung = 0;
    for (; rung < instrument->rung_count; rung++) {
        const struct rung_count count = count_rung(instrument, indicator, items, rung);
        if (count.accepted < count.applicable)
            break;
    }
    return rung;
}

int32_t ladder_level(const struct instrument *instrument, size_t indicator,
                     const struct judged_item *items)
{
    const size_t open = ladder_open(instrument, indicator, items);
    const int64_t reached = open == 0 ? instrument->ladder_from : instrument->rungs[open - 1];
    if (open == instrument->rung_count)
        return (int32_t)reached;
    const struct rung_count count = count_rung(instrument, indicator, items, open);
    const int64_t way = instrument->rungs[open] - reached;
    g_assert(count.applicable > count.accepted); /* or the rung would not be open */
    return (int32_t)(reached + way * (int64_t)count.accepted / (int64_t)count.applicable);
}
