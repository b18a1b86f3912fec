#include "../command.h"
#include "../guard/guard.h"
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

/* What became of the papers. */
struct adoption {
    const struct call *call;
    guint refused;
    GPtrArray *short_of; /* a line for each that was taken, but is no archival document */
};

static void tell_json(const char *folder, const struct signing_report *report,
                      const struct adoption *outcome)
{
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "adopted");
    json_text(out, "folder", folder);
    json_number(out, "papers", (int64_t)report->signed_now);
    json_number(out, "waiting", (int64_t)report->others);
    json_number(out, "refused", (int64_t)outcome->refused);
    json_number(out, "not-archival", (int64_t)outcome->short_of->len);
    json_end(out);
    fputs(out->str, stdout);
}

static void tell_refused(void *to, const char *name, const char *reason)
{
    struct adoption *outcome = to;
    g_autoptr(GString) line = g_string_new(NULL);
    outcome->refused++;
    if (outcome->call->json) {
        json_begin(line, "refused");
        json_text(line, "file", name);
        json_text(line, "text", reason);
        json_end(line);
        fputs(line->str, stdout);
        return;
    }
    g_string_append(line, _("refused: "));
    plain_append(line, name);
    g_string_append(line, ": ");
    plain_append(line, reason);
    fprintf(stderr, "%s\n", line->str);
}

/* A service that writes all of them anew makes the same of all. */
static void tell_shortcomings(const GPtrArray *lines)
{
    if (lines->len == 0)
        return;
    g_autoptr(GString) first = g_string_new(NULL);
    plain_append(first, lines->pdata[0]);
    fprintf(stderr,
            _("note: papers that were taken and are no PDF/A-3a and PDF/UA-1 any more: %u, "
              "such as %s\n"),
            lines->len, first->str);
}

static void tell(const char *folder, const struct signing_report *report,
                 const struct adoption *outcome)
{
    const struct call *call = outcome->call;
    if (!call->options.quiet)
        tell_shortcomings(outcome->short_of);
    if (call->json)
        tell_json(folder, report, outcome);
    else if (!call->options.quiet)
        fprintf(stderr, _("%s: signed papers taken: %zu, refused: %u, still missing: %zu\n"),
                folder, report->signed_now, outcome->refused, report->others);
}

/* Returns the exit code: refusals are data that are wrong. */
static int adopt(const struct call *call, struct folder_signing *signing, GError **error)
{
    const char *folder = call->options.inputs[0];
    struct signing_report report;
    const bool done = folder_sign(folder, signing, &report, error);
    g_autoptr(GPtrArray) short_of = returned_shortcomings(signing->returned);
    struct adoption outcome = {.call = call, .short_of = short_of};
    if (done) {
        returned_each_refused(signing->returned, tell_refused, &outcome);
        tell(folder, &report, &outcome);
    }
    signing_report_clear(&report);
    return done && outcome.refused == 0 ? FAILURE_NONE : FAILURE_DATA;
}

static int run(struct call *call, GError **error)
{
    struct registry *registry = NULL;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
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
           "for that, also where a service has written it anew; others are refused, with the\n"
           "reason, and the exit code is 65.  What was taken stands in DIR: archives, manifest\n"
           "and sums follow.  What is still missing is told, and what is no archival document\n"
           "any more.\n"),
    .options =
        (const struct option *const[]){options, options_json, options_guarded, options_all, NULL},
    .inputs_min = 2,
    .inputs_max = SIZE_MAX,
    .inputs = "DIR",
    .run = run,
};
