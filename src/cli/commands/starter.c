#include "starter.h"

#include "rapor/base/search_path.h"
#include "rapor/press/stylesheet.h"
#include "rapor/read/instrument.h"

#define STARTER "common/starter/"

GString *starter_evaluation(const char *layouts, const struct instrument *instrument,
                            GError **error)
{
    return stylesheet_apply(layouts, STARTER "evaluation.xsl", instrument->tree, error);
}

GString *starter_readme(const char *layouts, const struct instrument *instrument, GError **error)
{
    g_autofree char *path = search_path_find(layouts, STARTER "README.md");
    g_autofree char *text = search_path_read(layouts, path, NULL, error);
    GString *readme = text ? g_string_new(text) : NULL;
    if (readme)
        g_string_replace(readme, "{instrument}", instrument->id, 0);
    return readme;
}
