#include "rapor/assess/standing.h"

#include "priority.h"
#include "rank.h"
#include "summary.h"
#include "value.h"

#include "rapor/base/arena.h"

#include <string.h>

/* Every sum goes on from the levels themselves; no mean is rounded, or even
 * divided, on the way to the next. */
static void assess_levels(struct standing *standing, const struct instrument *instrument)
{
    const int32_t *levels = standing->institution->levels;
    int64_t sum = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        size_t domain = instrument->aspects[indicator->aspect].domain;
        int64_t part = indicator->weight * levels[i];
        sum += part;
        standing->aspects[indicator->aspect].sum += part;
        if (domain != NONE)
            standing->domains[domain].sum += part;
    }

    const __int128 scale = instrument->level_scale;
    standing->index = value_of(sum, scale * instrument->weight_total);
    for (size_t a = 0; a < instrument->aspect_count; a++)
        standing->aspects[a] =
            value_of(standing->aspects[a].sum, scale * instrument->aspects[a].weight);
    for (size_t d = 0; d < instrument->domain_count; d++)
        standing->domains[d] =
            value_of(standing->domains[d].sum, scale * instrument->domains[d].weight);
}

/* The same sums once more, without what waits for the index of another body. */
static void settle(struct standing *standing, const struct instrument *instrument,
                   struct arena *arena)
{
    const struct institution *institution = standing->institution;
    if (!institution->pending)
        return;
    struct exact_value *aspects = ARENA_ARRAY(arena, instrument->aspect_count, struct exact_value);
    struct exact_value index = {0};
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        struct exact_value *aspect = &aspects[indicator->aspect];
        standing->pending += institution->pending[i];
        if (institution->pending[i])
            continue;
        index.sum += (__int128)indicator->weight * institution->levels[i];
        index.whole += (__int128)indicator->weight * instrument->level_scale;
        aspect->sum += (__int128)indicator->weight * institution->levels[i];
        aspect->whole += (__int128)indicator->weight * instrument->level_scale;
    }
    for (size_t a = 0; a < instrument->aspect_count; a++)
        aspects[a] = value_of(aspects[a].sum, aspects[a].whole);
    standing->settled = value_of(index.sum, index.whole);
    standing->settled_aspects = aspects;
}

/* What waits counts as it does in the index itself. */
static struct exact_value self_index(const struct institution *institution,
                                     const struct instrument *instrument)
{
    int64_t sum = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const bool pending = institution->pending && institution->pending[i];
        const int32_t level = pending             ? institution->levels[i]
                              : institution->self ? institution->self[i]
                                                  : LEVEL_NONE;
        if (level == LEVEL_NONE)
            return value_of(0, 0);
        sum += instrument->indicators[i].weight * level;
    }
    return value_of(sum, (__int128)instrument->level_scale * instrument->weight_total);
}

static void take_published(struct standing *standing, const struct instrument *instrument)
{
    const struct published *published = standing->institution->published;
    standing->index = value_published(published->index);
    for (size_t a = 0; a < instrument->aspect_count; a++)
        standing->aspects[a] = value_published(published->aspects[a]);
    for (size_t d = 0; d < instrument->domain_count; d++)
        standing->domains[d] = value_published(published->domains[d]);
}

static void leave_empty(struct standing *standing, const struct instrument *instrument)
{
    standing->index = value_of(0, 0);
    for (size_t a = 0; a < instrument->aspect_count; a++)
        standing->aspects[a] = value_of(0, 0);
    for (size_t d = 0; d < instrument->domain_count; d++)
        standing->domains[d] = value_of(0, 0);
}

static enum basis basis_of(const struct institution *institution)
{
    if (!institution->assessed)
        return BASIS_NONE;
    if (institution->levels)
        return BASIS_LEVELS;
    if (institution->published && institution->published->index != INDEX_NONE)
        return BASIS_PUBLISHED;
    return BASIS_NONE;
}

/* A grade that was published stands as published. */
static const struct grade *published_grade(const struct standing *standing,
                                           const struct instrument *instrument)
{
    const char *name = standing->institution->published->grade;
    for (size_t g = 0; name && g < instrument->grade_count; g++)
        if (strcmp(instrument->grades[g].name, name) == 0)
            return &instrument->grades[g];
    return grade_of(instrument, standing->index);
}

static struct standing assess(const struct institution *institution, const struct urgency *urgency,
                              struct arena *arena)
{
    const struct instrument *instrument = urgency->instrument;
    struct standing standing = {
        .institution = institution,
        .basis = basis_of(institution),
        .domains = ARENA_ARRAY(arena, instrument->domain_count, struct exact_value),
        .aspects = ARENA_ARRAY(arena, instrument->aspect_count, struct exact_value),
        .ranks = ARENA_ARRAY(arena, instrument->scope_count, struct rank),
        .self = value_of(0, 0),
    };
    standing.settled_aspects = standing.aspects;
    switch (standing.basis) {
    case BASIS_NONE:
        leave_empty(&standing, instrument);
        break;
    case BASIS_LEVELS:
        assess_levels(&standing, instrument);
        settle(&standing, instrument, arena);
        standing.self = self_index(institution, instrument);
        standing.grade = grade_of(instrument, value_decisive(instrument, standing.index));
        standing.priority = priorities_of(urgency, institution, arena);
        break;
    case BASIS_PUBLISHED:
        take_published(&standing, instrument);
        standing.grade = published_grade(&standing, instrument);
        break;
    }
    if (standing.pending == 0)
        standing.settled = standing.index;
    standing.exact_grade = grade_of(instrument, standing.index);
    return standing;
}

struct standings *standings_of(const struct evaluation *evaluation, struct arena *arena)
{
    size_t count = evaluation->institution_count;
    struct standings *standings = ARENA_NEW(arena, struct standings);
    standings->evaluation = evaluation;
    standings->all = ARENA_ARRAY(arena, count, struct standing);
    standings->order = ARENA_ARRAY(arena, count, size_t);
    const struct urgency urgency = urgency_of(evaluation->instrument, arena);
    for (size_t i = 0; i < count; i++)
        standings->all[i] = assess(&evaluation->institutions[i], &urgency, arena);
    rank_all(standings, arena);
    summarize(standings, arena);
    return standings;
}

bool standing_earns(const struct standing *standing, const struct document *document)
{
    const struct records *records = standing->institution->records;
    return (!document->assessed_only || standing->basis != BASIS_NONE) &&
           (!document->sessions_only || (records && records->meeting_count > 0));
}
