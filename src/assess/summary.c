#include "summary.h"

#include "rank.h"
#include "rapor/arena.h"
#include "value.h"

/* While institutions are added, a value's sum is in parts of 1/COMMON and its
 * whole counts them.  The sums stay far below 2^63: 20,000 institutions, level
 * 5, and 10^12 parts would be 10^17. */

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Returns parts of which both levels with this weight and hundredths are made. */
static int64_t common_of(const struct instrument *instrument, int64_t weight)
{
    int64_t whole = weight * instrument->level_scale;
    return whole / common_divisor(whole, 100) * 100;
}

static void add_value(struct value *mean, struct value value, int64_t common)
{
    if (!value_exists(value))
        return;
    mean->sum += value.sum * (common / value.whole);
    mean->whole++;
}

static void finish_value(struct value *mean, int64_t common)
{
    int64_t whole = mean->whole * common;
    int64_t divisor = whole == 0 ? 1 : common_divisor(mean->sum, whole);
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

static void add(struct summary *summary, const struct instrument *instrument,
                const struct standing *standing)
{
    summary->count++;
    add_shortfalls(summary, standing->institution->records);
    if (standing->basis == BASIS_NONE)
        return;
    summary->assessed++;
    if (standing->grade)
        summary->grades[standing->grade - instrument->grades]++;
    add_value(&summary->index, standing->index, common_of(instrument, instrument->weight_total));
    for (size_t d = 0; d < instrument->domain_count; d++)
        add_value(&summary->domains[d], standing->domains[d],
                  common_of(instrument, instrument->domains[d].weight));
    for (size_t a = 0; a < instrument->aspect_count; a++)
        add_value(&summary->aspects[a], standing->aspects[a],
                  common_of(instrument, instrument->aspects[a].weight));
}

static void finish(struct summary *summary, const struct instrument *instrument)
{
    finish_value(&summary->index, common_of(instrument, instrument->weight_total));
    for (size_t d = 0; d < instrument->domain_count; d++)
        finish_value(&summary->domains[d], common_of(instrument, instrument->domains[d].weight));
    for (size_t a = 0; a < instrument->aspect_count; a++)
        finish_value(&summary->aspects[a], common_of(instrument, instrument->aspects[a].weight));
}

static struct summary summary_empty(const struct instrument *instrument, struct arena *arena)
{
    return (struct summary){
        .domains = ARENA_ARRAY(arena, instrument->domain_count, struct value),
        .aspects = ARENA_ARRAY(arena, instrument->aspect_count, struct value),
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

/* Makes an empty summary for each institution that is a parent of others; returns
 * for each institution that of its own parent, or NONE. */
static size_t *list_parents(struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const size_t count = evaluation->institution_count;
    size_t *parents = parents_of(evaluation, arena), *index = ARENA_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        if (parents[i] != NONE)
            index[parents[i]] = 1;
    for (size_t i = 0; i < count; i++)
        if (index[i] > 0)
            index[i] = ++standings->parent_count;

    standings->parents = ARENA_ARRAY(arena, standings->parent_count, struct parent);
    for (size_t i = 0; i < count; i++)
        if (index[i] > 0)
            standings->parents[index[i] - 1] =
                (struct parent){i, summary_empty(evaluation->instrument, arena)};
    for (size_t i = 0; i < count; i++)
        if (parents[i] != NONE)
            parents[i] = index[parents[i]] - 1;
    return parents;
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

void summarize(struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    standings->national = summary_empty(instrument, arena);
    standings->groups = summaries_empty(instrument, instrument->group_count, arena);
    standings->regions = summaries_empty(instrument, evaluation->region_count, arena);
    const size_t *parents = list_parents(standings, arena);

    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct standing *standing = &standings->all[i];
        const struct institution *institution = standing->institution;
        add(&standings->national, instrument, standing);
        add(&standings->groups[institution->group], instrument, standing);
        if (institution->region != NONE)
            add(&standings->regions[institution->region], instrument, standing);
        if (parents[i] != NONE)
            add(&standings->parents[parents[i]].summary, instrument, standing);
    }

    finish(&standings->national, instrument);
    for (size_t g = 0; g < instrument->group_count; g++)
        finish(&standings->groups[g], instrument);
    for (size_t r = 0; r < evaluation->region_count; r++)
        finish(&standings->regions[r], instrument);
    for (size_t p = 0; p < standings->parent_count; p++)
        finish(&standings->parents[p].summary, instrument);
}
