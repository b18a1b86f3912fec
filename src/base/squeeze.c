/* ISA-L is the quickest deflate there is; libdeflate's best level the smallest. */
#include "rapor/squeeze.h"

#include <glib.h>
#include <isa-l/igzip_lib.h>
#include <libdeflate.h>

enum { LEVEL = 1, BEST_LEVEL = 12 };

/* Data that do not shrink are stored, in blocks of at most 64 KB with heads of 5 bytes. */
size_t squeeze_most(size_t count)
{
    return count + count / 8 + 256;
}

static size_t quickly(const void *data, size_t count, void *out, unsigned short format)
{
    static unsigned char work[ISAL_DEF_LVL1_DEFAULT];
    struct isal_zstream stream;
    isal_deflate_stateless_init(&stream);
    stream.hist_bits = 0; /* the whole window; which the call above leaves as it was */
    stream.level = LEVEL;
    stream.level_buf = work;
    stream.level_buf_size = sizeof work;
    stream.gzip_flag = format;
    stream.end_of_stream = 1;
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
    return how == SQUEEZE_WELL ? well(data, count, out) : quickly(data, count, out, IGZIP_ZLIB);
}

size_t squeeze_bare(const void *data, size_t count, void *out)
{
    return quickly(data, count, out, IGZIP_DEFLATE);
}
