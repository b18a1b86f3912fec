/* What would be lost if one evaluation took the place of another. */
#include "rapor/import/import.h"

#include "tree.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"

#include <string.h>

static void count_nodes(const struct import_node *node, GHashTable *counts, GPtrArray *names)
{
    gpointer count = g_hash_table_lookup(counts, node->name);
    if (names && !count)
        g_ptr_array_add(names, (void *)node->name);
    g_hash_table_insert(counts, (void *)node->name, GSIZE_TO_POINTER(GPOINTER_TO_SIZE(count) + 1));
    for (size_t i = 0; i < node->child_count; i++)
        count_nodes(node->children[i], counts, names);
}

static size_t comments_in(const char *text)
{
    size_t count = 0;
    while ((text = strstr(text, "<!--"))) {
        count++;
        text += 4;
    }
    return count;
}

static void add_lost(GString *list, size_t count, const char *name)
{
    g_string_append_printf(list, "%s%zu %s", list->len ? ", " : "", count, name);
}

char *import_loss(const char *path, const char *text, GError **error)
{
    gsize size;
    g_autofree char *old = disk_has(path) ? disk_read(path, FAILURE_INPUT, &size, error) : NULL;
    if (!old || !strstr(old, "urn:rapor:evaluation:1"))
        return NULL;
    struct arena *arena = arena_create();
    g_autoptr(GHashTable) before = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) after = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GString) list = g_string_new(NULL);
    count_nodes(spans_read(old, size, arena), before, names);
    count_nodes(spans_read(text, strlen(text), arena), after, NULL);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        size_t had = GPOINTER_TO_SIZE(g_hash_table_lookup(before, name));
        size_t has = GPOINTER_TO_SIZE(g_hash_table_lookup(after, name));
        if (had > has)
            add_lost(list, had - has, name);
    }
    if (comments_in(old) > comments_in(text))
        add_lost(list, comments_in(old) - comments_in(text), "comments");
    arena_destroy(arena);
    return list->len > 0 ? g_strdup(list->str) : NULL;
}
