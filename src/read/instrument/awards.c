/* Who is awarded: the categories that the file names, else the first three of each group. */
#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <string.h>

#define PLACES_USUAL 3
#define LEAST_USUAL  4

static size_t count_of(const struct draft *draft, const xmlNode *node, const char *attribute,
                       size_t usual)
{
    return draft_text(draft, node, attribute) ? (size_t)whole_of(draft, node, attribute) : usual;
}

static struct award award_of(struct draft *draft, const xmlNode *node)
{
    const struct instrument *instrument = draft->instrument;
    const char *by = draft_text(draft, node, "by"), *from = draft_text(draft, node, "from");
    struct award award = {
        .id = draft_text(draft, node, "id"),
        .name = draft_text(draft, node, "name"),
        .among = {.within = within_of(draft, node), .groups = groups_of(draft, node)},
        .by_gain = by && strcmp(by, "gain") == 0,
        .places = count_of(draft, node, "places", PLACES_USUAL),
        .least = count_of(draft, node, "least", LEAST_USUAL),
        .from = instrument->level_min * 100 / instrument->level_scale,
    };
    if (from)
        value_decimal(from, 2, &award.from);
    if (award.places == 0)
        diagnose(draft->unplaced, node_spot(node, "places"), "award", N_("1 is the first place"),
                 "nobody can get the award %s", award.id);
    if (award.from * instrument->level_scale > instrument->level_max * 100)
        diagnose(draft->unplaced, node_spot(node, "from"), "award", N_("use what <levels> allows"),
                 "no index reaches %s", numeral_hundredths(award.from, draft->arena));
    return award;
}

/* Units are held against those of the same government. */
static struct award award_of_group(const struct instrument *instrument, size_t group)
{
    const struct group *of = &instrument->groups[group];
    return (struct award){
        .id = of->id,
        .name = of->name,
        .among = {.within = of->seat == SEAT_PARENT ? WITHIN_PARENT : WITHIN_ALL,
                  .groups = (uint64_t)1 << group},
        .places = PLACES_USUAL,
        .least = LEAST_USUAL,
        .from = of->target,
    };
}

void draft_awards(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *list = next_child(root, NULL, "awards");
    const size_t count = list ? child_count(list, "award") : instrument->group_count;
    instrument->awards_named = list != NULL;
    instrument->awards = ARENA_ARRAY(draft->arena, count, struct award);
    if (!list) {
        for (; instrument->award_count < MIN(count, 64); instrument->award_count++)
            instrument->awards[instrument->award_count] =
                award_of_group(instrument, instrument->award_count);
        return;
    }
    instrument->award_issuers = draft_text(draft, list, "for");
    draft_unique(draft, list, "award", "id");
    for (const xmlNode *at = NULL; (at = next_child(list, at, "award"));)
        instrument->awards[instrument->award_count++] = award_of(draft, at);
}
