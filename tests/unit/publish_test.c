#include "desk.h"

#include <sys/stat.h>

static void a_new_folder_appears(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    struct publication *publication = publication_open(desk.out, NULL);
    assert_true(fill(publication, "new", NULL));
    assert_int_not_equal(access(desk.out, F_OK), 0);
    mode_t mask = umask(027);
    assert_true(publication_finish(publication, NULL));
    umask(mask);
    assert_alone(&desk, "new");
    struct stat found;
    assert_int_equal(stat(desk.out, &found), 0);
    assert_int_equal(found.st_mode & 07777, 0750);
    clear_desk(&desk);
}

static void folders_on_the_way_are_made(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_autofree char *deep = g_build_filename(desk.folder, "a", "b", "out/", NULL);
    assert_int_equal(publish_new(deep), 0);
    assert_contents(deep, "wilayah/data", "new");
    clear_desk(&desk);
}

static void the_old_is_replaced(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(mkdir(desk.out, 0700), 0); /* an empty folder is welcome */
    assert_int_equal(publish_old(desk.out), 0);
    assert_int_equal(chmod(desk.out, 0705), 0);
    assert_int_equal(publish_new(desk.out), 0);
    assert_alone(&desk, "new");
    struct stat found;
    assert_int_equal(stat(desk.out, &found), 0);
    assert_int_equal(found.st_mode & 07777, 0705);
    clear_desk(&desk);
}

static void a_link_is_followed(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(publish_old(desk.out), 0);
    g_autofree char *link = g_build_filename(desk.folder, "link", NULL);
    assert_int_equal(symlink("out", link), 0);
    assert_int_equal(publish_new(link), 0);
    assert_int_equal(unlink(link), 0);
    assert_alone(&desk, "new");
    clear_desk(&desk);
}

static void discarding_leaves_nothing(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(publish_old(desk.out), 0);
    struct publication *publication = publication_open(desk.out, NULL);
    assert_true(fill(publication, "new", NULL));
    publication_discard(publication);
    publication_discard(NULL);
    assert_alone(&desk, "old");
    clear_desk(&desk);
}

static void assert_refused(const char *path, const char *words)
{
    g_autoptr(GError) error = NULL;
    assert_null(publication_open(path, &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_CREATE));
    assert_contains(error->message, words);
}

static void what_is_not_ours_stays(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_free(ask("mkdir %s && echo x >%s/notes", desk.out, desk.out));
    assert_refused(desk.out, "did not make");
    assert_contents(desk.out, "notes", "x\n");
    g_free(ask("rm %s/notes", desk.out));
    assert_int_equal(publish_old(desk.out), 0);
    g_free(ask("echo x >%s/wilayah/notes", desk.out));
    assert_refused(desk.out, "holds wilayah/notes, which");
    g_free(ask("rm %s/wilayah/notes", desk.out));
    assert_alone(&desk, "old");
    g_free(ask("rm -r %s && echo x >%s", desk.out, desk.out));
    assert_refused(desk.out, "is not a folder");
    g_autofree char *below = g_build_filename(desk.out, "a", "b", NULL);
    assert_refused(below, "Not a directory");
    clear_desk(&desk);
}

/* Something may come while the run goes on. */
static void what_came_meanwhile_stays(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    struct publication *publication = publication_open(desk.out, NULL);
    assert_true(fill(publication, "new", NULL));
    g_free(ask("mkdir %s && echo x >%s/notes", desk.out, desk.out));
    g_autoptr(GError) error = NULL;
    assert_false(publication_finish(publication, &error));
    assert_contains(error->message, "did not make");
    g_autofree char *names = ask("cd %s && find . -mindepth 1 | sort", desk.folder);
    assert_string_equal(names, "./out\n./out/notes\n");
    clear_desk(&desk);
}

static void some_places_are_refused(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_refused("/proc", "is a mount point");
    g_autofree char *here = g_get_current_dir();
    assert_int_equal(chdir(desk.folder), 0);
    assert_refused(".", "is the folder you are in");
    assert_int_equal(chdir(here), 0);
    clear_desk(&desk);
}

static void two_runs_do_not_mix(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    struct publication *publication = publication_open(desk.out, NULL);
    assert_int_equal(WEXITSTATUS(in_child(publish_old, desk.out)), FAILURE_CREATE);
    assert_refused(desk.out, "another run is writing here");
    assert_true(fill(publication, "new", NULL));
    assert_true(publication_finish(publication, NULL));
    assert_alone(&desk, "new");
    clear_desk(&desk);
}

/* The names beside ours that are not ours. */
static void sweeping_spares_others(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_free(
        ask("cd %s && mkdir .out.rapor-mine .out.rapor-aB3xYz .other.rapor-aB3xYz out.rapor-aB3xYz",
            desk.folder));
    publication_discard(publication_open(desk.out, NULL));
    g_autofree char *names = ask("ls -A %s | LC_ALL=C sort", desk.folder);
    assert_string_equal(names, ".other.rapor-aB3xYz\n.out.rapor-mine\nout.rapor-aB3xYz\n");
    clear_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_folder_appears),      cmocka_unit_test(folders_on_the_way_are_made),
        cmocka_unit_test(the_old_is_replaced),       cmocka_unit_test(a_link_is_followed),
        cmocka_unit_test(discarding_leaves_nothing), cmocka_unit_test(what_is_not_ours_stays),
        cmocka_unit_test(what_came_meanwhile_stays), cmocka_unit_test(some_places_are_refused),
        cmocka_unit_test(two_runs_do_not_mix),       cmocka_unit_test(sweeping_spares_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
