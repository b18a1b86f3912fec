#include "installed.h"

#include "suggest.h"

#include "rapor/base/language.h"
#include "rapor/base/search_path.h"
#include "rapor/read/instrument.h"

#include <string.h>

#define SUFFIX ".rng"

bool installed_has_instrument(const char *layouts, const char *name, GError **error)
{
    g_autoptr(GPtrArray) names = instrument_ids(layouts, error);
    if (!names)
        return false;
    const struct choice choice = {N_("instrument"), (const char *const *)names->pdata, names->len};
    return choice_has(&choice, name, error);
}

struct instrument *installed_open(const char *layouts, const char *name,
                                  struct diagnostics *diagnostics, GError **error)
{
    GError *cause = NULL;
    if (!installed_has_instrument(layouts, name, error))
        return NULL;
    g_autofree char *folder = instrument_folder(layouts, name);
    struct instrument *instrument = instrument_open(folder, diagnostics, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return instrument;
}

GPtrArray *installed_schemas(const char *layouts)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) files = search_path_names(layouts, "schema", NULL);
    for (guint i = 0; files && i < files->len; i++) {
        const char *name = files->pdata[i];
        if (g_str_has_suffix(name, SUFFIX))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(SUFFIX)));
    }
    return names;
}

char *installed_schema_path(const char *layouts, const char *name)
{
    g_autofree char *file = g_strconcat("schema/", name, SUFFIX, NULL);
    return search_path_find(layouts, file);
}
