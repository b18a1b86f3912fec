#include "spool.h"

#include "pieces.h"

#include "rapor/base/deflate.h"
#include "rapor/pack/files.h"
#include "rapor/pack/pack.h"

#include <libdeflate.h>
#include <stdint.h>
#include <unistd.h>

enum { PARTS = 12 }; /* of a text that are deflated at once; their blocks end with them */

struct spool {
    int file;
    uint64_t length;
    GByteArray *piece; /* of the entry that comes in parts, and of how many it is */
    size_t parts;
    struct zip_pieces *before; /* NULL: it has not been there before */
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
    pieces_close(spool->before);
    g_free(spool);
}

int spool_file(const struct spool *spool)
{
    return spool->file;
}

static void begin(struct spool *spool, struct packed *entry)
{
    entry->offset = spool->length;
    entry->span = 0;
    entry->crc = 0;
    entry->deflated = true;
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
    begin(spool, entry);
    entry->deflated = count > 0 && !is_compressed(entry->name);
    return entry->deflated ? deflate(spool, entry, bytes, count)
                           : write_out(spool, entry, bytes, count);
}

void spool_begin_parts(struct spool *spool, struct packed *entry, const struct packed *like)
{
    begin(spool, entry);
    spool->before = like ? pieces_open(like) : NULL;
}

/* One that says the same has been compressed before. */
static bool add_piece(struct spool *spool, struct packed *entry, bool last)
{
    GByteArray *piece = spool->piece, *before = spool->before ? pieces_next(spool->before) : NULL;
    entry->crc = libdeflate_crc32(entry->crc, piece->data, piece->len);
    spool->parts = 0;
    if (before && deflate_piece_is(before->data, before->len, last, piece->data, piece->len)) {
        g_byte_array_set_size(piece, 0);
        return write_out(spool, entry, before->data, before->len);
    }
    g_autofree void *deflated = g_malloc(deflate_most(piece->len));
    const size_t count = deflate_piece(piece->data, piece->len, last, deflated);
    g_byte_array_set_size(piece, 0);
    return write_out(spool, entry, deflated, count);
}

/* Pieces are cut where the text says, not by its length: a part that is longer than it was leaves
 * the pieces of others as they were. */
bool spool_append(struct spool *spool, struct packed *entry, const void *bytes, size_t count)
{
    g_byte_array_append(spool->piece, bytes, (guint)count);
    return ++spool->parts < PARTS || add_piece(spool, entry, false);
}

bool spool_end(struct spool *spool, struct packed *entry)
{
    const bool added = add_piece(spool, entry, true);
    g_clear_pointer(&spool->before, pieces_close);
    return added;
}

bool spool_fits(const struct packed *like, GBytes *span)
{
    return g_bytes_get_size(span) == like->span && (like->deflated || like->span == like->size);
}

bool spool_take(struct spool *spool, struct packed *entry, const struct packed *like,
                const void *bytes)
{
    begin(spool, entry);
    entry->crc = like->crc;
    entry->deflated = like->deflated;
    return write_out(spool, entry, bytes, like->span);
}
