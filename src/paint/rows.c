/* Pages are flat: most rows are the one above once more, and most pixels of the others are
 * the one before, or stand like that in the row above.  So whole pixels are compared, not
 * bytes, where they were drawn: twice as fast as the quickest library that is given the
 * bytes, and a fifth smaller. */
#include "rows.h"

#include "canvas.h"
#include "deflate.h"

#include <string.h>

enum {
    PIXEL_SIZE = 3,
    FILTER_NONE = 0, /* of a row */
    FILTER_UP = 2,   /* less the row above: that once more is all zero */
    PLACES = 13,     /* bits of the table of pairs */
    FLAT = 16,       /* as many equal pixels are not worth another look */
    SHORT = 6,       /* fewer are worth a look at where the same pair stood */
};

#define NOWHERE     G_MAXUINT32
#define ADLER_PRIME 65521

/* Two sums over all bytes (RFC 1950, 8.2), not brought below the prime within a row. */
struct adler {
    guint64 low, high;
};

struct packing {
    const struct canvas *canvas;
    GByteArray *out;
    struct deflate *deflate;
    struct adler adler;
    size_t size;                /* bytes of a row */
    size_t y, x;                /* what is next */
    size_t above;               /* the last row that was written in full */
    guint32 pairs[1 << PLACES]; /* where two pixels stood last: y << 16 | x */
};

/* COUNT pixels on from where it is. */
struct copy {
    size_t count, distance;
};

static guint64 pair_at(const guint32 *pixel)
{
    guint64 pair;
    memcpy(&pair, pixel, sizeof pair);
    return pair;
}

/* Returns how many pixels are the same, of at most MOST. */
static size_t same(const guint32 *one, const guint32 *other, size_t most)
{
    size_t count = 0;
    while (count + 8 <= most && ((pair_at(one + count) ^ pair_at(other + count)) |
                                 (pair_at(one + count + 2) ^ pair_at(other + count + 2)) |
                                 (pair_at(one + count + 4) ^ pair_at(other + count + 4)) |
                                 (pair_at(one + count + 6) ^ pair_at(other + count + 6))) == 0)
        count += 8;
    while (count < most && one[count] == other[count])
        count++;
    return count;
}

/* COUNT times three bytes: each adds to the low sum, which adds to the high one. */
static void add_sum(struct adler *adler, guint32 pixel, size_t count)
{
    const guint64 red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
    const guint64 sum = red + green + blue, times = count;
    adler->high += 3 * times * adler->low + times * (3 * red + 2 * green + blue) +
                   3 * sum * (times * (times - 1) / 2);
    adler->low += times * sum;
}

static void reduce(struct adler *adler)
{
    adler->low %= ADLER_PRIME;
    adler->high %= ADLER_PRIME;
}

/* What is nearest is told in the fewest bits. */
static void look_left(const struct packing *packing, const guint32 *row, struct copy *best)
{
    const size_t x = packing->x;
    if (x > 0 && row[x] == row[x - 1])
        *best = (struct copy){same(row + x, row + x - 1, packing->canvas->width - x), PIXEL_SIZE};
}

/* What was written in full last is as the row above: others were the same once more. */
static void look_up(const struct packing *packing, const guint32 *row, struct copy *best)
{
    const size_t x = packing->x, width = packing->canvas->width;
    const size_t distance = (packing->y - packing->above) * packing->size;
    if (distance == 0 || distance > DEFLATE_WINDOW || row[x] != (row - width)[x])
        return;
    const size_t count = same(row + x, row - width + x, width - x);
    if (count > best->count)
        *best = (struct copy){count, distance};
}

