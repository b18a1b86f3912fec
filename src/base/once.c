#include "rapor/base/once.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What was read already, until the program ends: path to descriptor. */
static GHashTable *kept;

static ssize_t read_retried(int fd, void *buffer, size_t room)
{
    ssize_t count;
    do
        count = read(fd, buffer, room);
    while (count < 0 && errno == EINTR);
    return count;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t count = write(fd, bytes, size);
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0) {
            bytes += count;
            size -= (size_t)count;
        }
    }
    return true;
}

/* Copies FROM to TO up to LIMIT bytes and one more. */
static bool copy_bytes(int from, int to, size_t limit)
{
    char buffer[16384];
    size_t copied = 0;
    while (copied <= limit) {
        ssize_t count = read_retried(from, buffer, sizeof buffer);
        if (count <= 0)
            return count == 0;
        if (!write_all(to, buffer, (size_t)count))
            return false;
        copied += (size_t)count;
    }
    return true;
}

/* Returns a file that holds what FD gives and has no name; closes FD. */
static int spool(int fd, size_t limit)
{
    g_autofree char *name = NULL;
    int file = g_file_open_tmp("rapor-XXXXXX", &name, NULL);
    if (file >= 0)
        g_unlink(name);
    if (file >= 0 && !copy_bytes(fd, file, limit)) {
        int reason = errno;
        close(file);
        file = -1;
        errno = reason;
    }
    close(fd);
    return file;
}

static int fail_open(const char *path, int fd, int reason, GError **error)
{
    if (fd >= 0)
        close(fd);
    disk_fail(error, reason, path, FAILURE_INPUT);
    return -1;
}

/* Keeps what FD, which is at PATH, gives; returns a descriptor of the copy. */
static int keep(const char *path, int fd, size_t limit, GError **error)
{
    int copy = spool(fd, limit);
    if (copy < 0) {
        fail(error, FAILURE_IO, "%s: %s", path, g_strerror(errno));
        return -1;
    }
    if (!kept)
        kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert(kept, g_strdup(path), GINT_TO_POINTER(copy));
    return fcntl(copy, F_DUPFD_CLOEXEC, 0);
}

static int open_now(const char *path, size_t limit, GError **error)
{
    struct stat about;
    gpointer copy;
    if (kept && g_hash_table_lookup_extended(kept, path, NULL, &copy))
        return fcntl(GPOINTER_TO_INT(copy), F_DUPFD_CLOEXEC, 0);
    int fd = strcmp(path, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                    : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &about) != 0)
        return fail_open(path, fd, errno, error);
    if (S_ISDIR(about.st_mode))
        return fail_open(path, fd, EISDIR, error);
    return S_ISREG(about.st_mode) ? fd : keep(path, fd, limit, error);
}

int once_open(const char *path, size_t limit, size_t *size, GError **error)
{
    struct stat about;
    int fd = open_now(path, limit, error);
    if (fd < 0)
        return -1;
    if (fstat(fd, &about) != 0)
        return fail_open(path, fd, errno, error);
    *size = (size_t)about.st_size;
    if (*size <= limit)
        return fd;
    close(fd);
    fail(error, FAILURE_DATA, "%s: larger than %zu MiB", path, limit >> 20);
    return -1;
}

char *once_load(const char *path, size_t limit, size_t *size, GError **error)
{
    int fd = once_open(path, limit, size, error);
    if (fd < 0)
        return NULL;
    char *bytes = g_malloc(*size + 1);
    size_t have = 0;
    ssize_t count = 1;
    while (have < *size && count != 0) {
        count = pread(fd, bytes + have, *size - have, (off_t)have);
        if (count < 0 && errno != EINTR)
            break;
        have += count > 0 ? (size_t)count : 0;
    }
    int reason = errno;
    close(fd);
    bytes[have] = '\0';
    *size = have; /* fewer where it was cut while we read */
    if (count >= 0)
        return bytes;
    g_free(bytes);
    fail(error, FAILURE_IO, "%s: %s", path, g_strerror(reason));
    return NULL;
}
