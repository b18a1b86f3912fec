#include "rapor/base/disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static enum failure kind_of(int number, enum failure absent)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
        return absent;
    case EACCES:
    case EPERM:
        return FAILURE_PERMISSION;
    case ENOMEM:
        return FAILURE_SHORTAGE;
    default: /* EIO, EMFILE, ESTALE and so on: errno is not ours to list */
        return FAILURE_IO;
    }
}

bool disk_fail(GError **error, int number, const char *path, enum failure absent)
{
    return fail(error, kind_of(number, absent), "%s: %s", path, g_strerror(number));
}

bool disk_broke_off(const GError *failure)
{
    return failure->code == FAILURE_IO || failure->code == FAILURE_SHORTAGE;
}

bool disk_has(const char *path)
{
    return access(path, F_OK) == 0 ||
           (errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG);
}

/* Adds all that FD gives; false with errno where that fails. */
static bool read_all(int fd, GByteArray *bytes)
{
    guint8 part[65536];
    ssize_t count;
    while ((count = read(fd, part, sizeof part)) != 0) {
        if (count > 0)
            g_byte_array_append(bytes, part, (guint)count);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

char *disk_read(const char *path, enum failure absent, gsize *size, GError **error)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    const bool good = fd >= 0 && read_all(fd, bytes);
    const int number = errno;
    if (fd >= 0)
        close(fd);
    if (!good) {
        disk_fail(error, number, path, absent);
        return NULL;
    }
    if (size)
        *size = bytes->len;
    g_byte_array_append(bytes, (const guint8 *)"", 1);
    return (char *)g_byte_array_free(g_steal_pointer(&bytes), FALSE);
}

/* Adds the name of what comes next in FOLDER; false where nothing does, with errno 0, or that
 * fails. */
static bool add_next(DIR *folder, GPtrArray *names)
{
    errno = 0;
    const struct dirent *entry = readdir(folder);
    const bool own = entry && (g_str_equal(entry->d_name, ".") || g_str_equal(entry->d_name, ".."));
    if (entry && !own)
        g_ptr_array_add(names, g_strdup(entry->d_name));
    return entry != NULL;
}

GPtrArray *disk_names(const char *path, enum failure absent, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    DIR *folder = opendir(path);
    while (folder && add_next(folder, names))
        continue;
    const int number = errno;
    if (folder)
        closedir(folder);
    if (folder && number == 0)
        return g_steal_pointer(&names);
    disk_fail(error, number, path, absent);
    return NULL;
}
