#include "rapor/view/view.h"

#include "bench.h"
#include "rapor/base/digest.h"

/* As a file has it: without what is for layouts alone, and in the namespace. */
static void keeps_the_schema(const struct view_element *view)
{
    xmlNode *node = NULL;
    g_autoptr(xmlDoc) doc = xml_doc_of(view, &node);
    xmlNode *root = xmlDocGetRootElement(doc);
    for (xmlNode *at = root->children, *next; at; at = next) {
        next = at->next;
        if (!xmlStrEqual(at->name, BAD_CAST "instrument") &&
            !xmlStrEqual(at->name, BAD_CAST "paper"))
            continue;
        xmlUnlinkNode(at);
        xmlFreeNode(at);
    }
    g_autofree char *text = text_of_xml(root);
    assert_true(g_str_has_prefix(text, "<results "));
    g_autofree char *named =
        g_strconcat("<results xmlns='urn:rapor:results:1' ", text + strlen("<results "), NULL);
    assert_true(is_valid(named, strlen(named)));
}

static void the_view_keeps_the_schema(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    keeps_the_schema(view_turn(view, PER_NATION, NONE));
    for (size_t i = 0; i < COUNT; i++)
        keeps_the_schema(view_turn(view, PER_INSTITUTION, i));
    keeps_the_schema(view_turn(view, PER_REGION, 0));
    view_destroy(view);
}

static void text_keeps_the_schema(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) all = view_text(view, PER_NATION, NONE);
    assert_true(is_valid(all->str, all->len));
    for (size_t i = 0; i < COUNT; i++) {
        GString *one = view_text(view, PER_INSTITUTION, i);
        assert_true(is_valid(one->str, one->len));
        g_string_free(one, TRUE);
    }
    g_string_replace(all, "basis=\"levels\"", "basis=\"guessed\"", 1);
    assert_false(is_valid(all->str, all->len));
    view_destroy(view);
}

static void text_says_what_the_view_says(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) text = view_text(view, PER_NATION, NONE);
    assert_true(g_str_has_prefix(text->str, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                            "<results xmlns=\"urn:rapor:results:1\" "));
    assert_true(g_str_has_suffix(text->str, "  </institution>\n</results>\n"));
    assert_non_null(strstr(text->str, "\n  <institution code=\"13.01\" "
                                      "name=\"Kab. &quot;A&quot; &amp; &lt;B&gt;\" "));
    assert_non_null(strstr(text->str, "reason=\"baris&#10;baru\""));
    assert_null(strstr(text->str, "<instrument"));

    g_autoptr(xmlDoc) doc = xmlReadMemory(text->str, (int)text->len, "results.xml", NULL, 0);
    xmlNode *root = xmlDocGetRootElement(doc);
    assert_xpath_of(root, "count(//*[local-name()='indicator'])", "141");
    assert_xpath_of(root, "//*[@code='13.01']/@name", "Kab. \"A\" & <B>");
    assert_xpath_of(root, "//*[@code='51.71']/@reason", "baris\nbaru");
    view_destroy(view);
}

static void one_institution_comes_alone(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) text = view_text(view, PER_INSTITUTION, KOTA_C);
    g_autoptr(xmlDoc) doc = xmlReadMemory(text->str, (int)text->len, "hasil.xml", NULL, 0);
    xmlNode *root = xmlDocGetRootElement(doc);
    assert_xpath_of(root, "count(*[local-name()='institution'])", "1");
    assert_xpath_of(root, "count(*[local-name()='group'])", "3");
    assert_xpath_of(root, "count(*[local-name()='region'])", "1");
    assert_xpath_of(root, "count(*[local-name()='national'])", "1");
    assert_null(strstr(text->str, "Kab."));
    assert_null(strstr(text->str, "Dinas"));
    view_destroy(view);
}

/* Counts what it is given, and ends the text when ROOM is used up. */
struct meter {
    size_t bytes, longest, room;
};

