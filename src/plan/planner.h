/* planner.h - a plan in the making: what its parts share. */
#ifndef PLAN_PLANNER_H
#define PLAN_PLANNER_H

#include "rapor/plan/deal.h"
#include "rapor/plan/plan.h"
#include "rapor/session/names.h"

/* What all shards have to do: institutions, regions, parents, in their order. */
struct plan_shares {
    struct deal_unit *units;
    size_t count;
};

struct planner {
    struct plan *plan;
    const struct session *session;
    const struct selection *selection;
    struct arena *arena, *scratch;    /* of the plan; while it is made */
    GHashTable *archives;             /* path -> index + 1 */
    GHashTable *codes;                /* code -> institution */
    GError **error;                   /* the first failure */
    const struct plan_shares *shares; /* NULL: there are no shards */
};

/* Deals all out, where there are shards; SHARES is to live as long as the planner. */
void plan_share(struct planner *planner, struct plan_shares *shares);

/* True where this shard makes what belongs to an institution, a region, a parent. */
bool planner_has_institution(const struct planner *planner, size_t index);
bool planner_has_region(const struct planner *planner, size_t index);
bool planner_has_parent(const struct planner *planner, size_t index);

/* True where what is made once is part of the plan. */
bool planner_nation(const struct planner *planner);

/* Adds an entry to the archive PATH; returns its number there. */
size_t planner_add(const struct planner *planner, const char *path, struct entry entry);

/* Adds the picture of an institution, LIKE its own, to those that the page shows; returns
 * its number among the entries of the nation, or NONE where there is none. */
size_t plan_card(const struct planner *planner, const struct entry *like);

/* Adds what is made once of the nation; one that is there under another NAME is its copy. */
void plan_table(const struct planner *planner, enum entry_kind kind, const char *name);

/* Adds the charts, the data and the page, where they are wanted. */
void plan_kit(const struct planner *planner);

/* False where the selection names a region or an institution that is not there. */
bool planner_knows(const struct planner *planner, GError **error);

/* Returns what a paper is called, without its ending: names.h. */
const char *planner_paper(const struct planner *planner, const char *stem, enum per per,
                          size_t subject);

/* Return the archive of a region, that of a parent's units, that of an institution, and its folder
 * there. */
const char *planner_region_path(const struct planner *planner, size_t region);
const char *planner_parent_path(const struct planner *planner, const struct institution *parent);
const char *planner_path(const struct planner *planner, const struct institution *of);
const char *planner_folder(const struct planner *planner, const struct institution *of);

#endif