/* A letter looks like the same letter before it. */
static void look_back(struct packing *packing, const guint32 *row, struct copy *best)
{
    const size_t x = packing->x, y = packing->y, width = packing->canvas->width;
    if (x + 2 > width)
        return;
    const guint64 mixed = pair_at(row + x) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    guint32 *place = &packing->pairs[mixed >> (64 - PLACES)];
    const guint32 last = *place;
    *place = (guint32)(y << 16 | x);
    if (last == NOWHERE)
        return;
    const size_t other_x = last & 0xFFFF, other_y = last >> 16;
    const size_t distance = (y - other_y) * packing->size + PIXEL_SIZE * x - PIXEL_SIZE * other_x;
    if (distance > DEFLATE_WINDOW || other_y < packing->canvas->first)
        return;
    const guint32 *other = canvas_row(packing->canvas, other_y) + other_x;
    const size_t count = same(row + x, other, width - MAX(x, other_x));
    if (count >= 2 && count > best->count)
        *best = (struct copy){count, distance};
}

static struct copy find_copy(struct packing *packing, const guint32 *row)
{
    struct copy best = {0, 0};
    look_left(packing, row, &best);
    if (best.count < FLAT)
        look_up(packing, row, &best);
    if (best.count < SHORT)
        look_back(packing, row, &best);
    return best;
}

/* A copy of other pixels than the one before is of a few, then many of one colour. */
static void add_sums(struct adler *adler, const guint32 *pixels, size_t count)
{
    for (size_t i = 0, run; i < count; i += run) {
        for (run = 1; i + run < count && pixels[i + run] == pixels[i];)
            run++;
        add_sum(adler, pixels[i], run);
    }
}

static void put_copy(struct packing *packing, const guint32 *row, struct copy copy)
{
    const guint32 *pixels = row + packing->x;
    if (copy.distance == PIXEL_SIZE)
        add_sum(&packing->adler, *pixels, copy.count);
    else
        add_sums(&packing->adler, pixels, copy.count);
    deflate_copy(packing->deflate, PIXEL_SIZE * copy.count, copy.distance);
}

static void put_row(struct packing *packing, const guint32 *row)
{
    struct adler *adler = &packing->adler;
    deflate_byte(packing->deflate, FILTER_NONE);
    adler->high += adler->low;
    for (packing->x = 0; packing->x < packing->canvas->width;) {
        const struct copy copy = find_copy(packing, row);
        if (copy.count > 0) {
            put_copy(packing, row, copy);
        } else {
            deflate_pixel(packing->deflate, row[packing->x]);
            add_sum(adler, row[packing->x], 1);
        }
        packing->x += MAX(copy.count, 1);
    }
    packing->above = packing->y;
}

static void put_same_row(struct packing *packing)
{
    struct adler *adler = &packing->adler;
    deflate_byte(packing->deflate, FILTER_UP);
    deflate_byte(packing->deflate, 0);
    deflate_byte(packing->deflate, 0);
    deflate_copy(packing->deflate, packing->size - 3, 1);
    adler->low += FILTER_UP;
    adler->high += packing->size * adler->low;
}

void rows_add(struct packing *packing)
{
    const struct canvas *canvas = packing->canvas;
    const size_t width = canvas->width;
    for (packing->y = canvas->top; packing->y < canvas->bottom; packing->y++) {
        const guint32 *row = canvas_row(canvas, packing->y);
        if (packing->y > 0 && width > 1 && memcmp(row, row - width, width * sizeof *row) == 0)
            put_same_row(packing);
        else
            put_row(packing, row);
        reduce(&packing->adler);
    }
}

struct packing *rows_begin(const struct canvas *canvas, GByteArray *out)
{
    static const guint8 head[] = {0x78, 0x01};
    struct packing *packing = g_new(struct packing, 1);
    memset(packing, 0, offsetof(struct packing, pairs));
    memset(packing->pairs, 0xFF, sizeof packing->pairs);
    packing->canvas = canvas;
    packing->out = out;
    packing->adler.low = 1;
    packing->size = 1 + PIXEL_SIZE * canvas->width;
    g_byte_array_append(out, head, sizeof head);
    packing->deflate = deflate_begin(out);
    return packing;
}

void rows_end(struct packing *packing)
{
    const struct adler *adler = &packing->adler;
    const guint32 sum = GUINT32_TO_BE((guint32)(adler->high << 16 | adler->low));
    deflate_end(packing->deflate);
    g_byte_array_append(packing->out, (const guint8 *)&sum, sizeof sum);
    g_free(packing);
}
