/* The one way in which XML is opened. */
#include "rapor/base/markup.h"

#include "rapor/base/failure.h"
#include "rapor/base/own.h"

#include <libxml/parser.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void refuse(const char *bytes, size_t size, const char *message)
{
    g_autoptr(GError) error = NULL;
    assert_null(markup_parse(bytes, size, "x.xml", &error));
    assert_int_equal(error->code, FAILURE_DATA);
    assert_string_equal(error->message, message);
}

static void what_is_sound_is_taken(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "<a/>", "\xEF\xBB\xBF<a/>",
        "<?xml version='1.0' encoding='UTF-8'?>\n<!-- <!DOCTYPE --> <?p ?><a>&lt;&#233;</a>"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(xmlDoc) tree = markup_parse(texts[i], strlen(texts[i]), "x.xml", NULL);
        assert_non_null(tree);
    }
}

static void a_doctype_is_refused_wherever_it_may_stand(void **state)
{
    (void)state;
    static const char late[] =
        "<?xml version='1.0'?>\n<!-- c --><?p ?>\n<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>";
    refuse("<!DOCTYPE a><a/>", 16, "x.xml:1: a DOCTYPE is not allowed");
    refuse(late, sizeof late - 1, "x.xml:3: a DOCTYPE is not allowed");
}

static void what_is_no_utf8_is_refused_whatever_it_declares(void **state)
{
    (void)state;
    static const char latin[] = "<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>\xE9</a>";
    static const char wide[] = "\xFF\xFE<\0a\0/\0>\0";
    static const char seven[] = "<?xml version='1.0' encoding='UTF-7'?>\n<a>+ADw-b/+AD4-</a>";
    refuse(latin, sizeof latin - 1, "x.xml:2: this is no UTF-8");
    refuse(wide, sizeof wide - 1, "x.xml:1: this is no UTF-8");
    g_autoptr(xmlDoc) tree = markup_parse(seven, sizeof seven - 1, "x.xml", NULL);
    g_auto(XmlText) text = tree ? xmlNodeGetContent(xmlDocGetRootElement(tree)) : NULL;
    assert_string_equal(text, "+ADw-b/+AD4-"); /* as the bytes say */
}

static void what_the_parser_only_complains_of_is_refused(void **state)
{
    (void)state;
    static const char prefix[] = "<a>\n<b:c/></a>";
    refuse(prefix, sizeof prefix - 1, "x.xml:2: Namespace prefix b on c is not defined");
    refuse("<a>", 3, "x.xml:1: Premature end of data in tag a line 1");
    refuse("", 0, "x.xml:1: Document is empty");
}

static void nothing_is_loaded_by_itself(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(xmlDoc) open = markup_open("layouts/schema/layout.rng", &error);
    assert_non_null(open);
    assert_null(xmlReadFile("layouts/schema/layout.rng", NULL, MARKUP_OPTIONS));
    assert_null(markup_open("not-there.xml", &error));
    assert_int_equal(error->code, FAILURE_INPUT);
}

static void a_reader_refuses_the_same(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    static const char bad[] = "<!DOCTYPE a><a/>", good[] = "<a/>";
    assert_null(markup_reader(bad, sizeof bad - 1, "x.xml", &error));
    assert_string_equal(error->message, "x.xml:1: a DOCTYPE is not allowed");
    g_autoptr(xmlTextReader) reader = markup_reader(good, sizeof good - 1, "x.xml", NULL);
    assert_int_equal(xmlTextReaderRead(reader), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_sound_is_taken),
        cmocka_unit_test(a_doctype_is_refused_wherever_it_may_stand),
        cmocka_unit_test(what_is_no_utf8_is_refused_whatever_it_declares),
        cmocka_unit_test(what_the_parser_only_complains_of_is_refused),
        cmocka_unit_test(nothing_is_loaded_by_itself),
        cmocka_unit_test(a_reader_refuses_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
