#include "outlet.h"

#include "rapor/pack/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define ROOM ((uint64_t)1 << 20)

struct outlet {
    int file;
    uint64_t base, used; /* of what is not written yet: where it begins, how much it is */
    uint64_t at;         /* where libzip goes on */
    char *held;
    zip_error_t error;
};

struct outlet *outlet_create(const char *path, GError **error)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) {
        files_fail(error, errno, path);
        return NULL;
    }
    struct outlet *outlet = g_new0(struct outlet, 1);
    outlet->file = file;
    outlet->held = g_malloc(ROOM);
    return outlet;
}

void outlet_destroy(struct outlet *outlet)
{
    if (!outlet)
        return;
    close(outlet->file);
    g_free(outlet->held);
    g_free(outlet);
}

static bool write_at(struct outlet *outlet, const char *bytes, uint64_t count, uint64_t at)
{
    const bool written = files_put(outlet->file, bytes, count, at);
    if (!written)
        zip_error_set(&outlet->error, ZIP_ER_WRITE, errno);
    return written;
}

static bool flush(struct outlet *outlet)
{
    const uint64_t used = outlet->used, base = outlet->base;
    outlet->base += used;
    outlet->used = 0;
    return write_at(outlet, outlet->held, used, base);
}

static bool hold(struct outlet *outlet, const char *bytes, uint64_t count)
{
    if (outlet->at == outlet->base + ROOM && !flush(outlet))
        return false;
    const uint64_t from = outlet->at - outlet->base;
    memcpy(outlet->held + from, bytes, count);
    outlet->used = MAX(outlet->used, from + count);
    return true;
}

/* What is held already is changed there; what was written before, in the file. */
static bool put(struct outlet *outlet, const char *bytes, uint64_t count)
{
    while (count > 0) {
        const bool behind = outlet->at < outlet->base;
        const uint64_t end = outlet->base + (behind ? 0 : ROOM);
        const uint64_t part = MIN(count, outlet->at == end ? ROOM : end - outlet->at);
        if (!(behind ? write_at(outlet, bytes, part, outlet->at) : hold(outlet, bytes, part)))
            return false;
        outlet->at += part;
        bytes += part;
        count -= part;
    }
    return true;
}

static zip_int64_t go_to(struct outlet *outlet, void *bytes, zip_uint64_t count)
{
    const zip_int64_t at = zip_source_seek_compute_offset(outlet->at, outlet->base + outlet->used,
                                                          bytes, count, &outlet->error);
    if (at < 0)
        return -1;
    outlet->at = (uint64_t)at;
    return 0;
}

zip_int64_t outlet_serve(void *data, void *bytes, zip_uint64_t count, zip_source_cmd_t command)
{
    struct outlet *outlet = data;
    switch ((int)command) {
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_WRITABLE;
    case ZIP_SOURCE_STAT: /* there is no archive yet */
        zip_error_set(&outlet->error, ZIP_ER_READ, ENOENT);
        return -1;
    case ZIP_SOURCE_WRITE:
        return put(outlet, bytes, count) ? (zip_int64_t)count : -1;
    case ZIP_SOURCE_SEEK_WRITE:
        return go_to(outlet, bytes, count);
    case ZIP_SOURCE_TELL_WRITE:
        return (zip_int64_t)outlet->at;
    case ZIP_SOURCE_COMMIT_WRITE:
        return flush(outlet) ? 0 : -1;
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&outlet->error, bytes, count);
    case ZIP_SOURCE_BEGIN_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_FREE:
        return 0;
    default:
        zip_error_set(&outlet->error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}
