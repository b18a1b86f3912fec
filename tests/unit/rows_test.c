#include "../../src/paint/canvas.h"
#include "../../src/paint/rows.h"
#include "../../src/paint/shades.h"

#include "rapor/type/pages.h"

#include <libdeflate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The same at each run. */
static guint32 chance(guint32 *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

struct picture {
    size_t width, height, count;
    guint32 *pixels;
};

static struct picture picture_of(size_t width, size_t height, guint32 color)
{
    struct picture picture = {width, height, width * height, g_new(guint32, width * height)};
    for (size_t i = 0; i < picture.count; i++)
        picture.pixels[i] = 0xFF000000 | color;
    return picture;
}

static struct picture noise(size_t width, size_t height, guint32 colors)
{
    struct picture picture = picture_of(width, height, 0);
    guint32 seed = 1;
    for (size_t i = 0; i < picture.count; i++)
        picture.pixels[i] |= chance(&seed) % colors * 0x010305;
    return picture;
}

static void fill(const struct picture *picture, guint32 *seed)
{
    const size_t left = chance(seed) % picture->width, top = chance(seed) % picture->height;
    const size_t wide = 1 + chance(seed) % 40, high = 1 + chance(seed) % 40;
    const size_t right = MIN(picture->width, left + wide);
    const size_t bottom = MIN(picture->height, top + high);
    const guint32 color = 0xFF000000 | (chance(seed) & 0xFFFFFF);
    for (size_t y = top; y < bottom; y++)
        for (size_t x = left; x < right; x++)
            picture->pixels[y * picture->width + x] = color;
}

/* As a page is: rows that are like others, flat and with edges. */
static struct picture boxes(size_t width, size_t height, size_t count)
{
    struct picture picture = picture_of(width, height, 0x14284B);
    guint32 seed = 7;
    for (size_t i = 0; i < count; i++)
        fill(&picture, &seed);
    return picture;
}

/* Red, green and blue of the pixels, one after the other. */
static guint8 byte_of(const guint32 *pixels, size_t at)
{
    return (guint8)(pixels[at / 3] >> (16 - 8 * (at % 3)));
}

/* PNG's filters 0 and 2: as it is, and less the row above. */
static void assert_row(const guint8 *row, bool first, const guint32 *pixels, size_t width)
{
    assert_true(row[0] == 0 || (row[0] == 2 && !first));
    for (size_t i = 0; i < 3 * width; i++) {
        const unsigned added = row[0] == 2 ? byte_of(pixels - width, i) : 0;
        if (((row[1 + i] + added) & 255) != byte_of(pixels, i))
            fail_msg("byte %zu is not %d", i, byte_of(pixels, i));
    }
}

/* False where there are too many colours for the shades. */
static bool pack(const struct picture *picture, struct shades *shades, GByteArray *out)
{
    bool few = true;
    struct canvas canvas = {0};
    canvas_begin(&canvas, picture->width, picture->height);
    struct packing *packing = rows_begin(&canvas, shades);
    while (few && canvas_advance(&canvas)) {
        memcpy((guint32 *)canvas_row(&canvas, canvas.top),
               picture->pixels + canvas.top * picture->width,
               (canvas.bottom - canvas.top) * picture->width * sizeof *picture->pixels);
        few = rows_add(packing);
    }
    if (few)
        rows_pack(packing, out);
    rows_end(packing);
    canvas_clear(&canvas);
    return few;
}

/* Reads it back with a library of others, and drops the picture. */
static size_t assert_packs(struct picture picture)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    const size_t size = 1 + 3 * picture.width, all = picture.height * size;
    g_autofree guint8 *rows = g_malloc(all);
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    assert_true(pack(&picture, NULL, out));
    assert_int_equal(libdeflate_zlib_decompress(reader, out->data, out->len, rows, all, NULL),
                     LIBDEFLATE_SUCCESS); /* just as many bytes, and their sum */
    for (size_t y = 0; y < picture.height; y++)
        assert_row(rows + y * size, y == 0, picture.pixels + y * picture.width, picture.width);
    libdeflate_free_decompressor(reader);
    g_free(picture.pixels);
    return out->len;
}

static void flat_pictures_are_tiny(void **state)
{
    (void)state;
    assert_packs(picture_of(1, 1, 0));
    assert_packs(picture_of(1, 300, 0x123456));
    assert_packs(picture_of(2, 3, 0xFFFFFF));
    assert_true(assert_packs(picture_of(1080, 1080, 0x14284B)) < 60000);
}

static void pages_are_read_back(void **state)
{
    (void)state;
    assert_packs(boxes(3, 500, 30));
    assert_packs(boxes(700, 7, 30));
    assert_true(assert_packs(boxes(1080, 1080, 400)) < 140000);
}

