#include "draw.h"
#include "own_cairo.h"

#include "rapor/failure.h"
#include "rapor/pages.h"
#include "rapor/paint.h"

#include <math.h>

#define SIDE_LIMIT 32767 /* of a picture, in pixels: cairo's own */

/* The chunk that says the colours are sRGB, which cairo leaves out: it belongs
 * right after the signature and the header. */
static const guint8 srgb[] = {0, 0, 0, 1, 's', 'R', 'G', 'B', 0, 0xAE, 0xCE, 0x1C, 0xE9};
#define HEADER_END 33

static bool write_picture(const struct pages *pages, cairo_surface_t *surface, GByteArray *out,
                          GError **error)
{
    g_autoptr(GByteArray) png = g_byte_array_new();
    if (!draw_check(pages, cairo_surface_write_to_png_stream(surface, draw_keep, png), error))
        return false;
    g_byte_array_append(out, png->data, HEADER_END);
    g_byte_array_append(out, srgb, sizeof srgb);
    g_byte_array_append(out, png->data + HEADER_END, png->len - HEADER_END);
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
