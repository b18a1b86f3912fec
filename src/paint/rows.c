#include "rows.h"

#include "canvas.h"
#include "shades.h"

#include "rapor/base/deflate.h"

#include <libdeflate.h>
#include <string.h>

enum { PIXEL_SIZE = 3, FILTER_NONE = 0, FILTER_UP = 2 /* less the row above */ };

struct packing {
    const struct canvas *canvas;
    struct shades *shades; /* or NULL */
    GByteArray *out;
    size_t size;   /* bytes of a row */
    guint8 *bytes; /* the rows of a band */
    guint32 sum;   /* Adler-32 of all before */
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

static bool put_rows(const struct packing *packing)
{
    const struct canvas *canvas = packing->canvas;
    const size_t width = canvas->width;
    guint8 *out = packing->bytes;
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

bool rows_add(struct packing *packing)
{
    const bool last = packing->canvas->bottom == packing->canvas->height;
    const size_t count = packing->size * (packing->canvas->bottom - packing->canvas->top);
    if (!put_rows(packing))
        return false;
    GByteArray *out = packing->out;
    const guint end = out->len;
    g_byte_array_set_size(out, end + (guint)deflate_most(count));
    const enum deflate how = is_rare(packing) ? DEFLATE_BEST : DEFLATE_GOOD;
    const size_t packed = deflate_piece(how, packing->bytes, count, last, out->data + end);
    g_byte_array_set_size(out, end + (guint)packed);
    packing->sum = libdeflate_adler32(packing->sum, packing->bytes, count);
    return true;
}

struct packing *rows_begin(const struct canvas *canvas, struct shades *shades, GByteArray *out)
{
    static const guint8 head[] = {0x78, 0x01};
    struct packing *packing = g_new(struct packing, 1);
    *packing = (struct packing){.canvas = canvas,
                                .shades = shades,
                                .out = out,
                                .size = 1 + (shades ? 1 : PIXEL_SIZE) * canvas->width,
                                .sum = 1};
    packing->bytes = g_malloc(packing->size * canvas_most(canvas) + 1);
    g_byte_array_append(out, head, sizeof head);
    return packing;
}

void rows_end(struct packing *packing)
{
    const guint32 sum = GUINT32_TO_BE(packing->sum);
    g_byte_array_append(packing->out, (const guint8 *)&sum, sizeof sum);
    g_free(packing->bytes);
    g_free(packing);
}
