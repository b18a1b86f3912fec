#include "register.h"

#include "../guard/guard.h"
#include "../json.h"
#include "whole.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/register/issue_folder.h"
#include "rapor/register/registry.h"

#include <stdio.h>

static const struct option options[] = {
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("the register (register.xml)")},
    {"date", 0, OPTION_TEXT, offsetof(struct options, date), "DATE",
     N_("when they were issued; the date that each bears, if not given")},
    {"reason", 0, OPTION_TEXT, offsetof(struct options, reason), "TEXT",
     N_("why others are replaced, where build was not told")},
    {"only", 0, OPTION_TEXT, offsetof(struct options, only), "KINDS",
     N_("only these kinds of document, with commas")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, "no closing line"},
    {0},
};

static void print_count(const struct call *call, const struct issue_count *count)
{
    if (call->json) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_begin(out, "summary");
        json_number(out, "issued", (int64_t)count->issued);
        json_number(out, "replaced", (int64_t)count->replaced);
        json_number(out, "before", (int64_t)count->before);
        json_end(out);
        fputs(out->str, stdout);
    } else if (!call->options.quiet) {
        fprintf(stderr,
                _("%s: %zu paper%s issued, %zu of them in place of another; issued before: %zu\n"),
                register_path(call), count->issued, count->issued == 1 ? "" : "s", count->replaced,
                count->before);
    }
}

static bool issue(struct call *call, struct registry *registry, GError **error)
{
    const struct options *given = &call->options;
    struct issue_count count;
    g_auto(GStrv) kinds = given->only ? g_strsplit(given->only, ",", -1) : NULL;
    const struct issue_how how = {
        .date = given->date ? register_date(call, error) : NULL,
        .reason = given->reason,
        .kinds = (const char *const *)kinds,
    };
    if ((given->date && !how.date) || !whole_folder(given->inputs[0], error) ||
        !issue_folder(registry_papers(registry), given->inputs[0], &how, &count, error) ||
        !registry_save(registry, error))
        return false;
    print_count(call, &count);
    return true;
}

static int run(struct call *call, GError **error)
{
    if (!guard_enter(call, error))
        return FAILURE_NONE;
    struct registry *registry = registry_open(register_path(call), true, call->diagnostics, error);
    if (registry)
        issue(call, registry, error);
    registry_close(registry);
    return FAILURE_NONE;
}

const struct command command_issue = {
    .name = "issue",
    .operands = "DIR",
    .summary = N_("note in the register that the papers of a built folder are out"),
    .examples = "rapor issue hasil --register register.xml\n"
                "rapor issue hasil --only letter,certificate --date 2022-01-10\n",
    .about =
        N_("From then on \"build --register\" keeps these papers byte for byte, until what one\n"
           "of them shows changes: then there is a new edition, which says what it replaces.\n"
           "The folder must be as it was made.\n"),
    .options =
        (const struct option *const[]){options, options_json, options_guarded, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "DIR",
    .run = run,
};
