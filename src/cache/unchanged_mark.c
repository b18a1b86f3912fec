#include "rapor/cache/unchanged_mark.h"

#include <glib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#define MARK           "user.rapor"
#define DIGEST_LETTERS 32 /* enough to know it again, and short enough to lie beside the inode */
#define MARK_MOST      96

static int write_mark(char *mark, const char *digest, struct timespec changed)
{
    return snprintf(mark, MARK_MOST, "%jd.%09ld %.*s", (intmax_t)changed.tv_sec, changed.tv_nsec,
                    DIGEST_LETTERS, digest);
}

static bool is_before(struct timespec one, struct timespec other)
{
    return one.tv_sec < other.tv_sec || (one.tv_sec == other.tv_sec && one.tv_nsec < other.tv_nsec);
}

/* Linked files of an earlier run have theirs already. */
void unchanged_mark_put(const char *path, const char *digest, struct timespec now)
{
    struct stat found;
    char mark[MARK_MOST];
    if (unchanged_mark_holds(path, digest) || lstat(path, &found) != 0 || !S_ISREG(found.st_mode) ||
        !is_before(found.st_mtim, now))
        return;
    int length = write_mark(mark, digest, found.st_mtim);
    setxattr(path, MARK, mark, (size_t)length, 0); /* where it cannot be, the file is read */
}

bool unchanged_mark_holds(const char *path, const char *digest)
{
    struct stat found;
    char mark[MARK_MOST], expected[MARK_MOST];
    ssize_t length = lgetxattr(path, MARK, mark, sizeof mark);
    if (length <= 0 || lstat(path, &found) != 0 || !S_ISREG(found.st_mode))
        return false;
    return length == write_mark(expected, digest, found.st_mtim) &&
           memcmp(mark, expected, (size_t)length) == 0;
}
