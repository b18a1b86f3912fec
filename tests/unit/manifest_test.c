#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/manifest.h"
#include "tools.h"

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static const struct record surat = {
    .file = "wilayah/13.zip", .entry = "13.01-kota/surat.pdf", .size = 7, .digest = ABC};
static const struct record hasil = {
    .file = "wilayah/13.zip", .entry = "13.01-kota/hasil.xml", .size = 8, .digest = ABC};
static const struct record region = {.file = "wilayah/13.zip", .size = 3, .digest = ABC};
static const struct record nation = {.file = "nasional.zip", .size = 3, .digest = ABC};
static const struct record style = {.file = "common/style.xml", .size = 9, .digest = ABC};

static const char expected[] =
    "{\n"
    "  \"program\": \"rapor\",\n"
    "  \"version\": \"" RAPOR_VERSION "\",\n"
    "  \"instrument\": \"spbe-2020\",\n"
    "  \"year\": \"2021\",\n"
    "  \"input\": \"" ABC "\",\n"
    "  \"selection\": {\"kinds\": [\"letter\", \"a\\\"\\\\\\u0009é\"], \"region\": \"13\", "
    "\"institution\": null},\n"
    "  \"layouts\": [\n"
    "    {\"name\": \"common/style.xml\", \"size\": 9, \"sha256\": \"" ABC "\"}\n"
    "  ],\n"
    "  \"files\": [\n"
    "    {\"name\": \"nasional.zip\", \"size\": 3, \"sha256\": \"" ABC "\"},\n"
    "    {\"name\": \"wilayah/13.zip\", \"size\": 3, \"sha256\": \"" ABC "\", \"entries\": [\n"
    "      {\"name\": \"13.01-kota/hasil.xml\", \"size\": 8, \"sha256\": \"" ABC "\"},\n"
    "      {\"name\": \"13.01-kota/surat.pdf\", \"size\": 7, \"sha256\": \"" ABC "\"}\n"
    "    ]}\n"
    "  ]\n"
    "}\n";

static void write_sample(const char *folder, bool turned)
{
    static const char *const kinds[] = {"letter", "a\"\\\té", NULL};
    const struct record *all[] = {&surat, &region, &nation, &hasil};
    g_autoptr(GPtrArray) files = g_ptr_array_new(), layouts = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        g_ptr_array_add(files, (void *)(uintptr_t)all[turned ? G_N_ELEMENTS(all) - 1 - i : i]);
    g_ptr_array_add(layouts, (void *)(uintptr_t)&style);
    const struct manifest manifest = {.instrument = "spbe-2020",
                                      .year = "2021",
                                      .input = ABC,
                                      .kinds = kinds,
                                      .region = "13",
                                      .layouts = layouts,
                                      .files = files};
    assert_true(manifest_write(&manifest, folder, NULL));
}

struct desk {
    char *folder;
    struct arena *arena;
};

static void make_desk(struct desk *desk)
{
    desk->folder = g_dir_make_tmp("rapor-manifest-XXXXXX", NULL);
    desk->arena = arena_create();
}

static void clear_desk(struct desk *desk)
{
    g_free(ask("rm -r '%s'", desk->folder));
    g_free(desk->folder);
    arena_destroy(desk->arena);
}

static void says_all_in_order(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    write_sample(desk.folder, false);
    assert_contents(desk.folder, MANIFEST_FILE, expected);
    write_sample(desk.folder, true);
    assert_contents(desk.folder, MANIFEST_FILE, expected);
    g_free(ask("/usr/bin/python3 -m json.tool %s/%s", desk.folder, MANIFEST_FILE));
    clear_desk(&desk);
}

static void sums_can_be_checked(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_free(
        ask("mkdir %s/wilayah && cd %s && printf abc >nasional.zip && printf abc >wilayah/13.zip",
            desk.folder, desk.folder));
    write_sample(desk.folder, false);
    g_autofree char *answer = ask("cd %s && LC_ALL=C sha256sum -c %s", desk.folder, SUMS_FILE);
    assert_string_equal(answer, "MANIFEST.json: OK\nnasional.zip: OK\nwilayah/13.zip: OK\n");
    clear_desk(&desk);
}

