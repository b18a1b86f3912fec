#include "outlet.h"

#include "rapor/base/digest.h"
#include "rapor/pack/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#define PART ((uint64_t)1 << 20) /* that is written at once */
#define ROOM (2 * PART)

struct outlet {
    int file;
    uint64_t base, end;    /* of what is not written yet */
    uint64_t at;           /* where libzip goes on */
    char *held;            /* a ring: what stands at a place of the archive lies at its rest */
    struct digest *digest; /* of what is written; NULL: that has been changed since */
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
    outlet->digest = digest_create();
    return outlet;
}

void outlet_destroy(struct outlet *outlet)
{
    if (!outlet)
        return;
    close(outlet->file);
    digest_destroy(outlet->digest);
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

/* Writes what is held first. */
static bool flush(struct outlet *outlet)
{
    const uint64_t base = outlet->base, part = MIN(PART, outlet->end - base);
    const char *bytes = outlet->held + base % ROOM;
    outlet->base += part;
    if (outlet->digest)
        digest_add(outlet->digest, bytes, part);
    return write_at(outlet, bytes, part, base);
}

static bool flush_all(struct outlet *outlet)
{
    bool good = true;
    while (good && outlet->base < outlet->end)
        good = flush(outlet);
    return good;
}

static bool hold(struct outlet *outlet, const char *bytes, uint64_t count)
{
    memcpy(outlet->held + outlet->at % ROOM, bytes, count);
    outlet->end = MAX(outlet->end, outlet->at + count);
    return true;
}

/* The head of an entry longer than what is held: libzip writes it once more, with the checksum. */
static bool change(struct outlet *outlet, const char *bytes, uint64_t count)
{
    g_clear_pointer(&outlet->digest, digest_destroy);
    return write_at(outlet, bytes, count, outlet->at);
}

/* What is held already is changed there; what was written before, in the file. */
static bool put(struct outlet *outlet, const char *bytes, uint64_t count)
{
    while (count > 0) {
        const uint64_t at = outlet->at;
        const bool behind = at < outlet->base;
        if (at == outlet->base + ROOM && !flush(outlet))
            return false;
        const uint64_t room =
            behind ? outlet->base - at : MIN(outlet->base + ROOM - at, ROOM - at % ROOM);
        const uint64_t part = MIN(count, room);
        if (!(behind ? change(outlet, bytes, part) : hold(outlet, bytes, part)))
            return false;
        outlet->at += part;
        bytes += part;
        count -= part;
    }
    return true;
}

char *outlet_digest(struct outlet *outlet, uint64_t *size)
{
    *size = outlet->base;
    return outlet->digest ? digest_end(outlet->digest) : NULL;
}

static zip_int64_t go_to(struct outlet *outlet, void *bytes, zip_uint64_t count)
{
    const zip_int64_t at =
        zip_source_seek_compute_offset(outlet->at, outlet->end, bytes, count, &outlet->error);
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
        return flush_all(outlet) ? 0 : -1;
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
