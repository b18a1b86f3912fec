#include "rapor/view/view.h"

#include "bench.h"

static void attributes_and_ranks_are_always_there(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *node = view_alone(view, KAB_A);
    assert_xpath(node, "@name", "Kab. \"A\" & <B>");
    assert_xpath(node, "@index", "3.00");
    assert_xpath(node, "@exact", "3");
    assert_xpath(node, "@grade", "Baik");
    assert_xpath(node, "concat(@basis, ' ', @status, ' ', @n)", "levels assessed 2");
    assert_xpath(node, "concat(@region, @region-name, @group-name)",
                 "13Sumatera BaratPemerintah Kabupaten");
    assert_xpath(node, "@seat", "Painan");
    assert_xpath(node, "count(@addressee | @parent | @reason)", "0");
    assert_xpath(node, "count(rank)", "5");
    assert_xpath(node, "concat(rank[@scope='national']/@position, '/', rank[@scope='region']/@of)",
                 "2/2");
    assert_xpath(node, "count(domain | aspect | indicator)", "0");

    assert_xpath(view_alone(view, DINAS_E), "@parent-name", "Kota C");
    assert_xpath(view_alone(view, KOTA_D), "concat(@basis, @status, count(@index | rank))",
                 "nonenot-assessed0");
    view_destroy(view);
}

static void alone_no_other_is_seen(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    assert_xpath(view_alone(view, KAB_A), "count(/results/institution)", "1");
    const struct view_element *node = view_alone(view, KOTA_D);
    assert_xpath(node, "concat(@status, count(/results/institution))", "not-assessed1");
    assert_xpath(node, "concat(/results/national/@count, count(/results/group) > 0)", "4true");
    assert_xpath(view_among_all(view, KAB_A), "count(/results/institution)", "4");
    assert_xpath(view_alone(view, KAB_A), "concat(@n, count(/results/institution))", "21");
    view_destroy(view);
}

static void summaries_stand_beside(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *root = view_turn(view, PER_NATION, NONE);
    assert_xpath(root, "name(/results)", "results");
    assert_xpath(root, "concat(@instrument, @year, @kind, count(@digest))",
                 "spbe-20202021evaluasi0");
    assert_xpath(root, "concat(issuer/@name, count(issuer/@office))", "Kementerian0");
    assert_xpath(root, "count(decree | letter | signatory)", "0");
    assert_xpath(root, "concat(national/@count, national/@assessed)", "43");
    assert_xpath(root, "national/@index", "3.00");
    assert_xpath(root, "national/grade[@name='Sangat Baik']/@share", "33.33");
    assert_xpath(root, "national/domain[@no='4']/@weight", "45.5");
    assert_xpath(root, "count(group)", "3");
    assert_xpath(root, "group[@id='kota']/@assessed", "1");
    assert_xpath(view_turn(view, PER_REGION, 1), "concat(@code, @assessed, count(@index))", "5100");
    assert_xpath(view_turn(view, PER_REGION, 0), "@exact", "3.5");
    view_destroy(view);
}

static void the_instrument_has_no_namespace(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *root = view_turn(view, PER_NATION, NONE);
    assert_xpath(root, "instrument/capability[@id='process']/level[@value=3]/@name", "Terdefinisi");
    assert_xpath(root, "instrument/domain/aspect/indicator/@capability", "process");
    assert_xpath(root, "count(//*[namespace-uri() != ''])", "0");
    view_destroy(view);
    /* The instrument's own tree keeps it. */
    assert_non_null(xmlDocGetRootElement(bench->instrument->tree)->ns);
}

