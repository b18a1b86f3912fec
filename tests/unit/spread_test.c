/* Labels along a line: never one over another, and as near to their wishes as can be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/chart/spread.h"
#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>

#define MOST 24

static void labels_with_room_stay_where_they_want(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct chart_span spans[] = {{50, 10, 0, 0}, {20, 10, 0, 1}};
    const double limits[] = {0, 100};
    assert_int_equal(spread(spans, 2, limits, 2, arena), 2);
    assert_int_equal(spans[0].item, 1);
    assert_true(fabs(spans[0].at - 15) < 1e-9 && fabs(spans[1].at - 45) < 1e-9);
    arena_destroy(arena);
}

/* Two that want the same place give way alike; at an edge they move away from it. */
static void labels_in_one_place_share_the_way(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct chart_span spans[] = {{50, 10, 0, 0}, {50, 10, 0, 1}};
    const double limits[] = {0, 100}, edge[] = {0, 56};
    assert_int_equal(spread(spans, 2, limits, 2, arena), 2);
    assert_true(fabs(spans[0].at - 39) < 1e-9 && fabs(spans[1].at - 51) < 1e-9);
    assert_int_equal(spread(spans, 2, edge, 2, arena), 2);
    assert_true(fabs(spans[0].at - 34) < 1e-9 && fabs(spans[1].at - 46) < 1e-9);
    arena_destroy(arena);
}

static void what_has_no_room_is_left_out(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct chart_span spans[] = {{5, 60, 0, 0}, {5, 60, 0, 1}, {5, 10, 0, 2}};
    const double limits[] = {0, 100}, none[] = {0, 1};
    assert_int_equal(spread(spans, 3, limits, 2, arena), 1);
    assert_int_equal(spread(spans, 3, none, 2, arena), 0);
    arena_destroy(arena);
}

static double squares(const struct chart_span *spans, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += pow(spans[i].at + spans[i].size / 2 - spans[i].wish, 2);
    return sum;
}

static bool holds(const struct chart_span *spans, size_t count, const double limits[2], double gap)
{
    double end = limits[0] - gap;
    for (size_t i = 0; i < count; i++) {
        if (spans[i].at < end + gap - 1e-6)
            return false;
        end = spans[i].at + spans[i].size;
    }
    return end <= limits[1] + 1e-6;
}

/* No small move of one label that keeps the rules is better. */
static void check_best(struct chart_span *spans, size_t count, const double limits[2], double gap)
{
    double least = squares(spans, count);
    for (size_t i = 0; i < count; i++)
        for (double move = -0.5; move <= 0.5; move += 1) {
            spans[i].at += move;
            assert_true(!holds(spans, count, limits, gap) || squares(spans, count) >= least - 1e-6);
            spans[i].at -= move;
        }
}

static void thousands_of_random_labels_do_not_overlap(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(2021);
    for (size_t turn = 0; turn < 5000; turn++) {
        struct arena *arena = arena_create();
        struct chart_span spans[MOST];
        size_t count = (size_t)g_rand_int_range(random, 1, MOST + 1);
        const double limits[] = {g_rand_double_range(random, -50, 50),
                                 g_rand_double_range(random, 60, 900)};
        for (size_t i = 0; i < count; i++)
            spans[i] = (struct chart_span){floor(g_rand_double_range(random, -100, 1000)),
                                           g_rand_double_range(random, 0, 90), 0, i};
        size_t placed = spread(spans, count, limits, 3, arena);
        assert_true(placed <= count);
        assert_true(placed == 0 || holds(spans, placed, limits, 3));
        check_best(spans, placed, limits, 3);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_with_room_stay_where_they_want),
        cmocka_unit_test(labels_in_one_place_share_the_way),
        cmocka_unit_test(what_has_no_room_is_left_out),
        cmocka_unit_test(thousands_of_random_labels_do_not_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
