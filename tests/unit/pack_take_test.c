/* Entries that are taken over from another archive, or from an earlier folder. */
#include "rapor/base/digest.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/unpack.h"
#include "tools.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>

#define DATE 1640908800 /* 2021-12-31 */
#define LONG 1000000

/* A file without a name, with a stored entry, a deflated one, one in pieces, and one
 * that is empty. */
struct store {
    int file;
    struct pack *pack;
    const struct packed *entries;
    size_t count;
};

static const char *const names[] = {"surat.pdf", "hasil.xml", "results.xml", "a.txt"};
static const size_t lengths[] = {500, 500, LONG, 0};

static GByteArray *content_of(size_t entry)
{
    GByteArray *bytes = g_byte_array_new();
    for (size_t i = 0; i < lengths[entry]; i++)
        g_byte_array_append(bytes, (const guint8 *)&"nilai "[i * (entry + 1) % 6], 1);
    return bytes;
}

static void add_all(struct pack *pack)
{
    for (size_t i = 0; i < 2; i++) {
        g_autoptr(GByteArray) bytes = content_of(i);
        pack_add(pack, names[i], bytes, NULL);
    }
    g_autoptr(GByteArray) bytes = content_of(2);
    pack_begin(pack, names[2], NULL);
    assert_true(pack_append(pack, bytes->data, 10));
    assert_true(pack_append(pack, bytes->data + 10, bytes->len - 10));
    pack_end(pack);
    g_autoptr(GByteArray) nothing = content_of(3);
    pack_add(pack, names[3], nothing, NULL);
}

static struct store open_store_after(off_t before)
{
    struct store store = {.file = memfd_create("store", MFD_CLOEXEC)};
    assert_true(store.file >= 0);
    assert_int_equal(ftruncate(store.file, before), 0);
    store.pack = pack_create_on(store.file);
    add_all(store.pack);
    store.entries = pack_entries(store.pack, &store.count);
    assert_int_equal(store.count, G_N_ELEMENTS(names));
    return store;
}

static struct store open_store(void)
{
    return open_store_after(0);
}

static void close_store(struct store *store)
{
    pack_discard(store->pack);
    close(store->file);
}

static GBytes *span_of(const struct store *store, size_t entry)
{
    const struct packed *packed = &store->entries[entry];
    g_autofree char *bytes = g_malloc(packed->span);
    assert_int_equal(pread(store->file, bytes, packed->span, (off_t)packed->offset), packed->span);
    return g_bytes_new_take(g_steal_pointer(&bytes), packed->span);
}

static char *finished(struct pack *pack)
{
    struct packed whole;
    g_autoptr(GError) error = NULL;
    assert_true(pack_finish(pack, &whole, &error));
    return whole.digest;
}

static void assert_holds(const char *path, size_t entry)
{
    g_autoptr(GByteArray) bytes = content_of(entry);
    g_autofree char *text = NULL;
    gsize length = 0;
    assert_true(g_file_get_contents(path, &text, &length, NULL));
    assert_int_equal(length, bytes->len);
    if (length > 0)
        assert_memory_equal(text, bytes->data, length);
}

static void taken_entries_are_as_if_made_anew(void **state)
{
    (void)state;
    struct store store = open_store();
    g_autofree char *folder = g_dir_make_tmp("rapor-take-XXXXXX", NULL);
    g_autofree char *one = g_build_filename(folder, "one.zip", NULL);
    g_autofree char *other = g_build_filename(folder, "other.zip", NULL);
    struct pack *made = pack_create(one, DATE, false), *taken = pack_create(other, DATE, false);
    add_all(made);
    for (size_t i = 0; i < store.count; i++) {
        g_autoptr(GBytes) span = span_of(&store, i);
        assert_true(pack_take(taken, names[i], &store.entries[i], span));
    }
    g_autofree char *expected = finished(made), *got = finished(taken);
    assert_string_equal(got, expected);
    g_free(ask("unzip -tq '%s' && rm -r '%s'", other, folder));
    close_store(&store);
}

