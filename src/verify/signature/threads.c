/* The signatures of many documents: each is judged by one thread, and told in its order. */
#include "signature.h"

#include "../documents.h"

static void clear_verdict(void *data)
{
    const struct signature_verdict *verdict = data;
    const char *const texts[] = {verdict->file, verdict->field, verdict->signer, verdict->serial,
                                 verdict->issuer};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free((char *)texts[i]);
}

static void keep_verdict(void *to, const struct signature_verdict *verdict)
{
    GArray *verdicts = to;
    g_array_append_vals(verdicts, verdict, 1);
    struct signature_verdict *kept =
        &g_array_index(verdicts, struct signature_verdict, verdicts->len - 1);
    kept->file = g_strdup(verdict->file);
    kept->field = g_strdup(verdict->field);
    kept->signer = g_strdup(verdict->signer);
    kept->serial = g_strdup(verdict->serial);
    kept->issuer = g_strdup(verdict->issuer);
}

static void judge(const void *data, struct judged_document *document)
{
    const struct signed_document *terms = data;
    GArray *verdicts = g_array_new(FALSE, FALSE, sizeof(struct signature_verdict));
    const struct signature_judging keeping = {.tell = keep_verdict, .to = verdicts};
    struct signed_document with = {
        .conformance = document->conformance, .judging = &keeping, .roots = terms->roots};
    size_t size;
    const void *bytes = g_bytes_get_data(document->bytes, &size);
    g_array_set_clear_func(verdicts, clear_verdict);
    document->own = verdicts;
    signature_judge_document(&with, document->name, bytes ? bytes : "", size);
}

static void tell(const void *data, struct judged_document *document)
{
    const struct signed_document *terms = data;
    GArray *verdicts = document->own;
    for (guint i = 0; i < verdicts->len; i++)
        if (terms->judging->tell)
            terms->judging->tell(terms->judging->to,
                                 &g_array_index(verdicts, struct signature_verdict, i));
    g_array_unref(verdicts);
}

bool signature_judge_all(const char *path, const struct signed_document *terms, GError **error)
{
    const struct documents_judging judging = {judge, tell, terms, terms->conformance};
    return documents_judge(path, &judging, error);
}
