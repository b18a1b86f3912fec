#include "../command.h"
#include "../guard/guard.h"
#include "../json.h"
#include "../plain.h"
#include "../report.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/read/register.h"
#include "rapor/register/registry.h"
#include "rapor/verify/signatures.h"
#include "rapor/verify/verify.h"

#include <errno.h>
#include <stdio.h>

static const struct option options[] = {
    {"pdfa", 0, OPTION_FLAG, offsetof(struct options, pdfa), NULL,
     N_("judge documents by PDF/A-3a and PDF/UA-1")},
    {"signatures", 0, OPTION_FLAG, offsetof(struct options, signatures), NULL,
     N_("judge electronic signatures")},
    {"roots", 0, OPTION_TEXT, offsetof(struct options, roots), "FILE",
     N_("certificates that are trusted (PEM): chains have to lead there")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("look PDFs up in this register: which paper, and whether in force")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL,
     N_("findings only, no summary")},
    {0},
};

static void print_human(GString *out, const struct diagnostic *diagnostic)
{
    plain_append(out, diagnostic->file);
    if (diagnostic->page)
        g_string_append_printf(out, _(": page %u"), diagnostic->page);
    if (diagnostic->object)
        g_string_append_printf(out, _(": object %u"), diagnostic->object);
    g_string_append(out, ": ");
    if (diagnostic->severity == SEVERITY_NOTE)
        g_string_append(out, _("note: "));
    g_autofree char *line = g_strdelimit(g_strdup(diagnostic->text), "\n\t", ' ');
    plain_append(out, line);
    if (diagnostic->clause)
        g_string_append_printf(out, " (%s)", diagnostic->clause);
    g_string_append_c(out, '\n');
}

static void print_json(GString *out, const struct diagnostic *diagnostic)
{
    json_begin(out, "finding");
    json_text(out, "severity", diagnostic->severity == SEVERITY_NOTE ? "note" : "error");
    json_text(out, "rule", diagnostic->id);
    json_text(out, "file", diagnostic->file);
    if (diagnostic->page)
        json_number(out, "page", diagnostic->page);
    if (diagnostic->object)
        json_number(out, "object", diagnostic->object);
    json_text(out, "text", diagnostic->text);
    json_text(out, "clause", diagnostic->clause);
    json_end(out);
}

static void print_findings(const struct call *call, const struct conformance *conformance)
{
    size_t count;
    const struct diagnostic *kept = conformance_kept(conformance, &count);
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        if (call->json)
            print_json(out, &kept[i]);
        else
            print_human(out, &kept[i]);
    fputs(out->str, stdout);
}

static char *time_text(time_t seconds)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(seconds);
    return g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
}

static void append_verdict_json(GString *out, const struct signature_verdict *verdict)
{
    g_autofree char *claimed = time_text(verdict->claimed), *stamped = time_text(verdict->stamped);
    json_begin(out, "signature");
    json_text(out, "file", verdict->file);
    json_text(out, "field", verdict->field);
    json_text(out, "signer", verdict->signer);
    json_text(out, "serial", verdict->serial);
    json_text(out, "issuer", verdict->issuer);
    json_text(out, "level", verdict->level);
    json_text(out, "claimed", claimed);
    json_text(out, "stamped", verdict->stamped ? stamped : NULL);
    json_number(out, "certified", verdict->certified);
    json_number(out, "whole", verdict->whole);
    json_number(out, "trusted", verdict->trusted);
    json_number(out, "valid", verdict->valid);
    json_end(out);
}

/* "surat.pdf: valid: Ratna Contoh, 2026-11-29T12:00:00Z, B-T, whole, trusted" */
static void append_verdict(GString *out, const struct signature_verdict *verdict, bool roots)
{
    g_autofree char *time = time_text(verdict->stamped ? verdict->stamped : verdict->claimed);
    plain_append(out, verdict->file);
    g_string_append(out, verdict->valid ? _(": valid: ") : _(": NOT VALID: "));
    plain_append(out, verdict->signer ? verdict->signer : _("nobody known"));
    g_string_append_printf(out, ", %s%s, PAdES %s%s%s%s\n", verdict->stamped ? _("stamped ") : "",
                           time, verdict->level ? verdict->level : "-",
                           verdict->whole ? "" : _(", more was appended later"),
                           verdict->certified ? _(", certified") : "",
                           !roots             ? _(", certificate not judged")
                           : verdict->trusted ? _(", certificate trusted")
                                              : "");
}

static void print_verdict(void *to, const struct signature_verdict *verdict)
{
    const struct call *call = to;
    g_autoptr(GString) out = g_string_new(NULL);
    if (call->json)
        append_verdict_json(out, verdict);
    else
        append_verdict(out, verdict, call->options.roots != NULL);
    if (!call->options.quiet || call->json || !verdict->valid)
        fputs(out->str, stdout);
}

static void append_json(GString *out, const char *name, const struct paper *paper)
{
    json_begin(out, "registered");
    json_text(out, "file", name);
    json_text(out, "kind", paper->kind);
    json_text(out, "code", paper->code);
    json_text(out, "number", paper->number);
    json_text(out, "date", paper->date);
    json_number(out, "edition", paper->edition);
    json_text(out, "state", register_word(paper->state));
    json_text(out, "signer", paper->signer);
    json_end(out);
}

