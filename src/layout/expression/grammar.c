#include "grammar.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"

#include <string.h>

bool grammar_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name);
}

const char *grammar_property(const struct schema_grammar *grammar, const xmlNode *node,
                             const char *name)
{
    g_auto(XmlText) value = xmlGetNoNsProp(node, BAD_CAST name);
    if (!value)
        return NULL;
    char *copy = arena_strdup(grammar->arena, (const char *)value);
    return g_strstrip(copy);
}

static void gather(struct schema_grammar *grammar, const char *path, const xmlNode *node,
                   unsigned depth, GError **error);

static xmlNode *read_tree(struct schema_grammar *grammar, const char *path, GError **error)
{
    xmlDoc *tree = markup_open(path, error);
    if (!tree)
        return NULL;
    g_ptr_array_add(grammar->trees, tree);
    return xmlDocGetRootElement(tree);
}

/* Takes over another grammar, but for what OVERRIDE defines anew. */
static void include(struct schema_grammar *grammar, const char *path, const xmlNode *override,
                    unsigned depth, GError **error)
{
    const char *href = grammar_property(grammar, override, "href");
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *other = g_build_filename(folder, href ? href : "", NULL);
    xmlNode *root = read_tree(grammar, other, error);
    if (!root)
        return;

    guint first = grammar->patterns->len;
    gather(grammar, path, override, depth + 1, error);
    guint own = grammar->patterns->len;
    gather(grammar, other, root, depth + 1, error);
    for (guint i = grammar->patterns->len; i-- > own;) {
        const char *name = g_array_index(grammar->patterns, struct pattern, i).name;
        bool again = false;
        for (guint k = first; k < own; k++)
            again |= strcmp(g_array_index(grammar->patterns, struct pattern, k).name, name) == 0;
        if (again)
            g_array_remove_index(grammar->patterns, i);
    }
}

/* Collects the definitions below NODE. */
static void gather(struct schema_grammar *grammar, const char *path, const xmlNode *node,
                   unsigned depth, GError **error)
{
    if (depth > PATTERN_DEPTH_MOST) {
        if (!*error)
            fail(error, FAILURE_INPUT, "%s: includes go too deep", path);
        return;
    }
    for (const xmlNode *child = node->children; child && !*error; child = child->next) {
        struct pattern pattern = {.node = child};
        if (grammar_is(child, "start"))
            pattern.name = GRAMMAR_START;
        else if (grammar_is(child, "define"))
            pattern.name = grammar_property(grammar, child, "name");
        if (pattern.name)
            g_array_append_val(grammar->patterns, pattern);
        else if (grammar_is(child, "div"))
            gather(grammar, path, child, depth + 1, error);
        else if (grammar_is(child, "include"))
            include(grammar, path, child, depth + 1, error);
    }
}

const xmlNode *grammar_read(struct schema_grammar *grammar, const char *path, GError **error)
{
    g_autoptr(GError) reason = NULL;
    const xmlNode *root = read_tree(grammar, path, &reason);
    if (root && grammar_is(root, "grammar"))
        gather(grammar, path, root, 0, &reason);
    if (!reason)
        return root;
    g_propagate_error(error, g_steal_pointer(&reason));
    return NULL;
}
