/* A paper that was just made is signed, where the run signs. */
#include "../job.h"
#include "notary.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/times.h"
#include "rapor/sign/resume.h"
#include "rapor/sign/signature.h"
#include "rapor/type/pages.h"

/* Asks for the signature; the paper is kept, should the run break off. */
static GByteArray *sign_draft(const struct job *job, struct signature_draft *draft,
                              const char *plain, GError **error)
{
    g_autoptr(GBytes) cms = notary_ask(job->reporter, draft->digest);
    if (!cms) {
        fail(error, FAILURE_UNAVAILABLE, "nobody signs any more");
        return NULL;
    }
    g_autoptr(GByteArray) paper = signature_end(draft, cms, job->run->build->signing->terms, error);
    struct resume *resume = job->reporter->resume;
    return paper && (!resume || resume_keep(resume, plain, paper, error)) ? g_steal_pointer(&paper)
                                                                          : NULL;
}

/* Puts the signed paper in the place of the one that was made. */
static bool finish(const struct job *job, struct signature_draft *draft, struct rendered *rendered,
                   char **digest, GError **error)
{
    g_autofree char *plain = g_strdup(*digest);
    struct resume *resume = job->reporter->resume;
    g_autoptr(GByteArray) kept = resume ? resume_find(resume, plain) : NULL, made = NULL;
    if (!kept && !(made = sign_draft(job, draft, plain, error)))
        return false;
    const GByteArray *paper = kept ? kept : made;
    g_free(*digest);
    *digest = digest_bytes(paper->data, paper->len);
    g_byte_array_set_size(rendered->bytes, 0);
    g_byte_array_append(rendered->bytes, paper->data, paper->len);
    rendered->waits = draft->left > 0;
    job_report(job, &(struct message){.kind = MESSAGE_SIGNED,
                                      .code = kept != NULL,
                                      .text = plain,
                                      .record = {.digest = *digest}});
    return true;
}

static bool sign(const struct job *job, struct rendered *rendered, char **digest, GError **error)
{
    const struct paper_bytes paper = {rendered->bytes->data, rendered->bytes->len};
    struct signature_draft draft;
    g_autoptr(GError) cause = NULL;
    bool made = true;
    switch (signature_begin(&paper, job->reporter->card, job->run->build->signing->terms, &draft,
                            &cause)) {
    case SIGNATURE_NONE:
        break;
    case SIGNATURE_OTHERS:
        job_report(job, &(struct message){.kind = MESSAGE_WAITS, .text = draft.whom});
        break;
    case SIGNATURE_READY:
        made = finish(job, &draft, rendered, digest, &cause);
        break;
    }
    signature_draft_clear(&draft);
    if (cause)
        g_propagate_error(error, g_steal_pointer(&cause));
    return made && !cause;
}

bool signed_make(const struct job *job, struct rendered *rendered, char **digest, GError **error)
{
    rendered->waits = rendered->before || (rendered->pages && rendered->pages->signing_count > 0);
    if (!rendered->waits || !job->run->build->signing)
        return true;
    const enum phase before = times_enter(PHASE_SIGN);
    const bool made = sign(job, rendered, digest, error);
    times_enter(before);
    return made;
}
