/* Names that an archive refuses, and packs that cannot be written. */
#include "rapor/base/failure.h"

#include "packing.h"

#include <stdio.h>

static void assert_refused(const char *first, const char *second)
{
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "x.zip", NULL);
    struct pack *pack = pack_create(path, DATE, false);
    add(pack, first, "1");
    add(pack, second, "2");
    g_autoptr(GError) error = NULL;
    assert_false(finish(pack, &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_DATA));
    assert_contains(error->message, second);
    assert_int_not_equal(access(path, F_OK), 0);
    remove_folder(folder);
}

static void a_name_is_used_once(void **state)
{
    (void)state;
    assert_refused("a/surat.pdf", "a/surat.pdf");
    assert_refused("a", "a/surat.pdf");
    assert_refused("a/surat.pdf", "a");
}

static int add_bad_name(const char *name)
{
    const struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    if (freopen("/dev/null", "w", stderr) == NULL)
        return 1;
    struct pack *pack = pack_create("nowhere.zip", DATE, false);
    add(pack, name, "1");
    return 0;
}

static void bad_names_are_our_mistake(void **state)
{
    (void)state;
    const char *const names[] = {"",     "/a", "../a", "a/../b", "a//b", "a/", ".a",
                                 "a/.b", "a.", "A",    "a b",    "a\\b", "é",  "a:b"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        int status = in_child(add_bad_name, names[i]);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    }
    assert_int_equal(in_child(add_bad_name, "13.01-kota/a.b-c.pdf"), 0);
}

/* The exit code of a pack that cannot be written. */
static int finish_on_full_disk(const char *path)
{
    fill_disk(1000);
    g_autoptr(GError) error = NULL;
    return finish(sample_pack(path, DATE, g_str_has_suffix(path, "loose")), &error) ? 0
                                                                                    : error->code;
}

static int finish_without_right(const char *path)
{
    be_nobody();
    g_autoptr(GError) error = NULL;
    return finish(sample_pack(path, DATE, false), &error) ? 0 : error->code;
}

static void failures_leave_nothing(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "x.zip", NULL);
    g_autofree char *loose = g_build_filename(folder, "loose", NULL);
    assert_int_equal(WEXITSTATUS(in_child(finish_on_full_disk, path)), FAILURE_IO);
    assert_int_equal(WEXITSTATUS(in_child(finish_on_full_disk, loose)), FAILURE_IO);
    g_free(ask("chmod 555 %s", folder));
    assert_int_equal(WEXITSTATUS(in_child(finish_without_right, path)), FAILURE_PERMISSION);
    g_free(ask("chmod 755 %s", folder));
    g_autofree char *left = ask("ls -A %s", folder);
    assert_string_equal(left, "");
    remove_folder(folder);
}

static void slugs_are_plain(void **state)
{
    (void)state;
    const char *const slugs[][2] = {
        {"Pemerintah Kabupaten Pesisir Selatan", "pemerintah-kabupaten-pesisir-selatan"},
        {"  Élan (Vital) -- 2 ", "elan-vital-2"},
        {"../../etc/passwd", "etc-passwd"},
        {"", "tanpa-nama"},
        {"\xff\xfe", "tanpa-nama"},
        {"aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa b",
         "aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-b"},
        {"Dinas Pemberdayaan Perempuan, Pelindungan Anak, Pengendalian Penduduk",
         "dinas-pemberdayaan-perempuan-pelindungan-anak-penduduk"},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(slugs); i++) {
        g_autofree char *slug = pack_slug(slugs[i][0], 60);
        assert_string_equal(slug, slugs[i][1]);
    }
}
int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_used_once),
        cmocka_unit_test(bad_names_are_our_mistake),
        cmocka_unit_test(failures_leave_nothing),
        cmocka_unit_test(slugs_are_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
