#include "../command.h"
#include "../json.h"
#include "../plain.h"
#include "../report.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/register/registry.h"
#include "rapor/sign/folder.h"
#include "rapor/sign/returned.h"

#include <stdio.h>

static const struct option options[] = {
    {"roots", 0, OPTION_TEXT, offsetof(struct options, roots), "FILE",
     N_("certificates that are trusted (PEM): chains have to lead there")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("the register that notes who signed, and when")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, N_("refusals only")},
    {0},
};

static void tell_json(const char *folder, const struct signing_report *report,
                      const GPtrArray *refused)
{
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "adopted");
    json_text(out, "folder", folder);
    json_number(out, "papers", (int64_t)report->signed_now);
    json_number(out, "waiting", (int64_t)report->others);
    json_number(out, "refused", (int64_t)refused->len);
    json_end(out);
    fputs(out->str, stdout);
}

static void tell(const struct call *call, const char *folder, const struct signing_report *report,
                 const GPtrArray *refused)
{
    for (guint i = 0; i < refused->len; i++) {
        g_autoptr(GString) line = g_string_new(_("refused: "));
        plain_append(line, refused->pdata[i]);
        fprintf(stderr, "%s\n", line->str);
    }
    if (call->json)
        tell_json(folder, report, refused);
    else if (!call->options.quiet)
        fprintf(stderr, _("%s: signed papers taken: %zu, refused: %u, still missing: %zu\n"),
                folder, report->signed_now, refused->len, report->others);
}

/* Returns the exit code: refusals are data that are wrong. */
static int adopt(const struct call *call, struct folder_signing *signing, GError **error)
{
    const char *folder = call->options.inputs[0];
    struct signing_report report;
    const bool done = folder_sign(folder, signing, &report, error);
    g_autoptr(GPtrArray) refused = returned_refused(signing->returned);
    if (done)
        tell(call, folder, &report, refused);
    signing_report_clear(&report);
    return done && refused->len == 0 ? FAILURE_NONE : FAILURE_DATA;
}

static int run(struct call *call, GError **error)
{
    struct registry *registry = NULL;
    if (call->options.registry) {
        registry = registry_open(call->options.registry, false, call->diagnostics, error);
        if (!registry)
            return FAILURE_DATA;
    }
    struct folder_signing signing = {
        .papers = registry ? registry_papers(registry) : NULL,
        .returned = returned_read(call->options.inputs + 1, call->options.roots, error)};
    int code = signing.returned ? adopt(call, &signing, error) : FAILURE_INPUT;
    if (registry && signing.returned && (!error || !*error))
        registry_save(registry, error);
    registry_close(registry);
    returned_free(signing.returned);
    return code;
}

const struct command command_adopt = {
    .name = "adopt",
    .operands = "DIR SIGNED...",
    .summary = N_("take papers back that others have signed"),
    .examples = N_("rapor sign hasil --for bsre -o kirim      # as the signing service takes them\n"
                   "rapor adopt hasil kembali/*.pdf --roots bsre.pem --register register.xml\n"),
    .about =
        N_("SIGNED are PDFs, archives, or folders of these, in any order.  Each has to be one\n"
           "of the papers of DIR that wait, signed by whom it waits for, and unchanged but\n"
           "for that; others are refused, with the reason, and the exit code is 65.  What was\n"
           "taken stands in DIR: archives, manifest and sums follow.  What is still missing\n"
           "is told.\n"),
    .options = (const struct option *const[]){options, options_json, options_all, NULL},
    .inputs_min = 2,
    .inputs_max = SIZE_MAX,
    .inputs = "DIR",
    .run = run,
};
