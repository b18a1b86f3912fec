/* Where layouts, fonts and the emblem are taken from. */
#include "rapor/session/session.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/search_path.h"

#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>

/* What a folder of work may hold of its own. */
#define LOCAL_LAYOUTS "layouts"
#define EMBLEM        "common/emblem.svg"

static char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    const char *called = (const char *)getauxval(AT_EXECFN); /* where there is no /proc */
    return g_path_get_dirname(program ? program : called ? called : "./rapor");
}

/* The folder that holds layouts/ and fonts/: below the prefix that the program
 * is installed to, or the checkout that it was built in. */
static const char *data_folder(struct arena *arena)
{
    static const char *const near[] = {"..", "../..", "../share/rapor"};
    g_autofree char *program = program_folder();
    const char *found = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(near); i++) {
        g_autofree char *folder = g_build_filename(program, near[i], NULL);
        g_autofree char *mark = g_build_filename(folder, "layouts", "schema", NULL);
        g_autofree char *plain = g_canonicalize_filename(folder, NULL);
        found = arena_strdup(arena, plain);
        if (disk_has(mark))
            break;
    }
    return found;
}

static const char *first_of(const char *given, const char *variable, const char *otherwise)
{
    const char *set = g_getenv(variable);
    if (given)
        return given;
    return set && *set ? set : otherwise;
}

static bool same_folder(const char *left, const char *right)
{
    g_autofree char *one = realpath(left, NULL), *other = realpath(right, NULL);
    return one && other && strcmp(one, other) == 0;
}

/* What cannot be looked at may be one: whoever opens a file in it hears why. */
static bool is_folder(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 ? S_ISDIR(found.st_mode) : disk_has(path);
}

/* The user's folders over OWN, the program's.  Where one that was named is not
 * there, it stands alone: so nothing is made, and the message names it. */
static const char *find_layouts(const char *given, const char *own, struct arena *arena)
{
    const char *local = is_folder(LOCAL_LAYOUTS) ? LOCAL_LAYOUTS : own;
    const char *named = first_of(given, "RAPOR_LAYOUTS", local);
    g_auto(GStrv) folders = search_path_folders(named);
    bool whole = false;
    for (char **folder = folders; *folder; folder++) {
        if (!is_folder(*folder))
            return arena_strdup(arena, *folder);
        whole = whole || same_folder(*folder, own);
    }
    return whole ? named : arena_printf(arena, "%s:%s", named, own);
}

bool places_local(struct places given, const struct places *found)
{
    const char *set = g_getenv("RAPOR_LAYOUTS");
    return !given.layouts && !(set && *set) && g_str_has_prefix(found->layouts, LOCAL_LAYOUTS ":");
}

bool places_placeholder(const struct places *found)
{
    g_autofree char *own = search_path_find(found->layouts, EMBLEM);
    return strcmp(found->emblem, own) == 0 && !search_path_changed(found->layouts, EMBLEM, NULL);
}

struct places places_find(struct places given, struct arena *arena)
{
    const char *folder = data_folder(arena);
    const char *own = arena_printf(arena, "%s/layouts", folder);
    const char *fonts = arena_printf(arena, "%s/fonts/fonts.xml", folder);
    struct places places = {
        .layouts = find_layouts(given.layouts, own, arena),
        .fonts = first_of(given.fonts, "RAPOR_FONTS", fonts),
        .partial = given.partial,
    };
    g_autofree char *emblem = search_path_find(places.layouts, EMBLEM);
    places.emblem = first_of(given.emblem, "RAPOR_EMBLEM", arena_strdup(arena, emblem));
    return places;
}