static void is_read_back(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    write_sample(desk.folder, false);
    struct manifest manifest;
    assert_true(manifest_read(desk.folder, &manifest, desk.arena, NULL));
    assert_string_equal(manifest.version, RAPOR_VERSION);
    assert_string_equal(manifest.instrument, "spbe-2020");
    assert_string_equal(manifest.year, "2021");
    assert_string_equal(manifest.input, ABC);
    assert_string_equal(manifest.kinds[0], "letter");
    assert_string_equal(manifest.kinds[1], "a\"\\\té");
    assert_null(manifest.kinds[2]);
    assert_string_equal(manifest.region, "13");
    assert_null(manifest.institution);
    clear_desk(&desk);
}

static void empty_and_all_is_read_back(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    const struct manifest none = {.instrument = "x", .year = "1", .input = ABC};
    assert_true(manifest_write(&none, desk.folder, NULL));
    g_free(ask("/usr/bin/python3 -m json.tool %s/%s", desk.folder, MANIFEST_FILE));
    struct manifest manifest;
    assert_true(manifest_read(desk.folder, &manifest, desk.arena, NULL));
    assert_null(manifest.kinds);
    assert_null(manifest.region);
    clear_desk(&desk);
}

static void other_files_are_not_ours(void **state)
{
    (void)state;
    const char *const others[] = {
        "",
        "{}",
        "not json",
        "\"program\": \"rapor\"",
        "{\"program\": \"other\"}",
        "{\"x\": {\"program\": \"rapor\"}}",
        "{\"x\": [\"program\", \"rapor\"]}",
        "{\"program\": \"rapor\"",
        "{\"program\": \"rapor\"}}",
        "{\"program\": \"rapor",
        "{\"program\": \"rapor\", \"x\": \"\\u12\"}",
        "{\"program\": \"rapor\", \"x\": \"\\",
    };
    struct desk desk;
    make_desk(&desk);
    struct manifest manifest;
    g_autoptr(GError) missing = NULL;
    assert_false(manifest_read(desk.folder, &manifest, desk.arena, &missing));
    assert_true(g_error_matches(missing, RAPOR_FAILURE, FAILURE_INPUT));

    g_autofree char *path = g_build_filename(desk.folder, MANIFEST_FILE, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autoptr(GError) error = NULL;
        assert_true(g_file_set_contents(path, others[i], -1, NULL));
        assert_false(manifest_read(desk.folder, &manifest, desk.arena, &error));
        assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_DATA));
    }
    assert_true(g_file_set_contents(path, "{ \"program\" :\n\"r\\u0061por\" }", -1, NULL));
    assert_true(manifest_read(desk.folder, &manifest, desk.arena, NULL));
    clear_desk(&desk);
}

static int write_on_full_disk(const char *folder)
{
    fill_disk(100);
    g_autoptr(GError) error = NULL;
    const struct manifest none = {.instrument = "x", .year = "1", .input = ABC};
    return manifest_write(&none, folder, &error) ? 0 : error->code;
}

static void a_full_disk_is_noticed(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(WEXITSTATUS(in_child(write_on_full_disk, desk.folder)), FAILURE_IO);
    clear_desk(&desk);
}

static void files_have_digests(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    g_autofree char *path = g_build_filename(desk.folder, "abc", NULL);
    g_autoptr(GError) error = NULL;
    uint64_t size = 0;
    assert_null(digest_file(path, &size, &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_INPUT));
    assert_true(g_file_set_contents(path, "abc", -1, NULL));
    g_autofree char *digest = digest_file(path, &size, NULL);
    assert_string_equal(digest, ABC);
    assert_int_equal(size, 3);
    clear_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_all_in_order),
        cmocka_unit_test(sums_can_be_checked),
        cmocka_unit_test(is_read_back),
        cmocka_unit_test(empty_and_all_is_read_back),
        cmocka_unit_test(other_files_are_not_ours),
        cmocka_unit_test(a_full_disk_is_noticed),
        cmocka_unit_test(files_have_digests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
