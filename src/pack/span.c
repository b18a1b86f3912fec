#include "span.h"

#include <libdeflate.h>

enum { HEAD = 30, SUMS = 16 }; /* bytes of a head without its name, and of a descriptor */

static uint64_t number_at(const guint8 *bytes, unsigned count)
{
    uint64_t number = 0;
    for (unsigned i = count; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    return number;
}

/* 4.3.7 and 4.3.9. */
bool span_read(const void *entry, size_t count, struct span *span)
{
    const guint8 *bytes = entry;
    if (count < HEAD || number_at(bytes, 4) != ENTRY_MARK)
        return false;
    span->flags = (uint16_t)number_at(bytes + 6, 2);
    span->method = (uint16_t)number_at(bytes + 8, 2);
    span->data = HEAD + number_at(bytes + 26, 2) + number_at(bytes + 28, 2);
    const bool follow = span->flags & SUMS_FOLLOW;
    if (follow && count < HEAD + SUMS)
        return false;
    const guint8 *sums = follow ? bytes + count - SUMS + 4 : bytes + 14;
    span->crc = (uint32_t)number_at(sums, 4);
    span->packed = number_at(sums + 4, 4);
    span->size = number_at(sums + 8, 4);
    return span->data + span->packed + (follow ? SUMS : 0) == count;
}

static bool inflate_into(GByteArray *content, const guint8 *data, size_t count)
{
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    if (!reader)
        g_error("no memory to decompress");
    const bool whole = libdeflate_deflate_decompress(reader, data, count, content->data,
                                                     content->len, NULL) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(reader);
    return whole;
}

GByteArray *span_content(const void *bytes, size_t count)
{
    struct span span;
    if (!span_read(bytes, count, &span))
        return NULL;
    const guint8 *data = (const guint8 *)bytes + span.data;
    GByteArray *content = g_byte_array_new();
    if (span.method == STORED)
        return g_byte_array_append(content, data, (guint)span.packed);
    g_byte_array_set_size(content, (guint)span.size);
    if (inflate_into(content, data, span.packed))
        return content;
    g_byte_array_unref(content);
    return NULL;
}
