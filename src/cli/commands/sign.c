#include "../command.h"
#include "../json.h"
#include "../pin.h"
#include "../report.h"

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
    {"key", 0, OPTION_TEXT, offsetof(struct options, key), "KEY",
     N_("pkcs12:FILE, or the pkcs11: URI of a key on a token")},
    {"pin-file", 0, OPTION_TEXT, offsetof(struct options, pin_file), "FILE",
     N_("its PIN or passphrase: the first line of a file of yours alone")},
    {"pin-fd", 0, OPTION_NUMBER, offsetof(struct options, pin_fd), "N",
     N_("the same, from an open descriptor")},
    {"chain", 0, OPTION_TEXT, offsetof(struct options, chain), "FILE",
     N_("certificates above that of the key (PEM)")},
    {"level", 0, OPTION_TEXT, offsetof(struct options, level), "b-b|b-t",
     N_("of PAdES; b-t has a time stamp")},
    {"tsa", 0, OPTION_TEXT, offsetof(struct options, tsa), "AUTHORITY",
     N_("who gives time stamps (RFC 3161): http://..., or a command")},
    {"certify", 0, OPTION_NUMBER, offsetof(struct options, certify), "1|2",
     N_("what may change later: 1 nothing, 2 signatures and proofs")},
    {"for", 0, OPTION_TEXT, offsetof(struct options, service), "bsre",
     N_("sign nothing: write what waits as the signing service takes it")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "DIR",
     N_("where that is written")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("the register that notes who signed, and when")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, N_("errors only")},
    {0},
};

static bool check_options(const struct options *given, GError **error)
{
    if (given->service)
        return given->output || fail(error, FAILURE_USAGE, "sign: --for needs -o DIR");
    const bool stamped = g_strcmp0(given->level, "b-t") == 0;
    if (!given->key)
        return fail(error, FAILURE_USAGE, "sign: --key is missing\nhint: --key pkcs12:kunci.p12");
    if (given->pin_file && given->pin_fd > 0)
        return fail(error, FAILURE_USAGE, "sign: --pin-file and --pin-fd exclude one another");
    if (given->level && !stamped && strcmp(given->level, "b-b") != 0)
        return fail(error, FAILURE_USAGE, "sign: --level is b-b or b-t, not \"%s\"", given->level);
    if (stamped && !given->tsa)
        return fail(error, FAILURE_USAGE, "sign: --level b-t needs --tsa");
    if (given->level && !stamped && given->tsa)
        return fail(error, FAILURE_USAGE, "sign: --level b-b takes no time stamp");
    return given->certify <= 2 || fail(error, FAILURE_USAGE, "sign: --certify is 1 or 2");
}

/* What signatures say of the time: now, or what SOURCE_DATE_EPOCH says. */
static time_t clock_of_run(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    return epoch && *epoch ? (time_t)g_ascii_strtoll(epoch, NULL, 10) : time(NULL);
}

static bool sign_file(const char *path, const struct folder_signing *signing, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, error))
        return false;
    g_autofree char *whom = signature_waits_for(bytes, length, signing->signer);
    if (whom && signature_fields(bytes, length) > 0)
        return fail(error, FAILURE_DATA, "%s: waits for %s, not for %s", path, whom,
                    signer_name(signing->signer));
    g_autoptr(GByteArray) out =
        signature_add(bytes, length, signing->signer, signing->terms, error);
    if (!out) {
        g_prefix_error(error, "%s: ", path);
        return false;
    }
    return g_file_set_contents(path, (const char *)out->data, (gssize)out->len, error);
}

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *names_of(GHashTable *names)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(sorted, name);
    g_ptr_array_sort(sorted, by_text);
    g_ptr_array_add(sorted, NULL);
    return g_strjoinv(", ", (char **)sorted->pdata);
}

static void tell_report(const struct call *call, const char *path,
                        const struct signing_report *report, const struct signer *signer)
{
    g_autofree char *others = names_of(report->names);
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "signed");
        json_text(out, "folder", path);
        json_text(out, "signer", signer_name(signer));
        json_number(out, "papers", (int64_t)report->signed_now);
        json_number(out, "waiting", (int64_t)report->others);
        json_end(out);
        fputs(out->str, stdout);
        return;
    }
    if (call->options.quiet)
        return;
    fprintf(stderr, _("%s: %zu paper%s signed by %s in %zu file%s\n"), path, report->signed_now,
            report->signed_now == 1 ? "" : "s", signer_name(signer), report->files,
            report->files == 1 ? "" : "s");
    if (report->others > 0)
        fprintf(stderr, _("%s: %zu paper%s wait%s for %s\n"), path, report->others,
                report->others == 1 ? "" : "s", report->others == 1 ? "s" : "", others);
}

static bool sign_input(const struct call *call, const char *path,
                       const struct folder_signing *signing, GError **error)
{
    struct signing_report report;
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return sign_file(path, signing, error);
    bool done = folder_sign(path, signing, &report, error);
    if (done && report.signed_now == 0 && report.others > 0) {
        g_autofree char *others = names_of(report.names);
        done = fail(error, FAILURE_DATA, "%s: no paper waits for %s, but for %s", path,
                    signer_name(signing->signer), others);
    } else if (done && report.signed_now == 0) {
        done = fail(error, FAILURE_DATA, "%s: no paper waits for a signature", path);
    }
    if (done)
        tell_report(call, path, &report, signing->signer);
    signing_report_clear(&report);
    return done;
}

static struct signer *open_signer(const struct options *given, time_t now, GError **error)
{
    char *pin = pin_read(given->pin_file, given->pin_fd > 0 ? given->pin_fd : -1, error);
    struct signer *signer = pin ? signer_open(given->key, pin, given->chain, now, error) : NULL;
    pin_forget(pin);
    return signer;
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

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    if (!check_options(given, error))
        return FAILURE_USAGE;
    if (given->service)
        return write_batches(call, error) ? FAILURE_NONE : FAILURE_DATA;
    const struct signing_terms terms = {
        .time = clock_of_run(), .certify = (unsigned)given->certify, .stamps = given->tsa};
    struct signer *signer = open_signer(given, terms.time, error);
    struct folder_signing signing = {.signer = signer, .terms = &terms};
    const bool done = signer && sign_inputs(call, &signing, error);
    signer_close(signer);
    return done ? FAILURE_NONE : FAILURE_DATA;
}

const struct command command_sign = {
    .name = "sign",
    .operands = "IN... --key KEY | DIR --for bsre -o DIR",
    .summary = N_("sign the papers that wait for one person's electronic signature"),
    .examples = "rapor sign hasil --key pkcs12:kunci.p12 --register register.xml\n"
                "rapor sign surat.pdf --key 'pkcs11:token=Biro;object=tte' --pin-file pin\n"
                "rapor sign hasil --key pkcs12:kunci.p12 --level b-t --tsa http://tsa.example/\n"
                "rapor sign hasil --for bsre -o kirim    # for a service that signs elsewhere\n",
    .about =
        N_("IN is a folder that build made, or a PDF of it.  Signed are the papers that wait\n"
           "for the person of the certificate, by name or serial number, in one go: archives,\n"
           "manifest and sums follow, whole or not at all.  The PIN is asked for on the\n"
           "terminal, and tried once.  Papers stay PDF/A-3a and PDF/UA-1.  A run that broke\n"
           "off goes on where it was.  doc/signing.md tells what to prepare.\n"),
    .options = (const struct option *const[]){options, options_json, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = SIZE_MAX,
    .inputs = "IN",
    .run = run,
};
