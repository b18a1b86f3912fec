#include "archive.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <string.h>
#include <sys/stat.h>
#include <zip.h>

#define STEP 65536 /* bytes of an entry that are held */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(zip_t, zip_discard)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(zip_file_t, zip_fclose)

GBytes *entry_read(const struct archive_entry *entry, GError **error)
{
    if (entry->size > ENTRY_SIZE_MAX) {
        fail(error, FAILURE_DATA, "%s: entry %s: %zu bytes; at most %u are read", entry->archive,
             entry->name, (size_t)entry->size, ENTRY_SIZE_MAX);
        return NULL;
    }
    g_autoptr(zip_file_t) file = zip_fopen_index(entry->zip, entry->number, 0);
    const size_t room = (size_t)entry->size + 1; /* one more, to see that it ends there */
    GByteArray *bytes = g_byte_array_sized_new((guint)room);
    g_byte_array_set_size(bytes, (guint)room);
    if (file && zip_fread(file, bytes->data, room) == (zip_int64_t)entry->size) {
        g_byte_array_set_size(bytes, (guint)entry->size);
        return g_byte_array_free_to_bytes(bytes);
    }
    g_byte_array_unref(bytes);
    fail(error, FAILURE_DATA, "%s: entry %s is damaged", entry->archive, entry->name);
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

/* False where the entries together would be larger than anything that is packed so: they overlap,
 * and would be unpacked without end. */
static bool can_be_packed(zip_t *zip, const char *path, GError **error)
{
    struct stat about;
    const uint64_t size = stat(path, &about) == 0 ? (uint64_t)about.st_size : 0;
    const uint64_t most = size * EXPANSION_MAX;
    uint64_t total = 0;
    zip_stat_t entry;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
        if (zip_stat_index(zip, (zip_uint64_t)i, 0, &entry) == 0)
            total = entry.size > most ? most + 1 : MIN(total + entry.size, most + 1);
    return total <= most ||
           fail(error, FAILURE_DATA,
                "%s: its entries lie over each other, and would grow without end", path);
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
             code == ZIP_ER_EXISTS ? _("two of its entries have the same name")
                                   : zip_error_strerror(&cause));
        zip_error_fini(&cause);
        return false;
    }
    if (!can_be_packed(zip, path, error))
        return false;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
        zip_stat_t stat;
        if (zip_stat_index(zip, (zip_uint64_t)i, 0, &stat) != 0)
            return fail(error, FAILURE_DATA, "%s: %s", path, zip_strerror(zip));
        const struct archive_entry entry = {path, stat.name, stat.size, zip, (uint64_t)i};
        if (!g_str_has_suffix(stat.name, "/") && !visit(data, &entry, error))
            return false;
    }
    return true;
}
