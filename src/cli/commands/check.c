#include "../command.h"
#include "../guard/guard.h"
#include "../json.h"
#include "../report.h"

#include "rapor/assess/findings.h"
#include "rapor/assess/findings_history.h"
#include "rapor/assess/findings_office.h"
#include "rapor/assess/sites.h"
#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/once.h"
#include "rapor/base/search_path.h"
#include "rapor/jobs/build.h"
#include "rapor/plan/letters.h"
#include "rapor/plan/plan.h"
#include "rapor/read/evaluation.h"
#include "rapor/session/texts.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"strict", 0, OPTION_FLAG, offsetof(struct options, strict), NULL,
     N_("exit with 2 where there are warnings")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL,
     N_("problems only, no summary")},
    {0},
};

/* One of the files, while it is checked. */
struct checked {
    const struct call *call;
    const char *input;
    struct diagnostics *diagnostics;
    bool usable;                   /* the file itself; layouts that it needs may not be */
    size_t institutions, assessed; /* 0 until it is known to be usable */
};

/* What goes out with the placeholder has no emblem; samples and drafts do not go out. */
static void look_at_emblem(const struct checked *checked, const struct session *session)
{
    const struct evaluation *evaluation = session->evaluation;
    if (g_strcmp0(evaluation->sample, "yes") == 0 ||
        g_strcmp0(evaluation->decree.status, "draft") == 0 || !places_placeholder(&session->places))
        return;
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = "emblem-placeholder",
        .file = session->places.emblem,
        .text = _("papers show this placeholder where the emblem of the office belongs"),
        .hint = _("put your own emblem there as common/emblem.svg of your layouts, or name it with "
                  "--emblem"),
    };
    diagnostics_add(checked->diagnostics, &diagnostic);
}

/* Goes through the file once more for the places of what was found; false where papers
 * would have the same names, or layouts are wrong. */
static bool add_findings(struct checked *checked, struct session *session, GError **error)
{
    size_t size;
    g_autofree char *bytes = once_load(checked->input, evaluation_limit(), &size, NULL);
    const char *name = strcmp(checked->input, "-") == 0 ? "<stdin>" : checked->input;
    const struct source source = {name, bytes, size};
    const struct sites sites = bytes ? sites_of(&source, session->arena) : (struct sites){0};
    findings_tell(session->standings, bytes ? &sites : NULL, checked->diagnostics);
    findings_add_office(session->standings, bytes ? &sites : NULL, checked->diagnostics);
    look_at_emblem(checked, session);
    findings_add_history(session->standings, bytes ? &sites : NULL, checked->diagnostics);
    checked->usable = plan_check_names(session, bytes ? &sites : NULL, checked->diagnostics);
    if (!checked->usable || !session_open_layouts(session, NULL, error))
        return false;
    plan_check_letters(session, bytes ? &sites : NULL, checked->diagnostics);
    return true;
}

static bool check_with(struct checked *checked, struct session *session, GError **error)
{
    const struct summary *national = &session->standings->national;
    g_autofree char *schema = search_path_find(session->places.layouts, "schema/evaluation.rng");
    checked->institutions = national->count;
    checked->assessed = national->assessed;
    bool valid = evaluation_validate(checked->input, schema, checked->diagnostics, error);
    if (!valid)
        return false;
    if (!add_findings(checked, session, error) || !build_check_kit(session, error) ||
        !session_check_pictures(session, error))
        return false;
    checked->usable = texts_try(session, error);
    return checked->usable;
}

/* False where something is wrong; ERROR stays unset where the diagnostics say it. */
static bool check(struct checked *checked, GError **error)
{
    const struct options *given = &checked->call->options;
    const struct places places = {given->layouts, given->fonts, given->emblem, given->partial};
    g_autoptr(GError) cause = NULL;
    struct session *session = session_open_years(
        checked->input, (const char *const *)given->history, places, checked->diagnostics, &cause);
    bool good = session && check_with(checked, session, &cause);
    session_close(session);
    bool said = diagnostics_count(checked->diagnostics, SEVERITY_ERROR) > 0 &&
                g_error_matches(cause, RAPOR_FAILURE, FAILURE_DATA);
    if (cause && !said)
        g_propagate_error(error, g_steal_pointer(&cause));
    return good;
}

static void print_json(const struct checked *checked, const GError *error)
{
    const struct diagnostics *diagnostics = checked->diagnostics;
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "summary");
    json_text(out, "file", checked->input);
    json_number(out, "institutions", (int64_t)checked->institutions);
    json_number(out, "assessed", (int64_t)checked->assessed);
    json_number(out, "errors", (int64_t)diagnostics_count(diagnostics, SEVERITY_ERROR));
    json_number(out, "warnings", (int64_t)diagnostics_count(diagnostics, SEVERITY_WARNING));
    json_number(out, "notes", (int64_t)diagnostics_count(diagnostics, SEVERITY_NOTE));
    json_text(out, "message", error ? error->message : NULL);
    json_end(out);
    fputs(out->str, stdout);
}

static void print_summary(const struct checked *checked, bool good, const GError *error)
{
    g_autofree char *count = report_count(checked->diagnostics);
    if (checked->call->json)
        print_json(checked, error);
    if (checked->call->json || checked->call->options.quiet)
        return;
    if (!good && count)
        fprintf(stderr, _("%s in %s%s\n"), count, checked->usable ? _("the layouts for ") : "",
                checked->input);
    else if (good)
        fprintf(stderr, _("%s: %zu institution%s (%zu assessed), %s\n"), checked->input,
                checked->institutions, checked->institutions == 1 ? "" : "s", checked->assessed,
                count ? count : _("no problems"));
}

/* Returns the exit code for one file. */
static int check_file(const struct call *call, const char *input)
{
    struct checked checked = {.call = call, .input = input, .diagnostics = diagnostics_create()};
    g_autoptr(GError) error = NULL;
    bool good = check(&checked, &error);
    bool warned = diagnostics_count(checked.diagnostics, SEVERITY_WARNING) > 0;

    report_diagnostics(call, checked.diagnostics);
    if (error)
        report_failure(call, error);
    print_summary(&checked, good, error);
    diagnostics_destroy(checked.diagnostics);
    if (error)
        return error->domain == RAPOR_FAILURE ? error->code : FAILURE_SOFTWARE;
    if (!good)
        return FAILURE_DATA;
    return warned && call->options.strict ? FAILURE_WARNINGS : FAILURE_NONE;
}

static int run(struct call *call, GError **error)
{
    int worst = FAILURE_NONE;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    for (char **input = call->options.inputs; *input; input++) {
        int code = check_file(call, *input);
        worst = code > worst ? code : worst;
    }
    return worst;
}

const struct command command_check = {
    .name = "check",
    .operands = "IN...",
    .summary = N_("find every problem of an evaluation, and of the layouts for it"),
    .examples = N_("rapor check nilai.xml\n"
                   "rapor check --strict nilai/*.xml             # warnings fail as well\n"
                   "rapor check --json - < nilai.xml | jq .text\n"),
    .about = N_("Every problem comes with file:line:column and a hint.  Where nothing is wrong,\n"
                "published figures that differ from the computed ones are warned about.  Nothing\n"
                "is written.\n"),
    .options = (const struct option *const[]){options, options_reading, options_partial,
                                              options_typesetting, options_json, options_guarded,
                                              options_all, NULL},
    .inputs_min = 1,
    .inputs_max = SIZE_MAX,
    .inputs = "IN",
    .run = run,
};
