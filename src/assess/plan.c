#include "rapor/assess/plan.h"

#include "priority.h"
#include "shortest.h"
#include "value.h"

#include "rapor/base/arena.h"

/* The list of steps while it is made.  Steps that bring the same stand in one bundle, those to
 * lower levels first; an indicator of decimal level, whose first step brings less than the
 * others, has a bundle of its own.  Nothing is sorted but the indicators, which are few. */
struct plan_draft {
    const struct instrument *instrument;
    const int32_t *levels;
    const bool *pending; /* or NULL */
    const size_t *order; /* of the indicators: the heaviest first */
    struct bundle *bundles;
    size_t bundle_count;
    size_t *indicators; /* whose step each is, bundle after bundle */
    size_t step_count;
    int64_t *gains; /* what the bundles point into: one more for each than it has steps */
    size_t *efforts;
    size_t *raises; /* of each indicator, how often it is raised */
};

struct plan_step step_from(const struct instrument *instrument, size_t indicator, int32_t level)
{
    const int64_t to = instrument_next_level(instrument, level);
    return (struct plan_step){.indicator = indicator,
                              .from = level,
                              .to = (int32_t)to,
                              .gain = instrument->indicators[indicator].weight * (to - level)};
}

static struct plan_draft draft_create(const struct instrument *instrument, const int32_t *levels,
                                      const bool *pending, struct arena *scratch)
{
    const size_t count = instrument->indicator_count;
    const int64_t range = instrument->level_max - instrument->level_min;
    const size_t steps = (size_t)(range / instrument->level_scale + 1);
    const size_t most = count * MAX(steps, instrument->rung_count);
    return (struct plan_draft){
        .instrument = instrument,
        .levels = levels,
        .pending = pending,
        .order = heaviest_first(instrument, scratch),
        .bundles = ARENA_ARRAY(scratch, count, struct bundle),
        .indicators = ARENA_ARRAY(scratch, most, size_t),
        .gains = ARENA_ARRAY(scratch, most + count, int64_t),
        .efforts = ARENA_ARRAY(scratch, most + count, size_t),
        .raises = ARENA_ARRAY(scratch, count, size_t),
    };
}

static struct bundle *begin_bundle(struct plan_draft *draft)
{
    const size_t at = draft->step_count + draft->bundle_count;
    struct bundle *bundle = &draft->bundles[draft->bundle_count];
    *bundle = (struct bundle){.gains = draft->gains + at, .efforts = draft->efforts + at};
    return bundle;
}

static void end_bundle(struct plan_draft *draft, const struct bundle *bundle)
{
    draft->bundle_count += bundle->count > 0;
}

/* EFFORT is the level it leads to, or the rung. */
static void add_step(struct plan_draft *draft, struct bundle *bundle, const struct plan_step *step,
                     int64_t effort)
{
    const size_t at = draft->step_count + draft->bundle_count;
    draft->gains[at + 1] = draft->gains[at] + step->gain;
    draft->efforts[at + 1] = draft->efforts[at] + (size_t)effort;
    draft->indicators[draft->step_count++] = step->indicator;
    bundle->count++;
}

/* Its steps are not all as long as those of others. */
static bool is_decimal(const struct plan_draft *draft, size_t indicator)
{
    const struct instrument *instrument = draft->instrument;
    return instrument->rung_count > 0 || draft->levels[indicator] % instrument->level_scale != 0;
}

static bool is_pending(const struct plan_draft *draft, size_t indicator)
{
    return draft->pending && draft->pending[indicator];
}

static int64_t effort_of(const struct instrument *instrument, int64_t level)
{
    int64_t rung = 0;
    while (rung < (int64_t)instrument->rung_count && instrument->rungs[rung] <= level)
        rung++;
    return instrument->rung_count > 0 ? rung : level / instrument->level_scale;
}

