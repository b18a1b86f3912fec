#include "../command.h"
#include "../json.h"
#include "../progress.h"
#include "../register/register.h"
#include "../report.h"
#include "../selection.h"
#include "../shards/shard.h"

#include "rapor/base/diagnostic.h"
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

/* Counts the lines of SHA256SUMS, which names every published file. */
static size_t count_published(const char *folder, const char *suffix)
{
    g_autofree char *path = g_build_filename(folder, "SHA256SUMS", NULL);
    g_autofree char *sums = NULL;
    if (!g_file_get_contents(path, &sums, NULL, NULL))
        return 0;
    g_auto(GStrv) lines = g_strsplit(sums, "\n", -1);
    size_t count = 0;
    for (size_t i = 0; lines[i]; i++)
        count += lines[i][0] && g_str_has_suffix(lines[i], suffix);
    return count;
}

/* The folder as a shell takes it, in quotes only where it needs them. */
static char *shell_word(const char *folder)
{
    static const char safe[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/._-";
    bool plain = folder[0] != '-' && folder[strspn(folder, safe)] == '\0';
    return plain ? g_strdup(folder) : g_shell_quote(folder);
}

static void print_closing(const struct call *call, const struct progress_reporter *reporter)
{
    const char *folder = call->options.output;
    bool loose = call->options.loose;
    size_t files = count_published(folder, loose ? "" : ".zip");
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "summary");
        json_text(out, "output", folder);
        json_number(out, "documents", (int64_t)reporter->done);
        json_number(out, loose ? "files" : "archives", (int64_t)files);
        json_end(out);
        fputs(out->str, stdout);
    }
    if (call->options.quiet || call->json)
        return;
    g_autofree char *word = shell_word(folder);
    const char *thing = loose ? _("file") : _("archive");
    fprintf(stderr, _("%s: %zu document%s in %zu %s%s, %.1f s; to verify: "), folder,
            reporter->done, reporter->done == 1 ? "" : "s", files, thing, files == 1 ? "" : "s",
            progress_seconds(reporter));
    fprintf(stderr, "rapor verify %s%s\n", folder[0] == '-' ? "-- " : "", word);
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

/* What is made of what. */
struct commission {
    struct session *session;
    const struct selection *selection;
    struct registry *registry; /* or NULL */
};

static void print_failed(const struct call *call, size_t failed)
{
    g_autofree char *path = g_build_filename(call->options.output, "GAGAL.txt", NULL);
    g_autofree char *text = NULL;
    if (failed > 0 && g_file_get_contents(path, &text, NULL, NULL))
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
        print_closing(call, &reporter);
    if (words)
        shard_print_failed(words);
    else
        print_failed(call, *failed);
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
    const struct commission order = {session, &selection, registry};
    size_t failed = 0;
    if (!publish(call, &order, &failed, error))
        return FAILURE_SOFTWARE;
    return failed > 0 ? FAILURE_INCOMPLETE : FAILURE_NONE;
}

static int run(struct call *call, GError **error)
{
    struct registry *registry = NULL;
    if (!check_usage(&call->options, error) ||
        (!call->shards && !shard_asked(&call->options, &call->shard, error)))
        return FAILURE_USAGE;
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
    .examples = "rapor build nilai.xml -o hasil\n"
                "rapor build nilai.xml -o hasil --only certificate,letter --region 13\n"
                "rapor build nilai.xml -n                     # list the files, but build nothing\n"
                "rapor build nilai.xml -o coba --institution 13.01 --loose\n"
                "rapor build nilai.xml -o bagian --shard 3/16\n",
    .about =
        N_("Reads the evaluation IN (\"-\": standard input) and makes every document of its\n"
           "instrument, an archive for each region, and SHA256SUMS.  The folder appears whole\n"
           "or not at all: a run that fails or is stopped leaves what was there before.\n"
           "The kinds of document are those of the instrument, and \"tables\".\n"
           "With --shard it makes a part of them, as each of several machines does that share\n"
           "the folder; \"merge\" joins the parts.  Which part may also be said by RAPOR_SHARD,\n"
           "by a Slurm array or an Indexed Job (see \"jobs\").\n"),
    .options = (const struct option *const[]){options, options_reading, options_typesetting,
                                              options_json, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
