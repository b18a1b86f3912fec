/* ISA-L is the quickest deflate there is; libdeflate's best level the smallest.
 *
 * Of ISA-L's levels, 1 and 2 would be a few percent smaller.  But what they make depends,
 * once in some hundred runs, on where in memory the stream lies (2.30): so 0, which is
 * as quick, and always the same. */
#include "rapor/squeeze.h"

#include <glib.h>
#include <isa-l/igzip_lib.h>
#include <libdeflate.h>

enum { LEVEL = 0, BEST_LEVEL = 12 };

/* Data that do not shrink are stored, in blocks of at most 64 KB with heads of 5 bytes. */
size_t squeeze_most(size_t count)
{
    return count + count / 8 + 256;
}

struct piece {
    unsigned short format; /* of the whole */
    bool last;
};

static size_t quickly(const void *data, size_t count, void *out, struct piece piece)
{
    struct isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.hist_bits = 0; /* the whole window; which the call above leaves as it was */
    stream.flush = piece.last ? NO_FLUSH : FULL_FLUSH;
    stream.level = LEVEL;
    stream.gzip_flag = piece.format;
    stream.end_of_stream = piece.last;
    stream.next_in = (unsigned char *)data; /* is only read */
    stream.avail_in = (uint32_t)count;
    stream.next_out = out;
    stream.avail_out = (uint32_t)squeeze_most(count);
    if (isal_deflate_stateless(&stream) != COMP_OK)
        g_error("%zu bytes could not be compressed", count);
    return stream.total_out;
}

static size_t well(const void *data, size_t count, void *out)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(BEST_LEVEL);
    if (!compressor)
        g_error("no memory to compress");
    count = libdeflate_zlib_compress(compressor, data, count, out, squeeze_most(count));
    libdeflate_free_compressor(compressor);
    return count;
}

size_t squeeze_zlib(enum squeeze how, const void *data, size_t count, void *out)
{
    if (how == SQUEEZE_WELL)
        return well(data, count, out);
    return quickly(data, count, out, (struct piece){IGZIP_ZLIB, true});
}

size_t squeeze_bare(const void *data, size_t count, void *out)
{
    return squeeze_piece(data, count, true, out);
}

size_t squeeze_piece(const void *data, size_t count, bool last, void *out)
{
    return quickly(data, count, out, (struct piece){IGZIP_DEFLATE, last});
}
