/* The papers of a folder, one after the other. */
#include "work.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/pack/sidecar.h"
#include "rapor/register/issuing.h"
#include "rapor/sign/resume.h"
#include "rapor/sign/returned.h"
#include "rapor/sign/signature.h"

#include <string.h>

struct record *work_record(const struct work *work, const char *file, const char *entry)
{
    g_autofree char *name = record_title(file, entry);
    return g_hash_table_lookup(work->records, name);
}

void work_list(struct work *work, const GPtrArray *files)
{
    g_autoptr(GHashTable) digests = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        g_hash_table_insert(work->records, record_title(record->file, record->entry), record);
        g_hash_table_add(digests, (gpointer)record->digest);
    }
    if (work->signing->returned)
        returned_expect(work->signing->returned, digests);
}

static void note_digest(const struct work *work, struct record *record, const GByteArray *bytes)
{
    g_autofree char *digest = digest_bytes(bytes->data, bytes->len);
    record->digest = arena_strdup(work->arena, digest);
    record->size = bytes->len;
}

/* A paper in its signed state, and of whom. */
struct signed_paper {
    GByteArray *bytes;
    const char *signer;
    gint64 time;
};

/* What was signed before the run broke off, or is now. */
static GByteArray *sign_draft(struct work *work, const char *plain, struct signature_draft *draft,
                              GError **error)
{
    const struct folder_signing *signing = work->signing;
    GByteArray *found = resume_find(work->resume, plain);
    if (found) {
        work->report->resumed++;
        return found;
    }
    g_autoptr(GByteArray) made = signature_sign(draft, signing->signer, signing->terms, error);
    return made && resume_keep(work->resume, plain, made, error) ? g_steal_pointer(&made) : NULL;
}

/* Without bytes where the paper waits for somebody else, or ERROR is set. */
static struct signed_paper sign_here(struct work *work, const struct record *record,
                                     const GByteArray *paper, GError **error)
{
    struct signature_draft draft;
    struct signed_paper made = {NULL, work->card.name, work->signing->terms->time};
    const struct paper_bytes whole = {paper->data, paper->len};
    switch (signature_begin(&whole, &work->card, work->signing->terms, &draft, error)) {
    case SIGNATURE_NONE:
        break;
    case SIGNATURE_OTHERS:
        g_hash_table_add(work->report->names, g_strdup(draft.whom));
        break;
    case SIGNATURE_READY:
        made.bytes = sign_draft(work, record->digest, &draft, error);
        break;
    }
    signature_draft_clear(&draft);
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

static GByteArray *place(struct work *work, struct record *record)
{
    const struct placed_paper *placed = g_hash_table_lookup(work->signing->placed, record->digest);
    record->number = arena_strdup(work->arena, placed->number);
    record->date = arena_strdup(work->arena, placed->date);
    note_digest(work, record, placed->bytes);
    work->report->signed_now++;
    return g_byte_array_ref(placed->bytes);
}

static GByteArray *sign_paper(struct work *work, struct record *record, const GByteArray *paper,
                              GError **error)
{
    const struct folder_signing *signing = work->signing;
    const char *name = record->entry ? record->entry : record->file, *plain = record->digest;
    if (signing->placed)
        return place(work, record);
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
    if (signing->papers)
        issuing_sign(signing->papers,
                     &(struct paper_signed){plain, record->digest, made.signer, made.time});
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

/* One that waits still names the paper by its digest; what is placed waits for nobody. */
static void settle_sidecar(struct work *work, const struct record *record, const char *before,
                           const GByteArray *paper)
{
    struct record *sidecar = sidecar_of_record(work, record);
    if (!sidecar)
        return;
    if (work->signing->placed || signature_fields(paper->data, paper->len) == 0)
        g_hash_table_add(work->dropped, sidecar);
    else
        g_hash_table_insert(work->changed, sidecar,
                            arena_printf(work->arena, "%s\n%s", before, record->digest));
}

GByteArray *work_sidecar(const struct work *work, struct record *record, const GByteArray *bytes)
{
    const char *digests = g_hash_table_lookup(work->changed, record);
    if (!digests)
        return NULL;
    g_auto(GStrv) both = g_strsplit(digests, "\n", 2);
    GByteArray *now = sidecar_follow(bytes, both[0], both[1]);
    note_digest(work, record, now);
    return now;
}

bool work_wants(const struct work *work, const struct record *record)
{
    if (work->signing->placed)
        return g_hash_table_contains(work->signing->placed, record->digest);
    return sidecar_of_record(work, record) != NULL;
}

GByteArray *work_sign(struct work *work, struct record *record, const GByteArray *paper,
                      GError **error)
{
    const char *before = record->digest;
    GByteArray *out = sign_paper(work, record, paper, error);
    if (out)
        settle_sidecar(work, record, before, out);
    return out;
}