/* Where a row is longer than a copy can reach back. */
static void wide_pictures_are_read_back(void **state)
{
    (void)state;
    assert_packs(boxes(10922, 20, 200));
    assert_packs(boxes(10923, 20, 200));
    assert_packs(boxes(32767, 9, 200));
}

/* More pieces than a block holds, and codes of every length. */
static void noise_is_read_back(void **state)
{
    (void)state;
    assert_packs(noise(200, 300, 2));
    assert_packs(noise(200, 300, 9));
    assert_packs(noise(200, 300, 1 << 24));
}

/* A ramp of greys, with the colour of an ink. */
static struct picture ramp(size_t width)
{
    struct picture picture = picture_of(width, 300, 0xFFFFFF);
    for (size_t i = 0; i < picture.count; i++)
        picture.pixels[i] -= (guint32)(i % MIN(width, 256)) * 0x010101;
    picture.pixels[290] = 0xFF008000; /* of the ink */
    return picture;
}

static void assert_near(guint32 shade, guint32 pixel, guint32 near)
{
    for (unsigned shift = 0; shift <= 16; shift += 8)
        assert_in_range((shade >> shift & 0xFF) + near - (pixel >> shift & 0xFF), 0, 2 * near);
}

/* A shade for each pixel, read back with a library of others; to be freed. */
static guint32 *shades_read(const struct picture *picture, const struct shades *shades,
                            const GByteArray *packed)
{
    const unsigned in_byte = 8 / shades->bits, mask = (1U << shades->bits) - 1;
    const size_t size = 1 + (picture->width + in_byte - 1) / in_byte, all = picture->height * size;
    g_autofree guint8 *rows = g_malloc(all);
    guint32 *pixels = g_new(guint32, picture->count);
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    assert_int_equal(libdeflate_zlib_decompress(reader, packed->data, packed->len, rows, all, NULL),
                     LIBDEFLATE_SUCCESS);
    for (size_t i = 0; i < picture->count; i++) {
        const size_t x = i % picture->width;
        const guint8 *row = rows + i / picture->width * size;
        const unsigned above = 8 - shades->bits * (1 + (unsigned)(x % in_byte));
        const unsigned number = (unsigned)row[1 + x / in_byte] >> above & mask;
        assert_int_equal(row[0], 0);
        assert_in_range(number, 0, shades->count - 1);
        pixels[i] = shades->colors[number];
    }
    libdeflate_free_decompressor(reader);
    return pixels;
}

/* With an ink of a colour, in numbers of BITS, none further off than NEAR; drops the picture. */
static void assert_numbered(struct picture picture, guint32 color, unsigned bits, guint32 near)
{
    const struct color of = {(float)(color >> 16 & 255) / 255, (float)(color >> 8 & 255) / 255,
                             (float)(color & 255) / 255};
    struct ink inks[] = {{.kind = INK_FILL, .color = of}};
    const struct page page = {.inks = {.items = inks, .count = G_N_ELEMENTS(inks)}};
    g_autofree struct shades *shades = g_new(struct shades, 1);
    g_autoptr(GByteArray) out = g_byte_array_new();
    assert_true(shades_begin(shades, &page));
    assert_true(pack(&picture, shades, out));
    assert_int_equal(shades->bits, bits);
    g_autofree guint32 *read = shades_read(&picture, shades, out);
    for (size_t i = 0; i < picture.count; i++) {
        assert_near(read[i], picture.pixels[i], near);
        if (picture.pixels[i] == (0xFF000000 | color))
            assert_int_equal(read[i], picture.pixels[i]);
    }
    g_free(picture.pixels);
}

static void few_colors_are_numbered(void **state)
{
    (void)state;
    assert_numbered(noise(200, 300, 200), 0, 8, SHADE_NEAR);
}

/* All greys, and widths that do not fill their last byte. */
static void the_fewest_share_a_byte(void **state)
{
    (void)state;
    assert_numbered(ramp(256), 0x008000, 4, SHADE_NEAR_FEW);
    assert_numbered(ramp(257), 0x008000, 4, SHADE_NEAR_FEW);
    assert_numbered(ramp(1), 0x008000, 4, 0);
    assert_numbered(boxes(301, 200, 5), 0x14284B, 4, 0);
}

static void many_colors_are_not(void **state)
{
    (void)state;
    const struct page page = {0};
    g_autofree struct shades *shades = g_new(struct shades, 1);
    g_autoptr(GByteArray) out = g_byte_array_new();
    const struct picture picture = noise(200, 300, 1 << 24);
    assert_true(shades_begin(shades, &page));
    assert_false(pack(&picture, shades, out));
    g_free(picture.pixels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flat_pictures_are_tiny),      cmocka_unit_test(pages_are_read_back),
        cmocka_unit_test(wide_pictures_are_read_back), cmocka_unit_test(noise_is_read_back),
        cmocka_unit_test(few_colors_are_numbered),     cmocka_unit_test(the_fewest_share_a_byte),
        cmocka_unit_test(many_colors_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
