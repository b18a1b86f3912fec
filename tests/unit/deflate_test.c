/* What is compressed comes back whole, by another library. */
#include "rapor/base/deflate.h"

#include <glib.h>
#include <libdeflate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void fill(char *data, size_t count, unsigned colors)
{
    unsigned state = 12345;
    for (size_t i = 0; i < count; i++) {
        state = state * 1103515245 + 12345;
        data[i] = (char)((state >> 16) % colors);
    }
}

static void comes_back(const char *data, size_t count)
{
    struct libdeflate_decompressor *reader = libdeflate_alloc_decompressor();
    g_autofree char *packed = g_malloc(deflate_most(count)), *back = g_malloc(count + 1);
    for (enum deflate how = DEFLATE_GOOD; how <= DEFLATE_BEST; how++) {
        size_t size = deflate_zlib(how, data, count, packed);
        assert_in_range(size, 1, deflate_most(count));
        assert_int_equal(libdeflate_zlib_decompress(reader, packed, size, back, count, NULL),
                         LIBDEFLATE_SUCCESS);
        assert_memory_equal(back, data, count);
    }
    size_t size = deflate_piece(data, count, true, packed);
    assert_int_equal(libdeflate_deflate_decompress(reader, packed, size, back, count, NULL),
                     LIBDEFLATE_SUCCESS);
    assert_memory_equal(back, data, count);
    libdeflate_free_decompressor(reader);
}

static void test_sizes(void **state)
{
    (void)state;
    static const size_t sizes[] = {0, 1, 2, 100, 4096, 65535, 65536, 300000};
    static const unsigned colors[] = {1, 2, 20, 256};
    for (size_t s = 0; s < G_N_ELEMENTS(sizes); s++)
        for (size_t c = 0; c < G_N_ELEMENTS(colors); c++) {
            g_autofree char *data = g_malloc(sizes[s] + 1);
            fill(data, sizes[s], colors[c]);
            comes_back(data, sizes[s]);
        }
}

static void test_text_shrinks(void **state)
{
    (void)state;
    static char text[20000], out[25000];
    for (size_t i = 0; i + 20 < sizeof text; i += 20)
        memcpy(text + i, "indikator nomor 0123", 20);
    assert_in_range(deflate_zlib(DEFLATE_GOOD, text, sizeof text, out), 1, 1000);
    assert_in_range(deflate_zlib(DEFLATE_BEST, text, sizeof text, out), 1, 1000);
}

/* Leaves traces where the next function has its variables. */
static __attribute__((noinline)) void litter(uint16_t trace)
{
    volatile uint16_t stack[150000];
    for (size_t i = 0; i < G_N_ELEMENTS(stack); i++)
        stack[i] = trace;
}

static void test_what_was_done_before_has_no_part_in_it(void **state)
{
    (void)state;
    static char data[100000], once[120000], again[120000];
    fill(data, sizeof data, 3);
    const size_t size = deflate_piece(data, sizeof data, true, once);
    for (uint16_t trace = 0; trace < 20; trace++) {
        litter(trace);
        assert_int_equal(deflate_piece(data, sizeof data, true, again), size);
        assert_memory_equal(again, once, size);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes), cmocka_unit_test(test_text_shrinks),
        cmocka_unit_test(test_what_was_done_before_has_no_part_in_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
