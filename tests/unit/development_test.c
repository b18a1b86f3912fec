#include "rapor/assess/development.h"

#include "bench.h"

/* Two institutions more than in the bench, of 2020 by the same instrument. */
static const struct institution_row before_rows[] = {
    {"13.01", "Kabupaten A Lama", KABUPATEN, 0, 2, NULL},
    {"13.71", "Kota C", KOTA, 0, 4, NULL},
    {"51.71", "Kota D", KOTA, 1, 3, NULL},
    {"13.99", "Kota Gone", KOTA, 0, 5, NULL},
};

static struct standings *year_of(struct bench *bench, const struct instrument *instrument,
                                 const char *year)
{
    struct evaluation *evaluation = make_evaluation(instrument, before_rows, 4, bench->arena);
    evaluation->year = year;
    return standings_of(evaluation, bench->arena);
}

static const struct development *develop(struct bench *bench, struct standings *const *earlier,
                                         size_t count)
{
    bench->standings->development = development_of(bench->standings, earlier, count, bench->arena);
    return bench->standings->development;
}

static struct instrument *spbe_2018(struct arena *arena)
{
    struct instrument *instrument = make_spbe_2020(arena);
    instrument->id = "spbe-2018";
    instrument->regulation = "PermenPANRB 5/2018";
    return instrument;
}

static void the_same_instrument_is_compared(void **state)
{
    struct bench *bench = *state;
    struct standings *before = year_of(bench, bench->instrument, "2020");
    const struct development *development = develop(bench, &before, 1);
    assert_int_equal(development->year_count, 1);
    const struct moment *last = development_last(development, KAB_A);
    assert_true(last->comparable);
    assert_int_equal(last->index, 200);
    assert_string_equal(last->grade, "Cukup");

    struct view *view = view_create(bench->standings);
    assert_xpath(view_alone(view, KAB_A), "concat(count(change), count(change/domain | trend))",
                 "10");
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "concat(change/@year, change/@comparable)", "2020yes");
    assert_xpath(node, "concat(change/@before, '>', change/@index)", "2.00>3.00");
    assert_xpath(node, "string(change/@change)", "1.00");
    assert_xpath(node, "string(change/@grade-change)", "1");
    assert_xpath(node, "count(change/domain[@change = '1.00'])", "4");
    assert_xpath(node, "count(change/aspect[@before = '2.00'])", "8");
    assert_xpath(node, "count(change/indicator[@before = 2][@level = 3][@change = 1])", "47");
    assert_xpath(node, "count(trend)", "2");
    assert_xpath(node, "count(trend[1]/aspect)", "8");
    assert_xpath(node, "concat(trend[@current]/@year, trend[2]/@index)", "20213.00");
    view_destroy(view);
}

static void ranks_go_up_and_down(void **state)
{
    struct bench *bench = *state;
    struct standings *before = year_of(bench, bench->instrument, "2020");
    develop(bench, &before, 1);
    struct view *view = view_create(bench->standings);
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    /* Of four governments the last; now of two, as one is gone and one not assessed. */
    assert_xpath(node,
                 "concat(change/rank[@scope = 'pemda']/@before, '/', "
                 "change/rank[@scope = 'pemda']/@before-of)",
                 "4/4");
    assert_xpath(node,
                 "concat(change/rank[@scope = 'pemda']/@position, '/', "
                 "change/rank[@scope = 'pemda']/@of)",
                 "2/2");
    assert_xpath(node, "string(change/rank[@scope = 'pemda']/@change)", "2");
    assert_xpath(node, "string(change/rank[@scope = 'group']/@change)", "0");
    assert_xpath(view_turn(view, PER_INSTITUTION, KOTA_C), "string(change/@change)", "0.00");
    assert_xpath(view_turn(view, PER_INSTITUTION, KOTA_C),
                 "string(change/rank[@scope = 'group']/@before)", "2");
    view_destroy(view);
}

static void who_is_new_or_not_assessed_has_no_change(void **state)
{
    struct bench *bench = *state;
    struct standings *before = year_of(bench, bench->instrument, "2020");
    const struct development *development = develop(bench, &before, 1);
    assert_null(development_last(development, DINAS_E));
    assert_non_null(development_last(development, KOTA_D));
    struct view *view = view_create(bench->standings);
    assert_xpath(view_turn(view, PER_INSTITUTION, DINAS_E), "count(change | trend)", "0");
    assert_xpath(view_turn(view, PER_INSTITUTION, KOTA_D), "count(change)", "0");
    assert_xpath(view_turn(view, PER_INSTITUTION, KOTA_D), "string(trend/@index)", "3.00");
    view_destroy(view);
}

