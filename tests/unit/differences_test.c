#include "rapor/assess/differences.h"

#include "rapor/assess/what_if.h"
#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct institution_row rows[] = {
    {"51.71", "Kota A", KOTA, 1, 3, NULL},
    {"51.72", "Kota B", KOTA, 1, 2, NULL},
};

struct desk {
    struct arena *arena;
    struct instrument *instrument;
    struct evaluation *evaluation;
};

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct desk *desk = ARENA_NEW(arena, struct desk);
    desk->arena = arena;
    desk->instrument = make_spbe_2020(arena);
    desk->evaluation = make_evaluation(desk->instrument, rows, G_N_ELEMENTS(rows), arena);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(((struct desk *)*state)->arena);
    return 0;
}

/* Figures with this index and grade, and PART for all domains and aspects. */
static struct published *published_of(struct desk *desk, int64_t index, const char *grade,
                                      int64_t part)
{
    struct published *published = ARENA_NEW(desk->arena, struct published);
    published->index = index;
    published->grade = grade;
    published->domains = ARENA_ARRAY(desk->arena, desk->instrument->domain_count, int64_t);
    published->aspects = ARENA_ARRAY(desk->arena, desk->instrument->aspect_count, int64_t);
    for (size_t d = 0; d < desk->instrument->domain_count; d++)
        published->domains[d] = part;
    for (size_t a = 0; a < desk->instrument->aspect_count; a++)
        published->aspects[a] = part;
    return published;
}

static struct differences of_first(struct desk *desk)
{
    return differences_of(standings_of(desk->evaluation, desk->arena), 0, desk->arena);
}

static struct differences of_group(struct desk *desk, size_t group)
{
    return differences_of_group(standings_of(desk->evaluation, desk->arena), group, desk->arena);
}

static void what_agrees_or_was_not_published_is_no_difference(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(of_first(desk).count, 0);
    desk->evaluation->institutions[0].published = published_of(desk, 300, "Baik", INDEX_NONE);
    assert_int_equal(of_first(desk).count, 0);
    desk->evaluation->institutions[0].published = published_of(desk, INDEX_NONE, NULL, 300);
    assert_int_equal(of_first(desk).count, 0);
}

static void all_levels_are_compared(void **state)
{
    struct desk *desk = *state;
    struct published *published = published_of(desk, 299, "Cukup", 300);
    published->domains[2] = 310;
    published->aspects[7] = 250;
    desk->evaluation->institutions[0].published = published;
    struct differences found = of_first(desk);
    assert_int_equal(found.count, 4);
    assert_string_equal(difference_name(&found.items[0]), "index");
    assert_int_equal(found.items[0].published, 299);
    assert_int_equal(found.items[0].computed, 300);
    assert_null(difference_no(&found.items[0], desk->instrument));
    assert_string_equal(difference_name(&found.items[1]), "grade");
    assert_string_equal(found.items[1].published_grade, "Cukup");
    assert_string_equal(found.items[1].computed_grade, "Baik");
    assert_string_equal(difference_name(&found.items[2]), "domain");
    assert_string_equal(difference_no(&found.items[2], desk->instrument), "3");
    assert_string_equal(difference_name(&found.items[3]), "aspect");
    assert_string_equal(difference_no(&found.items[3], desk->instrument), "8");
}

static void decimal_levels_may_have_been_rounded(void **state)
{
    struct desk *desk = *state;
    desk->instrument->level_scale = 100;
    desk->instrument->level_decimals = 2;
    desk->instrument->level_max = 500;
    for (size_t i = 0; i < desk->instrument->indicator_count; i++)
        desk->evaluation->institutions[0].levels[i] = 300;
    desk->evaluation->institutions[0].published = published_of(desk, 299, NULL, 301);
    assert_int_equal(of_first(desk).count, 0);
    desk->evaluation->institutions[0].published = published_of(desk, 298, NULL, 300);
    assert_int_equal(of_first(desk).count, 1);
}

static void published_figures_must_agree_with_each_other(void **state)
{
    struct desk *desk = *state;
    desk->evaluation->institutions[0].levels = NULL;
    desk->evaluation->institutions[0].published = published_of(desk, 301, "Baik", 300);
    assert_int_equal(of_first(desk).count, 0); /* the parts were rounded */
    desk->evaluation->institutions[0].published = published_of(desk, 259, "Baik", 300);
    struct differences found = of_first(desk);
    assert_int_equal(found.count, 2);
    assert_int_equal(found.items[0].computed, 300);
    assert_string_equal(found.items[1].computed_grade, "Cukup");

    struct published *aspects = published_of(desk, 280, NULL, 300);
    aspects->domains[0] = INDEX_NONE; /* then by the aspects */
    desk->evaluation->institutions[0].published = aspects;
    assert_int_equal(of_first(desk).count, 1);
    aspects->aspects[0] = INDEX_NONE;
    assert_int_equal(of_first(desk).count, 0);
}

static void averages_are_compared_with_means(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(of_group(desk, KOTA).count, 0);
    desk->evaluation->published_groups = ARENA_ARRAY(desk->arena, GROUP_COUNT, struct published *);
    desk->evaluation->published_groups[KOTA] = published_of(desk, 251, NULL, 250);
    desk->evaluation->published_all = published_of(desk, 250, NULL, INDEX_NONE);
    struct differences found = of_group(desk, KOTA);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.items[0].published, 251);
    assert_int_equal(found.items[0].computed, 250);
    assert_int_equal(of_group(desk, NONE).count, 0);
    assert_int_equal(of_group(desk, KABUPATEN).count, 0);

    /* Now one of the two figures is a rounded one. */
    desk->evaluation->institutions[0].levels = NULL;
    desk->evaluation->institutions[0].published = published_of(desk, 300, NULL, INDEX_NONE);
    desk->evaluation->published_groups[KOTA] = published_of(desk, 251, NULL, INDEX_NONE);
    assert_int_equal(of_group(desk, KOTA).count, 0);
}

static void other_levels_leave_the_evaluation_as_it_is(void **state)
{
    struct desk *desk = *state;
    const struct supposed levels[] = {{0, 46, 4}, {0, 46, 5}, {0, 0, 1}};
    const struct evaluation *other = what_if(desk->evaluation, levels, 3, desk->arena);
    const int32_t *before = desk->evaluation->institutions[0].levels;
    const int32_t *after = other->institutions[0].levels;
    assert_int_equal(before[46], 3);
    assert_int_equal(after[46], 5);
    assert_int_equal(after[0], 1);
    assert_int_equal(after[1], 3);
    assert_ptr_equal(other->institutions[1].levels, desk->evaluation->institutions[1].levels);
    const struct standings *standings = standings_of(other, desk->arena);
    assert_int_equal(standings->all[0].index.sum, 30000 + 2 * 300 - 2 * 130);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_agrees_or_was_not_published_is_no_difference, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(all_levels_are_compared, set_up, tear_down),
        cmocka_unit_test_setup_teardown(decimal_levels_may_have_been_rounded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(published_figures_must_agree_with_each_other, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(averages_are_compared_with_means, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_levels_leave_the_evaluation_as_it_is, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
