#include "input.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct input {
    char *name;        /* as the user named it */
    const char *bytes; /* all of it, or NULL: read from FD */
    int fd;
    size_t size, at;
    int broken; /* errno of the read that failed */
    struct digest *digest;
    char *text; /* of the digest, once it is whole */
};

static struct input *input_new(const char *name, const char *bytes, int fd, size_t size)
{
    struct input *input = g_new0(struct input, 1);
    input->name = g_strdup(strcmp(name, "-") == 0 ? "<stdin>" : name);
    input->bytes = bytes;
    input->fd = fd;
    input->size = size;
    input->digest = digest_create();
    return input;
}

struct input *input_of_bytes(const char *name, const char *bytes, size_t size)
{
    return input_new(name, bytes, -1, size);
}

void input_close(struct input *input)
{
    if (!input)
        return;
    if (input->fd >= 0)
        close(input->fd);
    digest_destroy(input->digest);
    g_free(input->text);
    g_free(input->name);
    g_free(input);
}

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

static gboolean fail_open(const char *path, int reason, GError **error)
{
    enum failure code = reason == EACCES || reason == EPERM ? FAILURE_PERMISSION : FAILURE_INPUT;
    return fail(error, code, "%s: %s", path, g_strerror(reason));
}

struct input *input_open(const char *path, size_t limit, GError **error)
{
    struct stat about;
    int fd = strcmp(path, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                    : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &about) != 0) {
        fail_open(path, errno, error);
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    if (S_ISDIR(about.st_mode)) {
        close(fd);
        fail_open(path, EISDIR, error);
        return NULL;
    }
    if (!S_ISREG(about.st_mode)) {
        fd = spool(fd, limit);
        if (fd < 0 || fstat(fd, &about) != 0) {
            fail(error, FAILURE_IO, "%s: %s", path, g_strerror(errno));
            return NULL;
        }
    }
    if ((size_t)about.st_size > limit) {
        close(fd);
        fail(error, FAILURE_DATA, "%s: larger than %zu MiB", path, limit >> 20);
        return NULL;
    }
    return input_new(path, NULL, fd, (size_t)about.st_size);
}

/* Copies up to ROOM bytes from OFFSET on; fewer only at the end, -1 on failure. */
static ssize_t bytes_at(const struct input *input, size_t offset, char *buffer, size_t room)
{
    size_t want = MIN(room, input->size - MIN(offset, input->size)), have = 0;
    if (input->bytes) {
        memcpy(buffer, input->bytes + offset, want);
        return (ssize_t)want;
    }
    while (have < want) {
        ssize_t count = pread(input->fd, buffer + have, want - have, (off_t)(offset + have));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        if (count == 0)
            break; /* it was cut while we read */
        have += (size_t)count;
    }
    return (ssize_t)have;
}

size_t input_peek(const struct input *input, char *buffer, size_t room)
{
    ssize_t count = bytes_at(input, 0, buffer, room);
    return count < 0 ? 0 : (size_t)count;
}

int input_read(void *opaque, char *buffer, int room)
{
    struct input *input = opaque;
    ssize_t count = bytes_at(input, input->at, buffer, (size_t)room);
    if (count < 0) {
        input->broken = errno;
        return -1;
    }
    digest_add(input->digest, buffer, (size_t)count);
    input->at += (size_t)count;
    return (int)count;
}

bool input_is_read(const struct input *input)
{
    return input->at >= input->size;
}

const char *input_digest(struct input *input)
{
    char buffer[16384];
    while (input_read(input, buffer, sizeof buffer) > 0)
        continue;
    if (!input->text)
        input->text = digest_end(input->digest);
    return input->text;
}

bool input_whole(const struct input *input, GError **error)
{
    if (input->broken == 0)
        return true;
    return fail(error, FAILURE_IO, "%s: %s", input->name, g_strerror(input->broken));
}

void input_report(struct input *input, const struct unplaced *unplaced,
                  struct diagnostics *diagnostics)
{
    if (unplaced_is_empty(unplaced))
        return; /* and the file need not be read again */
    g_autofree char *copy = NULL;
    struct source source = {input->name, input->bytes, input->size};
    if (!source.bytes) {
        copy = g_malloc(input->size + 1);
        ssize_t count = bytes_at(input, 0, copy, input->size);
        source.bytes = copy;
        source.size = count < 0 ? 0 : (size_t)count;
    }
    unplaced_report(unplaced, &source, diagnostics);
}
