#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <glib.h>
#include <string.h>

struct read_spot node_spot(const xmlNode *node, const char *attribute)
{
    return (struct read_spot){.element = place_number(node), .attribute = attribute};
}

static bool is_called(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const xmlNode *next_child(const xmlNode *parent, const xmlNode *before, const char *name)
{
    const xmlNode *at = before ? before->next : parent->children;
    while (at && !is_called(at, name))
        at = at->next;
    return at;
}

/* The node after AT in document order, inside PARENT. */
static const xmlNode *next_node(const xmlNode *parent, const xmlNode *at)
{
    if (at->type == XML_ELEMENT_NODE && at->children)
        return at->children;
    while (at != parent && !at->next)
        at = at->parent;
    return at == parent ? NULL : at->next;
}

const xmlNode *next_within(const xmlNode *parent, const xmlNode *before, const char *name)
{
    const xmlNode *at = next_node(parent, before ? before : parent);
    while (at && !is_called(at, name))
        at = next_node(parent, at);
    return at;
}

size_t child_count(const xmlNode *parent, const char *name)
{
    size_t count = 0;
    for (const xmlNode *at = NULL; (at = next_child(parent, at, name));)
        count++;
    return count;
}

size_t within_count(const xmlNode *parent, const char *name)
{
    size_t count = 0;
    for (const xmlNode *at = NULL; (at = next_within(parent, at, name));)
        count++;
    return count;
}

const char *draft_text(const struct draft *draft, const xmlNode *node, const char *attribute)
{
    const char *text = node_text(node, attribute, draft->arena);
    return text ? arena_strdup(draft->arena, text) : NULL;
}

void draft_unique(struct draft *draft, const xmlNode *parent, const char *name,
                  const char *attribute)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (const xmlNode *at = NULL; (at = next_within(parent, at, name));) {
        const char *text = node_text(at, attribute, draft->arena);
        if (!g_hash_table_add(seen, (gpointer)text))
            diagnose(draft->unplaced, node_spot(at, attribute), "instrument-twice",
                     N_("each needs its own"), "%s \"%s\" of <%s> is used twice", attribute, text,
                     name);
    }
}