static void details_of_one_institution(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "count(domain)", "4");
    assert_xpath(node, "count(aspect)", "8");
    assert_xpath(node, "count(indicator)", "47");
    assert_xpath(node, "concat(aspect[@no=2]/@domain, aspect[@no=2]/@index)", "23.00");
    assert_xpath(node, "indicator[@no=2]/@level-name", "Terdefinisi");
    assert_xpath(node, "indicator[@no=2]/@step", "Tinjau kebijakan & evaluasi");
    assert_xpath(node, "indicator[@no=2]/@weight", "1.3");
    assert_xpath(node, "concat(indicator[@no=2]/@aspect, indicator[@no=47]/@domain)", "14");
    assert_xpath(node, "concat(indicator[@no=2]/@level, indicator[@no=2]/@target)", "33");
    assert_xpath(node, "count(indicator/@priority | indicator/@self)", "0");
    assert_xpath(node, "count(indicator[@no=1]/@capability | indicator[@no=1]/@step)", "0");

    assert_xpath(view_turn(view, PER_INSTITUTION, DINAS_E), "indicator[@no=42]/@priority", "1");
    view_destroy(view);
}

static void decimal_levels_are_on_the_way_to_the_next(void **state)
{
    struct bench *bench = *state;
    bench->instrument->level_scale = 100;
    bench->instrument->level_min = 100;
    bench->instrument->level_max = 500;
    bench->instrument->target_level = 300;
    int32_t *self = ARENA_ARRAY(bench->arena, 47, int32_t);
    for (size_t i = 0; i < 47; i++) {
        bench->evaluation->institutions[KAB_A].levels[i] = 350;
        self[i] = i == 1 ? 425 : LEVEL_NONE;
    }
    bench->evaluation->institutions[KAB_A].self = self;
    struct view *view = view_create(standings_of(bench->evaluation, bench->arena));
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "concat(@index, ' ', @exact)", "3.50 3.5");
    assert_xpath(node, "indicator[@no=2]/@level", "3.5");
    assert_xpath(node, "indicator[@no=2]/@self", "4.25");
    assert_xpath(node, "count(indicator/@self)", "1");
    assert_xpath(node, "indicator[@no=2]/@level-name", "Menuju Terpadu");
    assert_xpath(node, "indicator[@no=2]/@step", "Tinjau kebijakan & evaluasi");
    view_destroy(view);
}

static void published_figures_and_history(void **state)
{
    struct bench *bench = *state;
    struct institution *institution = &bench->evaluation->institutions[KAB_A];
    struct history history[] = {{.year = "2018", .grade = "Cukup", .index = 198},
                                {.year = "2020", .index = INDEX_NONE}};
    institution->levels = NULL;
    institution->published =
        &(struct published){.index = 310,
                            .domains = (int64_t[]){305, INDEX_NONE, INDEX_NONE, INDEX_NONE},
                            .aspects = (int64_t[]){INDEX_NONE, INDEX_NONE, INDEX_NONE, INDEX_NONE,
                                                   INDEX_NONE, INDEX_NONE, INDEX_NONE, 290}};
    institution->history = history;
    institution->history_count = 2;
    struct view *view = view_create(standings_of(bench->evaluation, bench->arena));
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "concat(@basis, @index, @exact)", "published3.103.1");
    assert_xpath(node, "concat(published/@index, count(published/@grade))", "3.100");
    assert_xpath(node, "concat(history[1]/@index, history[2]/@year)", "1.982020");
    assert_xpath(node, "concat(domain/@no, count(domain), aspect/@no, count(aspect))", "1181");
    assert_xpath(node, "count(indicator)", "0");
    g_autoptr(GString) text = view_text(view, PER_NATION, NONE);
    assert_true(is_valid(text->str, text->len));
    view_destroy(view);
}

static void turning_leaves_no_trace(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *root = view_turn(view, PER_NATION, NONE);
    g_autofree char *before = text_of(root);

    assert_xpath(view_turn(view, PER_INSTITUTION, KOTA_C), "count(indicator)", "47");
    assert_ptr_equal(view_turn(view, PER_INSTITUTION, KOTA_C),
                     view_turn(view, PER_INSTITUTION, KOTA_C));
    assert_xpath(view_turn(view, PER_INSTITUTION, KOTA_D), "count(indicator)", "0");
    assert_xpath(root, "count(institution)", "1");

    g_autofree char *after = text_of(view_turn(view, PER_NATION, NONE));
    assert_string_equal(before, after);
    view_destroy(view);
}

