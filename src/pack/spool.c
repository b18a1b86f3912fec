#include "spool.h"

#include "rapor/base/deflate.h"
#include "rapor/pack/files.h"
#include "rapor/pack/pack.h"

#include <libdeflate.h>
#include <stdint.h>
#include <unistd.h>

#define PIECE (256 * 1024) /* that is deflated at once; its blocks end with it */

struct spool {
    int file;
    uint64_t length;
    GByteArray *piece; /* of the entry that comes in pieces */
};

struct spool *spool_create(int file)
{
    struct spool *spool = g_new0(struct spool, 1);
    spool->file = file;
    spool->length = (uint64_t)MAX(lseek(file, 0, SEEK_END), 0);
    spool->piece = g_byte_array_new();
    return spool;
}

void spool_destroy(struct spool *spool)
{
    if (!spool)
        return;
    close(spool->file);
    g_byte_array_unref(spool->piece);
    g_free(spool);
}

int spool_file(const struct spool *spool)
{
    return spool->file;
}

static bool write_out(struct spool *spool, struct packed *entry, const void *bytes, size_t count)
{
    const uint64_t at = spool->length;
    entry->span += count;
    spool->length += count;
    return files_put(spool->file, bytes, count, at);
}

/* What is compressed already would only grow. */
static bool is_compressed(const char *name)
{
    const char *const suffixes[] = {".pdf", ".xlsx", ".zip", ".png"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(name, suffixes[i]))
            return true;
    return false;
}

static bool deflate(struct spool *spool, struct packed *entry, const void *bytes, size_t count)
{
    g_autofree void *deflated = g_malloc(deflate_most(count));
    entry->crc = libdeflate_crc32(0, bytes, count);
    return write_out(spool, entry, deflated, deflate_bare(bytes, count, deflated));
}

bool spool_add(struct spool *spool, struct packed *entry, const void *bytes, size_t count)
{
    spool_begin(spool, entry);
    entry->deflated = count > 0 && !is_compressed(entry->name);
    return entry->deflated ? deflate(spool, entry, bytes, count)
                           : write_out(spool, entry, bytes, count);
}

static bool add_piece(struct spool *spool, struct packed *entry, bool last)
{
    GByteArray *piece = spool->piece;
    g_autofree void *deflated = g_malloc(deflate_most(piece->len));
    const size_t count = deflate_piece(piece->data, piece->len, last, deflated);
    entry->crc = libdeflate_crc32(entry->crc, piece->data, piece->len);
    g_byte_array_set_size(piece, 0);
    return write_out(spool, entry, deflated, count);
}

void spool_begin(struct spool *spool, struct packed *entry)
{
    entry->offset = spool->length;
    entry->span = 0;
    entry->crc = 0;
    entry->deflated = true;
}

/* Pieces are cut where the text says, not as it comes: the same text is the same bytes. */
bool spool_append(struct spool *spool, struct packed *entry, const void *bytes, size_t count)
{
    const guint8 *rest = bytes;
    bool good = true;
    while (good && count > 0) {
        const guint part = (guint)MIN(count, PIECE - spool->piece->len);
        g_byte_array_append(spool->piece, rest, part);
        rest += part;
        count -= part;
        if (spool->piece->len == PIECE)
            good = add_piece(spool, entry, false);
    }
    return good;
}

bool spool_end(struct spool *spool, struct packed *entry)
{
    return add_piece(spool, entry, true);
}

bool spool_fits(const struct packed *like, GBytes *span)
{
    return g_bytes_get_size(span) == like->span && (like->deflated || like->span == like->size);
}

bool spool_take(struct spool *spool, struct packed *entry, const struct packed *like,
                const void *bytes)
{
    spool_begin(spool, entry);
    entry->crc = like->crc;
    entry->deflated = like->deflated;
    return write_out(spool, entry, bytes, like->span);
}
