#include "rapor/view/view.h"

#include "bench.h"

/* Kota C is at 4 everywhere, Kab. A at 3, Dinas E, a unit of Kota C, at 2. */
static void advice_is_there_for_one_institution(void **state)
{
    struct bench *bench = *state;
    bench->evaluation->institutions[KAB_A].levels[46] = 2;
    bench->evaluation->institutions[KOTA_C].addressee = "Wali Kota C";
    struct view *view = view_create(standings_of(bench->evaluation, bench->arena));
    assert_xpath(view_alone(view, KAB_A), "count(plan | peer)", "0");
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "indicator[@no='47']/@gain", "0.03");
    assert_xpath(node, "indicator[@no='2']/@gain", "0.013");
    assert_xpath(node, "concat(plan/@grade, plan/@index, plan/@steps)", "Sangat Baik3.5018");
    assert_xpath(node, "concat(plan/@exact, '-', plan/@gain)", "3.495-0.525");
    assert_xpath(node, "plan/@steps = count(plan/step)", "true");
    assert_xpath(node, "concat(plan/step[1]/@indicator, plan/step[1]/@from, plan/step[1]/@to)",
                 "4234");
    assert_xpath(node, "plan/step[1]/@gain", "0.03");
    assert_xpath(node, "count(peer)", "1");
    assert_xpath(node, "concat(peer/@aspect, peer/@code, peer/@level, peer/@addressee)",
                 "813.714.00Wali Kota C");
    assert_xpath(view_turn(view, PER_REGION, 0),
                 "concat(count(member), member/@aspect, member/@code)", "1813.71");
    view_destroy(view);
}

static void the_best_have_no_plan(void **state)
{
    struct bench *bench = *state;
    for (size_t i = 0; i < bench->instrument->indicator_count; i++)
        bench->evaluation->institutions[KOTA_C].levels[i] = 5;
    struct view *view = view_create(standings_of(bench->evaluation, bench->arena));
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KOTA_C);
    assert_xpath(node, "count(plan | peer | indicator/@gain)", "0");
    view_destroy(view);
}

static void differences_are_always_there(void **state)
{
    struct bench *bench = *state;
    struct published kota = {.index = 400}, kabupaten = {.index = 311, .grade = "Cukup"};
    struct published **groups = ARENA_ARRAY(bench->arena, GROUP_COUNT, struct published *);
    groups[KOTA] = &kota;
    groups[KABUPATEN] = &kabupaten;
    bench->evaluation->published_groups = groups;
    bench->evaluation->published_all = &kota;
    bench->evaluation->institutions[KAB_A].published = &kabupaten;
    struct view *view = view_create(bench->standings);
    const struct view_element *root = view_turn(view, PER_NATION, NONE);
    assert_xpath(root, "count(//difference)", "4");
    assert_xpath(root, "group[difference]/@id", "kabupaten");
    assert_xpath(root, "concat(national/difference/@published, national/difference/@computed)",
                 "4.003.00");
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "concat(difference[1]/@of, difference[1]/@size)", "index0.11");
    assert_xpath(node, "concat(difference[2]/@of, difference[2]/@published)", "gradeCukup");
    g_autoptr(GString) text = view_text(view, PER_NATION, NONE);
    assert_true(is_valid(text->str, text->len));
    view_destroy(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(advice_is_there_for_one_institution, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_best_have_no_plan, set_up, tear_down),
        cmocka_unit_test_setup_teardown(differences_are_always_there, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
