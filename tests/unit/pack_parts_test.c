/* What is taken from an archive of before when another is written. */
#include "../../src/pack/zip/pieces.h"

#include "rapor/pack/pack.h"
#include "rapor/pack/unpack.h"
#include "tools.h"

#include <stdio.h>

#define DATE 1640908800 /* 2021-12-31 */

static char *finished(struct pack *pack)
{
    struct packed whole;
    g_autoptr(GError) error = NULL;
    assert_true(pack_finish(pack, &whole, &error));
    return whole.digest;
}

/* Results of many, one of whom is advised. */
static GString *part_of(size_t number, size_t changed)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < 400; i++)
        g_string_append_printf(text, "<indicator no='%zu' value='%zu'/>\n", i,
                               i * i % (number + 7));
    if (number == changed)
        g_string_append(text, "<advice/>\n");
    return text;
}

enum { PART_COUNT = 100 };

static char *pack_parts(const char *path, size_t changed, const struct packed *like)
{
    struct pack *pack = pack_create(path, DATE, false);
    pack_begin(pack, "results.xml", like);
    for (size_t i = 0; i < PART_COUNT; i++) {
        GString *text = part_of(i, changed);
        assert_true(pack_append(pack, text->str, text->len));
        g_string_free(text, TRUE);
    }
    pack_end(pack);
    return finished(pack);
}

/* How many of the pieces that LIKE lies in are those of OTHER. */
static size_t count_same(const struct packed *like, const struct packed *other, size_t *count)
{
    size_t same = 0;
    struct zip_pieces *pieces = pieces_open(like), *others = pieces_open(other);
    *count = 0;
    for (GByteArray *piece = pieces_next(pieces); piece; piece = pieces_next(pieces)) {
        const GByteArray *with = pieces_next(others);
        assert_non_null(with);
        same += piece->len == with->len && memcmp(piece->data, with->data, piece->len) == 0;
        ++*count;
    }
    assert_null(pieces_next(others));
    pieces_close(pieces);
    pieces_close(others);
    return same;
}

/* All pieces but one are those of before, and the archive is as if all were compressed. */
static void what_has_not_changed_is_not_compressed_again(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rapor-take-XXXXXX", NULL);
    g_autofree char *one = g_build_filename(folder, "one.zip", NULL);
    g_autofree char *other = g_build_filename(folder, "other.zip", NULL);
    g_autofree char *before = pack_parts(one, 0, NULL), *expected = pack_parts(other, 50, NULL);
    assert_string_not_equal(before, expected);
    struct unpack *archives[] = {unpack_open(one), unpack_open(other)};
    struct packed likes[2] = {{0}};
    size_t count;
    for (size_t i = 0; i < G_N_ELEMENTS(archives); i++)
        assert_true(unpack_find(archives[i], "results.xml", &likes[i]));
    const size_t same = count_same(&likes[0], &likes[1], &count);
    assert_int_equal(same + 2, count);
    assert_in_range(count, 5, 20);
    g_autofree char *got = pack_parts(other, 50, &likes[0]);
    assert_string_equal(got, expected);
    for (size_t i = 0; i < G_N_ELEMENTS(archives); i++)
        unpack_close(archives[i]);
    g_free(ask("unzip -tq '%s' && rm -r '%s'", other, folder));
}

static struct unpack *open_damaged(const char *path)
{
    struct pack *pack = pack_create(path, DATE, false);
    const GByteArray bytes = {(guint8 *)"nilai", 5};
    pack_add(pack, "surat.pdf", &bytes, NULL);
    g_free(finished(pack));
    g_free(ask("sed -i s/nilai/nolai/ '%s'", path));
    return unpack_open(path);
}

static void what_has_decayed_is_not_taken_over(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rapor-take-XXXXXX", NULL);
    g_autofree char *one = g_build_filename(folder, "one.zip", NULL);
    g_autofree char *other = g_build_filename(folder, "other.zip", NULL);
    g_autoptr(GError) error = NULL;
    struct unpack *archive = open_damaged(one);
    struct pack *pack = pack_create(other, DATE, false);
    struct packed like = {0}, whole;
    assert_true(unpack_find(archive, "surat.pdf", &like));
    assert_true(pack_take(pack, "surat.pdf", &like, NULL));
    assert_false(pack_finish(pack, &whole, &error));
    assert_non_null(strstr(error->message, "CRC"));
    assert_false(g_file_test(other, G_FILE_TEST_EXISTS));
    unpack_close(archive);
    g_free(ask("rm -r '%s'", folder));
}

/* Another program may write something behind an entry. */
static void an_archive_of_others_is_not_copied_from(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rapor-take-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    g_free(ask("/usr/bin/python3 -c 'import sys, zipfile\n"
               "with zipfile.ZipFile(sys.stdout.buffer, \"w\") as archive:\n"
               "    for name in \"ab\": archive.writestr(name, \"nilai\")' | cat >'%s'",
               path));
    struct unpack *archive = unpack_open(path);
    struct packed like = {0};
    assert_true(unpack_find(archive, "a", &like));
    assert_false(unpack_find(archive, "b", &like));
    g_autoptr(GBytes) span = unpack_span(archive, "b", &like);
    g_autoptr(GByteArray) content = pack_content(&like, span);
    assert_memory_equal(content->data, "nilai", 5);
    unpack_close(archive);
    g_free(ask("rm -r '%s'", folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_not_changed_is_not_compressed_again),
        cmocka_unit_test(what_has_decayed_is_not_taken_over),
        cmocka_unit_test(an_archive_of_others_is_not_copied_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
