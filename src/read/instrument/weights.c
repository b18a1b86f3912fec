#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <string.h>

/* The largest common denominator: weights times levels, cross-multiplied, stay
 * well inside 64 bits. */
static const int64_t largest_denominator = 1000000000;

/* Of two numbers that are not below 0. */
static int64_t common_divisor(int64_t a, int64_t b)
{
    return (int64_t)numeral_common_divisor((uint64_t)a, (uint64_t)b);
}

/* Reads the weight of NODE in lowest terms. */
static void weight_of(const struct draft *draft, const xmlNode *node, int64_t *numerator,
                      int64_t *denominator)
{
    bool read = value_fraction(node_text(node, "weight", draft->arena), numerator, denominator);
    g_assert(read && *denominator > 0); /* the grammar has seen to it */
    int64_t divisor = common_divisor(*numerator, *denominator);
    *numerator /= divisor;
    *denominator /= divisor;
}

/* Widens *COMMON so that it also divides the weights of all elements NAME. */
static bool widen(struct draft *draft, const xmlNode *root, const char *name, int64_t *common)
{
    for (const xmlNode *at = NULL; (at = next_within(root, at, name));) {
        int64_t numerator, denominator;
        weight_of(draft, at, &numerator, &denominator);
        int64_t factor = denominator / common_divisor(*common, denominator);
        if (numerator > 100 * denominator) {
            diagnose(draft->unplaced, node_spot(at, "weight"), "weight",
                     N_("weights are in percent"), "weight \"%s\" is more than 100",
                     node_text(at, "weight", draft->arena));
            return false;
        }
        if (factor > largest_denominator / *common) {
            diagnose(draft->unplaced, node_spot(at, "weight"), "weight",
                     N_("use fewer different denominators"),
                     "weight \"%s\" and those before have no small common denominator",
                     node_text(at, "weight", draft->arena));
            return false;
        }
        *common *= factor;
    }
    return true;
}

/* Returns the weight of NODE in parts of the whole. */
static int64_t parts_of(const struct draft *draft, const xmlNode *node, int64_t common)
{
    int64_t numerator, denominator;
    weight_of(draft, node, &numerator, &denominator);
    return numerator * (common / denominator);
}

/* Notes it where the elements NAME in OWNER do not make up WHOLE together. */
static void check_sum(struct draft *draft, const xmlNode *owner, const char *name, int64_t whole)
{
    const int64_t common = draft->instrument->weight_total / 100;
    int64_t sum = 0;
    for (const xmlNode *at = NULL; (at = next_child(owner, at, name));)
        sum += parts_of(draft, at, common);
    if (sum == whole)
        return;
    const char *no = node_text(owner, "no", draft->arena);
    const char *attribute = no ? "weight" : NULL;
    diagnose(
        draft->unplaced, node_spot(owner, attribute), "weight-sum",
        N_("the parts must make up their whole"), "the %ss of %s%s%s weigh %s together, not %s",
        name, no ? (const char *)owner->name : "the instrument", no ? " " : "", no ? no : "",
        numeral_fraction(sum, common, draft->arena), numeral_fraction(whole, common, draft->arena));
}

void draft_weights(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    int64_t common = 1;
    if (!widen(draft, root, "domain", &common) || !widen(draft, root, "aspect", &common) ||
        !widen(draft, root, "indicator", &common))
        return;
    instrument->weight_total = 100 * common;

    size_t domain = 0, aspect = 0, indicator = 0;
    for (const xmlNode *at = NULL; (at = next_within(root, at, "domain"));) {
        instrument->domains[domain].weight = parts_of(draft, at, common);
        check_sum(draft, at, "aspect", instrument->domains[domain++].weight);
    }
    for (const xmlNode *at = NULL; (at = next_within(root, at, "aspect"));) {
        instrument->aspects[aspect].weight = parts_of(draft, at, common);
        check_sum(draft, at, "indicator", instrument->aspects[aspect++].weight);
    }
    for (const xmlNode *at = NULL; (at = next_within(root, at, "indicator"));)
        instrument->indicators[indicator++].weight = parts_of(draft, at, common);
    check_sum(draft, root, domain > 0 ? "domain" : "aspect", instrument->weight_total);
}
