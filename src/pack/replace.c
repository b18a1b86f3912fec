#include "replace.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"

#include <errno.h>
#include <fts.h>
#include <string.h>
#include <sys/stat.h>

#define DIGEST_LENGTH 64 /* of SHA-256, in hexadecimal */

static bool is_ours(const char *path)
{
    struct manifest manifest;
    struct arena *arena = arena_create();
    bool ours = manifest_read(path, &manifest, arena, NULL);
    arena_destroy(arena);
    return ours;
}

/* The names in SHA256SUMS, below PATH. */
static GHashTable *listed_files(const char *path)
{
    GHashTable *listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(listed, g_strdup(SUMS_FILE));
    g_hash_table_add(listed, g_strdup(NOTES_FILE));
    g_autofree char *sums = g_build_filename(path, SUMS_FILE, NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(sums, &text, NULL, NULL))
        return listed;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        if (strlen(lines[i]) > DIGEST_LENGTH + 2)
            g_hash_table_add(listed, g_strdup(lines[i] + DIGEST_LENGTH + 2));
    return listed;
}

static bool check_entry(const char *path, GHashTable *listed, const FTSENT *entry, GError **error)
{
    switch (entry->fts_info) {
    case FTS_D:
    case FTS_DP:
        return true;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        return files_fail(error, entry->fts_errno, entry->fts_path);
    default:
        break;
    }
    const char *name = entry->fts_path + strlen(path) + 1;
    return (entry->fts_info == FTS_F && g_hash_table_contains(listed, name)) ||
           fail(error, FAILURE_CREATE,
                "%s: holds %s, which this program did not make: move it, or name another folder",
                path, name);
}

/* True where all that is there is a file that is listed. */
static bool check_files(const char *path, GError **error)
{
    g_autoptr(GHashTable) listed = listed_files(path);
    char *const roots[] = {(char *)path, NULL};
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    if (!tree)
        return files_fail(error, errno, path);
    bool good = true;
    for (FTSENT *entry = fts_read(tree); entry && good; entry = fts_read(tree))
        good = check_entry(path, listed, entry, error);
    fts_close(tree);
    return good;
}

static bool is_empty(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    return folder && !g_dir_read_name(folder);
}

bool replace_check(const char *path, GError **error)
{
    struct stat found;
    if (lstat(path, &found) != 0)
        return true;
    if (!S_ISDIR(found.st_mode))
        return fail(error, FAILURE_CREATE, "%s: is there already, and is not a folder", path);
    if (is_empty(path))
        return true;
    if (!is_ours(path))
        return fail(error, FAILURE_CREATE,
                    "%s: holds files that this program did not make: name another folder", path);
    return check_files(path, error);
}
