/* The papers of a folder, one after the other. */
#include "work.h"

#include "resume.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/pack/sidecar.h"
#include "rapor/read/register.h"
#include "rapor/sign/returned.h"
#include "rapor/sign/signature.h"

#include <string.h>

static char *record_name(const char *file, const char *entry)
{
    return entry ? g_strdup_printf("%s\n%s", file, entry) : g_strdup(file);
}

struct record *work_record(const struct work *work, const char *file, const char *entry)
{
    g_autofree char *name = record_name(file, entry);
    return g_hash_table_lookup(work->records, name);
}

void work_list(struct work *work, const GPtrArray *files)
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
        made.bytes = signature_add(paper->data, paper->len, signing->signer, signing->terms, error);
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
    return record->entry ? work_record(work, record->file, name) : work_record(work, name, NULL);
}

static void drop_sidecar(struct work *work, const struct record *record, const GByteArray *paper)
{
    if (signature_fields(paper->data, paper->len) == 0)
        g_hash_table_add(work->dropped, sidecar_of_record(work, record));
}

bool work_waits(const struct work *work, const struct record *record)
{
    return sidecar_of_record(work, record) != NULL;
}

GByteArray *work_sign(struct work *work, struct record *record, const GByteArray *paper,
                      GError **error)
{
    GByteArray *out = sign_paper(work, record, paper, error);
    if (out)
        drop_sidecar(work, record, out);
    return out;
}
