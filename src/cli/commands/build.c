#include "../build_report.h"
#include "../command.h"
#include "../guard/guard.h"
#include "../json.h"
#include "../register/register.h"
#include "../report.h"
#include "../selection.h"
#include "../shards/shard.h"
#include "../signing.h"

#include "rapor/base/diagnostic.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"
#include "rapor/base/language.h"
#include "rapor/jobs/build.h"
#include "rapor/jobs/shard.h"
#include "rapor/paint/paint.h"
#include "rapor/register/registry.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JOBS_MAX 1024

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "DIR",
     N_("folder to publish in")},
    {"only", 0, OPTION_TEXT, offsetof(struct options, only), "KINDS",
     N_("only these kinds of document, separated by commas")},
    {"region", 0, OPTION_TEXT, offsetof(struct options, region), "CODE", N_("only this region")},
    {"institution", 0, OPTION_TEXT, offsetof(struct options, institution), "CODE",
     N_("only this institution")},
    {"painter", 0, OPTION_TEXT, offsetof(struct options, painter), "PAINTER",
     N_("painter for PDFs (default: archival)")},
    {"jobs", 'j', OPTION_NUMBER, offsetof(struct options, jobs), "N",
     N_("number of workers (0: one per processor)")},
    {"loose", 0, OPTION_FLAG, offsetof(struct options, loose), NULL,
     N_("write folders instead of archives")},
    {"keep-going", 'k', OPTION_FLAG, offsetof(struct options, keep_going), NULL,
     N_("publish without what cannot be made; GAGAL.txt lists it")},
    {"rebuild", 0, OPTION_FLAG, offsetof(struct options, rebuild), NULL,
     N_("rebuild every file, even if unchanged")},
    {"anew", 0, OPTION_FLAG, offsetof(struct options, rebuild), NULL, NULL}, /* its former name */
    {"explain", 0, OPTION_FLAG, offsetof(struct options, explain), NULL,
     N_("explain why each file is rebuilt")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("register that numbers come from, and that issued papers are kept by")},
    {"reason", 0, OPTION_TEXT, offsetof(struct options, reason), "TEXT",
     N_("why issued papers get a new edition")},
    {"shard", 0, OPTION_TEXT, offsetof(struct options, shard), "N/M",
     N_("make the Nth of M parts, for merge; or \"all\"")},
    {"previous", 0, OPTION_TEXT, offsetof(struct options, previous), "DIR",
     N_("of a shard: published folder to take over from")},
    {"sign", 0, OPTION_FLAG, offsetof(struct options, sign), NULL,
     N_("sign the papers that wait for whose --key it is, as they are made")},
    {"dispatch", 0, OPTION_TEXT, offsetof(struct options, dispatch), "OUT",
     N_("make the packs for sending as well, in this folder")},
    {"dry-run", 'n', OPTION_FLAG, offsetof(struct options, dry_run), NULL,
     N_("list the files, but build nothing")},
    {"strict", 0, OPTION_FLAG, offsetof(struct options, strict), NULL,
     N_("exit with 2 if there are warnings")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL,
     N_("no progress, no summary")},
    {0},
};

static bool check_usage(const struct options *given, GError **error)
{
    if (!given->output && !given->dry_run)
        return fail(error, FAILURE_USAGE, "where to publish is missing\nhint: add -o DIR");
    if (given->output && strcmp(given->output, "-") == 0)
        return fail(error, FAILURE_USAGE, "-o takes a folder, not standard output");
    if (!given->sign && (given->key || given->seal))
        return fail(error, FAILURE_USAGE, "--key and --seal need --sign");
    if (given->sign && given->painter && strcmp(given->painter, "archival") != 0)
        return fail(error, FAILURE_USAGE, "--sign needs the painter archival");
    if (given->dispatch && (given->loose || given->shard || given->dry_run))
        return fail(error, FAILURE_USAGE, "--dispatch needs archives that are all published");
    return given->jobs <= JOBS_MAX ||
           fail(error, FAILURE_USAGE, "--jobs %d is more than %d", given->jobs, JOBS_MAX);
}

