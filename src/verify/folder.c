/* A published folder against its manifest. */
#include "archive.h"
#include "conformance.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/pack/manifest.h"

#include <string.h>

/* The comparison of one folder. */
struct folder_audit {
    const char *folder;
    struct conformance *conformance;
    GHashTable *expected; /* "file" or "file/entry" -> its record; what was met is taken out */
};

static char *key_of(const char *file, const char *entry)
{
    return entry ? g_strdup_printf("%s/%s", file, entry) : g_strdup(file);
}

/* Each file or entry is a document of its own of the conformance. */
static void judge(struct folder_audit *audit, const char *key, const char *wrong)
{
    g_autofree char *name = g_build_filename(audit->folder, key, NULL);
    conformance_begin(audit->conformance, name);
    if (wrong)
        conformance_add(audit->conformance, RULE_MANIFEST, (struct conformance_spot){0, 0}, wrong);
    conformance_end(audit->conformance);
}

static void compare(struct folder_audit *audit, const char *key, uint64_t size, const char *digest)
{
    const struct record *record = g_hash_table_lookup(audit->expected, key);
    if (!record) {
        judge(audit, key, "the manifest does not know it");
        return;
    }
    g_autofree char *wrong = NULL;
    if (record->size != size)
        wrong = g_strdup_printf("%" G_GUINT64_FORMAT " bytes; the manifest says %" G_GUINT64_FORMAT,
                                (guint64)size, (guint64)record->size);
    else if (!digest || strcmp(record->digest, digest) != 0)
        wrong = g_strdup("its content is not what the manifest says (SHA-256)");
    judge(audit, key, wrong);
    g_hash_table_remove(audit->expected, key);
}

/* An archive that is being compared. */
struct opened_folder {
    struct folder_audit *audit;
    const char *file;
};

static bool compare_entry(void *data, const struct archive_entry *entry, GError **error)
{
    const struct opened_folder *opened = data;
    g_autoptr(GBytes) bytes = entry_read(entry, error);
    if (!bytes)
        return false;
    g_autofree char *key = key_of(opened->file, entry->name);
    size_t size;
    const void *start = g_bytes_get_data(bytes, &size);
    g_autofree char *digest = digest_bytes(start, size);
    compare(opened->audit, key, size, digest);
    return true;
}

static void compare_file(struct folder_audit *audit, const char *file)
{
    g_autofree char *path = g_build_filename(audit->folder, file, NULL);
    uint64_t size = 0;
    g_autofree char *digest = digest_file(path, &size, NULL);
    compare(audit, file, size, digest);
    if (!g_str_has_suffix(file, ".zip"))
        return;
    struct opened_folder opened = {audit, file};
    g_autoptr(GError) error = NULL;
    if (!archive_each(path, compare_entry, &opened, &error))
        judge(audit, file, error->message);
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void tell_missing(struct folder_audit *audit)
{
    guint count = 0;
    g_autofree const char **keys =
        (const char **)g_hash_table_get_keys_as_array(audit->expected, &count);
    qsort(keys, count, sizeof *keys, by_text);
    for (guint i = 0; i < count; i++)
        judge(audit, keys[i], "it is in the manifest, and missing");
}

static void expect(struct folder_audit *audit, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        g_hash_table_insert(audit->expected, key_of(record->file, record->entry), record);
    }
}

/* The sums are for those who have no rapor; they must say the same. */
static void check_sums(struct folder_audit *audit, const GPtrArray *files)
{
    g_autofree char *path = g_build_filename(audit->folder, SUMS_FILE, NULL);
    g_autofree char *own = g_build_filename(audit->folder, MANIFEST_FILE, NULL);
    g_autofree char *text = NULL;
    g_autofree char *digest = digest_file(own, NULL, NULL);
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        judge(audit, SUMS_FILE, "it is missing");
        return;
    }
    g_autofree char *first = g_strdup_printf("%s  %s\n", digest, MANIFEST_FILE);
    bool same = g_str_has_prefix(text, first);
    for (guint i = 0; i < files->len; i++) {
        const struct record *record = files->pdata[i];
        g_autofree char *line = g_strdup_printf("\n%s  %s\n", record->digest, record->file);
        same = same && (record->entry || strstr(text, line));
    }
    judge(audit, SUMS_FILE, same ? NULL : "it does not say what the manifest says");
}

bool verify_folder(const char *folder, struct conformance *conformance, GError **error)
{
    struct arena *arena = arena_create();
    g_autoptr(GHashTable) expected = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    struct folder_audit audit = {folder, conformance, expected};
    bool good = manifest_read_files(folder, files, arena, error);
    g_autoptr(GPtrArray) names = good ? folder_files(folder, error) : NULL;
    if (names) {
        expect(&audit, files);
        check_sums(&audit, files);
        for (guint i = 0; i < names->len; i++)
            if (!g_str_equal(names->pdata[i], MANIFEST_FILE) &&
                !g_str_equal(names->pdata[i], SUMS_FILE) &&
                !g_str_equal(names->pdata[i], NOTES_FILE))
                compare_file(&audit, names->pdata[i]);
        tell_missing(&audit);
    }
    arena_destroy(arena);
    return names != NULL;
}
