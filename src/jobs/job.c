#include "job.h"

#include "earlier/earlier.h"
#include "earlier/issued.h"
#include "shard/merge.h"
#include "signing/kept.h"
#include "signing/waiting.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/search_path.h"
#include "rapor/base/times.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/sidecar.h"
#include "rapor/read/register.h"
#include "rapor/session/names.h"
#include "rapor/view/view.h"

#include <string.h>

/* Returns a file of the nation made before, as it stands among the shared results or in the archive
 * of before; NULL where there is none. */
static GByteArray *find_content(const void *data, size_t entry)
{
    const struct job *job = data;
    const struct shared_entry *known = job_known(job, entry);
    g_autoptr(GBytes) span = NULL;
    struct packed like;
    if (known && known->file.digest[0]) {
        span = shared_span(job->run->shared, known, &known->file, &like);
    } else if (known && job->previous) {
        const struct record *record = job_same(job, entry, job->archive->entries[entry].name);
        span = record ? previous_output_span(job->previous, record, &like) : NULL;
    }
    return span ? pack_content(&like, span) : NULL;
}

void job_open(struct job *job, const struct build_run *run, const struct archive *archive,
              const struct reporter *reporter)
{
    const bool loose = run->build->loose;
    *job = (struct job){.run = run, .archive = archive, .reporter = reporter};
    job->renderer = renderer_create(run, &(struct ready_files){find_content, job});
    job->file = loose ? NULL : g_strconcat(archive->path, ".zip", NULL);
    job->keys = g_new0(char *, archive->count);
    job->pack_keys = g_ptr_array_new();
    job->beside_keys = g_ptr_array_new();
    job->failed = g_string_new(NULL);
    job->dealt = merge_has(run, archive);
    job->before = job->dealt ? run->dealt : run->previous;
    if (job->before && !loose)
        job->previous = previous_archive_open(job->before, job->file);
}

void job_close(struct job *job)
{
    previous_archive_close(job->previous);
    renderer_destroy(job->renderer);
    for (size_t i = 0; i < job->archive->count; i++)
        g_free(job->keys[i]);
    g_free(job->keys);
    g_ptr_array_unref(job->pack_keys);
    g_ptr_array_unref(job->beside_keys);
    g_string_free(job->failed, TRUE);
    g_free(job->file);
}

void job_report(const struct job *job, const struct message *message)
{
    job->reporter->send(job->reporter->data, message);
}

void job_report_begun(const struct job *job, size_t entry)
{
    const char *whom = job->archive->entries[entry].whom;
    job_report(job, &(struct message){.kind = MESSAGE_BEGUN, .text = whom});
}

void job_report_done(const struct job *job)
{
    job_report(job, &(struct message){.kind = MESSAGE_DONE});
}

void job_report_record(const struct job *job, const struct record *record)
{
    job_report(job, &(struct message){.kind = MESSAGE_RECORD, .record = *record});
}

bool job_is_beside(const struct job *job, size_t entry, const char *name)
{
    return job->beside && job->archive->entries[entry].beside &&
           g_str_equal(name, job->archive->entries[entry].name);
}

bool job_is_alone(const struct job *job, size_t entry)
{
    return job->file && job->archive->entries[entry].alone;
}

/* DIGEST is that of the BYTES. */
static void add(struct job *job, size_t entry, const char *name, const GByteArray *bytes,
                const char *digest)
{
    char *key = (char *)job_key(job, entry);
    if (job_is_beside(job, entry, name)) {
        pack_add(job->beside, name + strlen(KIT_FOLDER "/"), bytes, digest);
        g_ptr_array_add(job->beside_keys, key);
    }
    if (job_is_alone(job, entry))
        return;
    pack_add(job->pack, name, bytes, digest);
    g_ptr_array_add(job->pack_keys, key);
    if (job->kit && job_is_beside(job, entry, name))
        pack_repeat(job->kit, name + strlen(KIT_FOLDER "/"), job->pack);
}

/* The copy of what was kept last, in the archive of the nation; BYTES are NULL where they
 * would be as before. */
static void give(const struct job *job, size_t number, const GByteArray *bytes, const char *digest)
{
    const struct entry *entry = &job->archive->entries[number];
    const struct plan *plan = job->run->plan;
    if (entry->also == NONE || job->archive == plan->nation)
        return;
    size_t before;
    struct pack *shared = shared_pack(job->run->shared);
    pack_entries(shared, &before);
    if (bytes) {
        job_explain_copy(job, number);
        const char *name = plan->nation->entries[entry->also].name;
        if (!pack_repeat(shared, name, job->pack))
            pack_add(shared, name, bytes, digest);
    }
    shared_put(job->run->shared, entry->also, job_key(job, number), before);
}

/* Of what a shard has made: the bytes as they stand in its archive. */
static void give_dealt(const struct job *job, size_t number)
{
    const struct entry *entry = &job->archive->entries[number];
    const struct record *record = job_same(job, number, entry->name);
    struct pack *shared = shared_pack(job->run->shared);
    struct packed like;
    size_t before;
    g_autoptr(GBytes) span = previous_output_span(job->previous, record, &like);
    pack_entries(shared, &before);
    if (span && pack_take(shared, job->run->plan->nation->entries[entry->also].name, &like, span))
        shared_put(job->run->shared, entry->also, job_key(job, number), before);
}

