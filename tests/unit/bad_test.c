/* Every file in samples/bad has one fault; its .expect says what must be told
 * of it first: "line:column: severity: text", and the hint on the next line. */
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/read/evaluation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define FOLDER "samples/bad"

static char *first_message(const struct diagnostics *diagnostics)
{
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    if (count == 0)
        return g_strdup("nothing\n");
    g_autofree char *hint = kept->hint ? g_strdup_printf("hint: %s\n", kept->hint) : g_strdup("");
    return g_strdup_printf("%u:%u: error: %s\n%s", kept->line, kept->column, kept->text, hint);
}

static void judge(const char *name)
{
    g_autofree char *xml = g_strdup_printf(FOLDER "/%s.xml", name);
    g_autofree char *expect = g_strdup_printf(FOLDER "/%s.expect", name);
    g_autofree char *expected = NULL;
    assert_true(g_file_get_contents(expect, &expected, NULL, NULL));

    struct arena *arena = arena_create();
    struct diagnostics *diagnostics = diagnostics_create();
    struct instrument_source from = {.layouts = "layouts"};
    print_message("%s\n", name);
    assert_null(evaluation_read(xml, &from, diagnostics, arena, NULL));
    g_autofree char *message = first_message(diagnostics);
    assert_string_equal(message, expected);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 1);
    instrument_close(from.instrument);
    diagnostics_destroy(diagnostics);
    arena_destroy(arena);
}

static void every_bad_sample_is_told_of(void **state)
{
    (void)state;
    g_autoptr(GDir) folder = g_dir_open(FOLDER, 0, NULL);
    assert_non_null(folder);
    size_t count = 0;
    for (const char *name; (name = g_dir_read_name(folder));) {
        if (!g_str_has_suffix(name, ".xml"))
            continue;
        g_autofree char *bare = g_strndup(name, strlen(name) - strlen(".xml"));
        judge(bare);
        count++;
    }
    assert_true(count >= 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_bad_sample_is_told_of)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
