#include "rapor/view/tree.h"

#include "rapor/base/own.h"

#include <libxml/parser.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static xmlDoc *parse(const char *text)
{
    return xmlReadMemory(text, (int)strlen(text), "tree.xml", NULL, XML_PARSE_NONET);
}

/* Name, order, attributes and text of all that is below ROOT, in document order. */
static char *told(const struct view_element *root)
{
    GString *out = g_string_new(NULL);
    for (const struct view_element *at = root; (at = view_next(at, root));) {
        g_string_append_printf(out, "%u %s", at->order, g_quark_to_string(at->name));
        for (uint32_t i = 0; i < at->attribute_count; i++) {
            const struct view_attribute *one = &at->attributes[i];
            assert_int_equal(one->length, strlen(one->text));
            g_string_append_printf(out, " %s=%s", g_quark_to_string(one->name), one->text);
        }
        g_string_append_printf(out, "%s%s;", at->text ? ":" : "", at->text ? at->text : "");
        assert_true(!at->previous || at->previous->next == at);
    }
    return g_string_free(out, FALSE);
}

static void a_copy_has_elements_attributes_and_text(void **state)
{
    (void)state;
    g_autoptr(xmlDoc) doc = parse("<a xmlns='urn:x' n='1' m='&lt;&#233;'> <!-- no -->\n<b/>"
                                  "<c q=''><d>x &amp; <![CDATA[<y>]]></d></c><b z='2'>t</b></a>");
    struct view_piece *piece = view_piece_create(0);
    struct view_element *document = view_piece_document(piece);
    struct view_element *root = view_piece_copy(piece, document, xmlDocGetRootElement(doc));
    g_autofree char *is = told(document);
    assert_string_equal(is, "1 a n=1 m=<é;2 b;3 c q=;4 d:x & <y>;5 b z=2:t;");
    assert_int_equal(document->name, 0);
    assert_ptr_equal(root->parent, document);
    assert_int_equal(view_piece_order(piece), 5);
    assert_string_equal(view_attribute(root, g_quark_from_string("m"))->text, "<é");
    assert_null(view_attribute(root, g_quark_from_string("z")));
    view_piece_destroy(piece);
}

static void what_is_cut_off_can_be_replaced(void **state)
{
    (void)state;
    g_autoptr(xmlDoc) first = parse("<a><b/><c/></a>"), second = parse("<d><e/></d>");
    struct view_piece *piece = view_piece_create(0);
    struct view_element *document = view_piece_document(piece);
    struct view_element *root = view_piece_copy(piece, document, xmlDocGetRootElement(first));
    struct view_element *kept = root->last;
    for (int turn = 0; turn < 3; turn++) {
        struct view_piece *shown = view_piece_create(view_piece_order(piece));
        view_piece_copy(shown, root, xmlDocGetRootElement(second));
        g_autofree char *is = told(document);
        assert_string_equal(is, "1 a;2 b;3 c;4 d;5 e;");
        view_cut(root, kept);
        view_piece_destroy(shown);
    }
    view_cut(root, NULL);
    g_autofree char *is = told(document);
    assert_string_equal(is, "1 a;");
    view_piece_destroy(piece);
}

/* More than are taken from the arena at once, given in small and in large portions. */
static void attributes_of_an_element_stand_in_one_row(void **state)
{
    (void)state;
    struct view_piece *piece = view_piece_create(0);
    struct view_element *document = view_piece_document(piece);
    struct view_element *root = view_piece_element(piece, document, g_quark_from_string("a"));
    for (size_t most = 1; most < 200; most += 13) {
        struct view_element *element = view_piece_element(piece, root, g_quark_from_string("b"));
        struct view_attribute *room = view_piece_room(piece, most);
        for (size_t i = 0; i < most / 2; i++)
            room[i] = view_attribute_of((GQuark)i + 1, "");
        view_piece_attributes(piece, element, most / 2);
    }
    size_t most = 1;
    for (const struct view_element *at = root->children; at; at = at->next, most += 13) {
        assert_int_equal(at->attribute_count, most / 2);
        for (uint32_t i = 0; i < at->attribute_count; i++)
            assert_ptr_equal(view_attribute(at, i + 1), &at->attributes[i]);
    }
    view_piece_destroy(piece);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_has_elements_attributes_and_text),
        cmocka_unit_test(what_is_cut_off_can_be_replaced),
        cmocka_unit_test(attributes_of_an_element_stand_in_one_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
