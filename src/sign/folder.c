#include "rapor/sign/folder.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/publish.h"
#include "rapor/pack/sidecar.h"
#include "rapor/pack/unpack.h"
#include "rapor/read/register.h"
#include "rapor/sign/returned.h"
#include "rapor/sign/signature.h"
#include "resume.h"

#include <string.h>
#include <unistd.h>

struct work {
    const struct folder_signing *signing;
    struct signing_report *report;
    const char *from, *into; /* folders */
    struct arena *arena;
    struct resume *resume;
    GHashTable *records; /* file, or file and entry, -> struct record */
    GHashTable *dropped; /* sidecars of what is signed: struct record */
};

static char *record_name(const char *file, const char *entry)
{
    return entry ? g_strdup_printf("%s\n%s", file, entry) : g_strdup(file);
}

static struct record *record_of(const struct work *work, const char *file, const char *entry)
{
    g_autofree char *name = record_name(file, entry);
    return g_hash_table_lookup(work->records, name);
}

static void list_records(struct work *work, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        g_hash_table_insert(work->records, record_name(record->file, record->entry), record);
    }
}

static void note_digest(const struct work *work, struct record *record, const GByteArray *bytes)
{
    g_autofree char *digest = digest_bytes(bytes->data, bytes->len);
    record->digest = arena_strdup(work->arena, digest);
    record->size = bytes->len;
}

/* The register knows a paper by the digest that it had unsigned. */
static void note_register(const struct work *work, const char *plain, const char *now,
                          const char *signer, gint64 seconds)
{
    struct paper_register *papers = work->signing->papers;
    for (size_t i = 0; papers && i < papers->paper_count; i++) {
        struct paper *paper = papers->papers[i];
        if (g_strcmp0(paper->plain, plain) != 0)
            continue;
        g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(seconds);
        g_autofree char *at = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
        paper->file = arena_strdup(papers->arena, now);
        paper->signer = arena_strdup(papers->arena, signer);
        paper->signed_at = arena_strdup(papers->arena, at);
    }
}

/* A paper in its signed state, and of whom. */
struct signed_paper {
    GByteArray *bytes;
    const char *signer;
    gint64 time;
};

/* Signs, or takes what was signed before the run broke off.  Without bytes where the paper waits
 * for somebody else, or ERROR is set. */
static struct signed_paper sign_here(struct work *work, const struct record *record,
                                     const GByteArray *paper, GError **error)
{
    const struct folder_signing *signing = work->signing;
    struct signed_paper made = {NULL, signer_name(signing->signer), signing->terms->time};
    g_autofree char *whom = signature_waits_for(paper->data, paper->len, signing->signer);
    if (whom) {
        g_hash_table_add(work->report->names, g_strdup(whom));
        return made;
    }
    made.bytes = resume_find(work->resume, record->digest);
    if (made.bytes)
        work->report->resumed++;
    else
        made.bytes =
            signature_add(paper->data, paper->len, NULL, signing->signer, signing->terms, error);
    if (made.bytes && !resume_keep(work->resume, record->digest, made.bytes, error))
        g_clear_pointer(&made.bytes, g_byte_array_unref);
    return made;
}

static struct signed_paper take_returned(struct work *work, const GByteArray *paper)
{
    const struct returned_paper *found = returned_find(work->signing->returned, paper);
    if (!found)
        return (struct signed_paper){0};
    return (struct signed_paper){g_byte_array_ref((GByteArray *)found->bytes), found->signer,
                                 found->time};
}

