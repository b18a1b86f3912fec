#include "rows.h"

#include "canvas.h"
#include "shades.h"

#include "rapor/base/deflate.h"

#include <string.h>

enum { PIXEL_SIZE = 3, FILTER_NONE = 0, FILTER_UP = 2 /* less the row above */ };

struct packing {
    const struct canvas *canvas;
    struct shades *shades; /* or NULL */
    size_t size;           /* bytes of a row */
    guint8 *bytes;         /* all rows */
};

/* Of four bytes written, the next pixel writes over the last. */
static void put_row(guint8 *out, const guint32 *row, size_t width)
{
    *out++ = FILTER_NONE;
    for (size_t x = 0; x < width; x++, out += PIXEL_SIZE) {
        const guint32 pixel = GUINT32_TO_BE(row[x] << 8);
        memcpy(out, &pixel, sizeof pixel);
    }
}

/* Pages are flat: most rows are the one above once more, of which nothing is left. */
static void put_same_row(guint8 *out, size_t size)
{
    memset(out, 0, size);
    *out = FILTER_UP;
}

bool rows_add(const struct packing *packing)
{
    const struct canvas *canvas = packing->canvas;
    const size_t width = canvas->width;
    guint8 *out = packing->bytes + packing->size * canvas->top;
    for (size_t y = canvas->top; y < canvas->bottom; y++, out += packing->size) {
        const guint32 *row = canvas_row(canvas, y);
        const bool same = y > canvas->top && memcmp(row, row - width, width * sizeof *row) == 0;
        if (same && packing->shades)
            memcpy(out, out - packing->size, packing->size);
        else if (same)
            put_same_row(out, packing->size);
        else if (!packing->shades)
            put_row(out, row, width);
        else if (*out = FILTER_NONE, !shades_number(packing->shades, row, width, out + 1))
            return false;
    }
    return true;
}

/* Cards, one for each institution, are small and of few colours; charts of the press kit, of
 * which there are few, are larger, or maps. */
static bool is_rare(const struct packing *packing)
{
    const size_t card = 1200000; /* pixels */
    return !packing->shades || packing->canvas->width * packing->canvas->height > card;
}

struct packing *rows_begin(const struct canvas *canvas, struct shades *shades)
{
    struct packing *packing = g_new(struct packing, 1);
    *packing = (struct packing){
        .canvas = canvas, .shades = shades, .size = 1 + (shades ? 1 : PIXEL_SIZE) * canvas->width};
    packing->bytes = g_malloc(packing->size * canvas->height + 1);
    return packing;
}

/* Two pixels in a byte, the first in its upper half. */
static void put_halves(guint8 *out, const guint8 *row, size_t width, const guint8 *numbers)
{
    *out++ = FILTER_NONE;
    for (size_t x = 0; x + 1 < width; x += 2)
        *out++ = (guint8)(numbers[row[x]] << 4 | numbers[row[x + 1]]);
    if (width % 2 == 1)
        *out = (guint8)(numbers[row[width - 1]] << 4);
}

/* In place: a row ends before the next to be read begins. */
static void halve(struct packing *packing, const guint8 *numbers)
{
    const size_t width = packing->canvas->width, height = packing->canvas->height;
    const size_t half = 1 + (width + 1) / 2;
    guint8 *last = g_malloc(width), *out = packing->bytes;
    for (size_t y = 0; y < height; y++, out += half) {
        const guint8 *row = packing->bytes + y * packing->size + 1;
        if (y > 0 && memcmp(row, last, width) == 0) {
            memcpy(out, out - half, half);
            continue;
        }
        memcpy(last, row, width);
        put_halves(out, last, width, numbers);
    }
    g_free(last);
    packing->size = half;
}

void rows_pack(struct packing *packing, GByteArray *out)
{
    guint8 numbers[SHADES_MOST];
    if (packing->shades && shades_merge(packing->shades, numbers))
        halve(packing, numbers);
    const size_t count = packing->size * packing->canvas->height;
    const enum deflate how = is_rare(packing) ? DEFLATE_FINE : DEFLATE_GOOD;
    g_autofree guint8 *packed = g_malloc(deflate_most(count));
    const size_t size = deflate_zlib(how, packing->bytes, count, packed);
    g_byte_array_append(out, packed, (guint)size);
}

void rows_end(struct packing *packing)
{
    g_free(packing->bytes);
    g_free(packing);
}
