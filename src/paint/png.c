#include "draw.h"
#include "own_cairo.h"

#include "rapor/failure.h"
#include "rapor/pages.h"
#include "rapor/paint.h"

#include <libdeflate.h>
#include <math.h>
#include <stdint.h>

#define SIDE_LIMIT 32767 /* of a picture, in pixels: cairo's own */

#define CHANNELS  3
#define LEVEL     4 /* of compression: a preview is looked at once */
#define DEPTH     8 /* bits of a channel */
#define TRUECOLOR 2
#define FILTER_UP 2 /* each byte less the one above: paper is mostly white */

static void add_number(GByteArray *out, uint32_t number)
{
    const guint8 bytes[] = {(guint8)(number >> 24), (guint8)(number >> 16), (guint8)(number >> 8),
                            (guint8)number};
    g_byte_array_append(out, bytes, sizeof bytes);
}

/* A chunk of a PNG: length, name and bytes, and a checksum of the last two. */
static void add_chunk(GByteArray *out, const char *name, const GByteArray *bytes)
{
    const size_t letters = 4;
    add_number(out, bytes->len);
    const guint start = out->len;
    g_byte_array_append(out, (const guint8 *)name, (guint)letters);
    g_byte_array_append(out, bytes->data, bytes->len);
    add_number(out, libdeflate_crc32(0, out->data + start, letters + bytes->len));
}

/* Returns the header: size, depth and kind of the colours, and three zeros. */
static GByteArray *header_of(cairo_surface_t *surface)
{
    const guint8 kind[] = {DEPTH, TRUECOLOR, 0, 0, 0};
    GByteArray *header = g_byte_array_new();
    add_number(header, (uint32_t)cairo_image_surface_get_width(surface));
    add_number(header, (uint32_t)cairo_image_surface_get_height(surface));
    g_byte_array_append(header, kind, sizeof kind);
    return header;
}

static void add_row(GByteArray *rows, const uint32_t *row, const uint32_t *above, size_t width)
{
    const guint start = rows->len;
    g_byte_array_set_size(rows, start + 1 + (guint)(CHANNELS * width));
    guint8 *at = rows->data + start;
    *at++ = FILTER_UP;
    for (size_t x = 0; x < width; x++)
        for (int shift = 16; shift >= 0; shift -= 8) /* red, green, blue */
            *at++ = (guint8)((row[x] >> shift) - ((above ? above[x] : 0) >> shift));
}

/* Returns all rows, compressed. */
static GByteArray *picture_of(cairo_surface_t *surface)
{
    const size_t width = (size_t)cairo_image_surface_get_width(surface);
    const size_t height = (size_t)cairo_image_surface_get_height(surface);
    const size_t stride = (size_t)cairo_image_surface_get_stride(surface) / sizeof(uint32_t);
    const uint32_t *pixels = (const uint32_t *)(const void *)cairo_image_surface_get_data(surface);
    g_autoptr(GByteArray) rows = g_byte_array_new();
    for (size_t y = 0; y < height; y++)
        add_row(rows, pixels + y * stride, y > 0 ? pixels + (y - 1) * stride : NULL, width);

    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
    if (!compressor)
        g_error("no memory to compress a picture");
    GByteArray *packed = g_byte_array_new();
    g_byte_array_set_size(packed, (guint)libdeflate_zlib_compress_bound(compressor, rows->len));
    size_t size =
        libdeflate_zlib_compress(compressor, rows->data, rows->len, packed->data, packed->len);
    g_byte_array_set_size(packed, (guint)size);
    libdeflate_free_compressor(compressor);
    return packed;
}

/* Our own, since cairo compresses for long, and does not say that colours are sRGB. */
static bool write_picture(const struct pages *pages, cairo_surface_t *surface, GByteArray *out,
                          GError **error)
{
    static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    static guint8 perceptual[] = {0};
    cairo_surface_flush(surface);
    if (!draw_check(pages, cairo_surface_status(surface), error))
        return false;
    g_autoptr(GByteArray) header = header_of(surface);
    g_autoptr(GByteArray) picture = picture_of(surface);
    g_byte_array_append(out, signature, sizeof signature);
    add_chunk(out, "IHDR", header);
    add_chunk(out, "sRGB", &(GByteArray){perceptual, sizeof perceptual});
    add_chunk(out, "IDAT", picture);
    add_chunk(out, "IEND", &(GByteArray){0});
    return true;
}

static bool paint(const struct pages *pages, struct press *press, struct excerpt excerpt,
                  GByteArray *out, GError **error)
{
    struct extent extent;
    if (!draw_extent(pages, excerpt.page, &extent, error))
        return false;
    const struct page *only = &pages->items[extent.first];
    double width = ceil(only->width * excerpt.scale), height = ceil(only->height * excerpt.scale);
    if (!(width >= 1 && width <= SIDE_LIMIT && height >= 1 && height <= SIDE_LIMIT))
        return fail(error, FAILURE_USAGE, "%s: a picture of %.0f by %.0f pixels cannot be made",
                    pages->doc->name, width, height);

    g_autoptr(cairo_surface_t) surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    g_autoptr(cairo_t) cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, excerpt.scale, excerpt.scale);
    return draw_page(cr, only, press, error) && draw_check(pages, cairo_status(cr), error) &&
           write_picture(pages, surface, out, error);
}

const struct painter painter_png = {.name = "picture",
                                    .format = "png",
                                    .suffix = "png",
                                    .about = "a picture of one page",
                                    .paint = paint};
