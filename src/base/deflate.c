/* ISA-L is the quickest deflate there is, libdeflate the smallest.
 *
 * Of ISA-L's levels, 1 and 2 would be a tenth smaller.  But what they make depends,
 * once in some hundred runs, on where in memory the stream lies (2.30): so 0, which is
 * as quick, and always the same. */
#include "rapor/base/deflate.h"

#include <glib.h>
#include <isa-l/igzip_lib.h>
#include <libdeflate.h>

enum { FAST_LEVEL = 0, GOOD_LEVEL = 1, BEST_LEVEL = 12 };

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

struct deflate_piece {
    uint16_t format; /* of the whole */
    bool last;
};

static size_t fast(const void *data, size_t count, struct deflate_piece piece, void *out)
{
    struct isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.hist_bits = 0; /* the whole window; which the call above leaves as it was */
    stream.flush = piece.last ? NO_FLUSH : FULL_FLUSH;
    stream.level = FAST_LEVEL;
    stream.gzip_flag = piece.format;
    stream.end_of_stream = piece.last;
    stream.next_in = (unsigned char *)data; /* is only read */
    stream.avail_in = (uint32_t)count;
    stream.next_out = out;
    stream.avail_out = (uint32_t)deflate_most(count);
    if (isal_deflate_stateless(&stream) != COMP_OK)
        g_error("%zu bytes could not be compressed", count);
    return stream.total_out;
}

size_t deflate_zlib(enum deflate how, const void *data, size_t count, void *out)
{
    if (how == DEFLATE_FAST)
        return fast(data, count, (struct deflate_piece){IGZIP_ZLIB, true}, out);
    return libdeflate_zlib_compress(compressor_of(how), data, count, out, deflate_most(count));
}

size_t deflate_piece(const void *data, size_t count, bool last, void *out)
{
    return fast(data, count, (struct deflate_piece){IGZIP_DEFLATE, last}, out);
}
