/* Means stay exact whatever the instrument weighs and however many are assessed. */
#include "../../src/assess/value.h"

#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define TOTAL ((int64_t)100000000000) /* parts: the most that an instrument may have */
#define SCALE 100                     /* and levels up to 1000 */

static struct aspect aspect = {.no = "1", .weight = TOTAL, .domain = NONE};
static struct indicator indicators[] = {{.no = "1", .weight = TOTAL - 1}, {.no = "2", .weight = 1}};
static struct group group = {.id = "kota", .name = "Kota"};
static const struct instrument instrument = {
    .id = "uji",
    .level_max = 1000 * SCALE,
    .level_scale = SCALE,
    .weight_total = TOTAL,
    .aspects = &aspect,
    .indicators = indicators,
    .groups = &group,
    .aspect_count = 1,
    .indicator_count = 2,
    .group_count = 1,
};

/* Assesses COUNT institutions with these levels, the last with OTHER. */
static const struct standings *assessed(size_t count, int32_t *levels, int32_t *other,
                                        struct arena *arena)
{
    struct evaluation *evaluation = ARENA_NEW(arena, struct evaluation);
    struct institution *all = ARENA_ARRAY(arena, count, struct institution);
    for (size_t i = 0; i < count; i++)
        all[i] = (struct institution){.code = arena_printf(arena, "%zu", i),
                                      .name = "Kota",
                                      .region = NONE,
                                      .assessed = true,
                                      .levels = i + 1 < count ? levels : other};
    *evaluation = (struct evaluation){
        .instrument = &instrument, .institutions = all, .institution_count = count};
    return standings_of(evaluation, arena);
}

static void the_mean_of_equals_is_what_they_have(void **state)
{
    (void)state;
    int32_t levels[] = {99999, 99999};
    for (size_t count = 1; count <= 100000; count *= 10) {
        struct arena *arena = arena_create();
        const struct standings *standings = assessed(count, levels, levels, arena);
        assert_int_equal(standings->national.index.printed, 99999);
        assert_int_equal(standings->national.aspects[0].printed, 99999);
        assert_int_equal(standings->groups[0].index.printed, 99999);
        arena_destroy(arena);
    }
}

static void the_smallest_part_is_not_lost(void **state)
{
    (void)state;
    int32_t levels[] = {100000, 100000}, other[] = {100000, 99999};
    struct arena *arena = arena_create();
    const struct standings *standings = assessed(1000, levels, other, arena);
    const struct exact_value mean = standings->national.index;
    assert_string_equal(numeral_fraction(mean.sum, mean.whole, arena),
                        "9999999999999999999/10000000000000000");
    assert_int_equal(value_compare(mean, (struct exact_value){.sum = 1000, .whole = 1}), -1);
    assert_int_equal(value_compare((struct exact_value){.sum = 1000, .whole = 1}, mean), 1);
    assert_int_equal(value_compare(mean, mean), 0);
    arena_destroy(arena);
}

static void what_is_no_value_is_not_compared(void **state)
{
    (void)state;
    const struct exact_value none = value_of(0, 0), some = value_of(7, 2);
    assert_int_equal(value_compare(none, some), 0);
    assert_int_equal(value_compare(some, none), 0);
}

static void fractions_are_compared_as_products_would(void **state)
{
    (void)state;
    for (int a = 0; a < 12; a++)
        for (int b = 1; b < 12; b++)
            for (int c = 0; c < 12; c++)
                for (int d = 1; d < 12; d++) {
                    const struct exact_value left = {.sum = a, .whole = b},
                                             right = {.sum = c, .whole = d};
                    assert_int_equal(value_compare(left, right), (a * d > c * b) - (a * d < c * b));
                }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mean_of_equals_is_what_they_have),
        cmocka_unit_test(the_smallest_part_is_not_lost),
        cmocka_unit_test(what_is_no_value_is_not_compared),
        cmocka_unit_test(fractions_are_compared_as_products_would),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
