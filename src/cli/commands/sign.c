#include "../command.h"
#include "../json.h"
#include "../report.h"
#include "../signing.h"
#include "../suggest.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/files.h"
#include "rapor/register/registry.h"
#include "rapor/sign/batch.h"
#include "rapor/sign/folder.h"
#include "rapor/sign/signature.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"for", 0, OPTION_TEXT, offsetof(struct options, service), "bsre",
     N_("sign nothing: write what waits as the signing service takes it")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "DIR",
     N_("where that is written")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("the register that notes who signed, and when")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, N_("errors only")},
    {0},
};

static GByteArray *sign_bytes(const char *path, const struct paper_bytes *paper,
                              const struct folder_signing *signing, GError **error)
{
    const struct signer_card card = signer_card(signing->signer, signing->terms);
    struct signature_draft draft;
    GByteArray *out = NULL;
    g_autoptr(GError) cause = NULL;
    switch (signature_begin(paper, &card, signing->terms, &draft, &cause)) {
    case SIGNATURE_NONE:
        if (!cause)
            fail(&cause, FAILURE_DATA, "no field waits for a signature");
        break;
    case SIGNATURE_OTHERS:
        fail(&cause, FAILURE_DATA, "waits for %s, not for %s", draft.whom, card.name);
        break;
    case SIGNATURE_READY:
        out = signature_sign(&draft, signing->signer, signing->terms, &cause);
        break;
    }
    signature_draft_clear(&draft);
    if (cause)
        g_propagate_prefixed_error(error, g_steal_pointer(&cause), "%s: ", path);
    return out;
}

static bool sign_file(const char *path, const struct folder_signing *signing, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GByteArray) bytes = files_read(path, error);
    if (!bytes)
        return false;
    const struct paper_bytes paper = {bytes->data, bytes->len};
    g_autoptr(GByteArray) out = sign_bytes(path, &paper, signing, error);
    if (!out)
        return false;
    return g_file_set_contents(path, (const char *)out->data, (gssize)out->len, &cause) ||
           fail(error, FAILURE_IO, "%s", cause->message);
}

static void tell_report(const struct call *call, const char *path,
                        const struct signing_report *report, const char *signer)
{
    g_autofree char *others = signing_names(report->names);
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "signed");
        json_text(out, "folder", path);
        json_text(out, "signer", signer);
        json_number(out, "papers", (int64_t)report->signed_now);
        json_number(out, "waiting", (int64_t)report->others);
        json_end(out);
        fputs(out->str, stdout);
        return;
    }
    if (call->options.quiet)
        return;
    fprintf(stderr,
            ngettext("%s: %zu paper signed by %s; archives and files rewritten: %zu\n",
                     "%s: %zu papers signed by %s; archives and files rewritten: %zu\n",
                     report->signed_now),
            path, report->signed_now, signer, report->files);
    if (report->resumed > 0)
        fprintf(stderr, _("%s: %zu of them before a run broke off\n"), path, report->resumed);
    if (report->others > 0)
        fprintf(stderr,
                ngettext("%s: %zu paper waits for %s\n", "%s: %zu papers wait for %s\n",
                         report->others),
                path, report->others, others);
}

/* What was signed before it failed is kept beside the folder. */
static void add_kept(const struct signing_report *report, GError **error)
{
    if (report->signed_now == 0 || !error || !*error)
        return;
    char *said = (*error)->message;
    (*error)->message = g_strdup_printf(
        ngettext("%s\nhint: %zu paper is signed and kept: the same command goes on from there",
                 "%s\nhint: %zu papers are signed and kept: the same command goes on from there",
                 report->signed_now),
        said, report->signed_now);
    g_free(said);
}