/* Returns the paper signed, or NULL: with ERROR where it could not be, else since it waits. */
static GByteArray *sign_paper(struct work *work, struct record *record, const GByteArray *paper,
                              GError **error)
{
    const struct folder_signing *signing = work->signing;
    const char *name = record->entry ? record->entry : record->file, *plain = record->digest;
    g_autoptr(GError) cause = NULL;
    const struct signed_paper made =
        signing->returned ? take_returned(work, paper) : sign_here(work, record, paper, &cause);
    if (cause) {
        g_propagate_prefixed_error(error, g_steal_pointer(&cause), "%s: ", name);
        return NULL;
    }
    if (!made.bytes) {
        work->report->others++;
        return NULL;
    }
    note_digest(work, record, made.bytes);
    note_register(work, plain, record->digest, made.signer, made.time);
    work->report->signed_now++;
    if (signing->progress)
        signing->progress(signing->to, work->report->signed_now, name);
    return made.bytes;
}

/* A paper that waits has a sidecar beside it; once nothing waits any more, it goes. */
static struct record *sidecar_of_record(const struct work *work, const struct record *record)
{
    g_autofree char *name = sidecar_name(record->entry ? record->entry : record->file);
    return record->entry ? record_of(work, record->file, name) : record_of(work, name, NULL);
}

static void drop_sidecar(struct work *work, const struct record *record, const GByteArray *paper)
{
    if (signature_fields(paper->data, paper->len) == 0)
        g_hash_table_add(work->dropped, sidecar_of_record(work, record));
}

/* False where it could not be signed; where nothing is to be done, TAKEN is false. */
static bool add_signed(struct work *work, struct pack *pack, struct record *record,
                       const struct packed *like, GBytes *span, bool *taken, GError **error)
{
    g_autoptr(GError) cause = NULL;
    *taken = false;
    if (!sidecar_of_record(work, record))
        return true;
    g_autoptr(GByteArray) paper = pack_content(like, span);
    g_autoptr(GByteArray) out = paper ? sign_paper(work, record, paper, &cause) : NULL;
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    if (!out)
        return true;
    drop_sidecar(work, record, out);
    pack_add(pack, record->entry, out, record->digest);
    *taken = true;
    return true;
}

static bool add_entry(struct work *work, struct pack *pack, struct unpack *unpack, const char *file,
                      const char *name, GError **error)
{
    struct record *record = record_of(work, file, name);
    struct packed like = {0};
    g_autoptr(GBytes) span = unpack_span(unpack, name, &like);
    bool taken = false;
    if (!record || !span)
        return fail(error, FAILURE_DATA, "%s: %s is not as the manifest says", file, name);
    if (!add_signed(work, pack, record, &like, span, &taken, error))
        return false;
    if (taken || g_hash_table_contains(work->dropped, record))
        return true;
    like.digest = (char *)record->digest;
    return pack_take(pack, name, &like, span) ||
           fail(error, FAILURE_DATA, "%s: %s cannot be taken over", file, name);
}

static bool write_archive(struct work *work, struct record *record, struct unpack *unpack,
                          GError **error)
{
    g_autofree char *to = g_build_filename(work->into, record->file, NULL);
    g_autoptr(GPtrArray) names = unpack_names(unpack);
    struct pack *pack = pack_create(to, unpack_date(unpack), false);
    for (guint i = 0; i < names->len; i++)
        if (!add_entry(work, pack, unpack, record->file, names->pdata[i], error)) {
            pack_discard(pack);
            return false;
        }
    struct packed whole = {0};
    if (!pack_finish(pack, &whole, error))
        return false;
    if (strcmp(record->digest, whole.digest) != 0)
        work->report->files++;
    record->digest = arena_strdup(work->arena, whole.digest);
    record->size = whole.size;
    g_free(whole.digest);
    return true;
}

