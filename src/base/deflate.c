/* libdeflate is the smallest and, of those that make the same bytes on all processors, the
 * quickest; but what it makes is always the whole of a stream.  Pieces are zlib's. */
#include "rapor/base/deflate.h"

#include <glib.h>
#include <libdeflate.h>
#include <string.h>
#include <zlib.h>

static const int levels[] = {
    [DEFLATE_GOOD] = 1, [DEFLATE_TEXT] = 3, [DEFLATE_FINE] = 6, [DEFLATE_BEST] = 12};
enum { PIECE_LEVEL = 4 }; /* of zlib, which makes of texts what libdeflate's 3 makes */

/* Data that do not shrink are stored, in blocks of at most 64 KB with heads of 5 bytes. */
size_t deflate_most(size_t count)
{
    return count + count / 8 + 256;
}

/* They are kept: making one takes as long as compressing a page. */
static struct libdeflate_compressor *compressor_of(enum deflate how)
{
    static struct libdeflate_compressor *compressors[G_N_ELEMENTS(levels)];
    if (!compressors[how])
        compressors[how] = libdeflate_alloc_compressor(levels[how]);
    if (!compressors[how])
        g_error("no memory to compress");
    return compressors[how];
}

size_t deflate_zlib(enum deflate how, const void *data, size_t count, void *out)
{
    return libdeflate_zlib_compress(compressor_of(how), data, count, out, deflate_most(count));
}

size_t deflate_bare(const void *data, size_t count, void *out)
{
    return libdeflate_deflate_compress(compressor_of(DEFLATE_TEXT), data, count, out,
                                       deflate_most(count));
}

/* One for all pieces, as new. */
static z_stream *stream_anew(void)
{
    static z_stream stream;
    const int done = stream.state ? deflateReset(&stream)
                                  : deflateInit2(&stream, PIECE_LEVEL, Z_DEFLATED, -MAX_WBITS,
                                                 MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY);
    if (done != Z_OK)
        g_error("no memory to compress");
    return &stream;
}

size_t deflate_piece(const void *data, size_t count, bool last, void *out)
{
    z_stream *stream = stream_anew();
    stream->next_in = (Bytef *)data; /* is only read */
    stream->avail_in = (uInt)count;
    stream->next_out = out;
    stream->avail_out = (uInt)deflate_most(count);
    if (deflate(stream, last ? Z_FINISH : Z_FULL_FLUSH) != (last ? Z_STREAM_END : Z_OK))
        g_error("%zu bytes could not be compressed", count);
    return stream->total_out;
}

static struct libdeflate_decompressor *decompressor(void)
{
    static struct libdeflate_decompressor *one;
    if (!one && !(one = libdeflate_alloc_decompressor()))
        g_error("no memory to decompress");
    return one;
}

/* libdeflate reads whole streams alone: what is not the last gets an empty block that is. */
bool deflate_piece_is(void *piece, size_t length, bool last, const void *data, size_t count)
{
    g_autofree void *inflated = g_malloc(MAX(count, 1));
    memcpy((char *)piece + length, "\x03\x00", DEFLATE_ROOM);
    return libdeflate_deflate_decompress(decompressor(), piece, length + (last ? 0 : DEFLATE_ROOM),
                                         inflated, count, NULL) == LIBDEFLATE_SUCCESS &&
           memcmp(inflated, data, count) == 0;
}