static void means_are_of_that_year(void **state)
{
    struct bench *bench = *state;
    struct standings *before = year_of(bench, bench->instrument, "2020");
    develop(bench, &before, 1);
    struct view *view = view_create(bench->standings);
    const struct view_element *root = view_turn(view, PER_NATION, NONE);
    assert_xpath(root, "count(year)", "2");
    assert_xpath(root, "concat(year[1]/@index, year[1]/@assessed)", "3.504");
    assert_xpath(root, "string(year[1]/group[@id = 'kota']/@index)", "4.00");
    assert_xpath(root, "string(year[@current]/group[@id = 'kota']/@index)", "4.00");
    assert_xpath(root, "string(year[@current]/@assessed)", "3");
    view_destroy(view);
}

static void another_instrument_is_not_compared(void **state)
{
    struct bench *bench = *state;
    struct pair pairs[] = {{.indicator = 0, .before = "3"},
                           {.indicator = 9, .before = "47", .guessed = true},
                           {.indicator = 10, .before = "99"}};
    struct crosswalk crosswalk = {"spbe-2018", "Permen 5", pairs, 3};
    bench->instrument->crosswalks = &crosswalk;
    bench->instrument->crosswalk_count = 1;
    struct standings *before = year_of(bench, spbe_2018(bench->arena), "2018");
    const struct development *development = develop(bench, &before, 1);
    assert_false(development_last(development, KAB_A)->comparable);
    assert_int_equal(development->improved_count, 0);

    struct view *view = view_create(bench->standings);
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "string(change/@comparable)", "no");
    assert_xpath(node, "count(change//@change | change/@grade-change)", "0");
    assert_xpath(node, "count(change/domain | change/aspect)", "0");
    assert_xpath(node, "string(change/rank[@scope = 'pemda']/@before)", "4");
    assert_xpath(node, "string(change/@instrument-name)", "PermenPANRB 5/2018");
    assert_xpath(node, "count(change/indicator)", "2"); /* there is no 99 */
    assert_xpath(node, "concat(change/indicator[1]/@before-no, change/indicator[1]/@basis)",
                 "3read");
    assert_xpath(node, "string(change/indicator[@basis = 'guessed']/@no)", "10");
    assert_xpath(node, "concat(change/indicator[1]/@before, change/indicator[1]/@level)", "23");
    view_destroy(view);
}

static struct history told[] = {{.year = "2018", .instrument = "spbe-2018", .index = 150},
                                {.year = "2019", .grade = "Cukup", .index = INDEX_NONE},
                                {.year = "2020", .instrument = "spbe-2020", .index = 250},
                                {.year = "2021", .instrument = "spbe-2020", .index = 310}};

static void history_tells_what_no_file_does(void **state)
{
    struct bench *bench = *state;
    struct institution *institution = &bench->evaluation->institutions[KAB_A];
    institution->history = told;
    institution->history_count = G_N_ELEMENTS(told);
    const struct development *development = develop(bench, NULL, 0);
    assert_int_equal(development->year_count, 2); /* neither without index nor of now */
    assert_int_equal(development_last(development, KAB_A)->index, 250);
    assert_int_equal(development->years[1].national.assessed, 0);
    assert_string_equal(development->years[0].instrument, "spbe-2018");

    struct standings *before = year_of(bench, bench->instrument, "2020");
    development = develop(bench, &before, 1);
    assert_int_equal(development->year_count, 2);
    assert_int_equal(development_last(development, KAB_A)->index, 200); /* the file counts */
    assert_int_equal(development->pasts[KAB_A].count, 2);
    assert_int_equal(development->pasts[KAB_A].moments[0].index, 150);
}

static void years_are_in_order_whatever_the_files(void **state)
{
    struct bench *bench = *state;
    struct standings *earlier[] = {year_of(bench, bench->instrument, "2020"),
                                   year_of(bench, spbe_2018(bench->arena), "2018"),
                                   year_of(bench, bench->instrument, "2019")};
    const struct development *development = develop(bench, earlier, 3);
    assert_string_equal(development->years[0].year, "2018");
    assert_string_equal(development->years[2].year, "2020");
    assert_true(development->years[1].standings == earlier[2]);
    assert_int_equal(development->pasts[KAB_A].moments[0].year, 0);
    assert_false(development->pasts[KAB_A].moments[0].comparable);
}

