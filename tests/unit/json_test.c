#include "../../src/cli/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_text(const char *text, const char *written)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *line = g_strdup_printf("{\"type\":\"x\",\"t\":\"%s\"}\n", written);
    json_begin(out, "x");
    json_text(out, "t", text);
    json_end(out);
    assert_string_equal(out->str, line);
}

static void texts_are_escaped(void **state)
{
    (void)state;
    assert_text("Kota Solok", "Kota Solok");
    assert_text("say \"no\"", "say \\\"no\\\"");
    assert_text("a\\b", "a\\\\b");
    assert_text("a\nb\tc", "a\\nb\\tc");
    assert_text("\033[1m\x01\x7f", "\\u001b[1m\\u0001\\u007f");
    assert_text("Région \u2026", "Région \u2026");
}

static void what_is_not_utf8_is_replaced(void **state)
{
    (void)state;
    assert_text("a\xff"
                "b",
                "a\uFFFDb");
    assert_text("\xc3", "\uFFFD");
}

static void members_in_order(void **state)
{
    (void)state;
    g_autoptr(GString) out = g_string_new("before ");
    json_begin(out, "progress");
    json_number(out, "done", -3);
    json_text(out, "absent", NULL);
    json_number(out, "total", INT64_MAX);
    json_end(out);
    assert_string_equal(
        out->str, "before {\"type\":\"progress\",\"done\":-3,\"total\":9223372036854775807}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(what_is_not_utf8_is_replaced),
        cmocka_unit_test(members_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
