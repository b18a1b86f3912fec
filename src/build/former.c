#include "former.h"

#include "rapor/digest.h"
#include "rapor/failure.h"

#include <string.h>
#include <unistd.h>
#include <zip.h>

#define FIRST_LINE "rapor-build 1"

/* Every line after the first is FILE, ENTRY or nothing, SIZE, DIGEST, KEY, with tabs between. */
enum field { FIELD_FILE, FIELD_ENTRY, FIELD_SIZE, FIELD_DIGEST, FIELD_KEY, FIELD_COUNT };

struct former {
    char *folder;
    GPtrArray *lines;    /* of GStrv, which own the texts of the records */
    GHashTable *records; /* "FILE\tENTRY" -> struct record */
    GHashTable *counts;  /* FILE -> number of entries */
};

struct former_pack {
    char *path;
    zip_t *zip;
};

static void free_line(void *line)
{
    g_strfreev(line);
}

static void add_line(struct former *former, const char *text)
{
    char **fields = g_strsplit(text, "\t", -1);
    if (g_strv_length(fields) != FIELD_COUNT) {
        g_strfreev(fields);
        return;
    }
    g_ptr_array_add(former->lines, fields);
    bool inside = fields[FIELD_ENTRY][0] != '\0';
    struct record *record = g_new0(struct record, 1);
    *record = (struct record){
        .file = fields[FIELD_FILE],
        .entry = inside ? fields[FIELD_ENTRY] : NULL,
        .size = g_ascii_strtoull(fields[FIELD_SIZE], NULL, 10),
        .digest = fields[FIELD_DIGEST],
        .key = fields[FIELD_KEY],
    };
    g_hash_table_insert(former->records, g_strconcat(record->file, "\t", fields[FIELD_ENTRY], NULL),
                        record);
    size_t count = former_count(former, record->file);
    g_hash_table_insert(former->counts, fields[FIELD_FILE], GSIZE_TO_POINTER(count + inside));
}

struct former *former_open(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, NOTES_FILE, NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL) || !g_str_has_prefix(text, FIRST_LINE "\n"))
        return NULL;
    struct former *former = g_new0(struct former, 1);
    former->folder = g_strdup(folder);
    former->lines = g_ptr_array_new_with_free_func(free_line);
    former->records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    former->counts = g_hash_table_new(g_str_hash, g_str_equal);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 1; lines[i]; i++)
        add_line(former, lines[i]);
    return former;
}

void former_close(struct former *former)
{
    if (!former)
        return;
    g_hash_table_destroy(former->counts);
    g_hash_table_destroy(former->records);
    g_ptr_array_unref(former->lines);
    g_free(former->folder);
    g_free(former);
}

const struct record *former_find(const struct former *former, const char *file, const char *entry)
{
    g_autofree char *name = g_strconcat(file, "\t", entry ? entry : "", NULL);
    return g_hash_table_lookup(former->records, name);
}

size_t former_count(const struct former *former, const char *file)
{
    return GPOINTER_TO_SIZE(g_hash_table_lookup(former->counts, file));
}

struct former_pack *former_pack_open(const struct former *former, const char *file)
{
    const struct record *record = former_find(former, file, NULL);
    g_autofree char *path = g_build_filename(former->folder, file, NULL);
    g_autofree char *digest = record ? digest_file(path, NULL, NULL) : NULL;
    if (g_strcmp0(digest, record ? record->digest : "") != 0)
        return NULL;
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    if (!zip)
        return NULL;
    struct former_pack *pack = g_new0(struct former_pack, 1);
    pack->path = g_steal_pointer(&path);
    pack->zip = zip;
    return pack;
}

void former_pack_close(struct former_pack *pack)
{
    if (!pack)
        return;
    zip_discard(pack->zip);
    g_free(pack->path);
    g_free(pack);
}

GByteArray *former_bytes(struct former_pack *pack, const struct record *record)
{
    zip_file_t *file = zip_fopen(pack->zip, record->entry, 0);
    if (!file)
        return NULL;
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_set_size(bytes, (guint)record->size);
    zip_int64_t count = zip_fread(file, bytes->data, record->size);
    zip_fclose(file);
    if (count == (zip_int64_t)record->size)
        return bytes;
    g_byte_array_unref(bytes);
    return NULL;
}

GByteArray *former_file(const struct former *former, const struct record *record)
{
    g_autofree char *path = g_build_filename(former->folder, record->file, NULL);
    char *bytes = NULL;
    gsize count = 0;
    if (!g_file_get_contents(path, &bytes, &count, NULL))
        return NULL;
    GByteArray *taken = g_byte_array_new_take((guint8 *)bytes, count);
    g_autofree char *digest = digest_bytes(taken->data, taken->len);
    if (strcmp(digest, record->digest) == 0)
        return taken;
    g_byte_array_unref(taken);
    return NULL;
}

bool former_pack_link(const struct former_pack *pack, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    return g_mkdir_with_parents(folder, 0777) == 0 && link(pack->path, path) == 0;
}

static int by_place(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    int order = strcmp(a->file, b->file);
    return order ? order : g_strcmp0(a->entry, b->entry);
}

bool former_write(const GPtrArray *records, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)records, NULL, NULL);
    g_ptr_array_sort(sorted, by_place);
    g_autoptr(GString) text = g_string_new(FIRST_LINE "\n");
    for (guint i = 0; i < sorted->len; i++) {
        const struct record *record = sorted->pdata[i];
        g_string_append_printf(text, "%s\t%s\t%" G_GUINT64_FORMAT "\t%s\t%s\n", record->file,
                               record->entry ? record->entry : "", (guint64)record->size,
                               record->digest, record->key ? record->key : "");
    }
    g_autofree char *path = g_build_filename(folder, NOTES_FILE, NULL);
    g_autoptr(GError) cause = NULL;
    return g_file_set_contents(path, text->str, (gssize)text->len, &cause) ||
           fail(error, FAILURE_IO, "%s", cause->message);
}
