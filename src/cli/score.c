#include "command.h"
#include "output.h"

#include "rapor/failure.h"
#include "rapor/view.h"

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     "write to FILE (-: standard output)"},
    {0},
};

static bool take(void *to, const char *bytes, size_t length)
{
    return output_put(to, bytes, length);
}

static int run(struct call *call, GError **error)
{
    struct session *session = call_session(call, error);
    struct output *output = session ? output_open(call->options.output, error) : NULL;
    if (output) {
        const struct sink sink = {take, output};
        view_write(session->standings, NONE, &sink); /* a failure is the output's */
        output_finish(output, error);
    }
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_score = {
    .name = "score",
    .operands = "IN",
    .summary = "compute indices, grades and ranks as results.xml",
    .examples = "rapor score nilai.xml -o results.xml\n"
                "rapor score nilai.xml | xmllint --xpath 'count(//*[@grade=\"Baik\"])' -\n",
    .about = "The index of every institution, domain and aspect stands there as it is printed\n"
             "(index) and exactly (exact).  \"rapor schema results\" prints its schema.\n",
    .options = (const struct option *const[]){options, options_reading, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
