#include "command.h"

#include "report.h"

struct session *call_session(struct call *call, GError **error)
{
    const struct options *options = &call->options;
    const struct places given = {options->layouts, options->fonts, options->emblem,
                                 options->partial};
    return session_open_years(options->inputs[0], (const char *const *)options->history, given,
                              call->diagnostics, error);
}

void call_report(struct call *call)
{
    if (call->reported)
        return;
    call->reported = true;
    report_diagnostics(call, call->diagnostics);
}
