/* A published folder against its manifest. */
#include "archive.h"
#include "conformance.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"

#include <string.h>
#include <sys/stat.h>

/* The comparison of one folder. */
struct folder_audit {
    const char *folder;
    struct conformance *conformance;
    GHashTable *expected; /* "file" or "file/entry" -> its record; what was met is taken out */
    GHashTable *opened;   /* archives whose entries are listed: of others the whole is compared */
};

static char *key_of(const char *file, const char *entry)
{
    return entry ? g_strdup_printf("%s/%s", file, entry) : g_strdup(file);
}

/* Each file or entry is a document of its own of the conformance. */
static void judge(struct folder_audit *audit, const char *key, const char *wrong)
{
    g_autofree char *name = g_build_filename(audit->folder, key, NULL);
    conformance_listed(audit->conformance, name, wrong);
}

static void compare(struct folder_audit *audit, const char *key, uint64_t size, const char *digest)
{
    const struct record *record = g_hash_table_lookup(audit->expected, key);
    if (!record) {
        judge(audit, key, _("the manifest does not know it"));
        return;
    }
    g_autofree char *wrong = NULL;
    if (record->size != size)
        wrong = g_strdup_printf(_("%zu bytes; the manifest says %zu"), (size_t)size,
                                (size_t)record->size);
    else if (!digest || strcmp(record->digest, digest) != 0)
        wrong = g_strdup(_("its content is not what the manifest says (SHA-256)"));
    judge(audit, key, wrong);
    g_hash_table_remove(audit->expected, key);
}

/* An entry of an archive as it was found. */
struct found_entry {
    char *key; /* "file/entry" */
    uint64_t size;
    char *digest; /* NULL: not read, since its size is another */
};

/* A file as it was found; each is read by one thread. */
struct found_file {
    const struct folder_audit *audit;
    const char *name;
    bool regular;
    uint64_t size;
    char *digest;
    GArray *entries; /* of an archive */
    GError *error;   /* of the same */
};

static void clear_entry(void *entry)
{
    struct found_entry *found = entry;
    g_free(found->key);
    g_free(found->digest);
}

/* What is longer than it should be is not unpacked: it might have no end. */
static bool read_entry(void *data, const struct archive_entry *entry, GError **error)
{
    struct found_file *file = data;
    struct found_entry found = {key_of(file->name, entry->name), entry->size, NULL};
    const struct record *record = g_hash_table_lookup(file->audit->expected, found.key);
    if (record && record->size == entry->size)
        found.digest = entry_digest(entry, error);
    g_array_append_val(file->entries, found);
    return !error || !*error;
}

static void read_file(void *data, void *audit)
{
    struct found_file *file = data;
    g_autofree char *path = g_build_filename(file->audit->folder, file->name, NULL);
    struct stat about;
    (void)audit;
    file->regular = lstat(path, &about) == 0 && S_ISREG(about.st_mode);
    if (!file->regular || !g_hash_table_contains(file->audit->expected, file->name))
        return;
    file->digest = digest_file(path, &file->size, NULL);
    if (g_hash_table_contains(file->audit->opened, file->name))
        archive_each(path, read_entry, file, &file->error);
}

static void compare_file(struct folder_audit *audit, const struct found_file *file)
{
    if (!file->regular) {
        judge(audit, file->name, _("it is no file, but a link, a pipe or a device"));
        return;
    }
    compare(audit, file->name, file->size, file->digest);
    for (guint i = 0; i < file->entries->len; i++) {
        const struct found_entry *entry = &g_array_index(file->entries, struct found_entry, i);
        compare(audit, entry->key, entry->size, entry->digest);
    }
    if (file->error)
        judge(audit, file->name, file->error->message);
}

