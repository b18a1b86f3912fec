#include "insight.h"

#include "rapor/base/arena.h"
#include "verification.h"

#include <glib.h>

struct insight {
    const struct standings *standings;
    struct arena *arena; /* of what is known; NULL: nothing yet */
    size_t institution;
    bool planned, coded;
    const struct improvement_plan *plan;
    const char *code;
};

struct insight *insight_create(const struct standings *standings)
{
    struct insight *insight = g_new0(struct insight, 1);
    insight->standings = standings;
    return insight;
}

void insight_destroy(struct insight *insight)
{
    arena_destroy(insight->arena);
    g_free(insight);
}

static void look_at(struct insight *insight, size_t institution)
{
    if (insight->arena && insight->institution == institution)
        return;
    arena_destroy(insight->arena);
    *insight = (struct insight){
        .standings = insight->standings, .arena = arena_create(), .institution = institution};
}

const struct improvement_plan *insight_plan(struct insight *insight, size_t institution)
{
    const struct standing *standing = &insight->standings->all[institution];
    look_at(insight, institution);
    if (!insight->planned && standing->basis == BASIS_LEVELS)
        insight->plan =
            plan_of(insight->standings->evaluation->instrument, standing->institution->levels,
                    standing->institution->pending, insight->arena);
    insight->planned = true;
    return insight->plan;
}

const char *insight_code(struct insight *insight, size_t institution)
{
    look_at(insight, institution);
    if (!insight->coded)
        insight->code = verification_of(insight->standings, institution, insight->arena);
    insight->coded = true;
    return insight->code;
}
