#include "../../src/cli/report.h"

#include "rapor/base/diagnostic.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct diagnostic level = {
    .severity = SEVERITY_ERROR,
    .id = "level-range",
    .file = "nilai/3204.xml",
    .line = 118,
    .column = 23,
    .source = "\t<indicator no=\"5\" level=\"7\"/>",
    .text = "level 7 of indicator 5 is outside 1..5",
    .hint = "levels are whole numbers from 1 to 5",
};

static void for_people(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);
    (void)state;
    report_human(out, &level, false);
    assert_string_equal(out->str,
                        "nilai/3204.xml:118:23: error: level 7 of indicator 5 is outside 1..5\n"
                        "\t<indicator no=\"5\" level=\"7\"/>\n"
                        "\t                     ^\n"
                        "hint: levels are whole numbers from 1 to 5\n");
}

static void for_people_with_little_known(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const struct diagnostic bare = {.severity = SEVERITY_NOTE, .text = "3 not assessed"};
    const struct diagnostic file = {
        .severity = SEVERITY_WARNING, .file = "a.xml", .text = "odd", .column = 9};
    (void)state;
    report_human(out, &bare, false);
    report_human(out, &file, false);
    assert_string_equal(out->str, "note: 3 not assessed\na.xml: warning: odd\n");
}

static void colour_changes_no_word(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GString) plain = g_string_new(NULL);
    (void)state;
    report_human(out, &level, true);
    report_human(plain, &level, false);
    g_autoptr(GRegex) escapes = g_regex_new("\033\\[[0-9;]*m", 0, 0, NULL);
    g_autofree char *stripped = g_regex_replace_literal(escapes, out->str, -1, 0, "", 0, NULL);
    assert_string_not_equal(out->str, plain->str);
    assert_string_equal(stripped, plain->str);
}

static void in_one_line(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);
    (void)state;
    report_short(out, &level);
    assert_string_equal(out->str,
                        "nilai/3204.xml:118:23: error: level 7 of indicator 5 is outside 1..5\n");
}

static void for_programs(void **state)
{
    g_autoptr(GString) out = g_string_new(NULL);
    (void)state;
    report_json(out, &level);
    assert_string_equal(out->str,
                        "{\"type\":\"diagnostic\",\"severity\":\"error\",\"id\":\"level-range\","
                        "\"file\":\"nilai/3204.xml\",\"line\":118,\"column\":23,"
                        "\"text\":\"level 7 of indicator 5 is outside 1..5\","
                        "\"source\":\"\\t<indicator no=\\\"5\\\" level=\\\"7\\\"/>\","
                        "\"hint\":\"levels are whole numbers from 1 to 5\"}\n");
}

static void assert_count(size_t errors, size_t warnings, const char *text)
{
    struct diagnostics *diagnostics = diagnostics_create();
    const struct diagnostic error = {.severity = SEVERITY_ERROR, .text = "x"};
    const struct diagnostic warning = {.severity = SEVERITY_WARNING, .text = "x"};
    for (size_t i = 0; i < errors; i++)
        diagnostics_add(diagnostics, &error);
    for (size_t i = 0; i < warnings; i++)
        diagnostics_add(diagnostics, &warning);
    g_autofree char *count = report_count(diagnostics);
    assert_string_equal(count ? count : "none", text);
    diagnostics_destroy(diagnostics);
}

static void problems_are_counted(void **state)
{
    (void)state;
    assert_count(0, 0, "none");
    assert_count(3, 1, "3 errors, 1 warning");
    assert_count(1, 0, "1 error");
    assert_count(0, 57, "57 warnings");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(for_people),
        cmocka_unit_test(for_people_with_little_known),
        cmocka_unit_test(colour_changes_no_word),
        cmocka_unit_test(in_one_line),
        cmocka_unit_test(for_programs),
        cmocka_unit_test(problems_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
