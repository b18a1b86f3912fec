#include "rapor/import/regions.h"

#include "plain.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/search_path.h"

#include <glib.h>
#include <string.h>

struct region_list {
    GPtrArray *all; /* in the order of the file */
    GHashTable *by_code, *by_bps;
    GHashTable *by_name; /* NULL until a name is asked for: most who read the list have codes */
};

/* What is left of a name when all ways to cut it short are undone: no spaces. */
static const char *bare_name(const char *name, struct arena *arena)
{
    static const char *const longer[][2] = {{"pemerintah", ""},
                                            {"provinsi", ""},
                                            {"propinsi", ""},
                                            {"pemprov", ""},
                                            {"pemkab", "kabupaten"},
                                            {"pemkot", "kota"},
                                            {"kab", "kabupaten"},
                                            {"kep", "kepulauan"},
                                            {"adm", "administrasi"},
                                            {"dki", "daerahkhususibukota"},
                                            {"diy", "daerahistimewayogyakarta"},
                                            {"di", "daerahistimewa"}};
    g_auto(GStrv) words = g_strsplit(plain_key(name, arena), " ", -1);
    g_autoptr(GString) bare = g_string_new(NULL);
    for (size_t w = 0; words[w]; w++) {
        const char *word = words[w];
        for (size_t i = 0; i < G_N_ELEMENTS(longer); i++)
            if (strcmp(longer[i][0], word) == 0) {
                word = longer[i][1];
                break;
            }
        g_string_append(bare, word);
    }
    return arena_strdup(arena, bare->str);
}

static void add_line(struct region_list *list, const char *line, struct arena *arena)
{
    g_auto(GStrv) parts = g_strsplit(line, ";", 3);
    if (g_strv_length(parts) != 3 || !g_ascii_isdigit(parts[0][0]))
        return;
    struct known_region *region = ARENA_NEW(arena, struct known_region);
    *region = (struct known_region){arena_strdup(arena, parts[0]), arena_strdup(arena, parts[1]),
                                    arena_strdup(arena, g_strstrip(parts[2]))};
    g_ptr_array_add(list->all, region);
    g_hash_table_insert(list->by_code, (void *)region->code, region);
    if (*region->bps)
        g_hash_table_insert(list->by_bps, (void *)region->bps, region);
}

struct region_list *regions_read(const char *layouts, struct arena *arena, GError **error)
{
    g_autofree char *path = search_path_find(layouts, "common/wilayah.csv");
    g_autofree char *text =
        disk_has(path) ? disk_read(path, FAILURE_UNAVAILABLE, NULL, error) : g_strdup("");
    if (!text)
        return NULL;
    struct region_list *list = ARENA_NEW(arena, struct region_list);
    *list = (struct region_list){.all = g_ptr_array_new(),
                                 .by_code = g_hash_table_new(g_str_hash, g_str_equal),
                                 .by_bps = g_hash_table_new(g_str_hash, g_str_equal)};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        add_line(list, lines[i], arena);
    return list;
}

void regions_close(struct region_list *list)
{
    if (!list)
        return;
    g_ptr_array_unref(list->all);
    g_hash_table_unref(list->by_code);
    g_clear_pointer(&list->by_name, g_hash_table_unref);
    g_hash_table_unref(list->by_bps);
}

const struct known_region *regions_coded(const struct region_list *list, const char *code)
{
    return g_hash_table_lookup(list->by_code, code);
}

static GHashTable *name_all(const struct region_list *list, struct arena *arena)
{
    GHashTable *by_name = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < list->all->len; i++) {
        struct known_region *region = list->all->pdata[i];
        g_hash_table_insert(by_name, (void *)bare_name(region->name, arena), region);
    }
    return by_name;
}

const struct known_region *regions_named(struct region_list *list, const char *name,
                                         struct arena *arena)
{
    if (!list->by_name)
        list->by_name = name_all(list, arena);
    return g_hash_table_lookup(list->by_name, bare_name(name, arena));
}

const struct known_region *regions_bps(const struct region_list *list, const char *code)
{
    g_autofree char *digits = g_strdup(code);
    char *to = digits;
    for (const char *at = code; *at; at++)
        if (*at != '.')
            *to++ = *at;
    *to = '\0';
    return g_hash_table_lookup(list->by_bps, digits);
}
