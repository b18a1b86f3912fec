#include "rapor/pack/files.h"
#include "rapor/base/disk.h"

#include "rapor/base/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <string.h>
#include <unistd.h>

static enum failure kind_of(int number)
{
    switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
        return FAILURE_PERMISSION;
    case EBUSY:
    case EEXIST:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
    case ENOENT:
    case ENOTDIR:
    case ENOTEMPTY:
    case EXDEV:
        return FAILURE_CREATE;
    default: /* ENOSPC, EIO, EDQUOT, EFBIG and so on: errno is not ours to list */
        return FAILURE_IO;
    }
}

bool files_fail(GError **error, int number, const char *path)
{
    return fail(error, kind_of(number), "%s: %s", path, g_strerror(number));
}

bool files_make_parents(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return g_mkdir_with_parents(folder, 0777) == 0 || files_fail(error, errno, folder);
}

GByteArray *files_read(const char *path, GError **error)
{
    gsize length;
    char *bytes = disk_read(path, FAILURE_INPUT, &length, error);
    return bytes ? g_byte_array_new_take((guint8 *)bytes, length) : NULL;
}

bool files_put(int file, const void *bytes, size_t count, uint64_t at)
{
    const char *rest = bytes;
    while (count > 0) {
        const ssize_t done = pwrite(file, rest, count, (off_t)at);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        rest += done;
        count -= (size_t)done;
        at += (uint64_t)done;
    }
    return true;
}

bool files_write(const char *path, const void *bytes, size_t count, GError **error)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        return files_fail(error, errno, path);
    bool written = files_put(file, bytes, count, 0);
    int number = errno;
    if (close(file) != 0 && written) {
        written = false;
        number = errno;
    }
    return written || files_fail(error, number, path);
}

bool files_flush(const char *path, GError **error)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return files_fail(error, errno, path);
    bool flushed = fsync(file) == 0 || errno == EINVAL; /* cannot be, as some folders */
    int number = errno;
    close(file);
    return flushed || files_fail(error, number, path);
}

static FTS *open_tree(const char *path)
{
    char *const roots[] = {(char *)path, NULL};
    return fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
}

/* A file that another folder holds as well was flushed with that. */
static bool flush_entry(const FTSENT *entry, GError **error)
{
    switch (entry->fts_info) {
    case FTS_F:
        return entry->fts_statp->st_nlink > 1 || files_flush(entry->fts_path, error);
    case FTS_DP: /* after all that is in it */
        return files_flush(entry->fts_path, error);
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        return files_fail(error, entry->fts_errno, entry->fts_path);
    default:
        return true;
    }
}

bool files_flush_tree(const char *path, GError **error)
{
    FTS *tree = open_tree(path);
    if (!tree)
        return files_fail(error, errno, path);
    bool flushed = true;
    for (FTSENT *entry = fts_read(tree); entry && flushed; entry = fts_read(tree))
        flushed = flush_entry(entry, error);
    fts_close(tree);
    return flushed;
}

void files_remove_tree(const char *path)
{
    FTS *tree = open_tree(path);
    if (!tree)
        return;
    for (FTSENT *entry = fts_read(tree); entry; entry = fts_read(tree)) {
        if (entry->fts_info != FTS_D) /* a folder comes again after all that is in it */
            unlinkat(AT_FDCWD, entry->fts_path, entry->fts_info == FTS_DP ? AT_REMOVEDIR : 0);
    }
    fts_close(tree);
}
