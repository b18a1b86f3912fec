#include "rapor/sign/batch.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/opened.h"
#include "rapor/pack/quote.h"
#include "rapor/pack/sidecar.h"
#include "rapor/sign/signature.h"

#include <string.h>

/* What is signed in one call: by one person, or with one seal. */
struct batch {
    char *whom;
    bool seal;
    size_t number, papers, bytes; /* of the one that is open; papers 0: none is */
    GString *index, *request;
};

struct batches {
    const char *out;
    struct opened opened; /* the folder that holds them, read */
    GHashTable *names;    /* of all files and entries */
    size_t papers, count; /* so far */
    GPtrArray *all;       /* struct batch: for each of whom papers wait */
};

static void free_batch(gpointer data)
{
    struct batch *batch = data;
    g_free(batch->whom);
    g_string_free(batch->index, TRUE);
    g_string_free(batch->request, TRUE);
    g_free(batch);
}

static struct batch *batch_of(const struct batches *batches, const char *whom, bool seal)
{
    for (guint i = 0; i < batches->all->len; i++) {
        struct batch *batch = batches->all->pdata[i];
        if (batch->seal == seal && strcmp(batch->whom, whom) == 0)
            return batch;
    }
    struct batch *batch = g_new0(struct batch, 1);
    *batch = (struct batch){.whom = g_strdup(whom),
                            .seal = seal,
                            .index = g_string_new(NULL),
                            .request = g_string_new(NULL)};
    g_ptr_array_add(batches->all, batch);
    return batch;
}

static bool waits(const struct batches *batches, const struct record *record)
{
    const char *name = record->entry ? record->entry : record->file;
    if (!g_str_has_suffix(name, ".pdf"))
        return false;
    g_autofree char *beside = sidecar_name(name);
    g_autofree char *key = record->entry ? record_title(record->file, beside) : g_strdup(beside);
    return g_hash_table_contains(batches->names, key);
}

static char *path_in(const struct batches *batches, const struct batch *batch, const char *name)
{
    return g_strdup_printf("%s/%03zu/%s", batches->out, batch->number, name);
}

static bool write_text(const struct batches *batches, const struct batch *batch, const char *name,
                       GString *text, GError **error)
{
    g_autofree char *path = path_in(batches, batch, name);
    const bool written = files_write(path, text->str, text->len, error);
    g_string_truncate(text, 0);
    return written;
}

/* All boxes of a call are one: the block is drawn already, the signature stands in none. */
static bool close_batch(const struct batches *batches, struct batch *batch, GError **error)
{
    if (batch->papers == 0)
        return true;
    g_string_append(batch->index, "\n]\n");
    g_string_append(batch->request,
                    "],\n \"signatureProperties\": [{\"tampilan\": \"INVISIBLE\"}]}\n");
    batch->papers = batch->bytes = 0;
    return write_text(batches, batch, "index.json", batch->index, error) &&
           write_text(batches, batch, "request.json", batch->request, error);
}

static void add_index(struct batch *batch, const struct record *record, const char *name,
                      const GByteArray *prepared)
{
    g_autofree char *digest = digest_bytes(prepared->data, prepared->len);
    g_string_append_printf(batch->index,
                           "%s\n  {\"order\": %zu, \"%s\": ", batch->papers > 0 ? "," : "[",
                           batch->papers + 1, batch->seal ? "seal" : "signer");
    quote_json(batch->index, batch->whom);
    g_string_append(batch->index, ", \"file\": ");
    quote_json(batch->index, name);
    g_string_append_printf(batch->index,
                           ", \"sha256\": \"%s\", \"unsigned\": \"%s\", \"from\": ", digest,
                           record->digest);
    quote_json(batch->index, record->file);
    g_string_append(batch->index, ", \"entry\": ");
    quote_json(batch->index, record->entry);
    g_string_append_c(batch->index, '}');
}

/* What the service asks of a person, and of who seals: both are put in elsewhere. */
static const char *first_words(const struct batch *batch)
{
    return batch->seal ? "{\"idSubscriber\": \"\", \"totp\": \"\", \"file\": [\n  \""
                       : "{\"nik\": \"\", \"passphrase\": \"\", \"file\": [\n  \"";
}

static void add_request(struct batch *batch, const GByteArray *prepared)
{
    g_autofree char *text = g_base64_encode(prepared->data, prepared->len);
    g_string_append(batch->request, batch->papers > 0 ? ",\n  \"" : first_words(batch));
    g_string_append(batch->request, text);
    g_string_append_c(batch->request, '"');
}

static bool add_paper(struct batches *batches, struct batch *batch, const struct record *record,
                      const GByteArray *prepared, GError **error)
{
    if ((batch->papers == BATCH_PAPERS || batch->bytes + prepared->len > BATCH_BYTES) &&
        !close_batch(batches, batch, error))
        return false;
    if (batch->papers == 0)
        batch->number = ++batches->count;
    g_autofree char *base = g_path_get_basename(record->entry ? record->entry : record->file);
    g_autofree char *name = g_strdup_printf("%03zu-%s", batch->papers + 1, base);
    g_autofree char *path = path_in(batches, batch, name);
    if (!files_make_parents(path, error) ||
        !files_write(path, prepared->data, prepared->len, error))
        return false;
    add_index(batch, record, name, prepared);
    add_request(batch, prepared);
    batch->papers++;
    batches->papers++;
    batch->bytes += prepared->len;
    return true;
}

static bool prepare(struct batches *batches, const struct record *record, const GByteArray *paper,
                    GError **error)
{
    bool seal;
    g_autofree char *whom = signature_whom(paper->data, paper->len, &seal);
    if (!whom)
        return true;
    g_autoptr(GByteArray) prepared = signature_prepare(paper->data, paper->len, error);
    return prepared && add_paper(batches, batch_of(batches, whom, seal), record, prepared, error);
}

static bool add_record(struct batches *batches, const struct record *record, GError **error)
{
    g_autoptr(GByteArray) paper = opened_paper(&batches->opened, record, error);
    return paper && prepare(batches, record, paper, error);
}

static bool write_batches(struct batches *batches, GError **error)
{
    struct arena *arena = arena_create();
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    bool done = manifest_read_files(batches->opened.folder, files, arena, error);
    for (guint i = 0; done && i < files->len; i++) {
        const struct record *record = files->pdata[i];
        g_hash_table_add(batches->names, record_title(record->file, record->entry));
    }
    for (guint i = 0; done && i < files->len; i++)
        if (waits(batches, files->pdata[i]))
            done = add_record(batches, files->pdata[i], error);
    for (guint i = 0; done && i < batches->all->len; i++)
        done = close_batch(batches, batches->all->pdata[i], error);
    opened_close(&batches->opened);
    arena_destroy(arena);
    return done;
}

size_t batch_write(const char *folder, const char *out, GError **error)
{
    struct batches batches = {.opened = {.folder = folder},
                              .out = out,
                              .all = g_ptr_array_new_with_free_func(free_batch)};
    bool done = false;
    batches.names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (disk_has(out))
        fail(error, FAILURE_CREATE, "%s is there already; choose another folder", out);
    else if (!(done = write_batches(&batches, error)))
        files_remove_tree(out);
    else if (batches.papers == 0)
        fail(error, FAILURE_DATA, "%s: no paper waits for a signature", folder);
    g_hash_table_unref(batches.names);
    g_ptr_array_unref(batches.all);
    return done ? batches.papers : 0;
}
