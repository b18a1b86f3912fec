/* What is the same for a document or a run is found once, and composed once; where nothing is
 * kept, the same comes out. */
#include "try_layout.h"

static const char *const expressions[] = {
    "@name",
    "@addressee",
    "current()/@name",
    "current()/@addressee",
    "domain",

    "decimal(@index)",
    "decimal(@index, 1)",
    "decimal( domain[@no = 2]/@index , 2 )",
    "decimal(sum(domain/@index) div count(domain), 2)",
    "decimal('x, y')",
    "upper(@name)",
    "upper('é, α')",
    "lower(concat(@name, ' (', @code, ')'))",
    "capitalize(domain[2]/@name)",
    "capitalize('édit')",
    "replace(@name, 'a', '')",
    "signed(difference(@index, domain[@no = 1]/@index))",
    "words(count(domain))",
    "count(domain)",
    "count(domain[@index &gt; 3])",
    "count(/results/institution)",
    "count(shortfall)",
    "own()/domain[@no = 2]/@name",
    "own()/rank[@scope]/@of",
    "domain[@no = '2']/@index",
    "domain[@no = '02']/@index",
    "domain[@no = 02]/@index",
    "domain[@index &lt; 3]/@no",
    "domain[@index &lt;= 3.1]/@no",
    "domain[@index >= 10.05]/@no",
    "domain[@name &lt; 3]/@no",
    "domain[@no = $two]/@index",
    "domain[@no = $number]/@index",
    "domain[@no = $all]/@index",
    "domain[@no = $none]/@index",
    "domain[@no > $two]/@no",
    "domain[@no = current()/domain/@no]/@index",
    "indicator[@priority]/@name",
    "indicator[@priority]",
    "/results/institution[@code = '13.02']/@addressee",
    "/results/institution[@region = own()/@region]/@code",
    "/results/institution[@code = '13.02'][@region = '13']/@name",
    "(domain | indicator)[@no = 3]/@name",
    "domain[1][@no = 1]/@name",
    "/results/region[@code = '51' or @code = '13']/@name",
    "$two",
    "$all",
    "$none",
    "$number",
};

static char *layout_with_all(void)
{
    GString *text = g_string_new("<let name='two' select=\"domain[2]/@no\"/>"
                                 "<let name='all' select='domain/@no'/>"
                                 "<let name='none' select='domain[@no = 9]/@no'/>"
                                 "<let name='number' select='1 + 1'/>");
    for (size_t i = 0; i < G_N_ELEMENTS(expressions); i++)
        g_string_append_printf(
            text,
            "<p>[{%1$s}]<if test=\"%1$s\"> yes</if>"
            "<each select=\"/results/institution[@code != '51.71']\">{%1$s}</each>"
            "<each select='/results'>{count(own()/domain)}</each></p>",
            expressions[i]);
    return g_string_free(text, FALSE);
}

static void nothing_changes_without_memory(void **state)
{
    struct try *try = *state;
    g_autofree char *text = layout_with_all();
    g_autofree char *first = g_strdup(try_words(try, text));
    assert_non_null(strstr(first, "[Pemerintah Kabupaten Pesisir Selatan] yes"));
    try->setting.forgetful = true;
    assert_string_equal(first, try_words(try, text));
    try->setting.forgetful = false;
}

static const struct view_element *next_institution(const struct view_element *element)
{
    do
        element = element->next;
    while (element->name != g_quark_from_static_string("institution"));
    return element;
}

static struct doc *compose_next(struct try *try)
{
    const struct subject next = {next_institution(try_institution(try)), "coba.pdf 13.02"};
    struct doc *doc = compose(try->layout, &next, try->arena, &try->error);
    assert_non_null(doc);
    return doc;
}

static void what_is_the_same_for_all_is_composed_once(void **state)
{
    struct doc *one = try_compose(
        *state, TRY_HEAD
        "<part name='told' params='x'><p>{$x}</p></part>"
        "<section page='f4'>"
        "<let name='kind' select='/results/instrument/@name'/><let name='who' select='@name'/>"
        "<p>Words of {$kind}.</p>"
        "<p>{$who}</p>"
        "<use part='told' x='{$kind}'/><use part='told' x='{$who}'/>"
        "<list indent='5mm'><each select='/results/instrument/domain'><item>{@no} "
        "{@name}</item></each></list>"
        "<each select='/results/instrument/domain'><p>{@no}</p></each>"
        "<heading level='1' style='body'>Counted</heading>"
        "</section></layout>");
    struct doc *other = compose_next(*state);
    const struct blocks *first = &one->sections[0].blocks, *second = &other->sections[0].blocks;
    static const bool shared[] = {true, false, true, false, true, false, false, false};
    assert_int_equal(first->count, G_N_ELEMENTS(shared));
    assert_int_equal(second->count, G_N_ELEMENTS(shared));
    for (size_t i = 0; i < first->count; i++) {
        assert_int_equal(first->items[i].shared, shared[i]);
        assert_int_equal(second->items[i].shared, shared[i]);
    }
    assert_ptr_equal(first->items[0].paragraph.runs.items, second->items[0].paragraph.runs.items);
    assert_ptr_equal(first->items[4].list.items, second->items[4].list.items);
    assert_string_equal(first->items[2].paragraph.runs.items[0].text, "SPBE");
    assert_string_equal(second->items[3].paragraph.runs.items[0].text,
                        "Pemerintah Kabupaten Solok");
}

/* What an each goes through may be the same for all, and yet each time another. */
static void what_varies_within_is_not_shared(void **state)
{
    struct doc *doc = try_compose(
        *state, TRY_HEAD "<section page='f4'><each select='/results/instrument/domain'>"
                         "<let name='no' select='@no'/><each select='own()/domain[@no = $no]'>"
                         "<p>{$no}</p></each></each></section></layout>");
    assert_string_equal(doc_words(doc), "1\n2\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_changes_without_memory, try_setup, try_teardown),
        cmocka_unit_test_setup_teardown(what_is_the_same_for_all_is_composed_once, try_setup,
                                        try_teardown),
        cmocka_unit_test_setup_teardown(what_varies_within_is_not_shared, try_setup, try_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
