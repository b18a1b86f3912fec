#include "shelf.h"

#include "suggest.h"

#include "rapor/instrument.h"

#include <string.h>

#define SUFFIX ".rng"

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

GPtrArray *shelf_instruments(const char *layouts)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) folder = g_dir_open(layouts, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *file = g_build_filename(layouts, name, "instrument.xml", NULL);
        if (g_file_test(file, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, by_name);
    return names;
}

bool shelf_has_instrument(const char *layouts, const char *name, GError **error)
{
    g_autoptr(GPtrArray) names = shelf_instruments(layouts);
    const struct choice choice = {"instrument", (const char *const *)names->pdata, names->len};
    return choice_has(&choice, name, error);
}

struct instrument *shelf_open(const char *layouts, const char *name,
                              struct diagnostics *diagnostics, GError **error)
{
    g_autofree char *folder = g_build_filename(layouts, name, NULL);
    GError *cause = NULL;
    if (!shelf_has_instrument(layouts, name, error))
        return NULL;
    struct instrument *instrument = instrument_open(folder, diagnostics, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return instrument;
}

GPtrArray *shelf_schemas(const char *layouts)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = g_build_filename(layouts, "schema", NULL);
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder)))
        if (g_str_has_suffix(name, SUFFIX))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(SUFFIX)));
    g_ptr_array_sort(names, by_name);
    return names;
}

char *shelf_schema_path(const char *layouts, const char *name)
{
    g_autofree char *file = g_strconcat(name, SUFFIX, NULL);
    return g_build_filename(layouts, "schema", file, NULL);
}