/* What is kept from one turn to the next is what is the same. */
static void after_any_other_it_is_as_in_a_new_view(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    for (size_t before = 0; before < COUNT; before++)
        for (size_t i = 0; i < COUNT; i++) {
            struct view *fresh = view_create(bench->standings);
            view_turn(view, PER_INSTITUTION, before);
            g_autofree char *is = text_of(view_turn(view, PER_INSTITUTION, i)->parent);
            g_autofree char *should = text_of(view_turn(fresh, PER_INSTITUTION, i)->parent);
            assert_string_equal(is, should);
            g_autofree char *alone = text_of(view_alone(view, i)->parent);
            g_autofree char *first = text_of(view_alone(fresh, i)->parent);
            assert_string_equal(alone, first);
            view_destroy(fresh);
        }
    view_destroy(view);
}

static void elements_have_the_order_of_the_document(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    const struct view_element *above = node->parent;
    for (const struct view_element *at = above, *next; (next = view_next(at, above)); at = next)
        assert_true(next->order > at->order);
    const struct view_element *root = view_turn(view, PER_NATION, NONE);
    for (const struct view_element *at = root, *next; (next = view_next(at, root)); at = next)
        assert_true(next->order > at->order);
    view_destroy(view);
}

/* What stands beside one institution is what its papers may print, and no more. */
static void one_institution_stands_with_its_means(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *node = view_turn(view, PER_INSTITUTION, KAB_A);
    assert_xpath(node, "concat(count(../institution), count(../region))", "11");
    assert_xpath(node, "concat(count(../group/@index), count(../group/domain) > 0)", "3true");
    assert_xpath(node, "concat(count(../group/aspect) > 0, ../group[aspect]/@id)", "truekabupaten");
    assert_xpath(node, "concat(../national/@index, ../national/domain[1]/@index)", "3.003.00");
    assert_xpath(node, "count(../national/@exact | ../national/*/@exact | ../*/grade)", "0");
    assert_xpath(node, "count(../instrument)", "1");
    view_destroy(view);
}

static void a_region_stands_with_its_institutions(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    const struct view_element *node = view_turn(view, PER_REGION, 0);
    assert_xpath(node, "name()", "region");
    assert_xpath(node, "count(../institution) = count(../institution[@region = '13'])", "true");
    assert_xpath(node, "count(../institution[@code = '13.01']/indicator)", "47");
    assert_xpath(node, "count(grade) > 0 and count(../group) > 1", "true");
    view_destroy(view);
}

/* Bits as in the table: rank, won, awaited, published, history, difference, domain, aspect. */
static void many_have_no_more_than_is_wanted(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    view_want(view, PER_REGION, 1U << 0 | 1U << 6);
    const struct view_element *node = view_turn(view, PER_REGION, 0);
    assert_xpath(node, "count(../institution[@code = '13.01']/rank) > 0", "true");
    assert_xpath(node, "count(../institution[@code = '13.01']/domain)", "4");
    assert_xpath(node, "count(../institution/aspect | ../institution/indicator)", "0");
    assert_xpath(node, "count(aspect) > 0", "true");
    view_want(view, PER_REGION, 1U << 7);
    node = view_turn(view, PER_REGION, 0);
    assert_xpath(node, "count(../institution[@code = '13.01']/domain)", "4");
    assert_xpath(node, "count(../institution[@code = '13.01']/aspect) > 0", "true");
    view_want(view, PER_INSTITUTION, 0);
    assert_xpath(view_turn(view, PER_INSTITUTION, KAB_A), "count(indicator)", "47");
    view_destroy(view);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(attributes_and_ranks_are_always_there),
        TEST(alone_no_other_is_seen),
        TEST(many_have_no_more_than_is_wanted),
        TEST(summaries_stand_beside),
        TEST(the_instrument_has_no_namespace),
        TEST(details_of_one_institution),
        TEST(decimal_levels_are_on_the_way_to_the_next),
        TEST(published_figures_and_history),
        TEST(turning_leaves_no_trace),
        TEST(after_any_other_it_is_as_in_a_new_view),
        TEST(elements_have_the_order_of_the_document),
        TEST(one_institution_stands_with_its_means),
        TEST(a_region_stands_with_its_institutions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
