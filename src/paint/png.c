/* One page as a picture that says what it is: in sRGB, opaque, with its resolution, title
 * and description (PNG, third edition, W3C); of few colours as numbers of these, else RGB.
 * Written here, since who knows the pixels packs them many times as fast as cairo's own
 * writer. */
#include "alternative.h"
#include "draw.h"
#include "own_cairo.h"
#include "press.h"
#include "rows.h"
#include "shades.h"

#include "rapor/base/failure.h"
#include "rapor/paint/paint.h"
#include "rapor/type/pages.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

#define SIDE_LIMIT 32767 /* of a picture, in pixels: cairo's own */
#define EDGE       2     /* pixels around a band that ink in it can come from */

static void add_number(GByteArray *out, guint32 number)
{
    const guint32 big = GUINT32_TO_BE(number);
    g_byte_array_append(out, (const guint8 *)&big, sizeof big);
}

/* A chunk is length, type, data, and the check sum of the last two. */
static void add_chunk(GByteArray *out, const char *type, const void *data, size_t size)
{
    add_number(out, (guint32)size);
    guint start = out->len;
    g_byte_array_append(out, (const guint8 *)type, 4);
    g_byte_array_append(out, data, (guint)size);
    add_number(out, libdeflate_crc32(0, out->data + start, out->len - start));
}

enum { COLOR_RGB = 2, COLOR_NUMBERED = 3 };

/* SHADES may be NULL. */
static void add_header(GByteArray *out, const struct canvas *canvas, const struct shades *shades)
{
    static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    const guint8 bits = shades ? shades->bits : 8, color = shades ? COLOR_NUMBERED : COLOR_RGB;
    const guint8 rest[] = {bits, color, 0, 0, 0}; /* the only methods */
    g_autoptr(GByteArray) header = g_byte_array_new();
    add_number(header, (guint32)canvas->width);
    add_number(header, (guint32)canvas->height);
    g_byte_array_append(header, rest, sizeof rest);
    g_byte_array_append(out, signature, sizeof signature);
    add_chunk(out, "IHDR", header->data, header->len);
    add_chunk(out, "sRGB", "", 1); /* perceptual */
}

static void add_resolution(GByteArray *out, double scale)
{
    guint32 pixels = (guint32)lround(scale * 72 / 0.0254); /* in a metre */
    g_autoptr(GByteArray) data = g_byte_array_new();
    add_number(data, pixels);
    add_number(data, pixels);
    g_byte_array_append(data, (const guint8 *)"\1", 1);
    add_chunk(out, "pHYs", data->data, data->len);
}

static void add_shades(GByteArray *out, const struct shades *shades)
{
    g_autoptr(GByteArray) data = g_byte_array_new();
    for (unsigned i = 0; i < shades->count; i++) {
        const guint32 color = GUINT32_TO_BE(shades->colors[i] << 8);
        g_byte_array_append(data, (const guint8 *)&color, 3);
    }
    add_chunk(out, "PLTE", data->data, data->len);
}

/* KEY is one of those that the standard names. */
static void add_fact(GByteArray *out, const char *key, const char *language, const char *text)
{
    static const guint8 plain[] = {0, 0, 0}; /* end of the key; not compressed */
    if (!text)
        return;
    g_autoptr(GByteArray) data = g_byte_array_new();
    g_byte_array_append(data, (const guint8 *)key, (guint)strlen(key));
    g_byte_array_append(data, plain, sizeof plain);
    g_byte_array_append(data, (const guint8 *)language, (guint)strlen(language) + 1);
    g_byte_array_append(data, (const guint8 *)"", 1); /* the key in that language */
    g_byte_array_append(data, (const guint8 *)text, (guint)strlen(text));
    add_chunk(out, "iTXt", data->data, data->len);
}

static void add_facts(GByteArray *out, const struct pages *pages, const struct page *page)
{
    const struct doc *doc = pages->doc;
    const char *language = doc->language ? doc->language : "";
    g_autofree char *description = page_alternative(pages, page);
    add_fact(out, "Title", language, doc->title);
    add_fact(out, "Author", language, doc->author);
    add_fact(out, "Description", language, description);
    add_fact(out, "Source", language, doc->subject);
    add_fact(out, "Software", "", "rapor " RAPOR_VERSION);
}

static bool check_size(const struct pages *pages, double width, double height, GError **error)
{
    return (width >= 1 && width <= SIDE_LIMIT && height >= 1 && height <= SIDE_LIMIT) ||
           fail(error, FAILURE_USAGE, "%s: a picture of %.0f by %.0f pixels cannot be made",
                pages->doc->name, width, height);
}

