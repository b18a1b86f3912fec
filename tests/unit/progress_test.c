#include "../../src/cli/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_line(struct progress progress, double seconds, unsigned width, const char *line)
{
    g_autofree char *made = progress_line(&progress, seconds, width);
    assert_string_equal(made, line);
}

static void rate_and_time_left(void **state)
{
    (void)state;
    assert_line((struct progress){370, 555, "Kab. Nagekeo"}, 10, 80,
                "[370/555] 37 docs/s 00:05 left Kab. Nagekeo");
    assert_line((struct progress){5, 105, "Bali"}, 2, 80, "[5/105] 2.5 docs/s 00:40 left Bali");
    assert_line((struct progress){1, 7201, NULL}, 1, 80, "[1/7201] 1.0 docs/s 2:00:00 left");
    assert_line((struct progress){7, 7, NULL}, 1, 80, "[7/7] 7.0 docs/s 00:00 left");
}

static void before_the_first_document_nothing_is_guessed(void **state)
{
    (void)state;
    assert_line((struct progress){0, 9, "Bali"}, 3, 80, "[0/9] Bali");
    assert_line((struct progress){1, 9, "Bali"}, 0, 80, "[1/9] Bali");
    assert_line((struct progress){1, 1000000, NULL}, 1000, 80, "[1/1000000] 0.0 docs/s");
}

static void the_line_fits_the_terminal(void **state)
{
    (void)state;
    assert_line((struct progress){370, 555, "Kab. Nagekeo"}, 10, 36,
                "[370/555] 37 docs/s 00:05 left Kab. ");
    assert_line((struct progress){0, 9, "a\033[2Jb\nc"}, 0, 80, "[0/9] a\uFFFD[2Jb c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rate_and_time_left),
        cmocka_unit_test(before_the_first_document_nothing_is_guessed),
        cmocka_unit_test(the_line_fits_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
