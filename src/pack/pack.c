#include "rapor/pack.h"

#include "files.h"

#include "rapor/digest.h"
#include "rapor/failure.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#define DEFLATE_LEVEL 6

struct pack {
    char *path;
    time_t date;
    bool loose;
    GArray *entries;   /* of struct packed */
    GPtrArray *bytes;  /* of GBytes, one for each entry */
    GHashTable *names; /* of the entries, and of all folders they are in */
    GError *error;     /* the first; kept until the pack ends */
};

static void clear_packed(gpointer data)
{
    struct packed *packed = data;
    g_free(packed->name);
    g_free(packed->digest);
}

static void unref_bytes(gpointer bytes)
{
    g_bytes_unref(bytes);
}

struct pack *pack_create(const char *path, time_t date, bool loose)
{
    struct pack *pack = g_new0(struct pack, 1);
    pack->path = g_strdup(path);
    pack->date = date;
    pack->loose = loose;
    pack->entries = g_array_new(FALSE, FALSE, sizeof(struct packed));
    g_array_set_clear_func(pack->entries, clear_packed);
    pack->bytes = g_ptr_array_new_with_free_func(unref_bytes);
    pack->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return pack;
}

void pack_discard(struct pack *pack)
{
    if (!pack)
        return;
    g_free(pack->path);
    g_array_unref(pack->entries);
    g_ptr_array_unref(pack->bytes);
    g_hash_table_destroy(pack->names);
    g_clear_error(&pack->error);
    g_free(pack);
}

/* Neither absolute nor hidden nor leading out, with no letter that some file
 * system takes for another. */
static bool is_safe(const char *name)
{
    const char *const letters = "abcdefghijklmnopqrstuvwxyz0123456789-./";
    if (strspn(name, letters) != strlen(name))
        return false;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    for (size_t i = 0; parts[i]; i++)
        if (parts[i][0] == '\0' || parts[i][0] == '.' || g_str_has_suffix(parts[i], "."))
            return false;
    return parts[0] != NULL;
}

enum { NAME_OF_ENTRY = 1, NAME_OF_FOLDER = 2 };

/* False where NAME, or a folder it is in, would need the name of another entry. */
static bool claim_name(struct pack *pack, const char *name)
{
    if (g_hash_table_contains(pack->names, name))
        return false;
    g_hash_table_insert(pack->names, g_strdup(name), GINT_TO_POINTER(NAME_OF_ENTRY));
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        g_autofree char *folder = g_strndup(name, (size_t)(slash - name));
        int use = GPOINTER_TO_INT(g_hash_table_lookup(pack->names, folder));
        if (use == NAME_OF_ENTRY)
            return false;
        g_hash_table_insert(pack->names, g_steal_pointer(&folder), GINT_TO_POINTER(NAME_OF_FOLDER));
    }
    return true;
}

void pack_add(struct pack *pack, const char *name, GByteArray *bytes)
{
    assert(is_safe(name));
    if (!claim_name(pack, name) && !pack->error)
        fail(&pack->error, FAILURE_DATA, "%s: two entries would have the name %s", pack->path,
             name);
    const struct packed packed = {g_strdup(name), digest_bytes(bytes->data, bytes->len),
                                  bytes->len};
    g_array_append_val(pack->entries, packed);
    g_ptr_array_add(pack->bytes, g_byte_array_free_to_bytes(bytes));
}

static const struct packed *entry_at(const struct pack *pack, size_t index)
{
    return &g_array_index(pack->entries, struct packed, index);
}

const struct packed *pack_entries(const struct pack *pack, size_t *count)
{
    *count = pack->entries->len;
    return (const struct packed *)(void *)pack->entries->data;
}

/* What is compressed already would only grow. */
static bool is_compressed(const char *name)
{
    const char *const suffixes[] = {".pdf", ".xlsx", ".zip", ".png"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(name, suffixes[i]))
            return true;
    return false;
}

