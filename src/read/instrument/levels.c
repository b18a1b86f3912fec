#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <inttypes.h>
#include <string.h>

/* Reads an attribute that the grammar has found to be a decimal. */
static int64_t hundredths_of(const struct draft *draft, const xmlNode *node, const char *attribute)
{
    int64_t hundredths = 0;
    const char *text = node_text(node, attribute, draft->arena);
    bool read = value_decimal(text, 2, &hundredths);
    g_assert(read);
    return hundredths;
}

int64_t whole_of(const struct draft *draft, const xmlNode *node, const char *attribute)
{
    const char *text = node_text(node, attribute, draft->arena);
    int64_t number = 0;
    bool read = !text || value_decimal(text, 0, &number);
    g_assert(read);
    return number;
}

/* In steps of 1/SCALE; the lowest level where nothing is said. */
static int64_t pending_of(struct draft *draft, const xmlNode *levels)
{
    return node_text(levels, "pending", draft->arena) ? level_of_attribute(draft, levels, "pending")
                                                      : draft->instrument->level_min;
}

static bool draft_range(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *levels = next_child(root, NULL, "levels");
    const int64_t highest = 1000;
    int64_t min = whole_of(draft, levels, "min"), max = whole_of(draft, levels, "max");
    int64_t decimals = whole_of(draft, levels, "decimals");
    if (min >= max || max > highest || decimals > 2) {
        diagnose(draft->unplaced, node_spot(levels, NULL), "levels",
                 N_("the smallest comes first; at most two decimals and 1000"),
                 "levels %" PRId64 "..%" PRId64 " with %" PRId64 " decimals cannot be used", min,
                 max, decimals);
        return false;
    }
    const int64_t tens = decimals == 0 ? 1 : decimals == 1 ? 10 : 100;
    instrument->level_decimals = (int)decimals;
    instrument->level_scale = tens * ladder_fineness(draft, root, max);
    instrument->level_min = min * instrument->level_scale;
    instrument->level_max = max * instrument->level_scale;
    instrument->level_pending = pending_of(draft, levels);
    return true;
}

int64_t level_of_attribute(struct draft *draft, const xmlNode *node, const char *attribute)
{
    const struct instrument *instrument = draft->instrument;
    const int64_t finest = instrument->level_decimals == 0   ? 100
                           : instrument->level_decimals == 1 ? 10
                                                             : 1;
    int64_t hundredths = hundredths_of(draft, node, attribute);
    int64_t level = hundredths * instrument->level_scale / 100;
    if (hundredths % finest == 0 && level >= instrument->level_min &&
        level <= instrument->level_max)
        return level;
    diagnose(draft->unplaced, node_spot(node, attribute), "level-range",
             N_("use what <levels> allows"), "%s %s of <%s> is no level of this instrument",
             attribute, node_text(node, attribute, draft->arena), (const char *)node->name);
    return instrument->level_min;
}

/* Notes levels within OWNER that are given twice or are none. */
static void check_level_list(struct draft *draft, const xmlNode *owner, const char *name,
                             const char *attribute)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (const xmlNode *at = NULL; (at = next_child(owner, at, name));) {
        int64_t level = level_of_attribute(draft, at, attribute);
        if (!g_hash_table_add(seen, GINT_TO_POINTER((gint)level)))
            diagnose(draft->unplaced, node_spot(at, attribute), "instrument-twice",
                     N_("keep one of them"), "%s %s stands twice in this <%s>", attribute,
                     node_text(at, attribute, draft->arena), (const char *)owner->name);
    }
}

static void check_grades(struct draft *draft, const xmlNode *list)
{
    const struct instrument *instrument = draft->instrument;
    const int64_t min = instrument->level_min * 100 / instrument->level_scale;
    const int64_t max = instrument->level_max * 100 / instrument->level_scale;
    int64_t above = max + 1;
    for (const xmlNode *at = NULL; (at = next_child(list, at, "grade"));) {
        int64_t from = hundredths_of(draft, at, "from");
        if (from >= above)
            diagnose(draft->unplaced, node_spot(at, "from"), "grades",
                     N_("the best grade comes first; each begins below the one before"),
                     "no index can have the grade %s", node_text(at, "name", draft->arena));
        above = from;
    }
    if (above > min)
        diagnose(draft->unplaced, node_spot(list, NULL), "grades",
                 N_("the last grade begins at the lowest level"),
                 "an index from %s to below %s has no grade", numeral_hundredths(min, draft->arena),
                 numeral_hundredths(above, draft->arena));
}

static void draft_grades(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *list = next_child(root, NULL, "grades");
    const size_t count = child_count(list, "grade");
    if (count > GRADES_MOST)
        diagnose(draft->unplaced, node_spot(list, NULL), "grades", N_("join some"),
                 "there are %zu grades, more than %d", count, GRADES_MOST);
    draft_unique(draft, list, "grade", "name");
    instrument->grades = ARENA_ARRAY(draft->arena, count, struct grade);
    for (const xmlNode *at = NULL; (at = next_child(list, at, "grade"));)
        instrument->grades[instrument->grade_count++] = (struct grade){
            .name = draft_text(draft, at, "name"),
            .from = hundredths_of(draft, at, "from"),
        };
    check_grades(draft, list);
}

/* Returns the index to reach that NODE names, in hundredths. */
static int64_t target_of(struct draft *draft, const xmlNode *node)
{
    const struct instrument *instrument = draft->instrument;
    const int64_t hundredths = hundredths_of(draft, node, "target");
    const int64_t target = hundredths * instrument->level_scale;
    if (target < instrument->level_min * 100 || target > instrument->level_max * 100)
        diagnose(draft->unplaced, node_spot(node, "target"), "target",
                 N_("use what <levels> allows"), "target %s is outside the levels",
                 numeral_hundredths(hundredths, draft->arena));
    return hundredths;
}

/* Of all, and of the groups that have their own. */
static void draft_target(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    instrument->target = target_of(draft, root);
    instrument->target_level = level_of_attribute(draft, root, "target-level");
    const xmlNode *list = next_child(root, NULL, "groups"), *at = NULL;
    for (size_t i = 0; (at = next_child(list, at, "group")); i++)
        instrument->groups[i].target =
            node_text(at, "target", draft->arena) ? target_of(draft, at) : instrument->target;
}

bool draft_levels(struct draft *draft, const xmlNode *root)
{
    if (!draft_range(draft, root))
        return false;
    draft_target(draft, root);
    draft_ladder(draft, root);
    draft_grades(draft, root);
    for (const xmlNode *at = NULL; (at = next_child(root, at, "capability"));)
        check_level_list(draft, at, "level", "value");
    for (const xmlNode *at = NULL; (at = next_within(root, at, "indicator"));)
        check_level_list(draft, at, "step", "to");
    return true;
}
