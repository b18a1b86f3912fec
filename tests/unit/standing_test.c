#include "rapor/assess/standing.h"

#include "checks.h"

/* Assesses one institution with these levels. */
static const struct standing *assess_levels(const struct instrument *instrument,
                                            const int32_t *levels, struct arena *arena)
{
    const struct institution_row row = {"51.71", "Pemerintah Kota Denpasar", KOTA, 1, 1, NULL};
    struct evaluation *evaluation = make_evaluation(instrument, &row, 1, arena);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        evaluation->institutions[0].levels[i] = levels[i];
    return standings_of(evaluation, arena)->all;
}

static void half_is_rounded_up(void **state)
{
    (void)state;
    assert_int_equal(printed_of(17950, 10000), 180);
    assert_int_equal(printed_of(17949, 10000), 179);
    assert_int_equal(printed_of(25950, 10000), 260);
    assert_int_equal(printed_of(2, 3), 67);
    assert_int_equal(printed_of(1, 3), 33);
    assert_int_equal(printed_of(0, 7), 0);
    assert_int_equal(printed_of(INT64_MAX / 20, INT64_MAX / 10), 50);
}

/* The worked examples of PermenPANRB 59/2020, tables 10 and 11. */
static void examples_of_the_regulation(void **state)
{
    struct arena *arena = *state;
    const struct instrument *instrument = make_spbe_2020(arena);
    int32_t levels[47];
    for (size_t i = 0; i < 47; i++)
        levels[i] = 3;
    levels[11] = 4;
    levels[13] = 2;
    for (size_t i = 14; i < 18; i++)
        levels[i] = 4;

    const struct standing *standing = assess_levels(instrument, levels, arena);
    assert_int_equal(standing->aspects[1].printed, 300);
    assert_int_equal(standing->aspects[1].sum, standing->aspects[1].whole * 3);
    assert_int_equal(standing->domains[1].printed, 340);
}

/* Table 12, with the domains' indices as levels of two decimals. */
static void decimal_levels_are_exact(void **state)
{
    struct arena *arena = *state;
    const struct aspect_row rows[] = {{0, 1, 1300}, {1, 1, 2500}, {2, 1, 1650}, {3, 1, 4550}};
    struct instrument *instrument = make_instrument(rows, 4, 4, arena);
    instrument->level_scale = 100;
    instrument->target_level = 300;

    const int32_t levels[] = {370, 340, 300, 320};
    const struct standing *standing = assess_levels(instrument, levels, arena);
    assert_int_equal(standing->index.printed, 328);
    assert_int_equal(standing->index.sum * 1000, standing->index.whole * 3282);
    assert_printed(standing->domains, (const int64_t[]){370, 340, 300, 320}, 4);
    assert_int_equal(standing->priority[0], 0);
}

static void denpasar_2021_as_published(void **state)
{
    struct arena *arena = *state;
    const int32_t levels[] = {4, 1, 4, 3, 3, 3, 3, 3, 3, 3, 2, 2, 3, 4, 4, 3,
                              5, 3, 4, 3, 2, 2, 2, 2, 2, 2, 2, 3, 2, 2, 3, 4,
                              3, 3, 5, 5, 3, 3, 3, 3, 5, 4, 2, 2, 4, 4, 4};
    const struct standing *standing = assess_levels(make_spbe_2020(arena), levels, arena);
    assert_int_equal(standing->index.printed, 319);
    assert_string_equal(standing->grade->name, "Baik");
    assert_printed(standing->domains, (const int64_t[]){300, 330, 218, 355}, 4);
}

static void bandar_lampung_2021_as_published(void **state)
{
    struct arena *arena = *state;
    int32_t levels[47];
    for (size_t i = 0; i < 47; i++)
        levels[i] = 1;
    levels[35] = levels[40] = levels[41] = 3;
    levels[43] = 2;
    const struct standing *standing = assess_levels(make_spbe_2020(arena), levels, arena);
    assert_int_equal(standing->index.printed, 120);
    assert_string_equal(standing->grade->name, "Kurang");
    assert_printed(standing->domains, (const int64_t[]){100, 100, 100, 144}, 4);
    assert_printed(standing->aspects, (const int64_t[]){100, 100, 100, 100, 100, 100, 140, 150}, 8);
}

