/* libdeflate is the smallest and, of those that make the same bytes on all processors, mostly
 * the quickest; but what it makes is always the whole of a stream.  Pieces are zlib's, which
 * is quicker with long runs, too: pictures are such. */
#include "rapor/base/deflate.h"

#include <glib.h>
#include <libdeflate.h>
#include <zlib.h>

enum { GOOD_LEVEL = 1, BEST_LEVEL = 12, BEST_PIECE_LEVEL = 6 };

/* Data that do not shrink are stored, in blocks of at most 64 KB with heads of 5 bytes. */
size_t deflate_most(size_t count)
{
    return count + count / 8 + 256;
}

/* They are kept: making one takes as long as compressing a page. */
static struct libdeflate_compressor *compressor_of(enum deflate how)
{
    static struct libdeflate_compressor *compressors[DEFLATE_BEST + 1];
    if (!compressors[how])
        compressors[how] =
            libdeflate_alloc_compressor(how == DEFLATE_BEST ? BEST_LEVEL : GOOD_LEVEL);
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
    return libdeflate_deflate_compress(compressor_of(DEFLATE_GOOD), data, count, out,
                                       deflate_most(count));
}

/* One for all pieces of a kind, as new. */
static z_stream *stream_anew(enum deflate how)
{
    static z_stream streams[DEFLATE_BEST + 1];
    z_stream *stream = &streams[how];
    const int level = how == DEFLATE_BEST ? BEST_PIECE_LEVEL : GOOD_LEVEL;
    const int done = stream->state ? deflateReset(stream)
                                   : deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS,
                                                  MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY);
    if (done != Z_OK)
        g_error("no memory to compress");
    return stream;
}

size_t deflate_piece(enum deflate how, const void *data, size_t count, bool last, void *out)
{
    z_stream *stream = stream_anew(how);
    stream->next_in = (Bytef *)data; /* is only read */
    stream->avail_in = (uInt)count;
    stream->next_out = out;
    stream->avail_out = (uInt)deflate_most(count);
    if (deflate(stream, last ? Z_FINISH : Z_FULL_FLUSH) != (last ? Z_STREAM_END : Z_OK))
        g_error("%zu bytes could not be compressed", count);
    return stream->total_out;
}
