#include "rapor/standing.h"

#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static int make_arena(void **state)
{
    *state = arena_create();
    return 0;
}

static int free_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

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

static void assert_printed(const struct value *values, const int64_t *printed, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal(values[i].printed, printed[i]);
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

/* Six levels of 5 and three of 2 among ones: exactly 1.7950. */
static const int32_t tie[47] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1,
                                1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5};

static void a_grade_goes_by_the_printed_index(void **state)
{
    struct arena *arena = *state;
    const struct standing *standing = assess_levels(make_spbe_2020(arena), tie, arena);
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
    const struct standing *standing = assess_levels(instrument, tie, arena);
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

    const size_t *priority = assess_levels(instrument, levels, arena)->priority;
    assert_int_equal(priority[46], 1);
    assert_int_equal(priority[20], 2);
    assert_int_equal(priority[0], 3);
    assert_int_equal(priority[10], 4);
    assert_int_equal(priority[11], 5);
    assert_int_equal(priority[45], 0);
    assert_int_equal(priority[1], 0);
}

static const struct institution_row many[] = {
    {"13.02", "Solok", KABUPATEN, 0, 3, NULL},     {"13.71", "Padang", KOTA, 0, 4, NULL},
    {"13.01", "Pesisir", KABUPATEN, 0, 3, NULL},   {"51.71", "Denpasar", KOTA, 1, 2, NULL},
    {"51", "Bali", PROVINSI, 1, 3, NULL},          {"K.01", "Agama", KEMENTERIAN, NONE, 5, NULL},
    {"51.01", "Jembrana", KABUPATEN, 1, -1, NULL}, {"13.71.1", "Dinas A", OPD, NONE, 2, "13.71"},
    {"13.71.2", "Dinas B", OPD, NONE, 4, "13.71"}, {"51.71.1", "Dinas C", OPD, NONE, 1, "51.71"},
};
enum { SOLOK, PADANG, PESISIR, DENPASAR, BALI, AGAMA, JEMBRANA, DINAS_A, DINAS_B, DINAS_C, MANY };

static void assert_rank(const struct standings *standings, size_t institution, size_t scope,
                        const struct rank *expected)
{
    const struct rank *rank = &standings->all[institution].ranks[scope];
    assert_int_equal(rank->position, expected->position);
    assert_int_equal(rank->of, expected->of);
    assert_int_equal(rank->tied, expected->tied);
}

#define RANK(...) (&(const struct rank){__VA_ARGS__})

static void ranks_in_every_scope(void **state)
{
    struct arena *arena = *state;
    const struct standings *standings =
        standings_of(make_evaluation(make_spbe_2020(arena), many, MANY, arena), arena);

    assert_rank(standings, AGAMA, OF_NATION, RANK(1, 6, 1));
    assert_rank(standings, PADANG, OF_NATION, RANK(2, 6, 1));
    assert_rank(standings, SOLOK, OF_NATION, RANK(3, 6, 3));
    assert_rank(standings, BALI, OF_NATION, RANK(3, 6, 3));
    assert_rank(standings, PESISIR, OF_NATION, RANK(3, 6, 3));
    assert_rank(standings, DENPASAR, OF_NATION, RANK(6, 6, 1));

    assert_rank(standings, AGAMA, OF_PEMDA, RANK(0, 0, 0));
    assert_rank(standings, PADANG, OF_PEMDA, RANK(1, 5, 1));
    assert_rank(standings, BALI, OF_KABUPATEN_KOTA, RANK(0, 0, 0));
    assert_rank(standings, SOLOK, OF_KABUPATEN_KOTA, RANK(2, 4, 2));
    assert_rank(standings, SOLOK, OF_GROUP, RANK(1, 2, 2));
    assert_rank(standings, DENPASAR, OF_GROUP, RANK(2, 2, 1));
    assert_rank(standings, SOLOK, OF_REGION, RANK(2, 3, 2));
    assert_rank(standings, BALI, OF_REGION, RANK(1, 2, 1));
    assert_rank(standings, AGAMA, OF_REGION, RANK(0, 0, 0));

    assert_rank(standings, DINAS_A, OF_PARENT, RANK(2, 2, 1));
    assert_rank(standings, DINAS_B, OF_PARENT, RANK(1, 2, 1));
    assert_rank(standings, DINAS_C, OF_PARENT, RANK(1, 1, 1));
    assert_rank(standings, DINAS_C, OF_NATION, RANK(0, 0, 0));
    for (size_t s = 0; s < SCOPE_COUNT; s++)
        assert_rank(standings, JEMBRANA, s, RANK(0, 0, 0));
}