/* All steps to one level, then those to the next; of indicators of one weight. */
static void bundle_whole(struct plan_draft *draft, const size_t *first, const size_t *end)
{
    const struct instrument *instrument = draft->instrument;
    const int64_t scale = instrument->level_scale;
    const int64_t gain = instrument->indicators[*first].weight * scale;
    struct bundle *bundle = begin_bundle(draft);
    for (int64_t level = instrument->level_min / scale + 1; level * scale <= instrument->level_max;
         level++)
        for (const size_t *i = first; i < end; i++) {
            const struct plan_step step = {.indicator = *i, .gain = gain};
            if (draft->levels[*i] < level * scale && !is_decimal(draft, *i) &&
                !is_pending(draft, *i))
                add_step(draft, bundle, &step, level);
        }
    end_bundle(draft, bundle);
}

static void bundle_decimal(struct plan_draft *draft, size_t indicator)
{
    const struct instrument *instrument = draft->instrument;
    struct bundle *bundle = begin_bundle(draft);
    struct plan_step step = step_from(instrument, indicator, draft->levels[indicator]);
    for (; step.to != step.from; step = step_from(instrument, indicator, step.to))
        add_step(draft, bundle, &step, effort_of(instrument, step.to));
    end_bundle(draft, bundle);
}

static void make_bundles(struct plan_draft *draft)
{
    const struct indicator *indicators = draft->instrument->indicators;
    const size_t *end = draft->order + draft->instrument->indicator_count;
    for (const size_t *first = draft->order, *next; first < end; first = next) {
        for (next = first + 1; next < end && indicators[*next].weight == indicators[*first].weight;)
            next++;
        bundle_whole(draft, first, next);
        for (const size_t *i = first; i < next; i++)
            if (is_decimal(draft, *i) && !is_pending(draft, *i))
                bundle_decimal(draft, *i);
    }
}

/* Chooses the shortest list of steps that gains NEED. */
static bool choose(struct plan_draft *draft, int64_t need, struct arena *scratch)
{
    size_t *taken = ARENA_ARRAY(scratch, draft->bundle_count, size_t);
    if (!shortest(draft->bundles, draft->bundle_count, need, taken))
        return false;
    const size_t *indicators = draft->indicators;
    for (size_t b = 0; b < draft->bundle_count; indicators += draft->bundles[b++].count)
        for (size_t j = 0; j < taken[b]; j++)
            draft->raises[indicators[j]]++;
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

static void add_steps(struct improvement_plan *plan, const struct plan_draft *draft,
                      size_t indicator)
{
    int32_t level = draft->levels[indicator];
    for (size_t i = 0; i < draft->raises[indicator]; i++) {
        const struct plan_step step = step_from(draft->instrument, indicator, level);
        plan->steps[plan->count++] = step;
        plan->gain += step.gain;
        level = step.to;
    }
}

static struct improvement_plan *plan_from(const struct plan_draft *draft, int64_t sum,
                                          struct arena *arena)
{
    const struct instrument *instrument = draft->instrument;
    struct improvement_plan *plan = ARENA_NEW(arena, struct improvement_plan);
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++)
        count += draft->raises[i];
    plan->steps = ARENA_ARRAY(arena, count, struct plan_step);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        add_steps(plan, draft, draft->order[i]);
    plan->index =
        value_of(sum + plan->gain, (__int128)instrument->weight_total * instrument->level_scale);
    plan->grade = grade_of(instrument, value_decisive(instrument, plan->index));
    return plan;
}

struct improvement_plan *plan_of(const struct instrument *instrument, const int32_t *levels,
                                 const bool *pending, struct arena *arena)
{
    int64_t sum = sum_of(instrument, levels);
    struct exact_value index =
        value_of(sum, (__int128)instrument->weight_total * instrument->level_scale);
    const struct grade *grade = grade_of(instrument, value_decisive(instrument, index));
    if (!grade || grade == instrument->grades)
        return NULL;

    struct arena *scratch = arena_create();
    struct plan_draft draft = draft_create(instrument, levels, pending, scratch);
    make_bundles(&draft);
    int64_t need = sum_for(instrument, grade[-1].from) - sum;
    struct improvement_plan *plan =
        choose(&draft, need, scratch) ? plan_from(&draft, sum, arena) : NULL;
    arena_destroy(scratch);
    return plan;
}
