#include "walk.h"

#include "rapor/base/disk.h"
#include "rapor/base/texts.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

/* A folder that we are in; names of folders in it end in '/'. */
struct level {
    GPtrArray *names;
    guint next;
    char *path; /* below the whole, "" or ending in '/' */
};

struct folder_walk {
    char *folder;
    GArray *levels; /* of struct level, the innermost last */
    struct walk_item item;
    char *name;
};

static void clear_level(void *of)
{
    struct level *level = of;
    g_ptr_array_unref(level->names);
    g_free(level->path);
}

static mode_t mode_of(const struct folder_walk *walk, const char *name)
{
    struct stat about;
    g_autofree char *path = g_build_filename(walk->folder, name, NULL);
    return lstat(path, &about) == 0 ? about.st_mode : 0;
}

/* Takes PATH, "" or ending in '/'.  False where it cannot be read. */
static bool enter(struct folder_walk *walk, char *path, GError **error)
{
    g_autofree char *whole = g_build_filename(walk->folder, path, NULL);
    GPtrArray *names = disk_names(whole, FAILURE_INPUT, error);
    if (!names) {
        g_free(path);
        return false;
    }
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *bare = names->pdata[i], *name = g_strconcat(path, bare, NULL);
        names->pdata[i] = g_strconcat(bare, S_ISDIR(mode_of(walk, name)) ? "/" : NULL, NULL);
    }
    texts_sort(names);
    const struct level level = {names, 0, path};
    g_array_append_val(walk->levels, level);
    return true;
}

struct folder_walk *walk_begin(const char *folder, GError **error)
{
    struct folder_walk *walk = g_new0(struct folder_walk, 1);
    walk->folder = g_strdup(folder);
    walk->levels = g_array_new(FALSE, FALSE, sizeof(struct level));
    g_array_set_clear_func(walk->levels, clear_level);
    if (enter(walk, g_strdup(""), error))
        return walk;
    walk_end(walk);
    return NULL;
}

void walk_end(struct folder_walk *walk)
{
    g_array_unref(walk->levels);
    g_free(walk->folder);
    g_free(walk->name);
    g_free(walk);
}

const struct walk_item *walk_next(struct folder_walk *walk)
{
    while (walk->levels->len > 0) {
        struct level *level = &g_array_index(walk->levels, struct level, walk->levels->len - 1);
        if (level->next == level->names->len) {
            g_array_set_size(walk->levels, walk->levels->len - 1);
            continue;
        }
        g_free(walk->name);
        walk->name = g_strconcat(level->path, level->names->pdata[level->next++], NULL);
        const bool folder = g_str_has_suffix(walk->name, "/");
        if (folder && enter(walk, g_strdup(walk->name), NULL))
            continue;
        walk->item.name = walk->name;
        walk->item.kind = folder                               ? WALK_CLOSED
                          : S_ISREG(mode_of(walk, walk->name)) ? WALK_FILE
                                                               : WALK_SPECIAL;
        return &walk->item;
    }
    return NULL;
}