/* Without a copy where the file system can do that. */
static bool take_file(const struct work *work, const char *name, GError **error)
{
    g_autofree char *from = g_build_filename(work->from, name, NULL);
    g_autofree char *to = g_build_filename(work->into, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;
    if (!files_make_parents(to, error))
        return false;
    return link(from, to) == 0 || (g_file_get_contents(from, &bytes, &length, error) &&
                                   files_write(to, bytes, length, error));
}

static bool write_loose(struct work *work, struct record *record, GError **error)
{
    g_autofree char *from = g_build_filename(work->from, record->file, NULL);
    g_autofree char *to = g_build_filename(work->into, record->file, NULL);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) cause = NULL;
    gsize length;
    if (!sidecar_of_record(work, record))
        return take_file(work, record->file, error);
    if (!g_file_get_contents(from, &bytes, &length, error) || !files_make_parents(to, error))
        return false;
    g_autoptr(GByteArray) paper = g_byte_array_new_take((guint8 *)g_steal_pointer(&bytes), length);
    g_autoptr(GByteArray) out = sign_paper(work, record, paper, &cause);
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    if (!out)
        return take_file(work, record->file, error);
    work->report->files++;
    drop_sidecar(work, record, out);
    return files_write(to, out->data, out->len, error);
}

/* An archive without a record of its entries holds no papers. */
static bool write_file(struct work *work, struct record *record, bool listed, GError **error)
{
    if (!listed)
        return write_loose(work, record, error);
    g_autofree char *path = g_build_filename(work->from, record->file, NULL);
    struct unpack *unpack = unpack_open(path);
    if (!unpack)
        return fail(error, FAILURE_DATA, "%s: not an archive that can be read", path);
    const bool written = write_archive(work, record, unpack, error);
    unpack_close(unpack);
    return written;
}

static GHashTable *with_entries(const GPtrArray *files)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < files->len; i++) {
        const struct record *record = files->pdata[i];
        if (record->entry)
            g_hash_table_add(names, (gpointer)record->file);
    }
    return names;
}

/* Sidecars of loose papers come before or after them: they go last. */
static bool write_files(struct work *work, const GPtrArray *files, GError **error)
{
    g_autoptr(GHashTable) archives = with_entries(files);
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        if (!record->entry &&
            !write_file(work, record, g_hash_table_contains(archives, record->file), error))
            return false;
    }
    return true;
}

static void remove_dropped(struct work *work, GPtrArray *files)
{
    for (guint i = files->len; i-- > 0;) {
        struct record *record = files->pdata[i];
        if (!g_hash_table_contains(work->dropped, record))
            continue;
        g_autofree char *path = g_build_filename(work->into, record->file, NULL);
        if (!record->entry)
            unlink(path);
        g_ptr_array_remove_index(files, i);
    }
}

static bool write_all(struct work *work, GError **error)
{
    struct manifest manifest;
    bool written = manifest_read_whole(work->from, &manifest, work->arena, error);
    if (written) {
        list_records(work, manifest.files);
        written = write_files(work, manifest.files, error);
    }
    if (written) {
        remove_dropped(work, manifest.files);
        written = manifest_write(&manifest, work->into, error);
    }
    g_ptr_array_unref(manifest.files);
    g_ptr_array_unref(manifest.layouts);
    return written;
}

static bool sign_into(struct publication *publication, struct work *work, GError **error)
{
    work->into = publication_folder(publication);
    work->arena = arena_create();
    work->records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    work->dropped = g_hash_table_new(NULL, NULL);
    if (work->signing->signer)
        work->resume = resume_open(work->from, work->signing, error);
    const bool written = (work->resume || work->signing->returned) && write_all(work, error);
    resume_close(work->resume);
    g_hash_table_unref(work->records);
    g_hash_table_unref(work->dropped);
    arena_destroy(work->arena);
    return written;
}

bool folder_sign(const char *path, const struct folder_signing *signing,
                 struct signing_report *report, GError **error)
{
    *report = (struct signing_report){
        .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    struct work work = {.signing = signing, .report = report, .from = path};
    struct publication *publication = publication_open(path, error);
    if (!publication)
        return false;
    const bool written = sign_into(publication, &work, error);
    if (!written || report->signed_now == 0) {
        publication_discard(publication);
        return written;
    }
    if (!publication_finish(publication, error))
        return false;
    resume_remove(path);
    return true;
}

void signing_report_clear(struct signing_report *report)
{
    g_clear_pointer(&report->names, g_hash_table_unref);
}