static bool measure(void *to, const char *bytes, size_t length)
{
    struct meter *meter = to;
    (void)bytes;
    meter->bytes += length;
    meter->longest = MAX(meter->longest, length);
    return meter->bytes <= meter->room;
}

static void one_text_leaves_no_trace_in_the_next(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    for (size_t before = 0; before < COUNT; before++)
        for (size_t i = 0; i < COUNT; i++) {
            struct view *fresh = view_create(bench->standings);
            g_autoptr(GString) other = view_text(view, PER_INSTITUTION, before);
            g_autoptr(GString) is = view_text(view, PER_INSTITUTION, i);
            g_autoptr(GString) should = view_text(fresh, PER_INSTITUTION, i);
            assert_string_equal(is->str, should->str);
            g_autofree char *sum = view_digest(view, PER_INSTITUTION, i);
            g_autofree char *anew = view_digest(fresh, PER_INSTITUTION, i);
            assert_string_equal(sum, anew);
            view_destroy(fresh);
        }
    view_destroy(view);
}

/* In whatever order it is asked for; no two of these show the same. */
static void digests_tell_apart_what_is_shown(void **state)
{
    struct bench *bench = *state;
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const size_t regions = bench->standings->evaluation->region_count;
    for (int before = 0; before < 2; before++) {
        struct view *view = view_create(bench->standings);
        for (size_t r = 0; before && r < regions; r++)
            g_hash_table_add(sums, view_digest(view, PER_REGION, r));
        for (size_t i = 0; i < COUNT; i++)
            g_hash_table_add(sums, view_digest(view, PER_INSTITUTION, i));
        for (size_t r = 0; !before && r < regions; r++)
            g_hash_table_add(sums, view_digest(view, PER_REGION, r));
        g_hash_table_add(sums, view_digest(view, PER_NATION, NONE));
        view_destroy(view);
    }
    assert_int_equal(g_hash_table_size(sums), regions + COUNT + 1);
}

/* That of an institution and of its region change with it, and no others'. */
static void digests_change_with_what_they_are_of(void **state)
{
    struct bench *bench = *state;
    struct institution *changed = &bench->evaluation->institutions[KOTA_D];
    const char *reason = changed->reason;
    struct view *before = view_create(bench->standings);
    changed->reason = "lain";
    struct view *after = view_create(bench->standings);
    for (size_t i = 0; i < COUNT; i++) {
        changed->reason = reason;
        g_autofree char *was = view_digest(before, PER_INSTITUTION, i);
        changed->reason = "lain";
        g_autofree char *is = view_digest(after, PER_INSTITUTION, i);
        assert_int_equal(strcmp(was, is) == 0, i != KOTA_D);
    }
    for (size_t r = 0; r < bench->standings->evaluation->region_count; r++) {
        g_autofree char *was = view_digest(before, PER_REGION, r);
        g_autofree char *is = view_digest(after, PER_REGION, r);
        assert_int_equal(strcmp(was, is) == 0, r != changed->region);
    }
    changed->reason = reason;
    view_destroy(before);
    view_destroy(after);
}

static void text_comes_in_pieces(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) text = view_text(view, PER_NATION, NONE);
    view_destroy(view);

    struct meter all = {.room = SIZE_MAX}, some = {.room = 100};
    assert_true(view_write(bench->standings, &(struct sink){measure, &all}));
    assert_int_equal(all.bytes, text->len);
    assert_true(all.longest < text->len / 2);
    assert_false(view_write(bench->standings, &(struct sink){measure, &some}));
    assert_true(some.bytes < text->len / 2);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_view_keeps_the_schema),
        TEST(text_keeps_the_schema),
        TEST(text_says_what_the_view_says),
        TEST(one_institution_comes_alone),
        TEST(one_text_leaves_no_trace_in_the_next),
        TEST(digests_tell_apart_what_is_shown),
        TEST(digests_change_with_what_they_are_of),
        TEST(text_comes_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
