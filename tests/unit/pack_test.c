#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/pack.h"
#include "tools.h"

#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#define DATE 1640908800 /* 2021-12-31 */

static void add(struct pack *pack, const char *name, const char *text)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
    pack_add(pack, name, bytes, NULL);
}

static bool finish(struct pack *pack, GError **error)
{
    struct packed whole;
    bool finished = pack_finish(pack, &whole, error);
    g_free(whole.digest);
    return finished;
}

static char *new_folder(void)
{
    return g_dir_make_tmp("rapor-pack-XXXXXX", NULL);
}

static void remove_folder(char *folder)
{
    g_free(ask("rm -r '%s'", folder));
    g_free(folder);
}

static char *long_text(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append(text, "nilai ");
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static struct pack *sample_pack(const char *path, time_t date, bool loose)
{
    g_autofree char *text = long_text();
    struct pack *pack = pack_create(path, date, loose);
    add(pack, "13.01-kota/surat.pdf", text);
    add(pack, "13.01-kota/hasil.xml", text);
    add(pack, "rekap.pdf", "");
    return pack;
}

static void assert_finished(struct pack *pack)
{
    g_autoptr(GError) error = NULL;
    bool finished = finish(pack, &error);
    if (error)
        print_error("%s\n", error->message);
    assert_true(finished);
}

static void other_programs_accept_the_archive(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "wilayah", "13.zip", NULL);
    assert_finished(sample_pack(path, DATE, false));
    g_autofree char *names = ask("cd %s && ls -A . wilayah", folder);
    assert_string_equal(names, ".:\nwilayah\n\nwilayah:\n13.zip\n");
    g_autofree char *tested = ask("unzip -t %s", path);
    assert_contains(tested, "No errors detected");
    g_autofree char *listed = ask("TZ=UTC bsdtar -tvf %s", path);
    assert_contains(listed, "-rw-r--r--  0 0      0       30000 Dec 31  2021 13.01-kota/surat.pdf");
    g_autofree char *python = ask("/usr/bin/python3 -c 'import zipfile, sys\n"
                                  "z = zipfile.ZipFile(sys.argv[1])\n"
                                  "assert z.testzip() is None\n"
                                  "for i in z.infolist():\n"
                                  "  print(i.filename, i.compress_type, i.date_time, i.extra)' %s",
                                  path);
    assert_string_equal(python, "13.01-kota/surat.pdf 0 (2021, 12, 31, 0, 0, 0) b''\n"
                                "13.01-kota/hasil.xml 8 (2021, 12, 31, 0, 0, 0) b''\n"
                                "rekap.pdf 0 (2021, 12, 31, 0, 0, 0) b''\n");
    remove_folder(folder);
}

static void use_zone(const char *zone)
{
    g_setenv("TZ", zone, TRUE);
    tzset();
}

static void bytes_are_the_same(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *first = g_build_filename(folder, "a.zip", NULL);
    g_autofree char *second = g_build_filename(folder, "b.zip", NULL);
    use_zone("UTC");
    assert_finished(sample_pack(first, DATE, false));
    g_usleep(1100000);
    use_zone("Asia/Jayapura");
    mode_t mask = umask(077);
    assert_finished(sample_pack(second, DATE, false));
    umask(mask);
    use_zone("UTC");
    g_free(ask("cmp %s %s", first, second));
    remove_folder(folder);
}

/* Every program that reads archives knows where a long text ends that came in pieces. */
static void add_pieces(struct pack *pack, const char *text)
{
    pack_begin(pack, "results.xml");
    for (int i = 0; i < 100; i++)
        assert_true(pack_append(pack, text, strlen(text)));
    pack_end(pack);
}

static void pieces_are_one_text(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    g_autofree char *loose = g_build_filename(folder, "loose", NULL);
    g_autofree char *text = long_text();
    const char *const paths[] = {path, loose};
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        struct pack *pack = pack_create(paths[i], DATE, paths[i] == loose);
        add(pack, "a.xml", text);
        add_pieces(pack, text);
        add(pack, "b.xml", text);
        size_t count = 0;
        const struct packed *entries = pack_entries(pack, &count);
        assert_int_equal(entries[1].size, 100 * strlen(text));
        g_autofree char *digest = g_strdup(entries[1].digest);
        assert_finished(pack);
        g_autofree char *sum = ask(paths[i] == loose ? "sha256sum <%s/results.xml"
                                                     : "unzip -p %s results.xml | sha256sum",
                                   paths[i]);
        assert_contains(sum, digest);
    }
    g_free(
        ask("cd %s && unzip -tqq a.zip && bsdtar -xf a.zip && diff -r b.xml loose/a.xml && "
            "diff results.xml loose/results.xml && "
            "/usr/bin/python3 -c 'import zipfile\nassert not zipfile.ZipFile(\"a.zip\").testzip()'",
            folder));
    remove_folder(folder);
}