static void a_taken_entry_may_have_another_name(void **state)
{
    (void)state;
    struct store store = open_store();
    g_autofree char *folder = g_dir_make_tmp("rapor-take-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "a.zip", NULL);
    struct pack *pack = pack_create(path, DATE, false);
    g_autoptr(GBytes) span = span_of(&store, 1);
    assert_true(pack_take(pack, "pers/salinan.xml", &store.entries[1], span));
    g_free(finished(pack));
    g_autofree char *text = ask("unzip -p '%s' pers/salinan.xml | sha256sum", path);
    assert_memory_equal(text, store.entries[1].digest, 64);
    g_free(ask("rm -r '%s'", folder));
    close_store(&store);
}

static void loose_files_are_unpacked_or_linked(void **state)
{
    (void)state;
    struct store store = open_store();
    g_autofree char *folder = g_dir_make_tmp("rapor-take-XXXXXX", NULL);
    g_autofree char *first = g_build_filename(folder, "first", NULL);
    g_autofree char *second = g_build_filename(folder, "second", NULL);
    struct pack *pack = pack_create(first, DATE, true);
    for (size_t i = 0; i < store.count; i++) {
        g_autoptr(GBytes) span = span_of(&store, i);
        assert_true(pack_take(pack, names[i], &store.entries[i], span));
    }
    g_free(finished(pack));
    pack = pack_create(second, DATE, true);
    for (size_t i = 0; i < store.count; i++) {
        g_autofree char *path = g_build_filename(first, names[i], NULL);
        assert_holds(path, i);
        assert_true(pack_link(pack, names[i], &store.entries[i], path));
    }
    assert_false(pack_link(pack, "not-there.pdf", &store.entries[0], "/not/there"));
    g_free(finished(pack));
    for (size_t i = 0; i < store.count; i++) {
        g_autofree char *path = g_build_filename(second, names[i], NULL);
        assert_holds(path, i);
    }
    g_free(ask("rm -r '%s'", folder));
    close_store(&store);
}

static void assert_all_come_back(struct store store)
{
    for (size_t i = 0; i < store.count; i++) {
        g_autoptr(GBytes) span = span_of(&store, i);
        g_autoptr(GByteArray) content = pack_content(&store.entries[i], span);
        g_autoptr(GByteArray) expected = content_of(i);
        assert_non_null(content);
        assert_int_equal(content->len, expected->len);
        if (content->len > 0)
            assert_memory_equal(content->data, expected->data, content->len);
    }
    close_store(&store);
}

static void content_comes_back(void **state)
{
    (void)state;
    assert_all_come_back(open_store());
}

/* What stands before is a hole, which takes no room. */
static void entries_may_lie_beyond_4_gigabytes(void **state)
{
    (void)state;
    assert_all_come_back(open_store_after((off_t)5 << 30));
}

/* Cut off at any length, it is not what it is said to be. */
static void what_is_no_entry_is_refused(void **state)
{
    (void)state;
    struct store store = open_store();
    struct pack *pack = pack_create("never-there.zip", DATE, false);
    for (size_t i = 0; i < store.count; i++) {
        g_autoptr(GBytes) span = span_of(&store, i);
        const gsize size = g_bytes_get_size(span);
        for (gsize length = 0; length < size; length += 1 + length / 8) {
            g_autoptr(GBytes) part = g_bytes_new_from_bytes(span, 0, length);
            assert_false(pack_take(pack, names[i], &store.entries[i], part));
            assert_null(pack_content(&store.entries[i], part));
        }
    }
    struct packed *like = (struct packed *)&store.entries[1];
    g_autofree char *zeros = g_malloc0(like->span);
    g_autoptr(GBytes) other = g_bytes_new(zeros, like->span);
    assert_null(pack_content(like, other));
    pack_discard(pack);
    close_store(&store);
}

static char *pack_all(const char *path)
{
    struct pack *pack = pack_create(path, DATE, false);
    add_all(pack);
    return finished(pack);
}

/* Taken from an archive that libzip reads, into one that it writes. */
static void an_archive_is_taken_over(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rapor-take-XXXXXX", NULL);
    g_autofree char *one = g_build_filename(folder, "one.zip", NULL);
    g_autofree char *other = g_build_filename(folder, "other.zip", NULL);
    g_autofree char *expected = pack_all(one);
    struct unpack *archive = unpack_open(one);
    assert_non_null(archive);
    struct pack *pack = pack_create(other, DATE, false);
    struct packed like = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GBytes) span = unpack_span(archive, names[i], &like);
        assert_non_null(span);
        assert_int_equal(like.size, lengths[i]);
        assert_int_equal(like.deflated, i == 1 || i == 2);
        assert_true(pack_take(pack, names[i], &like, span));
    }
    assert_null(unpack_span(archive, "not-there.pdf", &like));
    g_autofree char *got = finished(pack);
    assert_string_equal(got, expected);
    unpack_close(archive);
    g_free(ask("rm -r '%s'", folder));
}

static void what_is_no_archive_is_not_opened(void **state)
{
    (void)state;
    assert_null(unpack_open("/dev/null"));
    assert_null(unpack_open("/not/there.zip"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(taken_entries_are_as_if_made_anew),
        cmocka_unit_test(a_taken_entry_may_have_another_name),
        cmocka_unit_test(loose_files_are_unpacked_or_linked),
        cmocka_unit_test(content_comes_back),
        cmocka_unit_test(entries_may_lie_beyond_4_gigabytes),
        cmocka_unit_test(what_is_no_entry_is_refused),
        cmocka_unit_test(an_archive_is_taken_over),
        cmocka_unit_test(what_is_no_archive_is_not_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