/* "surat.pdf: letter 13.01, B/21/PD.02/2021, 2022-01-10, edition 1, issued" */
static void print_registered(void *to, const char *name, const struct paper *paper)
{
    const struct call *call = to;
    g_autoptr(GString) out = g_string_new(NULL);
    const char *const parts[] = {paper->number, paper->date, paper->signer};
    if (call->json) {
        append_json(out, name, paper);
    } else if (!call->options.quiet) {
        plain_append(out, name);
        g_string_append_printf(out, ": %s %s", paper->kind, paper->code ? paper->code : "");
        for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
            if (parts[i]) {
                g_string_append(out, ", ");
                plain_append(out, parts[i]);
            }
        g_string_append_printf(out, _(", edition %u, %s\n"), paper->edition,
                               register_word(paper->state));
    }
    fputs(out->str, stdout);
}

static bool judge_registered(const struct call *call, const char *input,
                             struct conformance *conformance, GError **error)
{
    const struct registered_listener listener = {print_registered, (void *)call};
    struct registry *registry = registry_look(call->options.registry, call->diagnostics, error);
    const bool judged = registry && verify_registered(input, registry_papers(registry), &listener,
                                                      conformance, error);
    registry_close(registry);
    return judged;
}

static bool judge(const struct call *call, const char *input, struct conformance *conformance,
                  GError **error)
{
    const struct signature_judging judging = {
        .roots = call->options.roots, .tell = print_verdict, .to = (void *)call};
    if (call->options.registry)
        return judge_registered(call, input, conformance, error);
    if (call->options.signatures)
        return verify_signatures(input, &judging, conformance, error);
    if (call->options.pdfa)
        return verify_documents(input, conformance, error);
    return g_file_test(input, G_FILE_TEST_IS_DIR) ? verify_folder(input, conformance, error)
                                                  : verify_sums(input, conformance, error);
}

static void print_summary(const struct call *call, const char *input,
                          const struct conformance *conformance)
{
    size_t good, judged = conformance_judged(conformance, &good);
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "summary");
        json_text(out, "file", input);
        json_number(out, "judged", (int64_t)judged);
        json_number(out, "good", (int64_t)good);
        json_number(out, "findings", (int64_t)conformance_count(conformance));
        json_end(out);
        fputs(out->str, stdout);
        return;
    }
    if (call->options.quiet)
        return;
    const char *what = call->options.signatures ? _("signed and unchanged")
                       : call->options.registry ? _("in force")
                       : call->options.pdfa     ? _("PDF/A-3a and PDF/UA-1")
                                                : _("as the manifest says");
    fprintf(stderr, _("%s: %zu of %zu %s\n"), input, good, judged, what);
}

/* Returns the exit code for one input. */
static int verify_input(const struct call *call, const char *input)
{
    struct conformance *conformance = conformance_create();
    g_autoptr(GError) error = NULL;
    bool done = disk_has(input) ? judge(call, input, conformance, &error)
                                : fail(&error, FAILURE_INPUT, "%s: %s", input, g_strerror(ENOENT));
    size_t good, judged = conformance_judged(conformance, &good);
    print_findings(call, conformance);
    if (error)
        report_failure(call, error);
    else
        print_summary(call, input, conformance);
    int code = done && good == judged ? FAILURE_NONE : FAILURE_DATA;
    conformance_destroy(conformance);
    if (done && judged == 0) {
        g_autoptr(GError) empty = NULL;
        fail(&empty, FAILURE_DATA,
             call->options.signatures ? "%s: nobody has signed it"
                                      : "%s: there is nothing to judge in it",
             input);
        report_failure(call, empty);
        return FAILURE_DATA;
    }
    return error ? error->code : code;
}

static bool check_options(const struct options *given, GError **error)
{
    if (given->pdfa + given->signatures + (given->registry != NULL) > 1)
        return fail(error, FAILURE_USAGE,
                    "--pdfa, --signatures and --register judge apart: one at a time");
    return given->signatures || !given->roots ||
           fail(error, FAILURE_USAGE, "--roots needs --signatures");
}

static int run(struct call *call, GError **error)
{
    int worst = FAILURE_NONE;
    if (!check_options(&call->options, error))
        return FAILURE_USAGE;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    for (char **input = call->options.inputs; *input; input++) {
        int code = verify_input(call, *input);
        worst = MAX(worst, code);
    }
    return worst;
}

const struct command command_verify = {
    .name = "verify",
    .operands = "[--pdfa|--signatures|--register FILE] IN...",
    .summary = N_("check a built folder, PDFs against the standards, or signatures"),
    .examples =
        N_("rapor verify hasil                      # nothing changed, missing or added?\n"
           "rapor verify 13.01-kabupaten-pesisir-selatan.zip  # a pack, by the sums in it\n"
           "rapor verify --pdfa surat.pdf wilayah/13.zip\n"
           "rapor verify --pdfa --json hasil | jq -r .text\n"
           "rapor verify --signatures --roots bsre.pem surat.pdf\n"
           "rapor verify --register register.xml surat.pdf    # which paper, and in force?\n"),
    .about =
        N_("Without --pdfa, IN is a folder that build made: every file, and every entry of\n"
           "its archives, is compared with MANIFEST.json by size and SHA-256.  With --pdfa,\n"
           "IN is a PDF, a zip archive or a folder of these; every PDF in it, whoever made\n"
           "it, is judged by ISO 19005-3 at level A and ISO 14289-1.  What is wrong stands on\n"
           "standard output, one line each, with page, object and clause; exit code 65.\n"
           "With --signatures, each signature is judged: whether it is of these bytes, what\n"
           "was appended later, and with --roots whether its certificate can be trusted.\n"
           "With --register, each PDF is looked up by its SHA-256: which paper it is, and\n"
           "whether it is in force.\n"),
    .options =
        (const struct option *const[]){options, options_json, options_guarded, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = SIZE_MAX,
    .inputs = "IN",
    .run = run,
};