static bool sign_input(const struct call *call, const char *path,
                       const struct folder_signing *signing, GError **error)
{
    struct signing_report report;
    const char *name = signer_card(signing->signer, signing->terms).name;
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return sign_file(path, signing, error);
    bool done = folder_sign(path, signing, &report, error);
    if (!done)
        add_kept(&report, error);
    if (done && report.signed_now == 0 && report.others > 0) {
        g_autofree char *others = signing_names(report.names);
        done =
            fail(error, FAILURE_DATA, "%s: no paper waits for %s, but for %s", path, name, others);
    } else if (done && report.signed_now == 0) {
        done = fail(error, FAILURE_DATA, "%s: no paper waits for a signature", path);
    }
    if (done)
        tell_report(call, path, &report, name);
    signing_report_clear(&report);
    return done;
}

static bool sign_inputs(struct call *call, struct folder_signing *signing, GError **error)
{
    struct registry *registry = NULL;
    if (call->options.registry) {
        registry = registry_open(call->options.registry, false, call->diagnostics, error);
        if (!registry)
            return false;
        signing->papers = registry_papers(registry);
    }
    bool done = true;
    for (char **path = call->options.inputs; done && *path; path++)
        done = sign_input(call, *path, signing, error);
    if (registry && done)
        done = registry_save(registry, error);
    registry_close(registry);
    return done;
}

static bool check_service(const struct options *given, GError **error)
{
    static const char *const services[] = {"bsre"};
    static const struct choice choice = {N_("service"), services, G_N_ELEMENTS(services)};
    return choice_has(&choice, given->service, error) &&
           (given->output || fail(error, FAILURE_USAGE, "--for needs -o DIR"));
}

static bool write_batches(const struct call *call, GError **error)
{
    const char *out = call->options.output;
    if (call->options.inputs[1])
        return fail(error, FAILURE_USAGE, "sign: --for takes one folder");
    const size_t papers = batch_write(call->options.inputs[0], out, error);
    if (papers > 0 && !call->options.quiet)
        fprintf(
            stderr,
            _("%s: papers written: %zu, in batches of at most %d; sign them invisibly, then: rapor "
              "adopt %s SIGNED...\n"),
            out, papers, BATCH_PAPERS, call->options.inputs[0]);
    return papers > 0;
}

static bool sign(struct call *call, const struct signing_terms *terms, GError **error)
{
    struct signer *signer = signing_open(&call->options, terms, error);
    struct folder_signing signing = {.signer = signer, .terms = terms};
    const bool done = signer && sign_inputs(call, &signing, error);
    signer_close(signer);
    return done;
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    struct signing_terms terms;
    if (given->service && !check_service(given, error))
        return FAILURE_USAGE;
    if (given->service)
        return write_batches(call, error) ? FAILURE_NONE : FAILURE_DATA;
    if (!signing_read(given, &terms, error))
        return FAILURE_USAGE;
    const bool done = sign(call, &terms, error);
    signing_clear(&terms);
    return done ? FAILURE_NONE : FAILURE_DATA;
}

const struct command command_sign = {
    .name = "sign",
    .operands = "IN... --key KEY | DIR --for bsre -o DIR",
    .summary = N_("sign the papers that wait for one person's electronic signature"),
    .examples =
        N_("rapor sign hasil --key pkcs12:kunci.p12 --register register.xml\n"
           "rapor sign surat.pdf --key 'pkcs11:token=Biro;object=tte' --pin-file pin\n"
           "rapor sign hasil --key pkcs12:kunci.p12 --level b-t --tsa http://tsa.example/\n"
           "rapor sign hasil --key pkcs12:segel.p12 --seal    # an organisation's certificate\n"
           "rapor sign hasil --for bsre -o kirim    # for a service that signs elsewhere\n"),
    .about =
        N_("IN is a folder that build made, or a PDF of it.  Signed are the papers that wait\n"
           "for the person of the certificate, by name or serial number, in one go: archives,\n"
           "manifest and sums follow, whole or not at all.  The PIN is asked for on the\n"
           "terminal, and tried once.  Papers stay PDF/A-3a and PDF/UA-1.  A run that broke\n"
           "off goes on where it was.  doc/signing.md tells what to prepare.\n"),
    .options =
        (const struct option *const[]){options_signing, options, options_json, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = SIZE_MAX,
    .inputs = "IN",
    .run = run,
};
