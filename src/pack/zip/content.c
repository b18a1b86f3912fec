/* The bytes and the content of entries that lie elsewhere. */
#include "spool.h"

#include "rapor/pack/pack.h"

#include <libdeflate.h>
#include <unistd.h>

GBytes *pack_span(const struct packed *entry, int file)
{
    g_autofree void *bytes = g_malloc(entry->span);
    if (pread(file, bytes, entry->span, (off_t)entry->offset) != (ssize_t)entry->span)
        return NULL;
    return g_bytes_new_take(g_steal_pointer(&bytes), entry->span);
}

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
