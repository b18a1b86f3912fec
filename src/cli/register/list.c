#include "../json.h"
#include "../output.h"
#include "../plain.h"
#include "register.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/table_format.h"
#include "rapor/register/register_table.h"

#include <stdio.h>
#include <string.h>

/* Reading needs no lock: the file is replaced whole. */
static struct paper_register *read_register(struct call *call, GError **error)
{
    struct paper_register *papers =
        register_read(register_path(call), call->diagnostics, call->arena, error);
    if (!papers && !*error)
        fail(error, FAILURE_DATA, "%s: not usable as it is", register_path(call));
    return papers;
}

static bool print_table(const struct call *call, const struct paper_register *papers,
                        const struct register_choice *choice, GError **error)
{
    const struct options *given = &call->options;
    const struct table_format *format =
        given->format ? table_format_find(given->format) : &table_text;
    if (format == &table_xlsx && output_is_terminal(given->output))
        return fail(error, FAILURE_USAGE,
                    "refusing to write a workbook to a terminal\nhint: add -o FILE");
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    const struct ranking *table =
        register_table(papers, choice, format == &table_text, call->arena);
    return format->write(table, 0, bytes, error) &&
           output_write(given->output, bytes->data, bytes->len, error);
}

static void print_json(const struct paper_register *papers, const struct register_choice *choice)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < papers->paper_count; i++) {
        if (register_chosen(papers->papers[i], choice))
            register_json(out, papers->papers[i]);
        fputs(out->str, stdout);
        g_string_truncate(out, 0);
    }
}

static int run_list(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct register_choice choice = {
        .kind = given->kind,
        .code = given->institution,
        .year = given->year,
        .state = given->state,
    };
    struct paper_register *papers = read_register(call, error);
    if (!papers)
        return FAILURE_DATA;
    if (call->json)
        print_json(papers, &choice);
    else
        print_table(call, papers, &choice, error);
    register_close(papers);
    return FAILURE_NONE;
}

static void add_line(GString *out, const char *name, const char *text)
{
    if (!text)
        return;
    g_string_append_printf(out, "  %-12s", name);
    plain_append(out, text);
    g_string_append_c(out, '\n');
}

static void show(GString *out, const struct paper *paper)
{
    plain_append(out, paper->kind);
    g_string_append_printf(out, _(" %s, edition %u: %s\n"), paper->code ? paper->code : paper->year,
                           paper->edition, register_word(paper->state));
    const char *const lines[][2] = {
        {N_("numbered"), paper->number},
        {N_("date"), paper->date},
        {N_("code"), paper->seal},
        {N_("file"), paper->name},
        {"SHA-256", paper->file},
        {N_("signed by"), paper->signer},
        {N_("signed"), paper->signed_at},
        {N_("since"), paper->since},
        {N_("by"), paper->by},
        {N_("reason"), paper->reason},
        {N_("delivered"), paper->delivered},
        {N_("receiver"), paper->receiver},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        add_line(out, _(lines[i][0]), lines[i][1]);
}

static int run_show(struct call *call, GError **error)
{
    const char *what = call->options.inputs[1];
    struct paper_register *papers = read_register(call, error);
    if (!papers)
        return FAILURE_DATA;
    /* "2021-13.01-3BDC4AEF" stands beside the QR code. */
    const char *dash = strrchr(what, '-');
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < papers->paper_count; i++) {
        const struct paper *paper = papers->papers[i];
        const struct register_choice as_said = {.kind = call->options.kind, .any = what};
        const struct register_choice as_seal = {.kind = call->options.kind,
                                                .any = dash ? dash + 1 : what};
        if (!register_chosen(paper, &as_said) && !register_chosen(paper, &as_seal))
            continue;
        if (call->json)
            register_json(out, paper);
        else
            show(out, paper);
    }
    register_close(papers);
    fputs(out->str, stdout);
    if (out->len == 0)
        fail(error, FAILURE_DATA, "%s: no paper has the code or number %s", register_path(call),
             what);
    return FAILURE_NONE;
}

const struct register_action register_list_action = {"list", 0, 0, "", run_list};
const struct register_action register_show_action = {"show", 1, 1, N_("a code or number"),
                                                     run_show};
