#include "pieces.h"

#include "unpack.h"

#include "rapor/base/deflate.h"
#include "rapor/pack/pack.h"

#include <string.h>
#include <unistd.h>

enum { PART = 256 * 1024 }; /* bytes that are read at once */

struct zip_pieces {
    int file;
    uint64_t at, end;         /* of what is not read yet */
    GByteArray *piece, *rest; /* what was asked for, and what was read behind it */
};

struct zip_pieces *pieces_open(const struct packed *like)
{
    struct zip_pieces *pieces = g_new(struct zip_pieces, 1);
    *pieces = (struct zip_pieces){like->from->file, like->offset, like->offset + like->span,
                                  g_byte_array_new(), g_byte_array_new()};
    return pieces;
}

void pieces_close(struct zip_pieces *pieces)
{
    if (!pieces)
        return;
    g_byte_array_unref(pieces->piece);
    g_byte_array_unref(pieces->rest);
    g_free(pieces);
}

/* False at the end, and where no more can be read. */
static bool read_more(struct zip_pieces *pieces)
{
    GByteArray *rest = pieces->rest;
    const guint before = rest->len, wanted = (guint)MIN(PART, pieces->end - pieces->at);
    g_byte_array_set_size(rest, before + wanted);
    const ssize_t count = pread(pieces->file, rest->data + before, wanted, (off_t)pieces->at);
    g_byte_array_set_size(rest, before + (guint)MAX(count, 0));
    pieces->at += (uint64_t)MAX(count, 0);
    return count > 0;
}

/* How long the piece is with which the rest begins; it ends with the text where nothing else ends
 * it. */
static guint length_of(struct zip_pieces *pieces)
{
    const size_t end = sizeof DEFLATE_PIECE_END - 1;
    const GByteArray *rest = pieces->rest;
    for (guint from = 0;;) {
        const guint8 *found =
            rest->len > from ? memmem(rest->data + from, rest->len - from, DEFLATE_PIECE_END, end)
                             : NULL;
        if (found)
            return (guint)(found - rest->data) + (guint)end;
        from = rest->len - MIN(rest->len, (guint)end - 1);
        if (!read_more(pieces))
            return rest->len;
    }
}

GByteArray *pieces_next(struct zip_pieces *pieces)
{
    const guint length = length_of(pieces);
    g_byte_array_set_size(pieces->piece, length + DEFLATE_ROOM);
    memcpy(pieces->piece->data, pieces->rest->data, length);
    g_byte_array_set_size(pieces->piece, length);
    g_byte_array_remove_range(pieces->rest, 0, length);
    return length > 0 ? pieces->piece : NULL;
}
