/* Folders laid over one another: which file counts. */
#include "checks.h"

#include "rapor/base/search_path.h"

#include <glib/gstdio.h>

struct fixture {
    char *mine, *own, *folders;
};

static void put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *above = g_path_get_dirname(path);
    assert_int_equal(g_mkdir_with_parents(above, 0700), 0);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static int open_fixture(void **state)
{
    struct fixture *fixture = g_new0(struct fixture, 1);
    fixture->mine = g_dir_make_tmp("mine-XXXXXX", NULL);
    fixture->own = g_dir_make_tmp("own-XXXXXX", NULL);
    fixture->folders = g_strdup_printf("%s:%s", fixture->mine, fixture->own);
    put(fixture->own, "common/style.xml", "style");
    put(fixture->own, "spbe/letter.xml", "letter");
    put(fixture->own, "spbe/decree.xml", "decree");
    put(fixture->mine, "spbe/letter.xml", "my letter");
    put(fixture->mine, "spbe/decree.xml", "decree");
    put(fixture->mine, "spbe/card.xml", "card");
    *state = fixture;
    return 0;
}

static void remove_tree(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        remove_tree(inner);
    }
    g_remove(path);
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    remove_tree(fixture->mine);
    remove_tree(fixture->own);
    g_free(fixture->mine);
    g_free(fixture->own);
    g_free(fixture->folders);
    g_free(fixture);
    return 0;
}

static void assert_in(const char *path, const char *folder, const char *name)
{
    g_autofree char *expected = g_build_filename(folder, name, NULL);
    assert_string_equal(path, expected);
}

static void the_first_folder_that_has_a_file_gives_it(void **state)
{
    const struct fixture *fixture = *state;
    g_autofree char *letter = search_path_find(fixture->folders, "spbe/letter.xml");
    g_autofree char *style = search_path_find(fixture->folders, "common/style.xml");
    g_autofree char *none = search_path_find(fixture->folders, "common/none.xml");
    assert_in(letter, fixture->mine, "spbe/letter.xml");
    assert_in(style, fixture->own, "common/style.xml");
    assert_in(none, fixture->own, "common/none.xml");
}

/* Returns what counts where a file in FOLDER names another by NAME. */
static char *winner(const struct fixture *fixture, const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, "spbe", name, NULL);
    return search_path_winner(fixture->folders, path);
}

static void relative_names_lead_from_either_folder_to_what_counts(void **state)
{
    const struct fixture *fixture = *state;
    g_autofree char *style = winner(fixture, fixture->mine, "../common/style.xml");
    g_autofree char *letter = winner(fixture, fixture->own, "letter.xml");
    g_autofree char *gone = winner(fixture, fixture->mine, "../common/gone.xml");
    g_autofree char *elsewhere = search_path_winner(fixture->folders, "/etc/passwd");
    assert_in(style, fixture->own, "common/style.xml");
    assert_in(letter, fixture->mine, "spbe/letter.xml");
    assert_in(gone, fixture->mine, "spbe/../common/gone.xml");
    assert_string_equal(elsewhere, "/etc/passwd");
}

static void names_of_all_folders_are_listed_once(void **state)
{
    const struct fixture *fixture = *state;
    g_autoptr(GPtrArray) names = search_path_names(fixture->folders, "spbe", NULL);
    assert_int_equal(names->len, 3);
    assert_string_equal(names->pdata[0], "card.xml");
    assert_string_equal(names->pdata[1], "decree.xml");
    assert_string_equal(names->pdata[2], "letter.xml");
}

static void changed_is_what_has_other_bytes_than_the_programs(void **state)
{
    const struct fixture *fixture = *state;
    assert_true(search_path_changed(fixture->folders, "spbe/letter.xml", NULL));
    assert_true(search_path_changed(fixture->folders, "spbe/card.xml", NULL));
    assert_false(search_path_changed(fixture->folders, "spbe/decree.xml", NULL));
    assert_false(search_path_changed(fixture->folders, "common/style.xml", NULL));
    assert_false(search_path_changed(fixture->own, "spbe/letter.xml", NULL));
}

static void a_single_folder_may_have_a_colon_in_its_name(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("a:b-XXXXXX", NULL);
    put(folder, "x.xml", "x");
    g_autofree char *path = search_path_find(folder, "x.xml");
    assert_in(path, folder, "x.xml");
    remove_tree(folder);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_first_folder_that_has_a_file_gives_it),
        TEST(relative_names_lead_from_either_folder_to_what_counts),
        TEST(names_of_all_folders_are_listed_once),
        TEST(changed_is_what_has_other_bytes_than_the_programs),
        cmocka_unit_test(a_single_folder_may_have_a_colon_in_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
