#include "replace.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"

#include <errno.h>
#include <fts.h>
#include <string.h>
#include <sys/stat.h>

#define DIGEST_LENGTH 64 /* of SHA-256, in hexadecimal */

static bool check_ours(const char *path, GError **error)
{
    struct manifest manifest;
    struct arena *arena = arena_create();
    GError *cause = NULL;
    const bool ours = manifest_read(path, &manifest, arena, &cause);
    arena_destroy(arena);
    if (!ours && cause->code != FAILURE_INPUT && cause->code != FAILURE_DATA) {
        g_propagate_error(error, cause);
        return false;
    }
    g_clear_error(&cause);
    return ours ||
           fail(error, FAILURE_CREATE,
                "%s: holds files that this program did not make: name another folder", path);
}

/* The names in SHA256SUMS, below PATH; NULL and the error where it is there, and cannot be read. */
static GHashTable *listed_files(const char *path, GError **error)
{
    g_autofree char *sums = g_build_filename(path, SUMS_FILE, NULL);
    g_autofree char *text =
        disk_has(sums) ? disk_read(sums, FAILURE_CREATE, NULL, error) : g_strdup("");
    if (!text)
        return NULL;
    GHashTable *listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(listed, g_strdup(SUMS_FILE));
    g_hash_table_add(listed, g_strdup(NOTES_FILE));
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
    g_autoptr(GHashTable) listed = listed_files(path, error);
    char *const roots[] = {(char *)path, NULL};
    if (!listed)
        return false;
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    if (!tree)
        return files_fail(error, errno, path);
    bool good = true;
    for (FTSENT *entry = fts_read(tree); entry && good; entry = fts_read(tree))
        good = check_entry(path, listed, entry, error);
    fts_close(tree);
    return good;
}

bool replace_check(const char *path, GError **error)
{
    struct stat found;
    if (lstat(path, &found) != 0)
        return errno == ENOENT || files_fail(error, errno, path);
    if (!S_ISDIR(found.st_mode))
        return fail(error, FAILURE_CREATE, "%s: is there already, and is not a folder", path);
    g_autoptr(GPtrArray) names = disk_names(path, FAILURE_CREATE, error);
    return names && (names->len == 0 || (check_ours(path, error) && check_files(path, error)));
}
