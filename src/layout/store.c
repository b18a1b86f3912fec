#include "store.h"

#include "rapor/base/arena.h"

static void close_tree(void *file)
{
    xmlFreeDoc(((struct layout_file *)file)->tree);
}

struct layout_store *layout_store_create(const struct layout_setting *setting)
{
    struct arena *arena = arena_create();
    struct layout_store *store = ARENA_NEW(arena, struct layout_store);
    *store = (struct layout_store){
        .setting = *setting,
        .arena = arena,
        .files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, close_tree),
        .places = g_hash_table_new(g_str_hash, g_str_equal),
        .meanings = g_hash_table_new(NULL, NULL),
    };
    return store;
}

void layout_store_destroy(struct layout_store *store)
{
    if (!store)
        return;
    g_hash_table_destroy(store->files);
    g_hash_table_destroy(store->places);
    g_hash_table_destroy(store->meanings);
    arena_destroy(store->arena);
}

struct layout_file *store_file(struct layout_store *store, const char *path, GError **error)
{
    struct layout_file *file = g_hash_table_lookup(store->files, path);
    if (file)
        return file;
    file = file_read(path, store->arena, error);
    if (file)
        g_hash_table_insert(store->files, (char *)file->path, file);
    return file;
}

const char *store_place(const struct layout_store *store, const char *written)
{
    return g_hash_table_lookup(store->places, written);
}

void store_note_place(struct layout_store *store, const char *written, const char *place)
{
    g_hash_table_insert(store->places, arena_strdup(store->arena, written),
                        arena_strdup(store->arena, place));
}
