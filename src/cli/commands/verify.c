#include "../command.h"
#include "../json.h"
#include "../plain.h"
#include "../report.h"

#include "rapor/base/failure.h"
#include "rapor/verify/verify.h"

#include <stdio.h>

static const struct option options[] = {
    {"pdfa", 0, OPTION_FLAG, offsetof(struct options, pdfa), NULL,
     "judge documents by PDF/A-3a and PDF/UA-1"},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, "findings only, no summary"},
    {0},
};

static void print_human(GString *out, const struct finding *finding)
{
    plain_append(out, finding->file);
    if (finding->page)
        g_string_append_printf(out, ": page %u", finding->page);
    if (finding->object)
        g_string_append_printf(out, ": object %u", finding->object);
    g_string_append(out, ": ");
    g_autofree char *line = g_strdelimit(g_strdup(finding->text), "\n\t", ' ');
    plain_append(out, line);
    if (finding->clause)
        g_string_append_printf(out, " (%s)", finding->clause);
    g_string_append_c(out, '\n');
}

static void print_json(GString *out, const struct finding *finding)
{
    json_begin(out, "finding");
    json_text(out, "rule", finding->rule);
    json_text(out, "file", finding->file);
    if (finding->page)
        json_number(out, "page", finding->page);
    if (finding->object)
        json_number(out, "object", finding->object);
    json_text(out, "text", finding->text);
    json_text(out, "clause", finding->clause);
    json_end(out);
}

static void print_findings(const struct call *call, const struct findings *findings)
{
    size_t count;
    const struct finding *kept = findings_kept(findings, &count);
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        if (call->json)
            print_json(out, &kept[i]);
        else
            print_human(out, &kept[i]);
    fputs(out->str, stdout);
}

static void print_summary(const struct call *call, const char *input,
                          const struct findings *findings)
{
    size_t good, judged = findings_judged(findings, &good);
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "summary");
        json_text(out, "file", input);
        json_number(out, "judged", (int64_t)judged);
        json_number(out, "good", (int64_t)good);
        json_number(out, "findings", (int64_t)findings_count(findings));
        json_end(out);
        fputs(out->str, stdout);
        return;
    }
    if (call->options.quiet)
        return;
    const char *what = call->options.pdfa ? "PDF/A-3a and PDF/UA-1" : "as the manifest says";
    fprintf(stderr, "%s: %zu of %zu %s\n", input, good, judged, what);
}

/* Returns the exit code for one input. */
static int verify_input(const struct call *call, const char *input)
{
    struct findings *findings = findings_create();
    g_autoptr(GError) error = NULL;
    bool done = call->options.pdfa ? verify_documents(input, findings, &error)
                                   : verify_folder(input, findings, &error);
    size_t good, judged = findings_judged(findings, &good);
    print_findings(call, findings);
    if (error)
        report_failure(call, error);
    else
        print_summary(call, input, findings);
    int code = done && good == judged ? FAILURE_NONE : FAILURE_DATA;
    findings_destroy(findings);
    if (done && judged == 0) {
        g_autoptr(GError) empty = NULL;
        fail(&empty, FAILURE_DATA, "%s: there is nothing to judge in it", input);
        report_failure(call, empty);
        return FAILURE_DATA;
    }
    return error ? error->code : code;
}

static int run(struct call *call, GError **error)
{
    int worst = FAILURE_NONE;
    (void)error;
    for (char **input = call->options.inputs; *input; input++) {
        int code = verify_input(call, *input);
        worst = MAX(worst, code);
    }
    return worst;
}

const struct command command_verify = {
    .name = "verify",
    .operands = "[--pdfa] IN...",
    .summary = "check a built folder against its manifest, or PDFs against the standards",
    .examples = "rapor verify hasil                      # nothing changed, missing or added?\n"
                "rapor verify --pdfa surat.pdf wilayah/13.zip\n"
                "rapor verify --pdfa --json hasil | jq -r .text\n",
    .about = "Without --pdfa, IN is a folder that build made: every file, and every entry of\n"
             "its archives, is compared with MANIFEST.json by size and SHA-256.  With --pdfa,\n"
             "IN is a PDF, a zip archive or a folder of these; every PDF in it, whoever made\n"
             "it, is judged by ISO 19005-3 at level A and ISO 14289-1.  What is wrong stands on\n"
             "standard output, one line each, with page, object and clause; exit code 65.\n",
    .options = (const struct option *const[]){options, options_json, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = SIZE_MAX,
    .inputs = "IN",
    .run = run,
};
