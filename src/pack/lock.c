#include "rapor/pack/lock.h"

#include "rapor/base/failure.h"
#include "rapor/pack/files.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Between opening and locking, its owner may have removed the file: then
 * another run could lock a new one of that name, beside us. */
static bool is_still_there(int lock, const char *path)
{
    struct stat held, found;
    return fstat(lock, &held) == 0 && stat(path, &found) == 0 && held.st_ino == found.st_ino &&
           held.st_dev == found.st_dev;
}

/* A file system may have no locks, as Lustre without -o flock.  There the file itself is one. */
static bool has_locks(int number)
{
    return number != ENOLCK && number != ENOSYS && number != EOPNOTSUPP && number != EINVAL;
}

/* Opens the file; MADE: it was not there. */
static int open_lock(const char *path, bool *made)
{
    const int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    int lock = open(path, flags | O_EXCL, 0666);
    *made = lock >= 0;
    return lock >= 0 || errno != EEXIST ? lock : open(path, flags, 0666);
}

static bool fail_held(int number, const char *path, const char *whose, GError **error)
{
    if (number == EWOULDBLOCK)
        return fail(error, FAILURE_CREATE, "%s: another run is writing here: wait until it ends",
                    whose);
    if (has_locks(number))
        return files_fail(error, number, whose);
    return fail(error, FAILURE_CREATE,
                "%s: another run is writing here, or one was killed\n"
                "hint: if none is at work, remove %s; this file system has no locks",
                whose, path);
}

int lock_take(const char *path, const char *whose, GError **error)
{
    for (;;) {
        bool made;
        const int lock = open_lock(path, &made);
        if (lock < 0) {
            files_fail(error, errno, whose);
            return -1;
        }
        const int number = flock(lock, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
        if (number == 0 ? is_still_there(lock, path) : made && !has_locks(number))
            return lock;
        if (number != 0 && made && number != EWOULDBLOCK)
            unlink(path);
        close(lock);
        if (number != 0) {
            fail_held(number, path, whose, error);
            return -1;
        }
    }
}

void lock_release(int lock, const char *path)
{
    unlink(path);
    close(lock);
}
