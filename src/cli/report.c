#include "report.h"

#include "command.h"
#include "json.h"
#include "plain.h"

#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BOLD  "\033[1m"
#define PLAIN "\033[0m"

/* How a severity is called and painted. */
static const struct manner {
    const char *name, *color;
} manners[SEVERITY_COUNT] = {
    [SEVERITY_ERROR] = {N_("error"), "\033[1;31m"},
    [SEVERITY_WARNING] = {N_("warning"), "\033[1;35m"},
    [SEVERITY_NOTE] = {N_("note"), "\033[1;36m"},
};

bool report_alive(void)
{
    const char *term = g_getenv("TERM");
    return isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
}

static bool report_color(void)
{
    const char *refused = g_getenv("NO_COLOR");
    return report_alive() && !(refused && *refused);
}

static void add_place(GString *out, const struct diagnostic *diagnostic)
{
    if (!diagnostic->file)
        return;
    plain_append(out, diagnostic->file);
    if (diagnostic->line)
        g_string_append_printf(out, ":%u", diagnostic->line);
    if (diagnostic->line && diagnostic->column)
        g_string_append_printf(out, ":%u", diagnostic->column);
    g_string_append(out, ": ");
}

static void add_hint(GString *out, const char *hint)
{
    if (!hint)
        return;
    g_string_append(out, _("hint: "));
    plain_append(out, hint);
    g_string_append_c(out, '\n');
}

void report_human(GString *out, const struct diagnostic *diagnostic, bool color)
{
    const struct manner *manner = &manners[diagnostic->severity];
    g_string_append(out, color ? BOLD : "");
    add_place(out, diagnostic);
    g_string_append_printf(out, "%s%s: %s", color ? manner->color : "", _(manner->name),
                           color ? PLAIN BOLD : "");
    plain_append(out, diagnostic->text);
    g_string_append(out, color ? PLAIN "\n" : "\n");
    if (diagnostic->source)
        plain_excerpt(out, diagnostic->source, diagnostic->column);
    add_hint(out, diagnostic->hint);
}

void report_short(GString *out, const struct diagnostic *diagnostic)
{
    add_place(out, diagnostic);
    g_string_append_printf(out, "%s: ", _(manners[diagnostic->severity].name));
    plain_append(out, diagnostic->text);
    g_string_append_c(out, '\n');
}

void report_json(GString *out, const struct diagnostic *diagnostic)
{
    json_begin(out, "diagnostic");
    json_text(out, "severity", manners[diagnostic->severity].name);
    json_text(out, "id", diagnostic->id);
    json_text(out, "file", diagnostic->file);
    if (diagnostic->line)
        json_number(out, "line", diagnostic->line);
    if (diagnostic->line && diagnostic->column)
        json_number(out, "column", diagnostic->column);
    json_text(out, "text", diagnostic->text);
    json_text(out, "source", diagnostic->source);
    json_text(out, "hint", diagnostic->hint);
    json_end(out);
}

enum diagnostic_style { STYLE_HUMAN, STYLE_SHORT, STYLE_JSON };

static enum diagnostic_style style_of(const struct call *call)
{
    const char *asked = call->options.diagnostic_format;
    if (call->json)
        return STYLE_JSON;
    if (!asked || strcmp(asked, "human") == 0)
        return STYLE_HUMAN;
    return strcmp(asked, "short") == 0 ? STYLE_SHORT : STYLE_JSON;
}

static void add_diagnostic(GString *out, const struct diagnostic *diagnostic,
                           enum diagnostic_style style)
{
    switch (style) {
    case STYLE_HUMAN:
        report_human(out, diagnostic, report_color());
        return;
    case STYLE_SHORT:
        report_short(out, diagnostic);
        return;
    case STYLE_JSON:
        report_json(out, diagnostic);
        return;
    }
}

static void add_rest(GString *out, const struct diagnostics *diagnostics)
{
    size_t told[SEVERITY_COUNT] = {0}, count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        told[kept[i].severity]++;
    for (size_t severity = 0; severity < SEVERITY_COUNT; severity++) {
        const size_t more =
            diagnostics_count(diagnostics, (enum severity)severity) - told[severity];
        if (more == 0)
            continue;
        g_string_append_printf(out, _("and %zu more %s%s\n"), more, _(manners[severity].name),
                               more == 1 ? "" : "s");
    }
}

void report_diagnostics(const struct call *call, struct diagnostics *diagnostics)
{
    enum diagnostic_style style = style_of(call);
    g_autoptr(GString) out = g_string_new(NULL);
    size_t count;

    diagnostics_sort(diagnostics);
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        add_diagnostic(out, &kept[i], style);
    if (style != STYLE_JSON)
        add_rest(out, diagnostics);
    fputs(out->str, call->json ? stdout : stderr);
}

void report_failure(const struct call *call, const GError *error)
{
    bool color = report_color();
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_append_printf(out, "rapor: %s%s:%s ", color ? manners[SEVERITY_ERROR].color : "",
                           _("error"), color ? PLAIN : "");
    plain_append(out, error->message);
    g_string_append_c(out, '\n');
    if (g_error_matches(error, RAPOR_FAILURE, FAILURE_USAGE))
        g_string_append_printf(out, _("see: rapor help%s%s\n"), call->command ? " " : "",
                               call->command ? call->command->name : "");
    fputs(out->str, stderr);
}

char *report_count(const struct diagnostics *diagnostics)
{
    size_t errors = diagnostics_count(diagnostics, SEVERITY_ERROR);
    size_t warnings = diagnostics_count(diagnostics, SEVERITY_WARNING);
    g_autofree char *error =
        errors ? g_strdup_printf(_("%zu error%s"), errors, errors == 1 ? "" : "s") : NULL;
    g_autofree char *warning =
        warnings ? g_strdup_printf(_("%zu warning%s"), warnings, warnings == 1 ? "" : "s") : NULL;
    if (error && warning)
        return g_strdup_printf("%s, %s", error, warning);
    return error ? g_steal_pointer(&error) : g_steal_pointer(&warning);
}
