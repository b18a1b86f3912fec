#include "rapor/pack/publish.h"
#include "rapor/base/disk.h"

#include "replace.h"

#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"
#include "rapor/pack/files.h"
#include "rapor/pack/lock.h"
#include "rapor/pack/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Beside the place NAME stand, all of them ours while we hold the lock:
 *   .NAME.rapor-lock     the lock
 *   .NAME.rapor-XXXXXX   what is being built; then, what was there before
 *   .NAME.rapor-before   what was there before, on its way out              */
struct publication {
    char *path;   /* absolute, links followed */
    char *parent; /* the folder it stands in */
    char *prefix; /* ".NAME.rapor-" */
    char *folder; /* the one to write into; NULL until it is made */
    char *before, *lock_path;
    int lock; /* -1: not held */
};

const char *publication_folder(const struct publication *publication)
{
    return publication->folder;
}

void publication_discard(struct publication *publication)
{
    if (!publication)
        return;
    if (publication->folder)
        files_remove_tree(publication->folder);
    if (publication->lock >= 0)
        lock_release(publication->lock, publication->lock_path);
    g_free(publication->path);
    g_free(publication->parent);
    g_free(publication->prefix);
    g_free(publication->folder);
    g_free(publication->before);
    g_free(publication->lock_path);
    g_free(publication);
}

/* Whether something is at PATH; false and the error where nobody can tell. */
static bool look(const char *path, bool *there, GError **error)
{
    struct stat found;
    *there = lstat(path, &found) == 0;
    return *there || errno == ENOENT || files_fail(error, errno, path);
}

/* A run died between its two renames: what was there comes back. */
static bool restore(const struct publication *publication, GError **error)
{
    bool before, now;
    if (!look(publication->before, &before, error) || !look(publication->path, &now, error))
        return false;
    return !before || now || rename(publication->before, publication->path) == 0 ||
           files_fail(error, errno, publication->path);
}

/* "before" is as long as what mkdtemp makes of XXXXXX. */
static bool is_leftover(const struct publication *publication, const char *name)
{
    size_t prefix = strlen(publication->prefix);
    return strncmp(name, publication->prefix, prefix) == 0 && strlen(name) == prefix + 6;
}

static void sweep(const struct publication *publication)
{
    g_autoptr(GPtrArray) names = disk_names(publication->parent, FAILURE_CREATE, NULL);
    for (guint i = 0; names && i < names->len; i++) {
        const char *name = names->pdata[i];
        if (!is_leftover(publication, name))
            continue;
        g_autofree char *path = g_build_filename(publication->parent, name, NULL);
        files_remove_tree(path);
    }
}

/* Follows links, and names what is not there yet by the folder it will be in. */
static char *resolve(const char *path, GError **error)
{
    char *real = realpath(path, NULL);
    if (real)
        return real;
    g_autofree char *plain = g_canonicalize_filename(path, NULL);
    g_autofree char *name = g_path_get_basename(plain);
    g_autofree char *folder = g_path_get_dirname(plain);
    if (!files_make_parents(plain, error))
        return NULL;
    g_autofree char *parent = realpath(folder, NULL);
    if (parent)
        return g_build_filename(parent, name, NULL);
    files_fail(error, errno, folder);
    return NULL;
}

