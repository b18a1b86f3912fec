#include "../command.h"
#include "../guard/guard.h"
#include "../output.h"
#include "suppose.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/view/view.h"

static const struct option options[] = {
    {"set", 0, OPTION_TEXTS, offsetof(struct options, set), "CODE:NO=LEVEL",
     N_("try other levels; several are separated by commas")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {0},
};

static bool take(void *to, const char *bytes, size_t length)
{
    return output_put(to, bytes, length);
}

static void write_results(struct call *call, const struct session *session, GError **error)
{
    struct output *output = output_open(call->options.output, error);
    if (!output)
        return;
    const struct sink sink = {take, output};
    view_write(session->standings, &sink); /* a failure is the output's */
    output_finish(output, error);
}

static int run(struct call *call, GError **error)
{
    if (call->json && !call->options.set) {
        fail(error, FAILURE_USAGE, "the results are XML; --json goes with --set");
        return FAILURE_USAGE;
    }
    static const char *const endings[] = {"xml", NULL};
    if (!call->options.set && !output_check_ending(call->options.output, endings, error))
        return FAILURE_USAGE;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    struct session *session = call_session(call, error);
    if (session && call->options.set)
        suppose(call, session, error);
    else if (session)
        write_results(call, session, error);
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_score = {
    .name = "score",
    .operands = "IN",
    .summary = N_("compute indices, grades and ranks as results.xml"),
    .examples = N_("rapor score nilai.xml -o results.xml\n"
                   "rapor score nilai.xml | xmllint --xpath 'count(//*[@grade=\"Baik\"])' -\n"
                   "rapor score nilai.xml --set 13.01:22=3,31=3  # what if these were levels 3?\n"),
    .about = N_("The index of every institution, domain and aspect stands there as it is printed\n"
                "(index) and exactly (exact).  \"rapor schema results\" prints its schema.\n"
                "With --set, index, grade and ranks before and after are printed instead, for the\n"
                "institutions it names.\n"),
    .options = (const struct option *const[]){options, options_reading, options_partial,
                                              options_json, options_guarded, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