static int print_plan(const struct call *call, struct session *session,
                      const struct selection *selection, GError **error)
{
    g_autoptr(GPtrArray) plan = build_plan(session, selection, call->options.loose, error);
    if (!plan)
        return FAILURE_SOFTWARE;
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < plan->len; i++) {
        const char *file = g_ptr_array_index(plan, i);
        if (!call->json) {
            g_string_append_printf(out, "%s\n", file);
            continue;
        }
        json_begin(out, "file");
        json_text(out, "name", file);
        json_end(out);
    }
    fputs(out->str, stdout);
    return FAILURE_NONE;
}

static enum progress_style progress_style_of(const struct call *call)
{
    if (call->json)
        return PROGRESS_JSON;
    if (call->options.quiet)
        return PROGRESS_NOT;
    return report_alive() ? PROGRESS_LINE : PROGRESS_LINES;
}

static void print_reason(const char *line, void *data)
{
    (void)data;
    if (interrupt_await_room(STDOUT_FILENO) && puts(line) >= 0)
        fflush(stdout);
}

static void print_note(const char *line, void *data)
{
    (void)data;
    fprintf(stderr, _("note: %s\n"), line);
}

/* Which key, and on what terms. */
struct signing_order {
    const struct options *given;
    const struct signing_terms *terms;
};

static struct signer *open_key(void *data, GError **error)
{
    const struct signing_order *order = data;
    return signing_open(order->given, order->terms, error);
}

/* What is made of what. */
struct commission {
    struct session *session;
    const struct selection *selection;
    struct registry *registry;     /* or NULL */
    struct build_signing *signing; /* or NULL */
};

static void print_failed(const struct call *call, size_t failed)
{
    g_autofree char *path = g_build_filename(call->options.output, "GAGAL.txt", NULL);
    g_autofree char *text = failed > 0 ? disk_read(path, FAILURE_INPUT, NULL, NULL) : NULL;
    if (text)
        fprintf(stderr, _("rapor: error: %zu file%s could not be made, see %s:\n%s"), failed,
                failed == 1 ? "" : "s", path, text);
}

/* FAILED is how many files could not be made, where the others are published without them. */
/* NOLINTNEXTLINE(readability-non-const-parameter): it is written through the order. */
static bool publish(struct call *call, const struct commission *order, size_t *failed,
                    GError **error)
{
    struct progress_reporter reporter = progress_begin(progress_style_of(call));
    const struct build build = {
        .output = call->options.output,
        .selection = *order->selection,
        .painter = painter_find("pdf", call->options.painter),
        .jobs = (unsigned)call->options.jobs,
        .loose = call->options.loose,
        .keep_going = call->options.keep_going,
        .failed = failed,
        .rebuild = call->options.rebuild || g_getenv("RAPOR_NO_CACHE"),
        .explain = call->options.explain ? print_reason : NULL,
        .previous = call->options.previous,
        .shards = call->shards,
        .registry = order->registry,
        .reason = call->options.reason,
        .signing = order->signing,
        .note = call->options.quiet ? NULL : print_note,
        .tell = progress_report,
        .data = &reporter,
    };
    g_autoptr(GKeyFile) words = call->shard.count > 0 ? shard_call_write(call) : NULL;
    bool already = false;
    bool done = words ? shard_run(order->session, &build, words, &already, error)
                      : build_run(order->session, &build, error);
    progress_end(&reporter);
    if (done && words)
        shard_print_done(call,
                         &(struct shard_done){reporter.done, progress_seconds(&reporter), already});
    else if (done)
        build_tell_done(call, &reporter);
    if (done && order->signing)
        build_tell_signed(call, order->signing);
    if (words)
        shard_print_failed(words);
    else
        print_failed(call, *failed);
    return done;
}

static void add_kept(GError **error)
{
    char *said = (*error)->message;
    (*error)->message = g_strdup_printf(
        _("%s\nhint: what was signed is kept: the same command goes on from there"), said);
    g_free(said);
}

