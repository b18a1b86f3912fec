/* Items, and what an indicator is worth on the way up: the ladder. */
#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <inttypes.h>
#include <string.h>

/* The text of an element in one line. */
static const char *line_of(const struct draft *draft, const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent((xmlNode *)node);
    g_auto(GStrv) words = g_strsplit_set((const char *)content, " \t\r\n", -1);
    g_autoptr(GString) line = g_string_new(NULL);
    for (size_t i = 0; words[i]; i++)
        if (*words[i] != '\0')
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", words[i]);
    xmlFree(content);
    return arena_strdup(draft->arena, line->str);
}

/* Returns the index of the rung that is called NO, or NONE. */
static size_t rung_called(const struct draft *draft, const xmlNode *root, int64_t no)
{
    const xmlNode *ladder = next_child(root, NULL, "ladder"), *at = NULL;
    for (size_t i = 0; ladder && (at = next_child(ladder, at, "rung")); i++)
        if (whole_of(draft, at, "no") == no)
            return i;
    return NONE;
}

static void draft_item(struct draft *draft, const xmlNode *root, const xmlNode *node)
{
    struct instrument *instrument = draft->instrument;
    struct ladder_item item = {
        .code = draft_text(draft, node, "code"),
        .text = line_of(draft, node),
        .indicator = instrument_indicator(instrument, node_text(node->parent, "no", draft->arena)),
        .rung = rung_called(draft, root, whole_of(draft, node, "rung")),
    };
    struct indicator *indicator = &instrument->indicators[item.indicator];
    const struct ladder_item *before =
        indicator->item_count > 0 ? &instrument->items[instrument->item_count - 1] : NULL;
    if (item.rung == NONE)
        diagnose(draft->unplaced, node_spot(node, "rung"), "item-rung", N_("name one of <ladder>"),
                 "item %s is on no rung", item.code);
    else if (before && before->rung > item.rung)
        diagnose(draft->unplaced, node_spot(node, "rung"), "item-order",
                 N_("items of the lower rungs come first"), "item %s stands behind a higher one",
                 item.code);
    if (before == NULL)
        indicator->item_first = instrument->item_count;
    indicator->item_count++;
    g_assert(instrument->items); /* as many as the file has */
    instrument->items[instrument->item_count++] = item;
}

/* Every rung that an indicator with items reaches has some. */
static void check_rungs(struct draft *draft, const xmlNode *root)
{
    const struct instrument *instrument = draft->instrument;
    const xmlNode *ladder = next_child(root, NULL, "ladder");
    const size_t rungs = ladder ? child_count(ladder, "rung") : 0;
    const xmlNode *at = NULL;
    for (size_t i = 0; (at = next_within(root, at, "indicator")); i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        size_t reached = 0;
        for (size_t j = 0; j < indicator->item_count; j++)
            reached += instrument->items[indicator->item_first + j].rung == reached;
        if (indicator->item_count > 0 && reached < rungs)
            diagnose(draft->unplaced, node_spot(at, "no"), "item-missing",
                     N_("give each rung an <item>"), "indicator %s has no item on rung %s",
                     indicator->no, numeral_whole((int64_t)reached + 1, draft->arena));
    }
}

void draft_items(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const size_t count = within_count(root, "item");
    if (count == 0)
        return;
    draft_unique(draft, root, "item", "code");
    instrument->items = ARENA_ARRAY(draft->arena, count, struct ladder_item);
    for (const xmlNode *at = NULL; (at = next_within(root, at, "item"));)
        draft_item(draft, root, at);
    if (next_child(root, NULL, "ladder"))
        check_rungs(draft, root);
}

/* Returns how many items of one indicator a rung has at most. */
static size_t most_together(const struct instrument *instrument)
{
    size_t most = 0, together = 0;
    for (size_t i = 0; i < instrument->item_count; i++) {
        const struct ladder_item *item = &instrument->items[i];
        const bool same =
            i > 0 && item[-1].indicator == item->indicator && item[-1].rung == item->rung;
        together = same ? together + 1 : 1;
        most = MAX(most, together);
    }
    return most;
}

int64_t ladder_fineness(struct draft *draft, const xmlNode *root, int64_t max)
{
    const struct instrument *instrument = draft->instrument;
    const int64_t most = INT32_MAX / 100 / max, parts = MAX(instrument->weight_total, 100);
    const size_t together = most_together(instrument);
    int64_t fineness = 1;
    for (size_t i = 2; i <= together && fineness <= most; i++)
        fineness *= (int64_t)i / (int64_t)numeral_common_divisor((uint64_t)fineness, i);
    if (fineness > most || fineness > INT64_MAX / 400 / max / parts) {
        diagnose(draft->unplaced, node_spot(next_within(root, NULL, "item"), NULL), "item-many",
                 N_("share them out among more rungs or indicators"),
                 "%zu items of one rung are too many for levels up to %" PRId64, together, max);
        return 1;
    }
    return fineness;
}

/* The rungs lead upward. */
static void draft_rungs(struct draft *draft, const xmlNode *ladder)
{
    struct instrument *instrument = draft->instrument;
    int64_t below = instrument->ladder_from;
    draft_unique(draft, ladder, "rung", "no");
    for (const xmlNode *at = NULL; (at = next_child(ladder, at, "rung"));) {
        const int64_t to = level_of_attribute(draft, at, "to");
        if (to <= below)
            diagnose(draft->unplaced, node_spot(at, "to"), "ladder",
                     N_("the lowest rung comes first; each leads above the one before"),
                     "rung %s does not lead upward", node_text(at, "no", draft->arena));
        below = instrument->rungs[instrument->rung_count++] = to;
    }
}

void draft_ladder(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *ladder = next_child(root, NULL, "ladder");
    if (!ladder)
        return;
    if (instrument->item_count > 0 && instrument->level_decimals != 2)
        diagnose(draft->unplaced, node_spot(next_child(root, NULL, "levels"), "decimals"), "ladder",
                 N_("write decimals=\"2\""), "items give values between the levels");
    instrument->rungs = ARENA_ARRAY(draft->arena, child_count(ladder, "rung"), int64_t);
    instrument->ladder_from = level_of_attribute(draft, ladder, "from");
    draft_rungs(draft, ladder);
}