/* In UTC, where libzip's own conversion would ask for the zone; and not before
 * 1980, where the dates of zip begin. */
static bool set_date(zip_t *zip, zip_uint64_t at, time_t date)
{
    const time_t first = 315532800;
    const time_t shown = MAX(date, first);
    struct tm utc;
    gmtime_r(&shown, &utc);
    zip_uint16_t time = (zip_uint16_t)(utc.tm_hour << 11 | utc.tm_min << 5 | utc.tm_sec / 2);
    zip_uint16_t day =
        (zip_uint16_t)((utc.tm_year - 80) << 9 | (utc.tm_mon + 1) << 5 | utc.tm_mday);
    return zip_file_set_dostime(zip, at, time, day, 0) == 0;
}

static bool add_to_zip(const struct pack *pack, zip_t *zip, size_t index)
{
    gsize count = 0;
    const void *bytes = g_bytes_get_data(pack->bytes->pdata[index], &count);
    const char *name = entry_at(pack, index)->name;
    zip_source_t *source = zip_source_buffer(zip, bytes, count, 0);
    zip_int64_t added = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (added < 0) {
        zip_source_free(source); /* NULL is welcome */
        return false;
    }
    zip_uint64_t at = (zip_uint64_t)added;
    return zip_set_file_compression(zip, at, is_compressed(name) ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                    DEFLATE_LEVEL) == 0 &&
           zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX,
                                            (zip_uint32_t)(S_IFREG | 0644) << 16) == 0 &&
           set_date(zip, at, pack->date);
}

static bool zip_fail(zip_error_t *cause, const char *path, GError **error)
{
    if (zip_error_system_type(cause) == ZIP_ET_SYS)
        return files_fail(error, zip_error_code_system(cause), path);
    return fail(error, FAILURE_IO, "%s: %s", path, zip_error_strerror(cause));
}

/* libzip reads the bytes only when it closes the archive, and writes it then. */
static bool write_zip(const struct pack *pack, const char *path, GError **error)
{
    int code = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!zip) {
        zip_error_t cause;
        zip_error_init_with_code(&cause, code);
        zip_fail(&cause, path, error);
        zip_error_fini(&cause);
        return false;
    }
    bool added = true;
    for (size_t i = 0; i < pack->entries->len && added; i++)
        added = add_to_zip(pack, zip, i);
    if (added && zip_close(zip) == 0)
        return true;
    zip_fail(zip_get_error(zip), path, error);
    zip_discard(zip);
    return false;
}

static bool write_folder(const struct pack *pack, const char *path, GError **error)
{
    for (size_t i = 0; i < pack->entries->len; i++) {
        g_autofree char *file = g_build_filename(path, entry_at(pack, i)->name, NULL);
        gsize count = 0;
        const void *bytes = g_bytes_get_data(pack->bytes->pdata[i], &count);
        if (!files_make_parents(file, error) || !files_write(file, bytes, count, error))
            return false;
    }
    return true;
}

/* Under another name first, so that PATH is never half an archive. */
static bool write_pack(const struct pack *pack, GError **error)
{
    g_autofree char *draft = g_strconcat(pack->path, ".draft", NULL);
    g_autofree char *folder = g_path_get_dirname(pack->path);
    if (!files_make_parents(draft, error))
        return false;
    files_remove_tree(draft); /* of a run that was killed */
    bool written = pack->loose ? write_folder(pack, draft, error) : write_zip(pack, draft, error);
    if (written && files_flush_tree(draft, error) &&
        (rename(draft, pack->path) == 0 || files_fail(error, errno, pack->path)))
        return files_flush(folder, error);
    files_remove_tree(draft);
    return false;
}

bool pack_finish(struct pack *pack, GError **error)
{
    bool written = false;
    if (pack->error)
        g_propagate_error(error, g_steal_pointer(&pack->error));
    else
        written = pack->entries->len == 0 || write_pack(pack, error);
    pack_discard(pack);
    return written;
}
