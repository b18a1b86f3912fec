#include "../command.h"
#include "../guard/guard.h"
#include "../json.h"
#include "../selection.h"
#include "../suggest.h"
#include "register.h"
#include "whole.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/dispatch/print_queue.h"
#include "rapor/register/registry.h"

#include <stdio.h>
#include <string.h>

#define BLEED_MOST            10.0 /* millimetres */
#define POINTS_PER_MILLIMETRE (72.0 / 25.4)

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "OUT",
     N_("the folder that the queues go into")},
    {"kinds", 0, OPTION_TEXT, offsetof(struct options, only), "KINDS",
     N_("only these kinds, separated by commas")},
    {"order", 0, OPTION_TEXT, offsetof(struct options, order), "region|number|post",
     N_("which paper comes after which (default: region)")},
    {"separators", 0, OPTION_FLAG, offsetof(struct options, separators), NULL,
     N_("a sheet before the papers of each region, hundred, or city")},
    {"duplex", 0, OPTION_FLAG, offsetof(struct options, duplex), NULL,
     N_("both sides are printed: each paper begins on a new sheet")},
    {"over-stock", 0, OPTION_FLAG, offsetof(struct options, over_stock), NULL,
     N_("certificates without their frame, which the sheets have already")},
    {"bleed", 0, OPTION_DECIMAL, offsetof(struct options, bleed), "MM",
     N_("marks where sheets are cut, and colours that run over by so much")},
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("the register that the folder was built with")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, N_("no closing line")},
    {0},
};

static const char *const orders[] = {"region", "number", "post"};

static bool read_order(const struct options *given, struct print_terms *terms, GError **error)
{
    static const struct choice choice = {"--order", orders, G_N_ELEMENTS(orders)};
    if (!given->order)
        return true;
    if (!choice_has(&choice, given->order, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++)
        if (strcmp(orders[i], given->order) == 0)
            terms->order = (enum print_order)i;
    return true;
}

static bool read_terms(const struct call *call, struct print_terms *terms, GError **error)
{
    const struct options *given = &call->options;
    if (!given->output)
        return fail(error, FAILURE_USAGE,
                    "where to is missing\nhint: add -o FOLDER, such as -o cetak");
    if (given->bleed < 0 || given->bleed > BLEED_MOST)
        return fail(error, FAILURE_USAGE, "--bleed %g: from 0 to %g millimetres", given->bleed,
                    BLEED_MOST);
    terms->out = given->output;
    terms->separators = given->separators;
    terms->duplex = given->duplex;
    terms->bleed = given->bleed > 0 ? given->bleed * POINTS_PER_MILLIMETRE : -1;
    return read_order(given, terms, error);
}

/* The kinds that are asked for, as the instrument calls them. */
static bool read_kinds(const struct call *call, const struct session *session,
                       struct print_terms *terms, GError **error)
{
    const struct wish wish = {.only = call->options.only};
    struct selection selection;
    if (!selection_read(&selection, &wish, session->evaluation, call->arena, error))
        return false;
    terms->kinds = selection.kinds;
    return true;
}

static void tell_json(const struct call *call, const struct print_count *count)
{
    g_autoptr(GString) out = g_string_new(NULL);
    json_begin(out, "summary");
    json_text(out, "folder", call->options.output);
    json_number(out, "queues", (int64_t)count->queues);
    json_number(out, "papers", (int64_t)count->papers);
    json_number(out, "pages", (int64_t)count->pages);
    json_number(out, "single", (int64_t)count->single);
    json_number(out, "waiting", (int64_t)count->waiting);
    json_end(out);
    fputs(out->str, stdout);
}

static void tell(const struct call *call, const struct print_count *count)
{
    const struct options *given = &call->options;
    if (call->json) {
        tell_json(call, count);
        return;
    }
    if (count->waiting > 0)
        fprintf(stderr, _("%s: warning: papers that still wait for a signature: %zu\n"),
                given->inputs[1], count->waiting);
    if (count->single > 0)
        fprintf(stderr,
                _("%s: papers that were signed elsewhere, to be printed by themselves: "
                  "%zu, in %s/satuan\n"),
                given->inputs[1], count->single, given->output);
    if (!given->quiet)
        fprintf(stderr,
                _("%s: %zu queue%s, %zu paper%s on %zu page%s; what is where: "
                  "%s/daftar-cetak.csv\n"),
                given->output, count->queues, count->queues == 1 ? "" : "s", count->papers,
                count->papers == 1 ? "" : "s", count->pages, count->pages == 1 ? "" : "s",
                given->output);
}

static bool print(struct call *call, struct session *session, struct print_terms *terms,
                  GError **error)
{
    struct registry *registry = NULL;
    struct print_count count;
    const bool printed = call_registry(call, session, &registry, error) &&
                         read_kinds(call, session, terms, error) &&
                         session_open_layouts(session, NULL, error) &&
                         print_write(session, call->options.inputs[1], terms, &count, error);
    if (printed)
        tell(call, &count);
    session->papers = NULL;
    registry_close(registry);
    return printed;
}

static int run(struct call *call, GError **error)
{
    struct print_terms terms = {0};
    if (!read_terms(call, &terms, error))
        return FAILURE_USAGE;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    if (!whole_folder(call->options.inputs[1], error))
        return FAILURE_DATA;
    struct session *session = call_session(call, error);
    if (session) {
        session->over_stock = call->options.over_stock;
        print(call, session, &terms, error);
    }
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_print = {
    .name = "print",
    .operands = "IN DIR -o OUT",
    .summary = N_("put the papers of each kind into one PDF to be printed"),
    .examples = "rapor print nilai.xml hasil -o cetak --kinds certificate,letter\n"
                "rapor print nilai.xml hasil -o cetak --kinds letter --order post --separators "
                "--duplex\n"
                "rapor print nilai.xml hasil -o cetak --kinds certificate --over-stock --bleed 3\n",
    .about = N_("DIR is a folder that build made of IN; what is printed is what it holds, and a\n"
                "paper that would show something else is refused.  OUT gets a PDF for each kind,\n"
                "still tagged, with a bookmark for each paper, and daftar-cetak.csv, which says\n"
                "on which pages which paper is.  OUT appears whole or not at all.\n"),
    .options =
        (const struct option *const[]){options, options_json, options_reading, options_typesetting,
                                       options_guarded, options_all, NULL},
    .inputs_min = 2,
    .inputs_max = 2,
    .inputs = N_("IN or DIR"),
    .run = run,
};
