#include "rapor/sign/batch.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/quote.h"
#include "rapor/pack/sidecar.h"
#include "rapor/pack/unpack.h"
#include "rapor/sign/signature.h"

#include <string.h>

struct batches {
    const char *folder, *out;
    GHashTable *names;        /* of all files and entries */
    size_t papers, batch;     /* written so far; number of the batch that is open */
    size_t in_batch, bytes;   /* of it */
    GString *index, *request; /* of it */
};

static char *joined(const char *file, const char *entry)
{
    return entry ? g_strdup_printf("%s\n%s", file, entry) : g_strdup(file);
}

static bool waits(const struct batches *batches, const struct record *record)
{
    const char *name = record->entry ? record->entry : record->file;
    if (!g_str_has_suffix(name, ".pdf"))
        return false;
    g_autofree char *beside = sidecar_name(name);
    g_autofree char *key = record->entry ? joined(record->file, beside) : g_strdup(beside);
    return g_hash_table_contains(batches->names, key);
}

static bool write_text(const struct batches *batches, const char *name, GString *text,
                       GError **error)
{
    g_autofree char *path = g_strdup_printf("%s/%03zu/%s", batches->out, batches->batch, name);
    return files_write(path, text->str, text->len, error);
}

/* All boxes of a call are one: the block is drawn already, the signature stands in none. */
static bool close_batch(struct batches *batches, GError **error)
{
    if (batches->in_batch == 0)
        return true;
    g_string_append(batches->index, "\n]\n");
    g_string_append(batches->request,
                    "],\n \"signatureProperties\": [{\"tampilan\": \"INVISIBLE\"}]}\n");
    const bool written = write_text(batches, "index.json", batches->index, error) &&
                         write_text(batches, "request.json", batches->request, error);
    g_string_truncate(batches->index, 0);
    g_string_truncate(batches->request, 0);
    batches->in_batch = batches->bytes = 0;
    return written;
}

static void add_index(struct batches *batches, const struct record *record, const char *name,
                      const GByteArray *prepared)
{
    g_autofree char *digest = digest_bytes(prepared->data, prepared->len);
    g_string_append_printf(batches->index,
                           "%s\n  {\"order\": %zu, \"file\": ", batches->in_batch > 0 ? "," : "[",
                           batches->in_batch + 1);
    quote_json(batches->index, name);
    g_string_append_printf(batches->index,
                           ", \"sha256\": \"%s\", \"unsigned\": \"%s\", \"from\": ", digest,
                           record->digest);
    quote_json(batches->index, record->file);
    g_string_append(batches->index, ", \"entry\": ");
    quote_json(batches->index, record->entry);
    g_string_append_c(batches->index, '}');
}

static void add_request(struct batches *batches, const GByteArray *prepared)
{
    g_autofree char *text = g_base64_encode(prepared->data, prepared->len);
    g_string_append(batches->request,
                    batches->in_batch > 0
                        ? ",\n  \""
                        : "{\"nik\": \"\", \"passphrase\": \"\", \"file\": [\n  \"");
    g_string_append(batches->request, text);
    g_string_append_c(batches->request, '"');
}

static bool add_paper(struct batches *batches, const struct record *record, const GByteArray *paper,
                      GError **error)
{
    g_autoptr(GByteArray) prepared = signature_prepare(paper->data, paper->len, error);
    if (!prepared)
        return false;
    if ((batches->in_batch == BATCH_PAPERS || batches->bytes + prepared->len > BATCH_BYTES) &&
        !close_batch(batches, error))
        return false;
    if (batches->in_batch == 0)
        batches->batch++;
    const char *whole = record->entry ? record->entry : record->file;
    g_autofree char *base = g_path_get_basename(whole);
    g_autofree char *name = g_strdup_printf("%03zu-%s", batches->in_batch + 1, base);
    g_autofree char *path = g_strdup_printf("%s/%03zu/%s", batches->out, batches->batch, name);
    if (!files_make_parents(path, error) ||
        !files_write(path, prepared->data, prepared->len, error))
        return false;
    add_index(batches, record, name, prepared);
    add_request(batches, prepared);
    batches->in_batch++;
    batches->papers++;
    batches->bytes += prepared->len;
    return true;
}

static GByteArray *read_entry(struct unpack *unpack, const struct record *record)
{
    struct packed like = {0};
    g_autoptr(GBytes) span = unpack ? unpack_span(unpack, record->entry, &like) : NULL;
    return span ? pack_content(&like, span) : NULL;
}

static bool add_record(struct batches *batches, const struct record *record, GError **error)
{
    g_autofree char *path = g_build_filename(batches->folder, record->file, NULL), *bytes = NULL;
    gsize length;
    g_autoptr(GByteArray) paper = NULL;
    if (record->entry) {
        struct unpack *unpack = unpack_open(path);
        paper = read_entry(unpack, record);
        unpack_close(unpack);
    } else if (g_file_get_contents(path, &bytes, &length, error)) {
        paper = g_byte_array_new_take((guint8 *)g_steal_pointer(&bytes), length);
    } else {
        return false;
    }
    if (!paper)
        return fail(error, FAILURE_DATA, "%s: %s is not as the manifest says", path, record->entry);
    return signature_fields(paper->data, paper->len) <= 0 ||
           add_paper(batches, record, paper, error);
}

static bool write_batches(struct batches *batches, GError **error)
{
    struct arena *arena = arena_create();
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    bool done = manifest_read_files(batches->folder, files, arena, error);
    for (guint i = 0; done && i < files->len; i++) {
        const struct record *record = files->pdata[i];
        g_hash_table_add(batches->names, joined(record->file, record->entry));
    }
    for (guint i = 0; done && i < files->len; i++)
        if (waits(batches, files->pdata[i]))
            done = add_record(batches, files->pdata[i], error);
    done = done && close_batch(batches, error);
    arena_destroy(arena);
    return done;
}

size_t batch_write(const char *folder, const char *out, GError **error)
{
    struct batches batches = {
        .folder = folder, .out = out, .index = g_string_new(NULL), .request = g_string_new(NULL)};
    bool done = false;
    batches.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (g_file_test(out, G_FILE_TEST_EXISTS))
        fail(error, FAILURE_CREATE, "%s is there already; choose another folder", out);
    else if (!(done = write_batches(&batches, error)))
        files_remove_tree(out);
    else if (batches.papers == 0)
        fail(error, FAILURE_DATA, "%s: no paper waits for a signature", folder);
    g_hash_table_unref(batches.names);
    g_string_free(batches.index, TRUE);
    g_string_free(batches.request, TRUE);
    return done ? batches.papers : 0;
}
