/* The signatures of many files: each file is judged by one thread, and told in its order. */
#include "signature.h"

/* A file while it is judged, and what was found. */
struct judged_file {
    const struct signature_judging *judging;
    X509_STORE *roots;
    const char *path;
    struct conformance *conformance;
    GArray *verdicts; /* struct signature_verdict, with texts of their own */
    GError *error;
};

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
    struct judged_file *file = to;
    g_array_append_vals(file->verdicts, verdict, 1);
    struct signature_verdict *kept =
        &g_array_index(file->verdicts, struct signature_verdict, file->verdicts->len - 1);
    kept->file = g_strdup(verdict->file);
    kept->field = g_strdup(verdict->field);
    kept->signer = g_strdup(verdict->signer);
    kept->serial = g_strdup(verdict->serial);
    kept->issuer = g_strdup(verdict->issuer);
}

static void judge_file(void *data, void *unused)
{
    struct judged_file *file = data;
    const struct signature_judging keeping = {.tell = keep_verdict, .to = file};
    struct signed_document document = {
        .conformance = file->conformance, .judging = &keeping, .roots = file->roots};
    (void)unused;
    documents_of_file(file->path, signature_judge_document, &document, &file->error);
}

static void tell_file(struct judged_file *file, struct conformance *conformance, GError **error)
{
    for (guint i = 0; i < file->verdicts->len; i++)
        if (file->judging->tell)
            file->judging->tell(file->judging->to,
                                &g_array_index(file->verdicts, struct signature_verdict, i));
    conformance_join(conformance, file->conformance);
    if (file->error && error && !*error)
        g_propagate_error(error, g_steal_pointer(&file->error));
    g_clear_error(&file->error);
    g_array_unref(file->verdicts);
    conformance_destroy(file->conformance);
}

bool signature_judge_files(const GPtrArray *paths, const struct signed_document *terms,
                           GError **error)
{
    struct judged_file *files = g_new0(struct judged_file, MAX(paths->len, 1));
    GThreadPool *pool =
        g_thread_pool_new(judge_file, NULL, (int)g_get_num_processors(), TRUE, NULL);
    g_autoptr(GError) first = NULL;
    for (guint i = 0; i < paths->len; i++) {
        files[i] = (struct judged_file){.judging = terms->judging,
                                        .roots = terms->roots,
                                        .path = paths->pdata[i],
                                        .conformance = conformance_create()};
        files[i].verdicts = g_array_new(FALSE, FALSE, sizeof(struct signature_verdict));
        g_array_set_clear_func(files[i].verdicts, clear_verdict);
        g_thread_pool_push(pool, &files[i], NULL);
    }
    g_thread_pool_free(pool, FALSE, TRUE);
    for (guint i = 0; i < paths->len; i++)
        tell_file(&files[i], terms->conformance, &first);
    g_free(files);
    const bool judged = first == NULL;
    if (first)
        g_propagate_error(error, g_steal_pointer(&first));
    return judged;
}
