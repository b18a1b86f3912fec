/* The content of entries that are taken from elsewhere. */
#include "spool.h"

#include "rapor/pack.h"

#include <libdeflate.h>

static bool inflate_into(GByteArray *content, GBytes *span)
{
    gsize count;
    const void *bytes = g_bytes_get_data(span, &count);
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    if (!reader)
        g_error("no memory to decompress");
    const bool whole = libdeflate_deflate_decompress(reader, bytes, count, content->data,
                                                     content->len, NULL) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(reader);
    return whole;
}

GByteArray *pack_content(const struct packed *like, GBytes *span)
{
    if (!spool_fits(like, span))
        return NULL;
    if (!like->deflated)
        return g_bytes_unref_to_array(g_bytes_ref(span));
    GByteArray *content = g_byte_array_new();
    g_byte_array_set_size(content, (guint)like->size);
    if (inflate_into(content, span))
        return content;
    g_byte_array_unref(content);
    return NULL;
}
