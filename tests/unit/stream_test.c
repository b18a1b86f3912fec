/* What is told of a file piece by piece, and what is said of one that is broken. */
#include "../../src/read/stream.h"

#include "../../src/read/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static bool log_begin(void *data, const struct tag *tag)
{
    g_string_append_printf(data, "<%s|%s", tag->space ? tag->space : "", tag->name);
    for (size_t i = 0; i < tag->attribute_count; i++)
        g_string_append_printf(data, " %s=[%s]", tag->attributes[i].name, tag->attributes[i].value);
    g_string_append_c(data, '>');
    return strcmp(tag->name, "enough") != 0;
}

static void log_text(void *data, const char *text)
{
    g_string_append_printf(data, "[%s]", text);
}

static void log_end(void *data)
{
    g_string_append(data, "</>");
}

/* Appends to LOG what is told, then what is wrong. */
static void read_to(GString *log, const char *text, size_t size)
{
    const struct listener listener = {log_begin, log_text, log_end, log};
    struct input *input = input_of_bytes("test", text, size);
    struct unplaced *unplaced = unplaced_create();
    struct diagnostics *diagnostics = diagnostics_create();
    if (xml_check_prolog(input, unplaced))
        stream_read(input, unplaced, &listener);
    input_report(input, unplaced, diagnostics);
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(log, " %u:%u %s", kept[i].line, kept[i].column, kept[i].text);
    diagnostics_destroy(diagnostics);
    unplaced_destroy(unplaced);
    input_close(input);
}

static void assert_told(const char *text, const char *expected)
{
    g_autoptr(GString) log = g_string_new(NULL);
    read_to(log, text, strlen(text));
    assert_string_equal(log->str, expected);
}

static void tags_and_texts_are_told_in_order(void **state)
{
    (void)state;
    assert_told("<a xmlns='urn:x'/>", "<urn:x|a></>");
    assert_told("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?><a> </a>", "<|a>[ ]</>");
    assert_told("<!-- --><?b c?><a x='1'><b/>t</a>\n", "<|a x=[1]><|b></>[t]</>");
    assert_told("<a>one<!-- -->two<![CDATA[<3>]]>four<?b c?>five</a>",
                "<|a>[one][two][<3>][four][five]</>");
    assert_told("<p:a xmlns:p='urn:p' p:x='1' xml:lang='id'/>",
                "<urn:p|a p:x=[1] xml:lang=[id]></>");
}

static void references_and_line_ends_are_what_they_mean(void **state)
{
    (void)state;
    assert_told("<a>&lt;&amp;&#233;&#xE9;&gt;\r\né\r&quot;</a>", "<|a>[<&éé>\né\n\"]</>");
    assert_told("<a x='&lt;&amp;&#38;&#60;&amp;lt;&apos;' y='a\tb\r\nc&#10;'/>",
                "<|a x=[<&&<&lt;'] y=[a b c\n]></>");
}

static void what_is_whole_is_told_before_what_is_wrong(void **state)
{
    (void)state;
    assert_told("<a><b/><c", "<|a><|b></> 1:10 the file ends before </a>");
    assert_told("<a><b x='1'", " 1:12 the file ends before </a>");
    assert_told("<a>t", "<|a> 1:5 the file ends before </a>");
    assert_told("<a>t</b>", "<|a> 1:5 </b> stands where </a> of line 1 is due");
    assert_told("<a>< b/></a>", "<|a> 1:5 < begins a tag, but no name follows");
    assert_told("<a>& b</a>", "<|a> 1:5 & begins an entity, but no name follows");
    assert_told("<a><b>&c;</b></a>", "<|a> 1:10 the entity &c; is not known");
    assert_told("<a>t\xFF</a>", "<|a> 1:5 these bytes are not UTF-8");
    assert_told("<a/><b/>", "<|a></> 1:5 something follows the end of the root element");
    assert_told("<p:a/>", "<|p:a></> 1:5 the prefix p: stands for no namespace");
}

static void nothing_is_read_beyond_enough(void **state)
{
    (void)state;
    assert_told("<a><enough/>text<b></c>", "<|a><|enough></>");
}

/* Ends LOG where what is wrong is long since told. */
static void assert_refused(GString *text, const char *expected)
{
    g_autoptr(GString) log = g_string_new(NULL);
    read_to(log, text->str, text->len);
    if (!strstr(log->str, expected))
        fail_msg("%.200s", log->str);
}

static void what_would_fill_the_memory_is_refused(void **state)
{
    (void)state;
    g_autofree char *fill = g_strnfill(10 * 1000 * 1000, 'x');
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "<a>%sx</a>", fill);
    assert_refused(text, "this text is longer than 10000000 characters");
    g_string_printf(text, "<a>%s&amp;<b/></a>", fill);
    assert_refused(text, "this text is longer than 10000000 characters");
    g_string_printf(text, "<a b='%sx'/>", fill);
    assert_refused(text, "Huge input lookup");
    g_string_assign(text, "");
    for (int i = 0; i < 300; i++)
        g_string_append(text, "<a>");
    assert_refused(text, "Excessive depth");
    g_string_assign(text, "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;'>]><a>&d;</a>");
    assert_refused(text, "a DOCTYPE is not allowed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_and_texts_are_told_in_order),
        cmocka_unit_test(references_and_line_ends_are_what_they_mean),
        cmocka_unit_test(what_is_whole_is_told_before_what_is_wrong),
        cmocka_unit_test(nothing_is_read_beyond_enough),
        cmocka_unit_test(what_would_fill_the_memory_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
