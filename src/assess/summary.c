#include "summary.h"

#include "value.h"

#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"

/* While institutions are added, a value's sum is in parts of 1/COMMON and its whole counts
 * them.  A common is at most 10^15, a value 10^3: the sums of any number of institutions that
 * fits into memory stay far below 2^127. */
struct commons {
    int64_t index;
    int64_t *domains, *aspects; /* of each of the instrument's */
};

/* Returns parts of which both levels with this weight and hundredths are made. */
static int64_t common_of(const struct instrument *instrument, int64_t weight)
{
    int64_t whole = weight * instrument->level_scale;
    return whole / (int64_t)numeral_common_divisor((uint64_t)whole, 100) * 100;
}

static void add_value(struct exact_value *mean, struct exact_value value, int64_t common)
{
    if (!value_exists(value))
        return;
    mean->sum += value.sum * (common / (int64_t)value.whole); /* of one institution */
    mean->whole++;
}

static __int128 common_divisor(__int128 a, __int128 b)
{
    while (b != 0) {
        const __int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static void finish_value(struct exact_value *mean, int64_t common)
{
    const __int128 whole = mean->whole * common;
    const __int128 divisor = whole == 0 ? 1 : common_divisor(mean->sum, whole);
    *mean = value_of(mean->sum / divisor, whole / divisor);
}

static void add_shortfalls(struct summary *summary, const struct records *records)
{
    bool seen[SHORTFALL_KINDS] = {false};
    for (size_t i = 0; records && i < records->shortfall_count; i++) {
        const enum shortfall_kind kind = records->shortfalls[i].kind;
        summary->shortfalls[kind].count++;
        summary->shortfalls[kind].units += !seen[kind];
        seen[kind] = true;
    }
}

static struct commons commons_of(const struct instrument *instrument, struct arena *arena)
{
    const struct commons commons = {
        .index = common_of(instrument, instrument->weight_total),
        .domains = ARENA_ARRAY(arena, instrument->domain_count, int64_t),
        .aspects = ARENA_ARRAY(arena, instrument->aspect_count, int64_t),
    };
    for (size_t d = 0; d < instrument->domain_count; d++)
        commons.domains[d] = common_of(instrument, instrument->domains[d].weight);
    for (size_t a = 0; a < instrument->aspect_count; a++)
        commons.aspects[a] = common_of(instrument, instrument->aspects[a].weight);
    return commons;
}

static void add(struct summary *summary, const struct instrument *instrument,
                const struct commons *commons, const struct standing *standing)
{
    summary->count++;
    add_shortfalls(summary, standing->institution->records);
    if (standing->basis == BASIS_NONE)
        return;
    summary->assessed++;
    if (standing->grade)
        summary->grades[standing->grade - instrument->grades]++;
    add_value(&summary->index, standing->index, commons->index);
    for (size_t d = 0; d < instrument->domain_count; d++)
        add_value(&summary->domains[d], standing->domains[d], commons->domains[d]);
    for (size_t a = 0; a < instrument->aspect_count; a++)
        add_value(&summary->aspects[a], standing->aspects[a], commons->aspects[a]);
}

static void finish(struct summary *summary, const struct instrument *instrument,
                   const struct commons *commons)
{
    finish_value(&summary->index, commons->index);
    for (size_t d = 0; d < instrument->domain_count; d++)
        finish_value(&summary->domains[d], commons->domains[d]);
    for (size_t a = 0; a < instrument->aspect_count; a++)
        finish_value(&summary->aspects[a], commons->aspects[a]);
}

static struct summary summary_empty(const struct instrument *instrument, struct arena *arena)
{
    return (struct summary){
        .domains = ARENA_ARRAY(arena, instrument->domain_count, struct exact_value),
        .aspects = ARENA_ARRAY(arena, instrument->aspect_count, struct exact_value),
        .grades = ARENA_ARRAY(arena, instrument->grade_count, size_t),
    };
}

static struct summary *summaries_empty(const struct instrument *instrument, size_t count,
                                       struct arena *arena)
{
    struct summary *summaries = ARENA_ARRAY(arena, count, struct summary);
    for (size_t i = 0; i < count; i++)
        summaries[i] = summary_empty(instrument, arena);
    return summaries;
}

/* Makes an empty summary for each institution that has units. */
static void list_parents(struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const size_t count = evaluation->institution_count;
    struct arena *scratch = arena_create();
    bool *has_units = ARENA_ARRAY(scratch, count, bool);
    for (size_t i = 0; i < count; i++) {
        const size_t parent = standings->units_of[i];
        if (parent == NONE || has_units[parent])
            continue;
        has_units[parent] = true;
        standings->parent_count++;
    }

    standings->parents = ARENA_ARRAY(arena, standings->parent_count, struct parent);
    struct parent *next = standings->parents;
    for (size_t i = 0; i < count; i++)
        if (has_units[i])
            *next++ = (struct parent){i, summary_empty(evaluation->instrument, arena)};
    arena_destroy(scratch);
}

size_t standings_parent(const struct standings *standings, size_t institution)
{
    size_t low = 0, high = standings->parent_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (standings->parents[middle].institution < institution)
            low = middle + 1;
        else
            high = middle;
    }
    const bool found =
        low < standings->parent_count && standings->parents[low].institution == institution;
    return found ? low : NONE;
}

static void add_everywhere(struct standings *standings, const struct commons *commons, size_t i)
{
    const struct instrument *instrument = standings->evaluation->instrument;
    const struct standing *standing = &standings->all[i];
    const struct institution *institution = standing->institution;
    add(&standings->national, instrument, commons, standing);
    add(&standings->groups[institution->group], instrument, commons, standing);
    if (institution->region != NONE)
        add(&standings->regions[institution->region], instrument, commons, standing);
    if (standings->units_of[i] != NONE) {
        struct parent *parent =
            &standings->parents[standings_parent(standings, standings->units_of[i])];
        add(&parent->summary, instrument, commons, standing);
    }
}

void summarize(struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    const struct commons commons = commons_of(instrument, arena);
    standings->national = summary_empty(instrument, arena);
    standings->groups = summaries_empty(instrument, instrument->group_count, arena);
    standings->regions = summaries_empty(instrument, evaluation->region_count, arena);
    list_parents(standings, arena);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        add_everywhere(standings, &commons, i);

    finish(&standings->national, instrument, &commons);
    for (size_t g = 0; g < instrument->group_count; g++)
        finish(&standings->groups[g], instrument, &commons);
    for (size_t r = 0; r < evaluation->region_count; r++)
        finish(&standings->regions[r], instrument, &commons);
    for (size_t p = 0; p < standings->parent_count; p++)
        finish(&standings->parents[p].summary, instrument, &commons);
}