/* Cities that gained 2, 1, 1, 1 and 0 levels; the fourth was last assessed in 2019. */
static void the_most_improved_share_places(void **state)
{
    struct bench *bench = *state;
    static const struct institution_row now[] = {
        {"1", "A", KOTA, 0, 3, NULL}, {"2", "B", KOTA, 0, 5, NULL},
        {"3", "C", KOTA, 0, 4, NULL}, {"4", "D", KOTA, 0, 5, NULL},
        {"5", "E", KOTA, 0, 2, NULL}, {"6", "F", KABUPATEN, 0, 2, NULL}};
    static const struct institution_row then[] = {{"1", "A", KOTA, 0, 2, NULL},
                                                  {"2", "B", KOTA, 0, 4, NULL},
                                                  {"3", "C", KOTA, 0, 2, NULL},
                                                  {"5", "E", KOTA, 0, 2, NULL},
                                                  {"6", "F", KABUPATEN, 0, 1, NULL}};
    struct history older = {.year = "2019", .instrument = "spbe-2020", .index = 400};
    struct evaluation *evaluation = make_evaluation(bench->instrument, now, 6, bench->arena);
    evaluation->institutions[3].history = &older;
    evaluation->institutions[3].history_count = 1;
    struct evaluation *before = make_evaluation(bench->instrument, then, 5, bench->arena);
    before->year = "2020";
    struct standings *standings = standings_of(evaluation, bench->arena);
    struct standings *earlier = standings_of(before, bench->arena);
    standings->development = development_of(standings, &earlier, 1, bench->arena);

    struct view *view = view_create(standings);
    const struct view_element *root = view_turn(view, PER_NATION, NONE);
    assert_xpath(root, "count(improved)", "4");
    assert_xpath(root, "string(improved[@group = 'kabupaten']/@code)", "6");
    assert_xpath(root, "string(improved[@group = 'kota'][@position = 1]/@code)", "3");
    assert_xpath(root, "string(improved[@group = 'kota'][@position = 1]/@change)", "2.00");
    assert_xpath(root, "count(improved[@group = 'kota'][@position = 2])", "2");
    assert_xpath(root, "string(improved[@group = 'kota'][2]/@code)", "2"); /* the better index */
    assert_xpath(root, "count(improved[@code = '4' or @code = '5'])", "0");
    view_destroy(view);
}

static void the_text_follows_the_schema(void **state)
{
    struct bench *bench = *state;
    bench->evaluation->institutions[KAB_A].history = told;
    bench->evaluation->institutions[KAB_A].history_count = G_N_ELEMENTS(told);
    struct standings *earlier[] = {year_of(bench, bench->instrument, "2020"),
                                   year_of(bench, spbe_2018(bench->arena), "2018")};
    develop(bench, earlier, 2);
    struct view *view = view_create(bench->standings);
    const size_t which[] = {NONE, KAB_A, KOTA_D, DINAS_E};
    for (size_t i = 0; i < G_N_ELEMENTS(which); i++) {
        g_autoptr(GString) text =
            view_text(view, which[i] == NONE ? PER_NATION : PER_INSTITUTION, which[i]);
        assert_true(is_valid(text->str, text->len));
        assert_non_null(strstr(text->str, "<year year=\"2018\""));
    }
    view_destroy(view);
}

static void without_earlier_years_nothing_is_said(void **state)
{
    struct bench *bench = *state;
    develop(bench, NULL, 0);
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) text = view_text(view, PER_NATION, NONE);
    assert_null(strstr(text->str, "<year "));
    assert_null(strstr(text->str, "<trend "));
    assert_null(strstr(text->str, "<change "));
    view_destroy(view);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_same_instrument_is_compared),
        TEST(ranks_go_up_and_down),
        TEST(who_is_new_or_not_assessed_has_no_change),
        TEST(means_are_of_that_year),
        TEST(another_instrument_is_not_compared),
        TEST(history_tells_what_no_file_does),
        TEST(years_are_in_order_whatever_the_files),
        TEST(the_most_improved_share_places),
        TEST(the_text_follows_the_schema),
        TEST(without_earlier_years_nothing_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