static void order_by_index_then_name_then_code(void **state)
{
    struct arena *arena = *state;
    const struct institution_row rows[] = {
        {"4", "Beta", KOTA, 0, 3, NULL}, {"9", "Zeta", KOTA, 0, -1, NULL},
        {"3", "Alfa", KOTA, 0, 3, NULL}, {"5", "Eta", KOTA, 0, -1, NULL},
        {"2", "Alfa", KOTA, 0, 3, NULL}, {"1", "Omega", KOTA, 0, 5, NULL},
    };
    const struct standings *standings =
        standings_of(make_evaluation(make_spbe_2020(arena), rows, 6, arena), arena);
    const size_t expected[] = {5, 4, 2, 0, 3, 1};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(standings->order[i], expected[i]);
}

/* 1.7950 and 1.80 print the same: one rank by print, two exactly. */
static void equal_print_is_an_equal_rank_unless_exact(void **state)
{
    struct arena *arena = *state;
    const struct institution_row rows[] = {{"1", "A", KOTA, 0, 1, NULL},
                                           {"2", "B", KOTA, 0, 1, NULL}};
    struct instrument *instrument = make_spbe_2020(arena);
    struct evaluation *evaluation = make_evaluation(instrument, rows, 2, arena);
    for (size_t i = 0; i < 47; i++)
        evaluation->institutions[0].levels[i] = tie[i];
    evaluation->institutions[1].levels = NULL;
    evaluation->institutions[1].published =
        &(struct published){.index = 180,
                            .domains = (int64_t[]){-1, -1, -1, -1},
                            .aspects = (int64_t[]){-1, -1, -1, -1, -1, -1, -1, -1}};

    const struct standings *printed = standings_of(evaluation, arena);
    assert_rank(printed, 0, OF_NATION, RANK(1, 2, 2));
    assert_rank(printed, 1, OF_NATION, RANK(1, 2, 2));
    instrument->grade_by_exact = true;
    const struct standings *exact = standings_of(evaluation, arena);
    assert_rank(exact, 0, OF_NATION, RANK(2, 2, 1));
    assert_rank(exact, 1, OF_NATION, RANK(1, 2, 1));
}

static void published_figures_stand_as_published(void **state)
{
    struct arena *arena = *state;
    const struct institution_row rows[] = {{"1", "A", KOTA, 0, 3, NULL},
                                           {"2", "B", KOTA, 0, 3, NULL}};
    struct evaluation *evaluation = make_evaluation(make_spbe_2020(arena), rows, 2, arena);
    struct published published = {.index = 259,
                                  .grade = "Baik",
                                  .domains = (int64_t[]){310, INDEX_NONE, 200, INDEX_NONE},
                                  .aspects = (int64_t[]){310, -1, -1, -1, -1, -1, -1, -1}};
    evaluation->institutions[0].levels = NULL;
    evaluation->institutions[0].published = &published;
    evaluation->institutions[1].published = &published;
    const struct standings *standings = standings_of(evaluation, arena);

    const struct standing *only = &standings->all[0];
    assert_int_equal(only->basis, BASIS_PUBLISHED);
    assert_int_equal(only->index.printed, 259);
    assert_string_equal(only->grade->name, "Baik");
    assert_string_equal(only->exact_grade->name, "Cukup");
    assert_printed(only->domains, (const int64_t[]){310, INDEX_NONE, 200, INDEX_NONE}, 4);
    assert_int_equal(only->domains[1].whole, 0);
    assert_null(only->priority);
    assert_rank(standings, 0, OF_NATION, RANK(2, 2, 1));

    assert_int_equal(standings->all[1].basis, BASIS_LEVELS);
    assert_int_equal(standings->all[1].index.printed, 300);
}

