#include "../../src/paint/huffman.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* All that can follow are taken, and none begins as another does. */
static void assert_complete(const struct code *codes, size_t count, unsigned most)
{
    size_t taken = 0;
    for (size_t i = 0; i < count; i++) {
        assert_true(codes[i].length <= most);
        if (codes[i].length > 0)
            taken += (size_t)1 << (most - codes[i].length);
        for (size_t j = 0; j < i; j++) {
            const unsigned shared = MIN(codes[i].length, codes[j].length);
            if (shared > 0)
                assert_int_not_equal(codes[i].bits & ((1U << shared) - 1),
                                     codes[j].bits & ((1U << shared) - 1));
        }
    }
    assert_int_equal(taken, (size_t)1 << most);
}

static void frequent_symbols_are_short(void **state)
{
    (void)state;
    const guint32 often[] = {5, 0, 1, 2, 40, 1};
    struct code codes[G_N_ELEMENTS(often)];
    huffman_codes(often, G_N_ELEMENTS(often), 15, codes);
    assert_complete(codes, G_N_ELEMENTS(often), 15);
    assert_int_equal(codes[4].length, 1);
    assert_int_equal(codes[0].length, 2);
    assert_int_equal(codes[1].length, 0);
    assert_int_equal(codes[3].length, 3);
    assert_int_equal(codes[2].length, 4);
    assert_int_equal(codes[5].length, 4);
}

/* As unlike as they can be: without a limit the rarest would have 24 bits. */
static void no_code_is_too_long(void **state)
{
    (void)state;
    guint32 often[25] = {1, 1};
    struct code codes[G_N_ELEMENTS(often)];
    for (size_t i = 2; i < G_N_ELEMENTS(often); i++)
        often[i] = often[i - 1] + often[i - 2];
    for (unsigned most = 5; most <= 15; most++) {
        huffman_codes(often, G_N_ELEMENTS(often), most, codes);
        assert_complete(codes, G_N_ELEMENTS(often), most);
        for (size_t i = 1; i < G_N_ELEMENTS(often); i++)
            assert_true(codes[i].length <= codes[i - 1].length);
    }
}

static void a_lone_symbol_has_a_bit(void **state)
{
    (void)state;
    const guint32 none[3] = {0}, one[3] = {0, 7, 0};
    struct code codes[3];
    huffman_codes(none, 3, 15, codes);
    assert_int_equal(codes[0].length, 1);
    huffman_codes(one, 3, 15, codes);
    assert_int_equal(codes[0].length, 0);
    assert_int_equal(codes[1].length, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frequent_symbols_are_short),
        cmocka_unit_test(no_code_is_too_long),
        cmocka_unit_test(a_lone_symbol_has_a_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
