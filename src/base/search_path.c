#include "rapor/base/search_path.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/texts.h"

#include <stdlib.h>
#include <string.h>

#define SEPARATOR ":"

/* A single folder may have the separator in its name. */
char **search_path_folders(const char *folders)
{
    const char *single[] = {folders, NULL};
    return g_file_test(folders, G_FILE_TEST_IS_DIR) ? g_strdupv((char **)single)
                                                    : g_strsplit(folders, SEPARATOR, -1);
}

char *search_path_find(const char *folders, const char *name)
{
    g_auto(GStrv) all = search_path_folders(folders);
    char *path = NULL;
    for (char **folder = all; *folder; folder++) {
        g_free(path);
        path = g_build_filename(*folder, name, NULL);
        if (disk_has(path))
            break;
    }
    return path;
}

/* Returns what PATH is called within FOLDER, or NULL where it lies elsewhere. */
static char *name_within(const char *folder, const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(folder, NULL);
    g_autofree char *place = g_canonicalize_filename(path, NULL);
    size_t length = strlen(whole);
    bool inside = strncmp(place, whole, length) == 0 && place[length] == '/';
    return inside ? g_strdup(place + length + 1) : NULL;
}

char *search_path_winner(const char *folders, const char *path)
{
    g_auto(GStrv) all = search_path_folders(folders);
    for (char **folder = all; *folder; folder++) {
        g_autofree char *name = name_within(*folder, path);
        if (!name)
            continue;
        g_autofree char *winner = search_path_find(folders, name);
        g_autofree char *same = name_within(*folder, winner);
        bool other = !same && disk_has(winner);
        return other ? g_steal_pointer(&winner) : g_strdup(path);
    }
    return g_strdup(path);
}

static bool lies_below(const char *path, const char *folder)
{
    char *real = realpath(folder, NULL);
    const size_t length = real ? strlen(real) : 0;
    const bool below = real && strncmp(path, real, length) == 0 && path[length] == '/';
    free(real);
    return below;
}

bool search_path_lies_in(const char *const *folders, const char *path)
{
    char *real = realpath(path, NULL);
    bool holds = false;
    for (const char *const *folder = folders; real && *folder && !holds; folder++)
        holds = lies_below(real, *folder);
    free(real);
    return holds;
}

bool search_path_holds(const char *folders, const char *path)
{
    g_auto(GStrv) all = search_path_folders(folders);
    return search_path_lies_in((const char *const *)all, path);
}

/* Adds to NAMES what the folder at PATH holds. */
static bool add_names(GPtrArray *names, const char *path, GError **error)
{
    g_autoptr(GPtrArray) found = disk_names(path, FAILURE_UNAVAILABLE, error);
    for (guint i = 0; found && i < found->len; i++)
        if (!g_ptr_array_find_with_equal_func(names, found->pdata[i], g_str_equal, NULL))
            g_ptr_array_add(names, g_strdup(found->pdata[i]));
    return found != NULL;
}

GPtrArray *search_path_names(const char *folders, const char *name, GError **error)
{
    g_auto(GStrv) all = search_path_folders(folders);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (char **folder = all; *folder; folder++) {
        g_autofree char *path = g_build_filename(*folder, name, NULL);
        if (disk_has(path) && !add_names(names, path, error))
            return NULL;
    }
    texts_sort(names);
    return g_steal_pointer(&names);
}

char *search_path_read(const char *folders, const char *path, gsize *size, GError **error)
{
    char *text = NULL;
    if (disk_has(path) && !search_path_holds(folders, path))
        fail(error, FAILURE_UNAVAILABLE, "%s: is not in a folder of layouts", path);
    else
        text = disk_read(path, FAILURE_UNAVAILABLE, size, error);
    return text;
}

bool search_path_changed(const char *folders, const char *name, GError **error)
{
    g_auto(GStrv) all = search_path_folders(folders);
    g_autofree char *winner = search_path_find(folders, name);
    g_autofree char *own = g_build_filename(all[g_strv_length(all) - 1], name, NULL);
    gsize size, length;
    if (strcmp(winner, own) == 0 || !disk_has(own))
        return strcmp(winner, own) != 0;
    g_autofree char *one = disk_read(winner, FAILURE_UNAVAILABLE, &size, error);
    g_autofree char *other = one ? disk_read(own, FAILURE_UNAVAILABLE, &length, error) : NULL;
    return !other || size != length || memcmp(one, other, size) != 0;
}
