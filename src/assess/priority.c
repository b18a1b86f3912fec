#include "priority.h"

#include "rapor/base/arena.h"

struct gap {
    int64_t loss; /* what reaching the target level would add to the index */
    size_t indicator;
};

/* Weight after weight: there are few. */
size_t *heaviest_first(const struct instrument *instrument, struct arena *arena)
{
    const struct indicator *indicators = instrument->indicators;
    const size_t count = instrument->indicator_count;
    size_t *order = ARENA_ARRAY(arena, count, size_t);
    int64_t above = INT64_MAX;
    for (size_t ordered = 0; ordered < count;) {
        int64_t weight = INT64_MIN;
        for (size_t i = 0; i < count; i++)
            if (indicators[i].weight < above && indicators[i].weight > weight)
                weight = indicators[i].weight;
        for (size_t i = 0; i < count; i++)
            if (indicators[i].weight == weight)
                order[ordered++] = i;
        above = weight;
    }
    return order;
}

struct urgency urgency_of(const struct instrument *instrument, struct arena *arena)
{
    return (struct urgency){
        .instrument = instrument,
        .heaviest = heaviest_first(instrument, arena),
        .gaps = ARENA_ARRAY(arena, instrument->indicator_count, struct gap),
    };
}

/* The largest gap comes first, of equal ones the heavier indicator.  Each goes before the
 * smaller ones that are there: they are few, and come in order nearly. */
static size_t sort_gaps(const struct urgency *urgency, const struct institution *institution)
{
    const bool *pending = institution->pending;
    const struct instrument *instrument = urgency->instrument;
    struct gap *gaps = urgency->gaps;
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const size_t indicator = urgency->heaviest[i];
        const int64_t missing = instrument->target_level - institution->levels[indicator];
        const int64_t loss = instrument->indicators[indicator].weight * missing;
        if (missing <= 0 || (pending && pending[indicator]))
            continue;
        size_t at = count++;
        for (; at > 0 && gaps[at - 1].loss < loss; at--)
            gaps[at] = gaps[at - 1];
        gaps[at] = (struct gap){loss, indicator};
    }
    return count;
}

uint32_t *priorities_of(const struct urgency *urgency, const struct institution *institution,
                        struct arena *arena)
{
    const size_t count = sort_gaps(urgency, institution);
    uint32_t *priority = ARENA_ARRAY(arena, urgency->instrument->indicator_count, uint32_t);
    for (uint32_t place = 0; place < count; place++)
        priority[urgency->gaps[place].indicator] = place + 1;
    return priority;
}
