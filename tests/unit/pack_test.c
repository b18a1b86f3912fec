#include "packing.h"
#include "rapor/base/digest.h"

#include <stdio.h>
#include <sys/stat.h>

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
    pack_begin(pack, "results.xml", NULL);
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

static void assert_digest_is_known(struct pack *pack, const char *path)
{
    struct packed whole;
    assert_true(pack_finish(pack, &whole, NULL));
    g_autofree char *sum = ask("sha256sum %s && stat -c 'is %%s' %s", path, path);
    g_autofree char *size = g_strdup_printf("is %" G_GUINT64_FORMAT "\n", (guint64)whole.size);
    assert_contains(sum, whole.digest);
    assert_contains(sum, size);
    g_free(whole.digest);
}

/* Also where megabytes are written before the end is known of an entry, and where they are not. */
static void the_digest_of_an_archive_is_known(void **state)
{
    (void)state;
    char *folder = new_folder();
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    assert_digest_is_known(sample_pack(path, DATE, false), path);
    for (guint length = 700000; length < 4000000; length += 1100000) {
        g_autofree guint8 *letters = g_malloc0(length);
        const GByteArray bytes = {letters, length};
        struct pack *pack = pack_create(path, DATE, false);
        for (unsigned i = 0; i < 7; i++) {
            g_autofree char *name = g_strdup_printf("%u.pdf", i);
            letters[i] = 1;
            pack_add(pack, name, &bytes, NULL);
        }
        assert_digest_is_known(pack, path);
        g_free(ask("unzip -tqq %s", path));
    }
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
