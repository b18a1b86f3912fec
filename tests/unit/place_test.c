#include "rapor/base/place.h"

#include "rapor/base/arena.h"
#include "rapor/base/own.h"

#include <libxml/parser.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char text[] = "<?xml version='1.0'?>\n"
                           "<!-- <not> an element -->\r\n"
                           "<a\n"
                           "   one='>' é='2'>\n"
                           "\té<b two = \"one=\" one='3'/><![CDATA[<c>]]><?p <d> ?>\n"
                           "  </a>\n";

static struct place find(size_t element, const char *attribute, struct arena *arena)
{
    return place_of(&(struct source){"a.xml", text, sizeof text - 1}, element, attribute, arena);
}

static void elements_and_attributes_are_found(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct place place = find(1, NULL, arena);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 1);
    assert_string_equal(place.text, "<a");

    place = find(1, "é", arena);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 12);

    place = find(2, NULL, arena);
    assert_int_equal(place.line, 5);
    assert_int_equal(place.column, 3); /* characters, not bytes */
    assert_string_equal(place.text, " é<b two = \"one=\" one='3'/><![CDATA[<c>]]><?p <d> ?>");

    assert_int_equal(find(2, "two", arena).column, 6);
    assert_int_equal(find(2, "one", arena).column, 19);
    assert_int_equal(find(2, "on", arena).column, 3); /* there is none: the tag */
    arena_destroy(arena);
}

static void what_is_not_there_is_at_the_end(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_int_equal(find(3, NULL, arena).line, 7);
    const struct source open = {"a.xml", "<a><b x='1", 10};
    assert_int_equal(place_of(&open, 2, "x", arena).column, 7);
    assert_int_equal(place_of(&open, 2, "y", arena).column, 4);
    assert_int_equal(place_at(&open, 99, arena).column, 11);
    const struct source empty = {"a.xml", "", 0};
    assert_int_equal(place_of(&empty, 1, NULL, arena).column, 1);
    arena_destroy(arena);
}

static void lines_are_fit_to_be_shown(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    static const char hidden[] = "x\x1b[31m\xE2\x80\xAE\xff\r\ny";
    struct place place = place_at(&(struct source){"a", hidden, sizeof hidden - 1}, 0, arena);
    assert_string_equal(place.text, "x\uFFFD[31m\uFFFD\uFFFD");

    char wide[3000];
    memset(wide, 'x', sizeof wide);
    place = place_at(&(struct source){"a", wide, sizeof wide}, 2000, arena);
    assert_int_equal(place.column, 2001);
    assert_null(place.text);
    arena_destroy(arena);
}

static void nodes_have_the_same_numbers(void **state)
{
    (void)state;
    static const char xml[] = "<a><b><c/>text</b><!-- <x/> --><d><e/></d></a>";
    g_autoptr(xmlDoc) doc = xmlReadMemory(xml, sizeof xml - 1, "a", NULL, 0);
    const xmlNode *root = xmlDocGetRootElement(doc);
    assert_int_equal(place_number(root), 1);
    assert_int_equal(place_number(root->children), 2);
    assert_int_equal(place_number(root->children->children), 3);
    assert_int_equal(place_number(root->last), 4);
    assert_int_equal(place_number(root->last->children), 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_and_attributes_are_found),
        cmocka_unit_test(what_is_not_there_is_at_the_end),
        cmocka_unit_test(lines_are_fit_to_be_shown),
        cmocka_unit_test(nodes_have_the_same_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