/* What a hair's breadth more would make a whole pixel larger is rounding. */
static double pixels_of(double length, double scale)
{
    return ceil(length * scale - 0.01);
}

/* An edge that cuts through pixels would be mixed with what is below. */
static bool is_covered(const struct canvas *canvas, const struct page *page, double scale)
{
    const struct ink *first = page->inks.items;
    return page->inks.count > 0 && first->kind == INK_FILL && first->x <= 0 && first->y <= 0 &&
           (first->x + first->fill.width) * scale >= (double)canvas->width &&
           (first->y + first->fill.height) * scale >= (double)canvas->height;
}

/* A page and how it becomes a picture. */
struct picture {
    const struct pages *pages;
    const struct page *page;
    struct press *press;
    double scale;
    const struct reach *reaches;
};

static bool draw(const struct picture *picture, GError **error)
{
    const struct canvas *canvas = &picture->press->canvas;
    const double scale = picture->scale;
    const struct band band = {((double)canvas->top - EDGE) / scale,
                              ((double)canvas->bottom + EDGE) / scale, picture->reaches};
    g_autoptr(cairo_surface_t) surface = canvas_surface(canvas);
    g_autoptr(cairo_t) cr = cairo_create(surface);
    if (!is_covered(canvas, picture->page, scale)) {
        cairo_set_source_rgb(cr, 1, 1, 1);
        cairo_paint(cr);
    }
    cairo_translate(cr, 0, -(double)canvas->top);
    cairo_scale(cr, scale, scale);
    if (!draw_band(cr, picture->page, picture->press, &band, error) ||
        !draw_check(picture->pages, cairo_status(cr), error))
        return false;
    cairo_surface_flush(surface);
    return draw_check(picture->pages, cairo_surface_status(surface), error);
}

/* Of what cannot be told in shades, FEW becomes false. */
static bool draw_rows(const struct picture *picture, struct shades *shades, GByteArray *out,
                      bool *few, GError **error)
{
    struct canvas *canvas = &picture->press->canvas;
    struct packing *packing = rows_begin(canvas, shades);
    bool drawn = true;
    *few = true;
    while (drawn && *few && canvas_advance(canvas)) {
        drawn = draw(picture, error);
        *few = drawn && rows_add(packing);
    }
    if (drawn && *few)
        rows_pack(packing, out);
    rows_end(packing);
    return drawn;
}

/* The pixels, as numbers of shades where there are any. */
static void add_picture(const struct picture *picture, const struct shades *shades,
                        const GByteArray *rows, GByteArray *out)
{
    add_header(out, &picture->press->canvas, shades);
    add_resolution(out, picture->scale);
    add_facts(out, picture->pages, picture->page);
    if (shades)
        add_shades(out, shades);
    add_chunk(out, "IDAT", rows->data, rows->len);
    add_chunk(out, "IEND", "", 0);
}

static bool make(const struct picture *picture, GByteArray *out, GError **error)
{
    struct canvas *canvas = &picture->press->canvas;
    const size_t width = canvas->width, height = canvas->height;
    g_autoptr(GByteArray) rows = g_byte_array_new();
    g_autofree struct shades *shades = g_new(struct shades, 1);
    bool few = shades_begin(shades, picture->page);
    if (few && !draw_rows(picture, shades, rows, &few, error))
        return false;
    if (few) {
        add_picture(picture, shades, rows, out);
        return true;
    }
    canvas_begin(canvas, width, height);
    if (!draw_rows(picture, NULL, rows, &few, error))
        return false;
    add_picture(picture, NULL, rows, out);
    return true;
}

static bool paint(const struct pages *pages, struct press *press, struct excerpt excerpt,
                  GByteArray *out, GError **error)
{
    struct extent extent;
    if (!draw_extent(pages, excerpt.page, &extent, error))
        return false;
    const struct page *page = &pages->items[extent.first];
    double width = pixels_of(page->width, excerpt.scale);
    double height = pixels_of(page->height, excerpt.scale);
    if (!check_size(pages, width, height, error))
        return false;
    g_autofree struct reach *reaches = draw_reaches(page);
    const struct picture picture = {pages, page, press, excerpt.scale, reaches};
    canvas_begin(&press->canvas, (size_t)width, (size_t)height);
    return make(&picture, out, error);
}

const struct painter painter_png = {.name = "picture",
                                    .format = "png",
                                    .suffix = "png",
                                    .about = "a picture of one page",
                                    .paint = paint};
