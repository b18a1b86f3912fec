#include "rapor/assess/standing.h"

#include "checks.h"

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
        evaluation->institutions[0].levels[i] = spbe_tie[i];
    evaluation->institutions[1].levels = NULL;
    evaluation->institutions[1].published =
        &(struct published){.index = 180,
                            .domains = (int64_t[]){INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE},
                            .aspects = (int64_t[]){INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE,
                                                   INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE}};

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
                                  .aspects =
                                      (int64_t[]){310, INDEX_NONE, INDEX_NONE, INDEX_NONE,
                                                  INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE}};
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
        evaluation->institutions[0].levels[i] = evaluation->institutions[1].levels[i] = spbe_tie[i];
    evaluation->institutions[2].levels = NULL;
    evaluation->institutions[2].published =
        &(struct published){.index = 180,
                            .domains = (int64_t[]){200, INDEX_NONE, INDEX_NONE, INDEX_NONE},
                            .aspects = (int64_t[]){INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE,
                                                   INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE}};

    const struct summary *national = &standings_of(evaluation, arena)->national;
    assert_int_equal(national->index.sum * 300, national->index.whole * 539);
    assert_int_equal(national->index.printed, 180);
    assert_int_equal(national->domains[0].sum * 3, national->domains[0].whole * 4);
    assert_int_equal(national->domains[2].printed, 100);
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
        TEST(ranks_in_every_scope),
        TEST(order_by_index_then_name_then_code),
        TEST(equal_print_is_an_equal_rank_unless_exact),
        TEST(published_figures_stand_as_published),
        TEST(the_unassessed_have_nothing),
        TEST(means_are_of_exact_values),
        TEST(means_join_levels_and_published_figures),
        TEST(nobody_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