/* All are read by as many threads as there are processors, and compared in their order. */
static void compare_files(struct folder_audit *audit, const GPtrArray *names)
{
    struct found_file *files = g_new0(struct found_file, MAX(names->len, 1));
    GThreadPool *pool = g_thread_pool_new(read_file, NULL, (int)g_get_num_processors(), TRUE, NULL);
    for (guint i = 0; i < names->len; i++) {
        files[i] = (struct found_file){.audit = audit, .name = names->pdata[i]};
        files[i].entries = g_array_new(FALSE, FALSE, sizeof(struct found_entry));
        g_array_set_clear_func(files[i].entries, clear_entry);
        g_thread_pool_push(pool, &files[i], NULL);
    }
    g_thread_pool_free(pool, FALSE, TRUE);
    for (guint i = 0; i < names->len; i++) {
        compare_file(audit, &files[i]);
        g_free(files[i].digest);
        g_array_unref(files[i].entries);
        g_clear_error(&files[i].error);
    }
    g_free(files);
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
        judge(audit, keys[i], _("it is in the manifest, and missing"));
}

static void expect(struct folder_audit *audit, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        g_hash_table_insert(audit->expected, key_of(record->file, record->entry), record);
        if (record->entry)
            g_hash_table_add(audit->opened, (char *)record->file);
    }
}

static bool has_sum(GHashTable *sums, const char *digest, const char *file)
{
    g_autofree char *line = g_strdup_printf("%s  %s", digest, file);
    return g_hash_table_contains(sums, line);
}

/* Without what is about the others. */
static void drop_own(GPtrArray *names)
{
    for (guint i = names->len; i-- > 0;)
        if (g_str_equal(names->pdata[i], MANIFEST_FILE) ||
            g_str_equal(names->pdata[i], SUMS_FILE) || g_str_equal(names->pdata[i], NOTES_FILE))
            g_ptr_array_remove_index(names, i);
}

/* The sums are for those who have no rapor; they must say the same. */
static void check_sums(struct folder_audit *audit, const GPtrArray *files)
{
    g_autofree char *path = g_build_filename(audit->folder, SUMS_FILE, NULL);
    g_autofree char *own = g_build_filename(audit->folder, MANIFEST_FILE, NULL);
    g_autofree char *text = NULL;
    g_autofree char *digest = digest_file(own, NULL, NULL);
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        judge(audit, SUMS_FILE, _("it is missing"));
        return;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GHashTable) sums = g_hash_table_new(g_str_hash, g_str_equal);
    for (char **line = lines; *line; line++)
        g_hash_table_add(sums, *line);
    bool same = has_sum(sums, digest, MANIFEST_FILE);
    for (guint i = 0; i < files->len && same; i++) {
        const struct record *record = files->pdata[i];
        same = record->entry || has_sum(sums, record->digest, record->file);
    }
    judge(audit, SUMS_FILE, same ? NULL : _("it does not say what the manifest says"));
}

/* A pipe might never answer. */
static bool check_own(const char *folder, GError **error)
{
    static const char *const names[] = {MANIFEST_FILE, SUMS_FILE};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        struct stat about;
        if (lstat(path, &about) == 0 && !S_ISREG(about.st_mode))
            return fail(error, FAILURE_INPUT, "%s: it is no file", path);
    }
    return true;
}

/* A pack that was unpacked has sums alone. */
static bool is_pack(const char *folder)
{
    g_autofree char *manifest = g_build_filename(folder, MANIFEST_FILE, NULL);
    g_autofree char *sums = g_build_filename(folder, SUMS_FILE, NULL);
    return !g_file_test(manifest, G_FILE_TEST_EXISTS) && g_file_test(sums, G_FILE_TEST_EXISTS);
}

bool verify_folder(const char *folder, struct conformance *conformance, GError **error)
{
    if (!check_own(folder, error))
        return false;
    if (is_pack(folder))
        return verify_sums(folder, conformance, error);
    struct arena *arena = arena_create();
    g_autoptr(GHashTable) expected = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) opened = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    struct folder_audit audit = {folder, conformance, expected, opened};
    bool good = manifest_read_files(folder, files, arena, error);
    g_autoptr(GPtrArray) names = good ? folder_files(folder, error) : NULL;
    if (names) {
        expect(&audit, files);
        check_sums(&audit, files);
        drop_own(names);
        compare_files(&audit, names);
        tell_missing(&audit);
    }
    arena_destroy(arena);
    return names != NULL;
}
