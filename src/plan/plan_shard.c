/* The part of a plan that one shard makes. */
#include "planner.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"

/* The archives by number: of the regions, of the institutions that have units, of all others. */
static size_t archive_of(const struct planner *planner, const struct institution *of)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    const struct institution *parent;
    switch (evaluation->instrument->groups[of->group].seat) {
    case SEAT_REGION:
        return of->region;
    case SEAT_PARENT:
        parent = g_hash_table_lookup(planner->codes, of->parent);
        return evaluation->region_count + (size_t)(parent - evaluation->institutions);
    case SEAT_CENTER:
        break;
    }
    return evaluation->region_count + evaluation->institution_count;
}

static void add_head(struct plan_shares *shares, const char *code, size_t archive)
{
    shares->units[shares->count++] =
        (struct deal_unit){.code = code, .archive = archive, .head = true};
}

static void list_units(const struct planner *planner, struct plan_shares *shares)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    const struct standings *standings = planner->session->standings;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution *of = &evaluation->institutions[i];
        shares->units[shares->count++] =
            (struct deal_unit){.code = of->code, .archive = archive_of(planner, of)};
    }
    for (size_t i = 0; i < evaluation->region_count; i++)
        add_head(shares, evaluation->regions[i].code, i);
    for (size_t i = 0; i < standings->parent_count; i++) {
        const size_t parent = standings->parents[i].institution;
        add_head(shares, evaluation->institutions[parent].code, evaluation->region_count + parent);
    }
}

void plan_share(struct planner *planner, struct plan_shares *shares)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    const struct shard shard = planner->selection->shard;
    const size_t most = 2 * evaluation->institution_count + evaluation->region_count;
    if (shard.count == 0)
        return;
    shares->units = ARENA_ARRAY(planner->arena, most, struct deal_unit);
    list_units(planner, shares);
    deal(shares->units, shares->count, most + 1, shard.count, planner->arena);
    planner->shares = shares;
}

static bool is_ours(const struct planner *planner, size_t unit)
{
    return !planner->shares ||
           planner->shares->units[unit].shard == planner->selection->shard.number;
}

bool planner_has_institution(const struct planner *planner, size_t index)
{
    return is_ours(planner, index);
}

bool planner_has_region(const struct planner *planner, size_t index)
{
    return is_ours(planner, planner->session->evaluation->institution_count + index);
}

bool planner_has_parent(const struct planner *planner, size_t index)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    return is_ours(planner, evaluation->institution_count + evaluation->region_count + index);
}
