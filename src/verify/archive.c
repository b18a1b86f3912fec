#include "archive.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"

#include <string.h>
#include <zip.h>

#define STEP 65536 /* bytes of an entry that are held */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(zip_t, zip_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(zip_file_t, zip_fclose)

GBytes *entry_read(const struct archive_entry *entry, GError **error)
{
    g_autoptr(zip_file_t) file = zip_fopen_index(entry->zip, entry->number, 0);
    g_autofree char *bytes = NULL;
    bool good = file && entry->size <= ENTRY_SIZE_MAX;
    if (good) {
        bytes = g_malloc(entry->size + 1); /* one more, to see that it ends there */
        good = zip_fread(file, bytes, entry->size + 1) == (zip_int64_t)entry->size;
    }
    if (good)
        return g_bytes_new_take(g_steal_pointer(&bytes), entry->size);
    fail(error, FAILURE_DATA, "%s: entry %s is damaged or too large", entry->archive, entry->name);
    return NULL;
}

char *entry_digest(const struct archive_entry *entry, GError **error)
{
    g_autoptr(zip_file_t) file = zip_fopen_index(entry->zip, entry->number, 0);
    char *step = g_malloc(STEP);
    struct digest *digest = digest_create();
    uint64_t size = 0;
    zip_int64_t count = file ? zip_fread(file, step, STEP) : -1;
    for (; count > 0 && size <= entry->size; count = zip_fread(file, step, STEP)) {
        digest_add(digest, step, (size_t)count);
        size += (uint64_t)count;
    }
    g_autofree char *text = digest_end(digest);
    digest_destroy(digest);
    g_free(step);
    if (count == 0 && size == entry->size)
        return g_steal_pointer(&text);
    fail(error, FAILURE_DATA, "%s: entry %s is damaged", entry->archive, entry->name);
    return NULL;
}

bool archive_each(const char *path, entry_visit *visit, void *data, GError **error)
{
    int code = 0;
    g_autoptr(zip_t) zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (!zip) {
        zip_error_t cause;
        zip_error_init_with_code(&cause, code);
        bool missing = code == ZIP_ER_NOENT || code == ZIP_ER_OPEN;
        fail(error, missing ? FAILURE_INPUT : FAILURE_DATA, "%s: %s", path,
             zip_error_strerror(&cause));
        zip_error_fini(&cause);
        return false;
    }
    zip_int64_t count = zip_get_num_entries(zip, 0);
    if (count > ENTRIES_MAX)
        return fail(error, FAILURE_DATA, "%s: more than %d entries", path, ENTRIES_MAX);
    for (zip_int64_t i = 0; i < count; i++) {
        zip_stat_t stat;
        if (zip_stat_index(zip, (zip_uint64_t)i, 0, &stat) != 0)
            return fail(error, FAILURE_DATA, "%s: %s", path, zip_strerror(zip));
        const struct archive_entry entry = {path, stat.name, stat.size, zip, (uint64_t)i};
        if (!g_str_has_suffix(stat.name, "/") && !visit(data, &entry, error))
            return false;
    }
    return true;
}

/* Adds what lies in FOLDER/BELOW: files to FILES, folders to FOLDERS. */
static bool list(const char *folder, const char *below, GPtrArray *files, GPtrArray *folders)
{
    g_autofree char *path = g_build_filename(folder, below, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;
    while (dir && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *whole = g_build_filename(path, name, NULL);
        bool inner =
            g_file_test(whole, G_FILE_TEST_IS_DIR) && !g_file_test(whole, G_FILE_TEST_IS_SYMLINK);
        char *local = *below ? g_strdup_printf("%s/%s", below, name) : g_strdup(name);
        g_ptr_array_add(inner ? folders : files, local);
    }
    return dir != NULL;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

GPtrArray *folder_files(const char *folder, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(folders, g_strdup(""));
    for (guint i = 0; i < folders->len; i++)
        if (!list(folder, folders->pdata[i], files, folders)) {
            fail(error, FAILURE_INPUT, "%s/%s: cannot be read", folder, (char *)folders->pdata[i]);
            return NULL;
        }
    if (files->len > 0)
        qsort(files->pdata, files->len, sizeof *files->pdata, by_text);
    return g_steal_pointer(&files);
}
