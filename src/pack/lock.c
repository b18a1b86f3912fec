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

int lock_take(const char *path, const char *whose, GError **error)
{
    for (;;) {
        int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (lock < 0) {
            files_fail(error, errno, whose);
            return -1;
        }
        if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
            int number = errno;
            close(lock);
            if (number == EWOULDBLOCK)
                fail(error, FAILURE_CREATE, "%s: another run is writing here: wait until it ends",
                     whose);
            else
                files_fail(error, number, whose);
            return -1;
        }
        if (is_still_there(lock, path))
            return lock;
        close(lock);
    }
}

void lock_release(int lock, const char *path)
{
    unlink(path);
    close(lock);
}