static bool is_mount_point(const char *path)
{
    struct statx found;
    return statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, 0, &found) == 0 &&
           (found.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

/* Some folders cannot be replaced by renaming, or not without confusion. */
static bool check_place(const char *path, GError **error)
{
    if (is_mount_point(path))
        return fail(error, FAILURE_CREATE, "%s: is a mount point: name a folder inside it", path);
    g_autofree char *here = realpath(".", NULL);
    size_t length = strlen(path);
    if (here && strncmp(here, path, length) == 0 && (here[length] == '/' || !here[length]))
        return fail(error, FAILURE_CREATE, "%s: is the folder you are in: name another", path);
    return replace_check(path, error);
}

static struct publication *create(const char *path)
{
    struct publication *publication = g_new0(struct publication, 1);
    g_autofree char *name = g_path_get_basename(path);
    publication->lock = -1;
    publication->path = g_strdup(path);
    publication->parent = g_path_get_dirname(path);
    publication->prefix = g_strdup_printf(".%s.rapor-", name);
    publication->before = g_strdup_printf("%s/%sbefore", publication->parent, publication->prefix);
    publication->lock_path = g_strdup_printf("%s/%slock", publication->parent, publication->prefix);
    return publication;
}

static bool make_folder(struct publication *publication, GError **error)
{
    g_autofree char *folder =
        g_strdup_printf("%s/%sXXXXXX", publication->parent, publication->prefix);
    if (!mkdtemp(folder))
        return files_fail(error, errno, publication->path);
    publication->folder = g_steal_pointer(&folder);
    return true;
}

static bool prepare(struct publication *publication, GError **error)
{
    publication->lock = lock_take(publication->lock_path, publication->path, error);
    if (publication->lock < 0 || !restore(publication, error) ||
        !check_place(publication->path, error))
        return false;
    sweep(publication);
    return make_folder(publication, error);
}

struct publication *publication_open(const char *path, GError **error)
{
    g_autofree char *resolved = resolve(path, error);
    if (!resolved)
        return NULL;
    struct publication *publication = create(resolved);
    if (!prepare(publication, error)) {
        publication_discard(publication);
        return NULL;
    }
    return publication;
}

/* As open to others as the folder it replaces, or as any new folder. */
static bool set_mode(const struct publication *publication, GError **error)
{
    struct stat found;
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = stat(publication->path, &found) == 0 ? found.st_mode & 07777 : 0777 & ~mask;
    return chmod(publication->folder, mode) == 0 || files_fail(error, errno, publication->folder);
}

/* Where the file system cannot exchange two names.  For a moment there is
 * nothing at PATH; a run that dies then is mended by the next one. */
static bool put_aside(const struct publication *publication, GError **error)
{
    const char *path = publication->path, *before = publication->before;
    if (rename(path, before) != 0)
        return files_fail(error, errno, path);
    if (rename(publication->folder, path) == 0)
        return true;
    int number = errno;
    if (rename(before, path) != 0)
        return fail(error, FAILURE_IO, "%s: what was there is now %s", path, before);
    return files_fail(error, number, path);
}

/* A plain rename is enough where nothing, or an empty folder, is there. */
static bool put_in_place(const struct publication *publication, GError **error)
{
    const char *folder = publication->folder, *path = publication->path;
    if (rename(folder, path) == 0)
        return true;
    if (errno != ENOTEMPTY && errno != EEXIST)
        return files_fail(error, errno, path);
    if (renameat2(AT_FDCWD, folder, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return files_fail(error, errno, path);
    return put_aside(publication, error);
}

/* A signal that came while files were written and flushed. */
static bool go_on(GError **error)
{
    const enum failure signal = interrupt_failure();
    return signal == FAILURE_NONE || fail(error, signal, "interrupted; nothing was published");
}

/* What was there before goes.  Its files that stand in the new folder as well have changed then, as
 * the system sees it, and the notes stay the last. */
static void remove_before(struct publication *publication)
{
    g_autofree char *notes = g_build_filename(publication->path, NOTES_FILE, NULL);
    files_remove_tree(publication->before);
    files_remove_tree(publication->folder);
    g_clear_pointer(&publication->folder, g_free);
    utimensat(AT_FDCWD, notes, NULL, 0); /* where there are any; else files are read once more */
}

bool publication_finish(struct publication *publication, GError **error)
{
    bool finished = set_mode(publication, error) && files_flush_tree(publication->folder, error) &&
                    replace_check(publication->path, error) && go_on(error) &&
                    put_in_place(publication, error);
    if (finished) {
        files_flush(publication->parent, NULL); /* it is there, whether that can be or not */
        remove_before(publication);
    }
    publication_discard(publication);
    return finished;
}