void job_give_known(const struct job *job, size_t entry)
{
    const bool shown = job->archive->entries[entry].also != NONE;
    if (job->dealt && job->file && shown)
        give_dealt(job, entry);
    else if (!job->dealt)
        give(job, entry, NULL, NULL);
}

/* Of a paper a new edition may have been begun, and it may have been signed, which its key
 * knows. */
static void key_made(struct job *job, size_t number, const struct rendered *rendered)
{
    if (job->archive->entries[number].kind != ENTRY_DOCUMENT)
        return;
    const enum phase before = times_enter(PHASE_KEYS);
    const struct key_paper paper = {!rendered->waits, rendered->edition, rendered->content};
    g_autofree char *key = rendered->before ? g_strdup(rendered->before->key)
                                            : key_of(job->run->keys, job->run->session,
                                                     &job->archive->entries[number]);
    g_autofree char *with = key_with_paper(key, &paper);
    job_set_key(job, number, with);
    times_enter(before);
}

static void keep_made(struct job *job, size_t number, const struct rendered *rendered,
                      const char *digest)
{
    const struct entry *entry = &job->archive->entries[number];
    g_autoptr(GByteArray) sidecar = !rendered->waits ? NULL
                                    : rendered->before
                                        ? waiting_sidecar(job, number, rendered, digest)
                                        : renderer_sidecar(rendered, entry->name, digest);
    add(job, number, entry->name, rendered->bytes, digest);
    give(job, number, rendered->bytes, digest);
    if (sidecar) {
        g_autofree char *beside = sidecar_name(entry->name);
        add(job, number, beside, sidecar, NULL);
    }
}

static bool append(void *pack, const char *bytes, size_t length)
{
    return pack_append(pack, bytes, length);
}

/* Straight into the archive, and never held. */
static void pour(struct job *job, size_t number)
{
    const struct sink sink = {append, job->pack};
    struct packed like;
    const bool before = job_before(job, number, &like);
    pack_begin(job->pack, job->archive->entries[number].name, before ? &like : NULL);
    renderer_pour(job->renderer, &sink);
    pack_end(job->pack);
    g_ptr_array_add(job->pack_keys, (char *)job_key(job, number));
}

static bool keep(struct job *job, size_t number, struct rendered *rendered, GError **error)
{
    g_autofree char *digest = digest_bytes(rendered->bytes->data, rendered->bytes->len);
    if (rendered->issued && strcmp(rendered->issued->file, digest) != 0) {
        rendered->waits = !rendered->issued->signer;
        key_made(job, number, rendered);
        return issued_keep(job, number, rendered->issued, error);
    }
    g_autofree char *plain = g_strdup(digest);
    if (!signed_make(job, rendered, &digest, error))
        return false;
    key_made(job, number, rendered);
    if (strcmp(plain, digest) != 0 && !rendered->waits && !kept_note(job, number, plain, error))
        return false;
    keep_made(job, number, rendered, digest);
    return true;
}

/* Makes an entry and what belongs to it, and adds them to the pack. */
static bool make(struct job *job, size_t number, GError **error)
{
    const struct entry *entry = &job->archive->entries[number];
    job_explain(job, number);
    job->reporter->flush(job->reporter->data);
    const enum phase before = times_enter(PHASE_TABLES);
    if (renderer_pours(entry)) {
        pour(job, number);
        times_enter(before);
        return true;
    }
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct rendered rendered = {.bytes = bytes};
    if (!waiting_read(job, number, &rendered) && !kept_read(job, number, &rendered) &&
        !renderer_make(job->renderer, entry, &rendered, error))
        return false;
    times_enter(PHASE_PACK);
    if (entry->kind == ENTRY_DOCUMENT)
        times_add_paper(bytes->len);
    const bool kept = keep(job, number, &rendered, error);
    g_free(rendered.content);
    times_enter(before);
    return kept;
}

/* The first line, and layouts as they are called from their folder: where that lies may not
 * show in what is published. */
static char *reason_of(const struct job *job, const char *text)
{
    g_autoptr(GString) reason = g_string_new_len(text, (gssize)strcspn(text, "\n"));
    g_auto(GStrv) folders = search_path_folders(job->run->session->places.layouts);
    for (char **folder = folders; *folder; folder++) {
        g_autofree char *prefix = g_strconcat(*folder, "/", NULL);
        g_string_replace(reason, prefix, "", 0);
    }
    return g_string_free(g_steal_pointer(&reason), FALSE);
}

void job_report_failure(struct job *job, size_t number, int code, const char *why)
{
    const char *name = job->archive->entries[number].name;
    g_autofree char *path = g_strconcat(job->archive->path, "/", name, NULL);
    job_report(job, &(struct message){.kind = MESSAGE_FAILURE,
                                      .code = code,
                                      .text = why,
                                      .record = {.file = job->file ? job->file : path,
                                                 .entry = job->file ? name : NULL}});
    g_string_append_printf(job->failed, "%s: %s\n", name, why);
}

bool job_try(struct job *job, size_t number, bool *made, GError **error)
{
    g_autoptr(GError) cause = NULL;
    *made = make(job, number, &cause);
    if (*made)
        return true;
    if (!g_error_matches(cause, RAPOR_FAILURE, FAILURE_DATA)) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    g_autofree char *why = reason_of(job, cause->message);
    job_report_failure(job, number, cause->code, why);
    return true;
}
