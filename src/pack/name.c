#include "name.h"

#include "rapor/pack/manifest.h"

#include <string.h>

/* For people, who see capitals first; no other name is like them. */
static bool is_notice(const char *name)
{
    static const char *const notices[] = {FAILED_FILE, SUMS_FILE, GUIDE_FILE, NULL};
    return g_strv_contains(notices, name);
}

bool name_is_safe(const char *name)
{
    const char *const letters = "abcdefghijklmnopqrstuvwxyz0123456789-./";
    if (is_notice(name))
        return true;
    if (strspn(name, letters) != strlen(name))
        return false;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    for (size_t i = 0; parts[i]; i++)
        if (parts[i][0] == '\0' || parts[i][0] == '.' || g_str_has_suffix(parts[i], "."))
            return false;
    return parts[0] != NULL;
}

enum { NAME_OF_ENTRY = 1, NAME_OF_FOLDER = 2 };

bool name_claim(GHashTable *names, const char *name)
{
    if (g_hash_table_contains(names, name))
        return false;
    g_hash_table_insert(names, g_strdup(name), GINT_TO_POINTER(NAME_OF_ENTRY));
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        g_autofree char *folder = g_strndup(name, (size_t)(slash - name));
        int use = GPOINTER_TO_INT(g_hash_table_lookup(names, folder));
        if (use == NAME_OF_ENTRY)
            return false;
        g_hash_table_insert(names, g_steal_pointer(&folder), GINT_TO_POINTER(NAME_OF_FOLDER));
    }
    return true;
}
