#include "sources.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/search_path.h"
#include "rapor/pack/manifest.h"

#include <string.h>

static bool add_file(const struct session *session, const char *name, GPtrArray *records,
                     GError **error)
{
    g_autofree char *path = search_path_find(session->places.layouts, name);
    struct record *record = ARENA_NEW(session->arena, struct record);
    g_autofree char *digest = digest_file(path, &record->size, error);
    if (!digest)
        return false;
    record->file = arena_strdup(session->arena, name);
    record->digest = arena_strdup(session->arena, digest);
    GError *cause = NULL;
    record->changed = search_path_changed(session->places.layouts, name, &cause);
    g_ptr_array_add(records, record);
    if (cause)
        g_propagate_error(error, cause);
    return !cause;
}

/* What papers and pages are made from; not what made it. */
static bool is_layout(const char *path)
{
    static const char *const suffixes[] = {".xml", ".svg", ".xsl", ".css", ".js"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(path, suffixes[i]))
            return true;
    return false;
}

static bool add_layouts(const struct session *session, const char *folder, GPtrArray *records,
                        GError **error)
{
    g_autoptr(GPtrArray) names = search_path_names(session->places.layouts, folder, error);
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *name = g_build_filename(folder, names->pdata[i], NULL);
        if (is_layout(name) && !add_file(session, name, records, error))
            return false;
    }
    return names != NULL;
}

/* The folder as it is called from the folder of all layouts. */
static char *folder_name(const struct session *session, const char *whole)
{
    g_auto(GStrv) folders = search_path_folders(session->places.layouts);
    for (size_t i = 0; folders[i]; i++) {
        g_autofree char *folder = g_canonicalize_filename(folders[i], NULL);
        size_t length = strlen(folder);
        if (g_str_has_prefix(whole, folder) && whole[length] == '/')
            return g_strdup(whole + length + 1);
    }
    return g_path_get_basename(whole);
}

static void add_folder(const struct session *session, GPtrArray *folders, const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *name = folder_name(session, whole);
    if (!g_ptr_array_find_with_equal_func(folders, name, g_str_equal, NULL))
        g_ptr_array_add(folders, g_steal_pointer(&name));
}

/* The folders that the papers come from: the instrument's, what all share, and
 * those of instruments whose documents are used again. */
static GPtrArray *layout_folders(const struct session *session)
{
    const struct instrument *instrument = session->evaluation->instrument;
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
    add_folder(session, folders, instrument->folder);
    g_ptr_array_add(folders, g_strdup("common"));
    g_ptr_array_add(folders, g_strdup("common/charts"));
    for (size_t i = 0; i < instrument->document_count; i++) {
        g_autofree char *path =
            g_build_filename(instrument->folder, instrument->documents[i].layout, NULL);
        g_autofree char *folder = g_path_get_dirname(path);
        add_folder(session, folders, folder);
    }
    return folders;
}

bool sources_list(const struct session *session, GPtrArray *records, GError **error)
{
    g_autoptr(GPtrArray) folders = layout_folders(session);
    for (guint i = 0; i < folders->len; i++)
        if (!add_layouts(session, folders->pdata[i], records, error))
            return false;
    return true;
}
