#include "canvas.h"

#include "rapor/pages.h"
#include "rapor/squeeze.h"

#include <string.h>

#define FILTER_NONE 0 /* of a row: what repeats is found without */

void canvas_clear(struct canvas *canvas)
{
    g_free(canvas->pixels);
    g_free(canvas->rows);
    g_free(canvas->packed);
    *canvas = (struct canvas){0};
}

/* An edge that cuts through pixels would be mixed with what is below. */
static bool is_covered(const struct canvas *canvas, const struct page *page, double scale)
{
    const struct ink *first = page->inks.items;
    return page->inks.count > 0 && first->kind == INK_FILL && first->x <= 0 && first->y <= 0 &&
           (first->x + first->fill.width) * scale >= (double)canvas->width &&
           (first->y + first->fill.height) * scale >= (double)canvas->height;
}

cairo_surface_t *canvas_open(struct canvas *canvas, size_t width, size_t height,
                             const struct page *page, double scale)
{
    const size_t count = width * height;
    if (count > canvas->pixel_room) {
        g_free(canvas->pixels);
        canvas->pixels = g_new(guint32, count);
        canvas->pixel_room = count;
    }
    canvas->width = width;
    canvas->height = height;
    if (!is_covered(canvas, page, scale))
        memset(canvas->pixels, 0xFF, count * sizeof *canvas->pixels);
    return cairo_image_surface_create_for_data((guint8 *)canvas->pixels, CAIRO_FORMAT_ARGB32,
                                               (int)width, (int)height,
                                               (int)(width * sizeof *canvas->pixels));
}

/* Four pixels at a time are three words. */
static void add_row(guint8 *out, const guint32 *row, size_t width)
{
    size_t x = 0;
    *out++ = FILTER_NONE;
    for (; x + 4 <= width; x += 4, out += 12) {
        const guint32 a = GUINT32_SWAP_LE_BE(row[x]) >> 8, b = GUINT32_SWAP_LE_BE(row[x + 1]) >> 8;
        const guint32 c = GUINT32_SWAP_LE_BE(row[x + 2]) >> 8,
                      d = GUINT32_SWAP_LE_BE(row[x + 3]) >> 8;
        const guint32 words[] = {GUINT32_TO_LE(a | b << 24), GUINT32_TO_LE(b >> 8 | c << 16),
                                 GUINT32_TO_LE(c >> 16 | d << 8)};
        memcpy(out, words, sizeof words);
    }
    for (; x < width; x++) {
        *out++ = (guint8)(row[x] >> 16);
        *out++ = (guint8)(row[x] >> 8);
        *out++ = (guint8)row[x];
    }
}

/* A row that is the one above once more is not taken apart again. */
static void fill_rows(const struct canvas *canvas)
{
    const size_t width = canvas->width, size = 1 + 3 * width;
    const guint32 *row = canvas->pixels;
    guint8 *out = canvas->rows;
    for (size_t y = 0; y < canvas->height; y++, row += width, out += size)
        if (y > 0 && memcmp(row, row - width, width * sizeof *row) == 0)
            memcpy(out, out - size, size);
        else
            add_row(out, row, width);
}

const guint8 *canvas_pack(struct canvas *canvas, size_t *count)
{
    const size_t size = canvas->height * (1 + 3 * canvas->width);
    if (size > canvas->row_room) {
        g_free(canvas->rows);
        g_free(canvas->packed);
        canvas->rows = g_malloc(size);
        canvas->packed = g_malloc(squeeze_most(size));
        canvas->row_room = size;
    }
    fill_rows(canvas);
    *count = squeeze_zlib(SQUEEZE_QUICK, canvas->rows, size, canvas->packed);
    return canvas->packed;
}