static void the_digest_of_an_archive_is_known(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    struct packed whole;
    assert_true(pack_finish(sample_pack(path, DATE, false), &whole, NULL));
    g_autofree char *sum = ask("sha256sum %s && stat -c 'is %%s' %s", path, path);
    g_autofree char *size = g_strdup_printf("is %" G_GUINT64_FORMAT "\n", (guint64)whole.size);
    assert_contains(sum, whole.digest);
    assert_contains(sum, size);
    g_free(whole.digest);
    remove_folder(folder);
}

#define MANY 70000

static void more_entries_than_16_bits_count(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    struct pack *pack = pack_create(path, DATE, false);
    g_autoptr(GByteArray) none = g_byte_array_new();
    for (int i = 0; i < MANY; i++) {
        g_autofree char *name = g_strdup_printf("%d.xml", i);
        pack_add(pack, name, none, "");
    }
    assert_finished(pack);
    g_autofree char *count = ask("bsdtar -tf %s | wc -l && unzip -Z1 %s | wc -l && "
                                 "/usr/bin/python3 -m zipfile -l %s | wc -l",
                                 path, path, path);
    assert_string_equal(count, "70000\n70000\n70001\n");
    remove_folder(folder);
}

/* Its head is gone to the disk before its sum is known. */
static void an_entry_may_be_large(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_set_size(bytes, 3500000);
    for (guint i = 0; i < bytes->len; i++)
        bytes->data[i] = (guint8)(i * i >> 3);
    struct pack *pack = pack_create(path, DATE, false);
    add(pack, "a.xml", "abc");
    pack_add(pack, "b.pdf", bytes, NULL);
    add(pack, "c.xml", "abc");
    size_t count = 0;
    g_autofree char *digest = g_strdup(pack_entries(pack, &count)[1].digest);
    assert_finished(pack);
    g_autofree char *sum = ask("unzip -tqq %s && unzip -p %s b.pdf | sha256sum", path, path);
    assert_contains(sum, digest);
    g_free(ask("/usr/bin/python3 -c 'import zipfile\n"
               "assert not zipfile.ZipFile(\"%s\").testzip()'",
               path));
    remove_folder(folder);
}

static void dates_begin_in_1980(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    assert_finished(sample_pack(path, 0, false));
    g_autofree char *listed = ask("TZ=UTC unzip -l %s", path);
    assert_contains(listed, "1980-01-01 00:00   rekap.pdf");
    remove_folder(folder);
}

static void loose_entries_are_files(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "wilayah", "13", NULL);
    assert_finished(sample_pack(path, DATE, true));
    g_autofree char *text = long_text();
    assert_contents(path, "13.01-kota/surat.pdf", text);
    assert_contents(path, "rekap.pdf", "");
    g_autofree char *names = ask("cd %s && find . -type f | sort", folder);
    assert_string_equal(names, "./wilayah/13/13.01-kota/hasil.xml\n"
                               "./wilayah/13/13.01-kota/surat.pdf\n"
                               "./wilayah/13/rekap.pdf\n");
    remove_folder(folder);
}

static void entries_are_recorded(void **state)
{
    (void)state;
    struct pack *pack = pack_create("nowhere.zip", DATE, false);
    add(pack, "a.xml", "abc");
    size_t count = 0;
    const struct packed *entries = pack_entries(pack, &count);
    assert_int_equal(count, 1);
    assert_string_equal(entries[0].name, "a.xml");
    assert_int_equal(entries[0].size, 3);
    assert_string_equal(entries[0].digest,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    pack_discard(pack);
}

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
         "aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-aaaaaaaaa-aaaaaaaaa"},
        {"Dinas Pemberdayaan Perempuan, Pelindungan Anak, Pengendalian Penduduk",
         "dinas-pemberdayaan-perempuan-pelindungan-anak-pengendalian"},
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
        cmocka_unit_test(other_programs_accept_the_archive),
        cmocka_unit_test(bytes_are_the_same),
        cmocka_unit_test(pieces_are_one_text),
        cmocka_unit_test(the_digest_of_an_archive_is_known),
        cmocka_unit_test(more_entries_than_16_bits_count),
        cmocka_unit_test(an_entry_may_be_large),
        cmocka_unit_test(dates_begin_in_1980),
        cmocka_unit_test(loose_entries_are_files),
        cmocka_unit_test(entries_are_recorded),
        cmocka_unit_test(a_name_is_used_once),
        cmocka_unit_test(bad_names_are_our_mistake),
        cmocka_unit_test(failures_leave_nothing),
        cmocka_unit_test(slugs_are_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
