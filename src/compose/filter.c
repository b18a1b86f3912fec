/* Nodes chosen by one of their attributes: "own()/indicator[@aspect = current()/@no]".
 * libxml2 takes thousands of instructions for each node that it tries. */
#include "walk.h"

#include <libxml/xpathInternals.h>
#include <string.h>

/* What the attribute is held against: TEXT; NUMBER where that is NULL. */
struct wanted {
    bool none; /* nothing fits */
    const char *text;
    double number;
};

static bool fits(const xmlNode *node, const struct filter *filter, const struct wanted *wanted,
                 struct arena *arena)
{
    const xmlAttr *at = attribute_named(node, filter->key);
    if (filter->relation == RELATION_MISSING)
        return !at;
    if (!at || filter->relation == RELATION_THERE)
        return at;
    const char *text = attribute_content(at, arena);
    if (filter->relation == RELATION_SAME && wanted->text)
        return strcmp(text, wanted->text) == 0;
    double number = xmlXPathCastStringToNumber(BAD_CAST text);
    if (filter->relation == RELATION_SAME || (filter->or_same && number == wanted->number))
        return number == wanted->number;
    return filter->relation == RELATION_BELOW ? number < wanted->number : number > wanted->number;
}

/* False where several values, or a truth, would do: that is left to libxml2. */
static bool wanted_of(const xmlXPathObject *object, struct wanted *wanted, struct arena *arena)
{
    const xmlNodeSet *nodes = object->type == XPATH_NODESET ? object->nodesetval : NULL;
    if (object->type == XPATH_NUMBER)
        wanted->number = object->floatval;
    else if (object->type == XPATH_STRING)
        wanted->text = arena_strdup(arena, (const char *)object->stringval);
    else if (object->type == XPATH_NODESET && (!nodes || nodes->nodeNr == 0))
        wanted->none = true;
    else if (nodes && nodes->nodeNr == 1)
        wanted->text = node_content(nodes->nodeTab[0], arena);
    else
        return false;
    return true;
}

static bool find_wanted(struct walk *walk, const struct filter *filter, struct wanted *wanted,
                        bool *known)
{
    const struct expression *value = filter->value;
    *known = true;
    if (!value)
        return true;
    if (value->form == FORM_ATTRIBUTE && !value->memo) {
        const xmlAttr *at = attribute_named(walk->focus.node, value->name);
        wanted->none = !at;
        wanted->text = at ? attribute_content(at, walk->arena) : NULL;
        return true;
    }
    struct outcome outcome = evaluate(walk, value);
    *known = outcome.object && wanted_of(outcome.object, wanted, walk->arena);
    outcome_drop(outcome);
    return outcome.object;
}

bool evaluate_filter(struct walk *walk, const struct filter *filter, struct entries *entries,
                     bool *known)
{
    struct wanted wanted = {0};
    size_t kept = 0;
    if (!find_wanted(walk, filter, &wanted, known))
        return false;
    if (!*known)
        return true;
    if (wanted.text && filter->relation != RELATION_SAME)
        wanted.number = xmlXPathCastStringToNumber(BAD_CAST wanted.text);
    if (!evaluate_entries(walk, filter->base, entries, known))
        return false;
    for (size_t i = 0; !wanted.none && i < entries->count; i++) {
        xmlNode *node = entries->items[i].node;
        if (!fits(node, filter, &wanted, walk->arena))
            continue;
        if (filter->attribute)
            node = (xmlNode *)attribute_named(node, filter->attribute);
        if (node)
            entries->items[kept++].node = node;
    }
    entries->count = kept;
    return true;
}
