#include "../command.h"
#include "../guard/guard.h"
#include "../output.h"

#include "rapor/assess/changes.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/table_format.h"
#include "rapor/register/paper_changes.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "text|csv|csv-id|json|xlsx",
     N_("how it is written")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {"json", 0, OPTION_FLAG, offsetof(struct options, json), NULL, N_("the same as -f json")},
    {0},
};

static const struct table_format *form_of(const struct options *given)
{
    const char *dot = given->output ? strrchr(given->output, '.') : NULL;
    const char *name = given->json     ? "json"
                       : given->format ? given->format
                       : dot           ? dot + 1
                                       : "text";
    const struct table_format *form = table_format_find(name);
    return form ? form : &table_text;
}

static bool print(const struct call *call, const struct ranking *table, GError **error)
{
    const struct table_format *form = form_of(&call->options);
    if (form == &table_xlsx && output_is_terminal(call->options.output))
        return fail(error, FAILURE_USAGE,
                    "a workbook is nothing for a terminal\nhint: add -o FILE");
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    return form->write(table, 0, bytes, error) &&
           output_write(call->options.output, bytes->data, bytes->len, error);
}

static bool diff_folders(struct call *call, GError **error)
{
    g_autoptr(GPtrArray) old = g_ptr_array_new(), new = g_ptr_array_new();
    char **inputs = call->options.inputs;
    if (!manifest_read_files(inputs[0], old, call->arena, error) ||
        !manifest_read_files(inputs[1], new, call->arena, error))
        return false;
    struct paper_changes changes = paper_changes_of(old, new, call->arena);
    g_autofree char *text = paper_changes_text(&changes);
    g_ptr_array_unref(changes.resend);
    fprintf(stderr, "%s: %s\n", inputs[1], text ? text : _("nothing differs"));
    return print(call, changes.table, error);
}

static bool diff_evaluations(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places = {.layouts = given->layouts};
    struct session *old = session_open(given->inputs[0], places, call->diagnostics, error);
    struct session *new =
        old ? session_open(given->inputs[1], places, call->diagnostics, error) : NULL;
    bool done = new != NULL;
    if (new) {
        const struct ranking *table = changes_of(old->standings, new->standings, call->arena);
        fprintf(stderr,
                table->row_count == 1 ? _("%s: %zu institution differs\n")
                                      : _("%s: %zu institutions differ\n"),
                given->inputs[1], table->row_count);
        done = print(call, table, error);
    }
    session_close(new);
    session_close(old);
    return done;
}

static int run(struct call *call, GError **error)
{
    char **inputs = call->options.inputs;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    const bool folders = g_file_test(inputs[0], G_FILE_TEST_IS_DIR);
    if (folders != g_file_test(inputs[1], G_FILE_TEST_IS_DIR)) {
        fail(error, FAILURE_USAGE,
             "a folder and a file cannot be compared\nhint: name two "
             "evaluations, or two built folders");
        return FAILURE_USAGE;
    }
    folders ? diff_folders(call, error) : diff_evaluations(call, error);
    return FAILURE_NONE;
}

const struct command command_diff = {
    .name = "diff",
    .operands = "OLD NEW",
    .summary = N_("tell what has changed, for whom"),
    .examples = "rapor diff nilai.xml koreksi.xml              # indices, grades, ranks, levels\n"
                "rapor diff nilai.xml koreksi.xml -o perubahan.xlsx\n"
                "rapor diff hasil-lama hasil                   # papers, and what to send again\n",
    .about =
        N_("OLD and NEW are two evaluations, or two folders that build made.  Of evaluations,\n"
           "each institution whose index, grade, place or levels differ; of folders, each\n"
           "paper that shows something else (changed) or differs in attached data alone\n"
           "(data), and each archive that is to be sent again.\n"),
    .options = (const struct option *const[]){options, options_reading, options_guarded,
                                              options_all, NULL},
    .inputs_min = 2,
    .inputs_max = 2,
    .inputs = "OLD or NEW",
    .run = run,
};
