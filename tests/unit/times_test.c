/* What each phase costs, of all processes together. */
#include "tools.h"

#include "rapor/base/times.h"

#include <glib/gstdio.h>
#include <time.h>

#define OUT "times_test.json"

static void work(double seconds)
{
    const clock_t end = clock() + (clock_t)(seconds * CLOCKS_PER_SEC);
    while (clock() < end)
        continue;
}

static double number(const char *text, const char *name)
{
    g_autofree char *mark = g_strdup_printf("\"%s\":", name);
    const char *at = strstr(text, mark);
    assert_non_null(at);
    return g_ascii_strtod(at + strlen(mark), NULL);
}

static char *close_and_read(void)
{
    char *text = NULL;
    assert_true(times_close(NULL));
    assert_true(g_file_get_contents(OUT, &text, NULL, NULL));
    assert_string_equal(strchr(text, '\n'), "\n");
    g_unlink(OUT);
    return text;
}

static void time_is_of_the_phase_that_was_entered(void **state)
{
    (void)state;
    times_open(OUT);
    assert_int_equal(times_enter(PHASE_READ), PHASE_OTHER);
    work(0.02);
    assert_int_equal(times_enter(PHASE_PAINT), PHASE_READ);
    work(0.01);
    times_add_paper(700);
    times_add_paper(77);
    g_autofree char *text = close_and_read();
    assert_true(number(text, "read") >= 0.02);
    assert_true(number(text, "paint") >= 0.01);
    assert_true(number(text, "compose") == 0);
    assert_true(number(text, "processor") >= 0.03);
    assert_true(number(text, "papers") == 2);
    assert_true(number(text, "bytes") == 777);
    assert_true(number(text, "main_kb") > 500);
}

static void what_a_child_did_is_in_the_sums(void **state)
{
    (void)state;
    times_open(OUT);
    times_enter(PHASE_READ);
    work(0.02);
    times_enter(PHASE_OTHER);
    pid_t child = fork();
    if (child == 0) {
        times_fork();
        times_enter(PHASE_PACK);
        work(0.01);
        times_add_paper(5);
        times_enter(PHASE_OTHER);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    g_autofree char *text = close_and_read();
    assert_true(number(text, "pack") >= 0.01);
    assert_true(number(text, "pack") < number(text, "read"));
    assert_true(number(text, "papers") == 1);
    assert_true(number(text, "worker_kb") > 100);
}

static void nothing_is_counted_unless_asked_for(void **state)
{
    (void)state;
    times_open(NULL);
    assert_int_equal(times_enter(PHASE_READ), PHASE_OTHER);
    assert_int_equal(times_enter(PHASE_PACK), PHASE_OTHER);
    times_add_paper(1);
    assert_true(times_close(NULL));
}

static void a_file_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    times_open("not-there/times.json");
    assert_false(times_close(&error));
    assert_contains(error->message, "not-there/times.json: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_counted_unless_asked_for),
        cmocka_unit_test(time_is_of_the_phase_that_was_entered),
        cmocka_unit_test(what_a_child_did_is_in_the_sums),
        cmocka_unit_test(a_file_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