static bool publish_signed(struct call *call, const struct commission *order, size_t *failed,
                           GError **error)
{
    struct signing_terms terms;
    if (!signing_read(&call->options, &terms, error))
        return false;
    struct signing_order key = {&call->options, &terms};
    g_autoptr(GHashTable) whom = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    struct build_signing signing = {.terms = &terms,
                                    .open = open_key,
                                    .data = &key,
                                    .dear = terms.stamps ||
                                            g_str_has_prefix(call->options.key, "pkcs11:"),
                                    .whom = whom};
    const struct commission signed_order = {order->session, order->selection, order->registry,
                                            &signing};
    const bool done = publish(call, &signed_order, failed, error);
    if (signing.kept)
        add_kept(error);
    g_free(signing.name);
    signing_clear(&terms);
    return done;
}

static int make(struct call *call, struct session *session, struct registry *registry,
                GError **error)
{
    const struct options *given = &call->options;
    const struct wish wish = {given->only, given->region, given->institution};
    struct selection selection;
    if (!selection_read(&selection, &wish, session->evaluation, call->arena, error))
        return FAILURE_USAGE;
    selection.shard = call->shard;
    if (!session_open_layouts(session, selection.kinds, error))
        return FAILURE_DATA;
    call_report(call);
    if (given->dry_run)
        return print_plan(call, session, &selection, error);
    const struct commission order = {session, &selection, registry, NULL};
    size_t failed = 0;
    if (!(given->sign ? publish_signed(call, &order, &failed, error)
                      : publish(call, &order, &failed, error)))
        return FAILURE_SOFTWARE;
    if (failed > 0)
        return FAILURE_INCOMPLETE;
    if (given->dispatch && !dispatch_folder(call, session, given->output, given->dispatch, error))
        return FAILURE_SOFTWARE;
    return FAILURE_NONE;
}

/* Machines that share work have no key: what they have made is signed where it is joined. */
static bool check_shard(const struct call *call, GError **error)
{
    return call->shard.count == 0 || !call->options.sign ||
           fail(error, FAILURE_USAGE,
                "a shard is not signed\nhint: rapor merge DIR -o DIR --sign --key KEY");
}

static int run(struct call *call, GError **error)
{
    struct registry *registry = NULL;
    if (!check_usage(&call->options, error) ||
        (!call->shards && !shard_asked(&call->options, &call->shard, error)) ||
        !check_shard(call, error))
        return FAILURE_USAGE;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    struct session *session = call_session(call, error);
    if (!session)
        return FAILURE_DATA;
    const int code = call_registry(call, session, &registry, error)
                         ? make(call, session, registry, error)
                         : FAILURE_DATA;
    registry_close(registry);
    session_close(session);
    return code;
}

const struct command command_build = {
    .name = "build",
    .operands = "IN -o DIR",
    .summary = N_("make all papers and publish them in a folder"),
    .examples =
        N_("rapor build nilai.xml -o hasil\n"
           "rapor build nilai.xml -o hasil --only certificate,letter --region 13\n"
           "rapor build nilai.xml -n                     # list the files, but build nothing\n"
           "rapor build nilai.xml -o hasil --sign --key pkcs12:kunci.p12\n"
           "rapor build nilai.xml -o hasil --dispatch kirim\n"
           "rapor build nilai.xml -o coba --institution 13.01 --loose\n"
           "rapor build nilai.xml -o bagian --shard 3/16\n"),
    .about =
        N_("Reads the evaluation IN (\"-\": standard input) and makes every document of its\n"
           "instrument, an archive for each region, and SHA256SUMS.  The folder appears whole\n"
           "or not at all: a run that fails or is stopped leaves what was there before.\n"
           "The kinds of document are those of the instrument, and \"tables\".\n"
           "With --shard it makes a part of them, as each of several machines does that share\n"
           "the folder; \"merge\" joins the parts.  Which part may also be said by RAPOR_SHARD,\n"
           "by a Slurm array or an Indexed Job (see \"jobs\").\n"),
    .options = (const struct option *const[]){options, options_signing, options_reading,
                                              options_typesetting, options_json, options_guarded,
                                              options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