static void the_unassessed_have_nothing(void **state)
{
    struct arena *arena = *state;
    const struct institution_row rows[] = {{"1", "A", KOTA, 0, -1, NULL},
                                           {"2", "B", KOTA, 0, 3, NULL}};
    struct evaluation *evaluation = make_evaluation(make_spbe_2020(arena), rows, 2, arena);
    evaluation->institutions[1].levels = NULL;
    const struct standings *standings = standings_of(evaluation, arena);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(standings->all[i].basis, BASIS_NONE);
        assert_int_equal(standings->all[i].index.printed, INDEX_NONE);
        assert_null(standings->all[i].grade);
        assert_null(standings->all[i].exact_grade);
    }
    assert_int_equal(standings->national.count, 2);
    assert_int_equal(standings->national.assessed, 0);
    assert_int_equal(standings->national.index.printed, INDEX_NONE);
}

static void means_are_of_exact_values(void **state)
{
    struct arena *arena = *state;
    const struct standings *standings =
        standings_of(make_evaluation(make_spbe_2020(arena), many, MANY, arena), arena);

    const struct summary *national = &standings->national;
    assert_int_equal(national->count, 10);
    assert_int_equal(national->assessed, 9);
    assert_int_equal(national->index.sum, 3); /* 27 / 9 */
    assert_int_equal(national->index.whole, 1);
    assert_int_equal(national->domains[3].printed, 300);
    const size_t grades[] = {1, 2, 3, 2, 1};
    for (size_t g = 0; g < 5; g++)
        assert_int_equal(national->grades[g], grades[g]);

    assert_int_equal(standings->groups[KABUPATEN].count, 3);
    assert_int_equal(standings->groups[KABUPATEN].assessed, 2);
    assert_int_equal(standings->groups[KABUPATEN].index.printed, 300);
    assert_int_equal(standings->groups[LPNK].count, 0);
    assert_int_equal(standings->groups[LPNK].index.printed, INDEX_NONE);
    assert_int_equal(standings->regions[0].index.sum, 10);
    assert_int_equal(standings->regions[0].index.whole, 3);
    assert_int_equal(standings->regions[0].index.printed, 333);
    assert_int_equal(standings->regions[1].aspects[7].printed, 250);
}

/* 1.7950 twice and a published 1.80: 5.39 / 3, where print alone gives 1.80. */
static void means_join_levels_and_published_figures(void **state)
{
    struct arena *arena = *state;
    const struct institution_row rows[] = {
        {"1", "A", KOTA, 0, 1, NULL}, {"2", "B", KOTA, 0, 1, NULL}, {"3", "C", KOTA, 0, 1, NULL}};
    struct evaluation *evaluation = make_evaluation(make_spbe_2020(arena), rows, 3, arena);
    for (size_t i = 0; i < 47; i++)
        evaluation->institutions[0].levels[i] = evaluation->institutions[1].levels[i] = tie[i];
    evaluation->institutions[2].levels = NULL;
    evaluation->institutions[2].published =
        &(struct published){.index = 180,
                            .domains = (int64_t[]){200, -1, -1, -1},
                            .aspects = (int64_t[]){-1, -1, -1, -1, -1, -1, -1, -1}};

    const struct summary *national = &standings_of(evaluation, arena)->national;
    assert_int_equal(national->index.sum * 300, national->index.whole * 539);
    assert_int_equal(national->index.printed, 180);
    assert_int_equal(national->domains[0].sum * 3, national->domains[0].whole * 4);
    assert_int_equal(national->domains[2].printed, 100);
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

static void nobody_at_all(void **state)
{
    struct arena *arena = *state;
    const struct standings *standings =
        standings_of(make_evaluation(make_spbe_2020(arena), many, 0, arena), arena);
    assert_int_equal(standings->national.count, 0);
    assert_int_equal(standings->national.index.printed, INDEX_NONE);
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
        TEST(ranks_in_every_scope),
        TEST(order_by_index_then_name_then_code),
        TEST(equal_print_is_an_equal_rank_unless_exact),
        TEST(published_figures_stand_as_published),
        TEST(the_unassessed_have_nothing),
        TEST(means_are_of_exact_values),
        TEST(means_join_levels_and_published_figures),
        TEST(an_instrument_without_domains),
        TEST(nobody_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
