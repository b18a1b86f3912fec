#include "rapor/base/fingerprint.h"

#include "rapor/base/failure.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static char *path;

static char *of_bytes(const char *bytes, gssize size)
{
    assert_true(g_file_set_contents(path, bytes, size, NULL));
    return fingerprint_file(path, NULL);
}

static void bytes_alone_count(void **state)
{
    (void)state;
    g_autofree char *first = of_bytes("huruf", 5), *other = of_bytes("hurug", 5);
    g_autofree char *again = of_bytes("huruf", 5), *longer = of_bytes("huruf", 6);
    assert_string_equal(first, again);
    assert_string_not_equal(first, other);
    assert_string_not_equal(first, longer);
}

static void a_file_may_be_empty(void **state)
{
    (void)state;
    g_autofree char *empty = of_bytes("", 0);
    assert_string_equal(empty, "0-00000000");
}

static void the_sum_is_that_of_other_programs(void **state)
{
    (void)state;
    g_autofree char *text = of_bytes("123456789", 9);
    assert_string_equal(text, "9-cbf43926"); /* the check value of CRC-32 */
}

static void a_missing_file_is_an_error_that_names_it(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(fingerprint_file("not-there.otf", &error));
    assert_int_equal(error->code, FAILURE_INPUT);
    assert_non_null(strstr(error->message, "not-there.otf"));
}

static void the_program_has_a_build(void **state)
{
    (void)state;
    g_autofree char *build = fingerprint_program(), *again = fingerprint_program();
    assert_true(strlen(build) >= 16);
    assert_int_equal(strspn(build, "0123456789abcdef"), strlen(build));
    assert_string_equal(build, again);
}

static int make_path(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rapor-XXXXXX", NULL);
    path = folder ? g_build_filename(folder, "file", NULL) : NULL;
    return path ? 0 : -1;
}

static int remove_path(void **state)
{
    (void)state;
    g_autofree char *folder = g_path_get_dirname(path);
    g_unlink(path);
    g_rmdir(folder);
    g_free(path);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_alone_count),
        cmocka_unit_test(a_file_may_be_empty),
        cmocka_unit_test(the_sum_is_that_of_other_programs),
        cmocka_unit_test(a_missing_file_is_an_error_that_names_it),
        cmocka_unit_test(the_program_has_a_build),
    };
    return cmocka_run_group_tests(tests, make_path, remove_path);
}
