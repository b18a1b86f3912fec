#include "rapor/assess/differences.h"

#include "value.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <stdlib.h>
#include <string.h>

/* One list while it grows. */
struct comparison {
    const struct instrument *instrument;
    const struct published *published;
    int64_t tolerance; /* hundredths */
    struct differences differences;
    size_t room;
    struct arena *arena;
};

static void add(struct comparison *comparison, const struct difference *difference)
{
    struct differences *list = &comparison->differences;
    list->items = arena_grow(comparison->arena, list->items, list->count, &comparison->room,
                             sizeof *list->items);
    list->items[list->count++] = *difference;
}

/* What was not published, or cannot be computed, does not differ. */
static void compare(struct comparison *comparison, enum compared of, size_t part, int64_t published,
                    struct exact_value computed)
{
    if (published == INDEX_NONE || !value_exists(computed) ||
        llabs(published - computed.printed) <= comparison->tolerance)
        return;
    const struct difference difference = {
        .of = of, .part = part, .published = published, .computed = computed.printed};
    add(comparison, &difference);
}

static void compare_grade(struct comparison *comparison, const struct grade *computed)
{
    const char *published = comparison->published->grade;
    if (!published || !computed || strcmp(published, computed->name) == 0)
        return;
    const struct difference difference = {.of = COMPARED_GRADE,
                                          .published = INDEX_NONE,
                                          .computed = INDEX_NONE,
                                          .published_grade = published,
                                          .computed_grade = computed->name};
    add(comparison, &difference);
}

static void compare_parts(struct comparison *comparison, const struct exact_value *domains,
                          const struct exact_value *aspects)
{
    const struct instrument *instrument = comparison->instrument;
    const struct published *published = comparison->published;
    for (size_t d = 0; published->domains && d < instrument->domain_count; d++)
        compare(comparison, COMPARED_DOMAIN, d, published->domains[d], domains[d]);
    for (size_t a = 0; published->aspects && a < instrument->aspect_count; a++)
        compare(comparison, COMPARED_ASPECT, a, published->aspects[a], aspects[a]);
}

/* The index that published domains give; no value where one of them is missing. */
static struct exact_value index_of_domains(const struct instrument *instrument,
                                           const struct published *published)
{
    int64_t sum = 0;
    for (size_t d = 0; published->domains && d < instrument->domain_count; d++) {
        if (published->domains[d] == INDEX_NONE)
            return value_of(0, 0);
        sum += published->domains[d] * instrument->domains[d].weight;
    }
    bool given = published->domains && instrument->domain_count > 0;
    return value_of(sum, given ? instrument->weight_total * 100 : 0);
}

/* The same of published aspects. */
static struct exact_value index_of_aspects(const struct instrument *instrument,
                                           const struct published *published)
{
    int64_t sum = 0;
    for (size_t a = 0; published->aspects && a < instrument->aspect_count; a++) {
        if (published->aspects[a] == INDEX_NONE)
            return value_of(0, 0);
        sum += published->aspects[a] * instrument->aspects[a].weight;
    }
    bool given = published->aspects && instrument->aspect_count > 0;
    return value_of(sum, given ? instrument->weight_total * 100 : 0);
}

static void compare_with_itself(struct comparison *comparison)
{
    const struct instrument *instrument = comparison->instrument;
    const struct published *published = comparison->published;
    struct exact_value index = index_of_domains(instrument, published);
    if (!value_exists(index))
        index = index_of_aspects(instrument, published);
    comparison->tolerance = 1;
    compare(comparison, COMPARED_INDEX, 0, published->index, index);
    compare_grade(comparison, grade_of(instrument, value_published(published->index)));
}

static struct comparison begin(const struct standings *standings, const struct published *published,
                               struct arena *arena)
{
    const struct instrument *instrument = standings->evaluation->instrument;
    return (struct comparison){.instrument = instrument,
                               .published = published,
                               .tolerance = instrument->level_decimals > 0 ? 1 : 0,
                               .arena = arena};
}

struct differences differences_of(const struct standings *standings, size_t institution,
                                  struct arena *arena)
{
    const struct standing *standing = &standings->all[institution];
    const struct published *published = standing->institution->published;
    struct comparison comparison = begin(standings, published, arena);
    if (!published)
        return comparison.differences;
    switch (standing->basis) {
    case BASIS_NONE:
        break;
    case BASIS_LEVELS:
        compare(&comparison, COMPARED_INDEX, 0, published->index, standing->index);
        compare_grade(&comparison, standing->grade);
        compare_parts(&comparison, standing->domains, standing->aspects);
        break;
    case BASIS_PUBLISHED:
        compare_with_itself(&comparison);
        break;
    }
    return comparison.differences;
}

static bool is_in(const struct standing *standing, size_t group)
{
    return group == NONE || standing->institution->group == group;
}

struct differences differences_of_group(const struct standings *standings, size_t group,
                                        struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct published *published =
        evaluation->published_groups && group != NONE ? evaluation->published_groups[group] : NULL;
    if (group == NONE)
        published = evaluation->published_all;
    struct comparison comparison = begin(standings, published, arena);
    if (!published)
        return comparison.differences;
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (is_in(&standings->all[i], group) && standings->all[i].basis == BASIS_PUBLISHED)
            comparison.tolerance = 1;
    const struct summary *summary =
        group == NONE ? &standings->national : &standings->groups[group];
    compare(&comparison, COMPARED_INDEX, 0, published->index, summary->index);
    compare_parts(&comparison, summary->domains, summary->aspects);
    return comparison.differences;
}

const char *difference_name(const struct difference *difference)
{
    switch (difference->of) {
    case COMPARED_INDEX:
        return N_("index");
    case COMPARED_GRADE:
        return N_("grade");
    case COMPARED_DOMAIN:
        return N_("domain");
    case COMPARED_ASPECT:
        return N_("aspect");
    }
    return NULL;
}

const char *difference_no(const struct difference *difference, const struct instrument *instrument)
{
    switch (difference->of) {
    case COMPARED_INDEX:
    case COMPARED_GRADE:
        return NULL;
    case COMPARED_DOMAIN:
        return instrument->domains[difference->part].no;
    case COMPARED_ASPECT:
        return instrument->aspects[difference->part].no;
    }
    return NULL;
}
