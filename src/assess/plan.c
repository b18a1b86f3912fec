#include "rapor/plan.h"

#include "rapor/arena.h"
#include "shortest.h"
#include "value.h"

#include <stdlib.h>

/* A step as it is sorted.  Steps that bring the same stand in one bundle, those
 * to lower levels first; an indicator of decimal level, whose first step brings
 * less than the others, has a bundle of its own. */
struct move {
    struct step step;
    int64_t weight;
    bool decimal;
};

struct moves {
    struct move *items;
    size_t count;
};

struct step step_from(const struct instrument *instrument, size_t indicator, int32_t level)
{
    int64_t scale = instrument->level_scale;
    int64_t to = (level / scale + 1) * scale;
    if (to > instrument->level_max)
        to = level;
    return (struct step){.indicator = indicator,
                         .from = level,
                         .to = (int32_t)to,
                         .gain = instrument->indicators[indicator].weight * (to - level)};
}

/* The order of bundles, best first. */
static int compare_bundles(const struct move *a, const struct move *b)
{
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->decimal != b->decimal)
        return a->decimal ? 1 : -1;
    if (!a->decimal || a->step.indicator == b->step.indicator)
        return 0;
    return a->step.indicator < b->step.indicator ? -1 : 1;
}

static int by_bundle_then_level(const void *left, const void *right)
{
    const struct move *a = left, *b = right;
    int order = compare_bundles(a, b);
    if (order != 0)
        return order;
    if (a->step.to != b->step.to)
        return a->step.to < b->step.to ? -1 : 1;
    return (a->step.indicator > b->step.indicator) - (a->step.indicator < b->step.indicator);
}

static int by_weight_then_indicator(const void *left, const void *right)
{
    const struct move *a = left, *b = right;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    if (a->step.indicator != b->step.indicator)
        return a->step.indicator < b->step.indicator ? -1 : 1;
    return (a->step.to > b->step.to) - (a->step.to < b->step.to);
}

static struct moves moves_from(const struct instrument *instrument, const int32_t *levels,
                               struct arena *scratch)
{
    int64_t scale = instrument->level_scale;
    size_t most = (size_t)((instrument->level_max - instrument->level_min) / scale + 1);
    struct moves moves = {ARENA_ARRAY(scratch, instrument->indicator_count * most, struct move), 0};
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        struct step step = step_from(instrument, i, levels[i]);
        for (; step.to != step.from; step = step_from(instrument, i, step.to))
            moves.items[moves.count++] = (struct move){.step = step,
                                                       .weight = instrument->indicators[i].weight,
                                                       .decimal = levels[i] % scale != 0};
    }
    qsort(moves.items, moves.count, sizeof *moves.items, by_bundle_then_level);
    return moves;
}

/* Returns the bundle that begins at the first of MOVES. */
static struct bundle bundle_of(const struct instrument *instrument, const struct moves *moves,
                               struct arena *scratch)
{
    size_t count = 1;
    while (count < moves->count && compare_bundles(moves->items, &moves->items[count]) == 0)
        count++;
    int64_t *gains = ARENA_ARRAY(scratch, count + 1, int64_t);
    size_t *efforts = ARENA_ARRAY(scratch, count + 1, size_t);
    for (size_t j = 0; j < count; j++) {
        const struct step *step = &moves->items[j].step;
        gains[j + 1] = gains[j] + step->gain;
        efforts[j + 1] = efforts[j] + (size_t)(step->to / instrument->level_scale);
    }
    return (struct bundle){.count = count, .gains = gains, .efforts = efforts};
}

/* Leaves of MOVES those of the shortest list that gains NEED. */
static bool keep_shortest(const struct instrument *instrument, struct moves *moves, int64_t need,
                          struct arena *scratch)
{
    struct bundle *bundles = ARENA_ARRAY(scratch, moves->count, struct bundle);
    size_t *taken = ARENA_ARRAY(scratch, moves->count, size_t), count = 0;
    for (struct moves rest = *moves; rest.count > 0; count++) {
        bundles[count] = bundle_of(instrument, &rest, scratch);
        rest.items += bundles[count].count;
        rest.count -= bundles[count].count;
    }
    if (!shortest(bundles, count, need, taken))
        return false;

    const struct move *from = moves->items;
    moves->count = 0;
    for (size_t b = 0; b < count; from += bundles[b++].count)
        for (size_t j = 0; j < taken[b]; j++)
            moves->items[moves->count++] = from[j];
    return true;
}

/* Returns the smallest sum of parts whose index, as it decides grades, is at least
 * FROM hundredths. */
static int64_t sum_for(const struct instrument *instrument, int64_t from)
{
    __int128 whole = (__int128)instrument->weight_total * instrument->level_scale;
    __int128 parts = instrument->grade_by_exact ? whole * from * 2 : whole * (2 * from - 1);
    return (int64_t)((parts + 199) / 200); /* an index prints half a hundredth more */
}

static int64_t sum_of(const struct instrument *instrument, const int32_t *levels)
{
    int64_t sum = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++)
        sum += instrument->indicators[i].weight * levels[i];
    return sum;
}

static struct plan *plan_from(const struct instrument *instrument, struct moves *moves, int64_t sum,
                              struct arena *arena)
{
    struct plan *plan = ARENA_NEW(arena, struct plan);
    qsort(moves->items, moves->count, sizeof *moves->items, by_weight_then_indicator);
    plan->steps = ARENA_ARRAY(arena, moves->count, struct step);
    plan->count = moves->count;
    for (size_t i = 0; i < moves->count; i++) {
        plan->steps[i] = moves->items[i].step;
        plan->gain += moves->items[i].step.gain;
    }
    plan->index = value_of(sum + plan->gain, instrument->weight_total * instrument->level_scale);
    plan->grade = grade_of(instrument, value_decisive(instrument, plan->index));
    return plan;
}

struct plan *plan_of(const struct instrument *instrument, const int32_t *levels,
                     struct arena *arena)
{
    int64_t sum = sum_of(instrument, levels);
    struct value index = value_of(sum, instrument->weight_total * instrument->level_scale);
    const struct grade *grade = grade_of(instrument, value_decisive(instrument, index));
    if (!grade || grade == instrument->grades)
        return NULL;

    struct arena *scratch = arena_create();
    struct moves moves = moves_from(instrument, levels, scratch);
    int64_t need = sum_for(instrument, grade[-1].from) - sum;
    struct plan *plan = keep_shortest(instrument, &moves, need, scratch)
                            ? plan_from(instrument, &moves, sum, arena)
                            : NULL;
    arena_destroy(scratch);
    return plan;
}
