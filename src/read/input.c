#include "input.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/once.h"

#include <errno.h>
#include <string.h>
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

struct input *input_open(const char *path, size_t limit, GError **error)
{
    size_t size;
    int fd = once_open(path, limit, &size, error);
    return fd < 0 ? NULL : input_new(path, NULL, fd, size);
}

/* Copies up to ROOM bytes from OFFSET on; fewer only at the end, -1 on failure. */
static ssize_t bytes_at(struct input *input, size_t offset, char *buffer, size_t room)
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
        if (count < 0) {
            input->broken = errno;
            return -1;
        }
        if (count == 0)
            break; /* it was cut while we read */
        have += (size_t)count;
    }
    return (ssize_t)have;
}

size_t input_peek(struct input *input, size_t offset, char *buffer, size_t room)
{
    ssize_t count = bytes_at(input, offset, buffer, room);
    return count < 0 ? 0 : (size_t)count;
}

int input_read(void *opaque, char *buffer, int room)
{
    struct input *input = opaque;
    ssize_t count = bytes_at(input, input->at, buffer, (size_t)room);
    if (count < 0)
        return -1;
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
    if (input->broken || unplaced_is_empty(unplaced))
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
