#include "rapor/cache/unchanged_mark.h"

#include "tools.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define DIGEST "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
#define OTHER  "0286d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

static const struct timespec written = {1640908800, 5}, later = {1640908800, 6};

/* A file last changed at that time. */
static char *new_file(void)
{
    char *path = NULL;
    int file = g_file_open_tmp("rapor-seal-XXXXXX", &path, NULL);
    assert_true(file >= 0);
    assert_int_equal(write(file, "rapor", 5), 5);
    assert_int_equal(futimens(file, (struct timespec[]){written, written}), 0);
    close(file);
    return path;
}

static void remove_file(char *path)
{
    assert_int_equal(unlink(path), 0);
    g_free(path);
}

/* Some file systems know no such marks: there, no mark ever holds. */
static bool are_marks_known(const char *path)
{
    return setxattr(path, "user.rapor", "", 0, 0) == 0 || errno != ENOTSUP;
}

static void a_mark_holds_until_the_file_changes(void **state)
{
    (void)state;
    char *path = new_file();
    assert_false(unchanged_mark_holds(path, DIGEST));
    unchanged_mark_put(path, DIGEST, later);
    assert_true(unchanged_mark_holds(path, DIGEST) == are_marks_known(path));
    unchanged_mark_put(path, DIGEST, later);
    assert_false(unchanged_mark_holds(path, OTHER));

    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    fputc('R', file); /* as long as before */
    fclose(file);
    assert_false(unchanged_mark_holds(path, DIGEST));
    remove_file(path);
}

/* Within one tick of the clock a file may be changed again. */
static void what_is_too_young_is_not_marked(void **state)
{
    (void)state;
    char *path = new_file();
    unchanged_mark_put(path, DIGEST, written);
    assert_false(unchanged_mark_holds(path, DIGEST));
    remove_file(path);
}

static void a_file_put_in_its_place_has_no_mark(void **state)
{
    (void)state;
    char *path = new_file(), *other = new_file();
    unchanged_mark_put(path, DIGEST, later);
    assert_int_equal(rename(other, path), 0);
    assert_false(unchanged_mark_holds(path, DIGEST));
    g_free(other);
    remove_file(path);
}

static void a_link_to_a_marked_file_is_not_marked(void **state)
{
    (void)state;
    char *path = new_file();
    g_autofree char *link = g_strconcat(path, ".link", NULL);
    unchanged_mark_put(path, DIGEST, later);
    assert_int_equal(symlink(path, link), 0);
    assert_false(unchanged_mark_holds(link, DIGEST));
    assert_int_equal(unlink(link), 0);
    remove_file(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_holds_until_the_file_changes),
        cmocka_unit_test(what_is_too_young_is_not_marked),
        cmocka_unit_test(a_file_put_in_its_place_has_no_mark),
        cmocka_unit_test(a_link_to_a_marked_file_is_not_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
