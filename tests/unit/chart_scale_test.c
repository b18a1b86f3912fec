/* Axes and bins on any scale: they end where the scale does, and where grades do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/chart/along.h"
#include "../../src/chart/bins.h"
#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>

#define VALUES 200

static bool is_near(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

static void lines_are_round_and_end_at_the_bounds(void **state)
{
    (void)state;
    static const double known[][3] = {{1, 5, 1},     {0, 4, 1},     {0, 5, 1},    {0, 10, 2},
                                      {0, 100, 20},  {0, 400, 100}, {1, 100, 20}, {0, 1000, 200},
                                      {0, 0.5, 0.1}, {-2, 2, 1}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        const struct chart chart = {.low = known[i][0], .high = known[i][1]};
        const struct scale scale = scale_of(&chart);
        assert_true(is_near(scale.step, known[i][2]));
        assert_true(scale.count >= 2 && scale.count <= 9);
        assert_true(is_near(scale_value(&scale, 0), chart.low));
        assert_true(is_near(scale_value(&scale, scale.count), chart.high));
        for (size_t k = 1; k < scale.count; k++) {
            double steps = (scale_value(&scale, k) - chart.low) / scale.step;
            double from_zero = scale_value(&scale, k) / scale.step;
            assert_true(is_near(steps, round(steps)) || is_near(from_zero, round(from_zero)));
        }
    }
}

static void fewer_lines_end_at_the_bounds_too(void **state)
{
    (void)state;
    const struct chart chart = {.low = 0, .high = 400};
    struct scale scale = scale_of(&chart);
    while (scale.count > 0) {
        assert_true(is_near(scale_value(&scale, scale.count), 400));
        const struct scale coarser = scale_coarser(&scale);
        assert_true(coarser.count < scale.count);
        scale = coarser;
    }
}

static void check_bins(const struct chart *chart, const struct bins *bins)
{
    size_t all = 0, found = 0;
    assert_true(is_near(bins->edges[0], chart->low));
    assert_true(is_near(bins->edges[bins->count], chart->high));
    for (size_t i = 0; i < bins->count; i++) {
        assert_true(bins->edges[i] < bins->edges[i + 1] - 1e-9);
        size_t within = 0;
        for (size_t k = 0; k < chart->category_count; k++) {
            double value = chart->series[0].values[k];
            bool last = i + 1 == bins->count;
            within += value >= bins->edges[i] - 1e-6 && (last || value < bins->edges[i + 1] - 1e-6);
        }
        assert_int_equal(bins->counts[i], within);
        all += bins->counts[i];
    }
    assert_int_equal(all, chart->category_count);
    for (size_t c = 1; c < chart->class_count; c++)
        for (size_t i = 0; i <= bins->count; i++)
            found += is_near(bins->edges[i], chart->classes[c].from);
    assert_int_equal(found, chart->class_count - 1);
}

static void bins_end_where_grades_do(void **state)
{
    (void)state;
    static const double highs[] = {4, 5, 10, 100, 400, 1000};
    GRand *random = g_rand_new_with_seed(5);
    for (int turn = 0; turn < 3000; turn++) {
        struct arena *arena = arena_create();
        double values[VALUES];
        struct series series = {.name = "Indeks", .values = values};
        struct class classes[5];
        struct chart chart = {.series = &series, .series_count = 1, .classes = classes};
        chart.low = g_rand_int_range(random, 0, 2);
        chart.high = highs[g_rand_int_range(random, 0, G_N_ELEMENTS(highs))];
        const double step = turn % 3 == 0 ? 0.01 : turn % 3 == 1 ? 0.1 : chart.high / 20;
        double from = chart.low;
        for (; chart.class_count < 5 && from < chart.high - step / 2; chart.class_count++) {
            classes[chart.class_count] = (struct class){"Predikat", from};
            from += step * g_rand_int_range(random, 1, (int)(chart.high / step / 3) + 2);
        }
        chart.category_count = VALUES;
        for (size_t i = 0; i < VALUES; i++)
            values[i] = round(g_rand_double_range(random, chart.low, chart.high) * 100) / 100;
        const struct bins bins = bins_of(&chart, arena);
        check_bins(&chart, &bins);
        arena_destroy(arena);
    }
    g_rand_free(random);
}

static void check_places(const char **labels, size_t count, const double *wanted)
{
    struct arena *arena = arena_create();
    const struct chart chart = {.categories = labels, .category_count = count};
    const double *places = places_along(&chart, arena);
    for (size_t i = 0; i < count; i++)
        assert_true(is_near(places[i], wanted[i]));
    arena_destroy(arena);
}

static void years_are_as_far_apart_as_they_are(void **state)
{
    (void)state;
    check_places((const char *[]){"2018", "2020", "2021"}, 3, (double[]){0, 2.0 / 3, 1});
    check_places((const char *[]){"Kota", "2020", "2021"}, 3, (double[]){0, 0.5, 1});
    check_places((const char *[]){"2021", "2020", "2018"}, 3, (double[]){0, 0.5, 1});
    check_places((const char *[]){"2021"}, 1, (double[]){0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_round_and_end_at_the_bounds),
        cmocka_unit_test(fewer_lines_end_at_the_bounds_too),
        cmocka_unit_test(bins_end_where_grades_do),
        cmocka_unit_test(years_are_as_far_apart_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
