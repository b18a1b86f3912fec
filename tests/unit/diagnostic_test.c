#include "rapor/base/diagnostic.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void add(struct diagnostics *diagnostics, enum severity severity, const char *file,
                unsigned line, unsigned column)
{
    g_autofree char *text = g_strdup_printf("%s %u %u", file, line, column);
    diagnostics_add(diagnostics, &(struct diagnostic){
                                     .severity = severity,
                                     .id = "test",
                                     .file = file,
                                     .line = line,
                                     .column = column,
                                     .text = text,
                                 });
}

static void the_first_are_kept_and_all_counted(void **state)
{
    (void)state;
    struct diagnostics *diagnostics = diagnostics_create();
    for (unsigned i = 0; i < 50; i++)
        add(diagnostics, SEVERITY_ERROR, "a", i, 1);
    add(diagnostics, SEVERITY_WARNING, "a", 99, 1);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 50);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_WARNING), 1);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_NOTE), 0);

    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    assert_int_equal(count, DIAGNOSTICS_KEPT + 1);
    assert_string_equal(kept[19].text, "a 19 1");
    assert_string_equal(kept[20].text, "a 99 1");
    assert_null(kept[0].hint);
    diagnostics_destroy(diagnostics);
    diagnostics_destroy(NULL);
}

static void they_sort_by_place(void **state)
{
    (void)state;
    static const char *const expected[] = {"a 1 9", "a 2 1", "a 2 7", "a 2 7", "b 1 1"};
    struct diagnostics *diagnostics = diagnostics_create();
    add(diagnostics, SEVERITY_ERROR, "b", 1, 1);
    add(diagnostics, SEVERITY_ERROR, "a", 2, 7);
    add(diagnostics, SEVERITY_WARNING, "a", 2, 7);
    add(diagnostics, SEVERITY_ERROR, "a", 2, 1);
    add(diagnostics, SEVERITY_ERROR, "a", 1, 9);
    diagnostics_sort(diagnostics);

    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    assert_int_equal(count, G_N_ELEMENTS(expected));
    for (size_t i = 0; i < count; i++)
        assert_string_equal(kept[i].text, expected[i]);
    assert_int_equal(kept[2].severity, SEVERITY_ERROR); /* equals stay in order */
    assert_int_equal(kept[3].severity, SEVERITY_WARNING);
    diagnostics_destroy(diagnostics);
}

static void a_close_word_is_found(void **state)
{
    (void)state;
    static const char *const words[] = {"indicator", "region", "published", "no"};
    const size_t count = G_N_ELEMENTS(words);
    assert_string_equal(closest_word("indikator", words, count), "indicator");
    assert_string_equal(closest_word("regoin", words, count), "region");
    assert_string_equal(closest_word("publised", words, count), "published");
    assert_string_equal(closest_word("region", words, count), "region");
    assert_null(closest_word("session", words, count));
    assert_null(closest_word("xy", words, count));
    assert_null(closest_word("a", words, count));
    assert_null(closest_word("", words, count));
    assert_null(closest_word("region", words, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_are_kept_and_all_counted),
        cmocka_unit_test(they_sort_by_place),
        cmocka_unit_test(a_close_word_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
