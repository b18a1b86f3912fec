#include "../json.h"
#include "../plain.h"
#include "register.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"
#include "rapor/register/audit.h"

#include <stdio.h>

/* What was named behind "check": an evaluation, a built folder, in any order. */
struct against {
    struct session *session; /* or NULL */
    GPtrArray *records;      /* of the folder, or NULL */
    struct audit audit;
};

static bool add_evaluation(struct against *against, struct call *call, const char *path,
                           GError **error)
{
    const struct places places = {.layouts = call->options.layouts};
    against->session = session_open(path, places, call->diagnostics, error);
    if (!against->session)
        return false;
    const struct evaluation *evaluation = against->session->evaluation;
    against->audit.year = evaluation->year;
    against->audit.digest = evaluation->digest;
    against->audit.codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        g_hash_table_add(against->audit.codes, (void *)evaluation->institutions[i].code);
    for (size_t i = 0; i < evaluation->region_count; i++)
        g_hash_table_add(against->audit.codes, (void *)evaluation->regions[i].code);
    return true;
}

static bool add_folder(struct against *against, struct call *call, const char *path, GError **error)
{
    struct manifest manifest;
    against->records = g_ptr_array_new();
    if (!manifest_read(path, &manifest, call->arena, error) ||
        !manifest_read_files(path, against->records, call->arena, error))
        return false;
    against->audit.year = manifest.year;
    against->audit.folder = path;
    against->audit.made_of = manifest.input;
    against->audit.papers = against->records;
    return true;
}

static bool add_all(struct against *against, struct call *call, GError **error)
{
    for (char **input = call->options.inputs + 1; *input; input++) {
        const bool folder = g_file_test(*input, G_FILE_TEST_IS_DIR);
        if (!(folder ? add_folder : add_evaluation)(against, call, *input, error))
            return false;
    }
    return true;
}

static void print(const struct call *call, const GPtrArray *findings)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < findings->len; i++) {
        if (call->json) {
            json_begin(out, "finding");
            json_text(out, "text", findings->pdata[i]);
            json_end(out);
        } else {
            plain_append(out, findings->pdata[i]);
            g_string_append_c(out, '\n');
        }
    }
    fputs(out->str, stdout);
}

static int check(struct call *call, const struct paper_register *papers, GError **error)
{
    struct against against = {0};
    int code = FAILURE_DATA;
    if (add_all(&against, call, error)) {
        g_autoptr(GPtrArray) findings = register_audit(papers, &against.audit);
        print(call, findings);
        if (!call->json)
            fprintf(stderr, _("%s: %zu paper%s, %s\n"), register_path(call), papers->paper_count,
                    papers->paper_count == 1 ? "" : "s",
                    findings->len ? _("see above") : _("no problems"));
        code = findings->len ? FAILURE_DATA : FAILURE_NONE;
    }
    if (against.audit.codes)
        g_hash_table_destroy(against.audit.codes);
    if (against.records)
        g_ptr_array_unref(against.records);
    session_close(against.session);
    return code;
}

static int run_check(struct call *call, GError **error)
{
    struct paper_register *papers =
        register_read(register_path(call), call->diagnostics, call->arena, error);
    if (!papers) {
        if (!*error)
            fail(error, FAILURE_DATA, "%s: not usable as it is", register_path(call));
        return FAILURE_DATA;
    }
    const int code = check(call, papers, error);
    register_close(papers);
    return code;
}

const struct register_action register_check_action = {"check", 0, 2, "", run_check};
