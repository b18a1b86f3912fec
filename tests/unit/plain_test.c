#include "../../src/cli/plain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void assert_plain(const char *text, const char *shown)
{
    g_autoptr(GString) out = g_string_new(NULL);
    plain_append(out, text);
    assert_string_equal(out->str, shown);
}

static void assert_excerpt(const char *source, unsigned column, const char *shown)
{
    g_autoptr(GString) out = g_string_new(NULL);
    plain_excerpt(out, source, column);
    assert_string_equal(out->str, shown);
}

static void nothing_steers_the_terminal(void **state)
{
    (void)state;
    assert_plain("Kab. Nagekeo\n\tx", "Kab. Nagekeo\n\tx");
    assert_plain("\033]0;title\007", "\uFFFD]0;title\uFFFD");
    assert_plain("a\u202Eb\u200Bc\u2028d\xc2\x9b.", "a\uFFFDb\uFFFDc\uFFFDd\uFFFD.");
    assert_plain("a\xff", "a\uFFFD");
}

static void characters_have_widths(void **state)
{
    (void)state;
    assert_int_equal(plain_columns('a'), 1);
    assert_int_equal(plain_columns(0x6F22), 2); /* a Chinese character */
    assert_int_equal(plain_columns(0x0301), 0); /* an accent that combines */
}

static void the_caret_stands_below_its_character(void **state)
{
    (void)state;
    assert_excerpt("<a b=\"7\"/>", 1, "<a b=\"7\"/>\n^\n");
    assert_excerpt("<a b=\"7\"/>", 4, "<a b=\"7\"/>\n   ^\n");
    assert_excerpt("\t\t<a/>", 3, "\t\t<a/>\n\t\t^\n");
    assert_excerpt("漢字 x", 4, "漢字 x\n     ^\n");
    assert_excerpt("e\u0301x", 3, "e\u0301x\n ^\n");
}

static void without_a_column_there_is_no_caret(void **state)
{
    (void)state;
    assert_excerpt("<a/>", 0, "<a/>\n");
}

static void behind_the_end_the_caret_stands_at_the_end(void **state)
{
    (void)state;
    assert_excerpt("<a/>", 99, "<a/>\n    ^\n");
    assert_excerpt("", 1, "\n^\n");
}

static void of_a_long_line_a_part_is_shown(void **state)
{
    (void)state;
    g_autofree char *line = g_strnfill(300, 'x');
    g_autofree char *blanks = g_strnfill(61, ' ');
    line[199] = '!';
    g_autofree char *part = g_strndup(line + 139, 100);
    g_autofree char *shown = g_strdup_printf("\u2026%s\u2026\n%s^\n", part, blanks);
    assert_excerpt(line, 200, shown);

    g_autofree char *begin = g_strndup(line, 100);
    g_autofree char *from_begin = g_strdup_printf("%s\u2026\n ^\n", begin);
    assert_excerpt(line, 2, from_begin);
}

static void a_text_is_cut_to_columns(void **state)
{
    (void)state;
    g_autofree char *all = plain_cut("漢字x", 5);
    g_autofree char *some = plain_cut("漢字x", 3);
    g_autofree char *none = plain_cut("漢字x", 0);
    assert_string_equal(all, "漢字x");
    assert_string_equal(some, "漢");
    assert_string_equal(none, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_steers_the_terminal),
        cmocka_unit_test(characters_have_widths),
        cmocka_unit_test(the_caret_stands_below_its_character),
        cmocka_unit_test(without_a_column_there_is_no_caret),
        cmocka_unit_test(behind_the_end_the_caret_stands_at_the_end),
        cmocka_unit_test(of_a_long_line_a_part_is_shown),
        cmocka_unit_test(a_text_is_cut_to_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