/* PermenPANRB 5/2018: levels from 0, six indicators of 20/6 percent; 300 parts. */
static void denpasar_2018_as_published(void **state)
{
    struct arena *arena = *state;
    const struct aspect_row rows[] = {{0, 7, 3},  {0, 10, 3}, {1, 2, 12}, {1, 2, 12},
                                      {1, 3, 12}, {2, 7, 15}, {2, 6, 10}};
    struct instrument *instrument = make_instrument(rows, 7, 3, arena);
    instrument->level_min = 0;
    const int32_t levels[] = {1, 1, 1, 3, 2, 3, 3, 2, 1, 1, 1, 3, 3, 3, 1, 3, 3, 1, 3,
                              2, 3, 3, 2, 2, 3, 1, 4, 4, 4, 3, 4, 3, 2, 3, 1, 3, 3};
    const struct standing *standing = assess_levels(instrument, levels, arena);
    assert_int_equal(standing->index.printed, 264);
    assert_string_equal(standing->grade->name, "Baik");
    assert_printed(standing->domains, (const int64_t[]){206, 229, 300}, 3);
    assert_printed(standing->aspects, (const int64_t[]){200, 210, 200, 250, 233, 329, 250}, 7);
}

static void nothing_is_worth_nothing(void **state)
{
    struct arena *arena = *state;
    struct instrument *instrument = make_spbe_2020(arena);
    instrument->level_min = 0;
    const int32_t levels[47] = {0};
    const struct standing *standing = assess_levels(instrument, levels, arena);
    assert_int_equal(standing->index.printed, 0);
    assert_true(standing->index.whole > 0);
    assert_string_equal(standing->grade->name, "Kurang");
    assert_int_equal(standing->ranks[OF_NATION].position, 1);
}

static void a_grade_goes_by_the_printed_index(void **state)
{
    struct arena *arena = *state;
    const struct standing *standing = assess_levels(make_spbe_2020(arena), spbe_tie, arena);
    assert_int_equal(standing->index.sum * 10000, standing->index.whole * 17950);
    assert_int_equal(standing->index.printed, 180);
    assert_string_equal(standing->grade->name, "Cukup");
    assert_string_equal(standing->exact_grade->name, "Kurang");
}

static void a_grade_goes_by_the_exact_index_where_asked(void **state)
{
    struct arena *arena = *state;
    struct instrument *instrument = make_spbe_2020(arena);
    instrument->grade_by_exact = true;
    const struct standing *standing = assess_levels(instrument, spbe_tie, arena);
    assert_int_equal(standing->index.printed, 180);
    assert_string_equal(standing->grade->name, "Kurang");
}

static void priorities_by_loss_then_weight_then_number(void **state)
{
    struct arena *arena = *state;
    const struct instrument *instrument = make_spbe_2020(arena);
    int32_t levels[47];
    for (size_t i = 0; i < 47; i++)
        levels[i] = 3;
    levels[0] = 1;  /* loses 2 x 1.30 */
    levels[10] = 2; /* loses 2.50 */
    levels[11] = 2; /* loses 2.50 */
    levels[20] = 1; /* loses 2 x 1.50 */
    levels[46] = 2; /* loses 3.00, at a greater weight */
    levels[45] = 5;

    const uint32_t *priority = assess_levels(instrument, levels, arena)->priority;
    assert_int_equal(priority[46], 1);
    assert_int_equal(priority[20], 2);
    assert_int_equal(priority[0], 3);
    assert_int_equal(priority[10], 4);
    assert_int_equal(priority[11], 5);
    assert_int_equal(priority[45], 0);
    assert_int_equal(priority[1], 0);
}

static void an_instrument_without_domains(void **state)
{
    struct arena *arena = *state;
    const struct aspect_row rows[] = {{NONE, 2, 5}, {NONE, 3, 30}};
    const int32_t levels[] = {1, 2, 3, 4, 5};
    const struct standing *standing =
        assess_levels(make_instrument(rows, 2, 0, arena), levels, arena);
    assert_int_equal(standing->index.printed, 375);
    assert_printed(standing->aspects, (const int64_t[]){150, 400}, 2);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_arena, free_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(half_is_rounded_up),
        TEST(examples_of_the_regulation),
        TEST(decimal_levels_are_exact),
        TEST(denpasar_2021_as_published),
        TEST(bandar_lampung_2021_as_published),
        TEST(denpasar_2018_as_published),
        TEST(nothing_is_worth_nothing),
        TEST(a_grade_goes_by_the_printed_index),
        TEST(a_grade_goes_by_the_exact_index_where_asked),
        TEST(priorities_by_loss_then_weight_then_number),
        TEST(an_instrument_without_domains),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
