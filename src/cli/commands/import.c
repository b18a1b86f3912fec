#include "../command.h"
#include "../guard/guard.h"
#include "../installed.h"
#include "../output.h"
#include "../report.h"
#include "../suggest.h"
#include "import_report.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/import/import.h"

#include <string.h>

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {"into", 0, OPTION_TEXT, offsetof(struct options, into), "FILE",
     N_("put what the sheets hold into this evaluation, and keep the rest")},
    {"instrument", 0, OPTION_TEXT, offsetof(struct options, instrument), "INSTRUMENT",
     N_("what the levels are of, if the sheets do not say")},
    {"year", 0, OPTION_TEXT, offsetof(struct options, year), "YEAR",
     N_("when it was assessed, if the sheets do not say")},
    {"map", 0, OPTION_TEXT, offsetof(struct options, legend), "FILE",
     N_("what heads, values and names in these sheets mean")},
    {"partial", 0, OPTION_FLAG, offsetof(struct options, partial), NULL,
     N_("take what there is; the rest may come later")},
    {"explain", 0, OPTION_FLAG, offsetof(struct options, explain), NULL,
     N_("say how each table was understood")},
    {"all", 0, OPTION_FLAG, offsetof(struct options, all), NULL,
     N_("tell every problem, not the first few of each kind")},
    {"report", 0, OPTION_TEXT, offsetof(struct options, report), "FILE.csv",
     N_("write a list of all problems")},
    {"mark", 0, OPTION_TEXT, offsetof(struct options, mark), "FILE.xlsx",
     N_("write a copy of the sheets with the wrong cells coloured and explained")},
    {"strict", 0, OPTION_FLAG, offsetof(struct options, strict), NULL,
     N_("exit with 2 where there are warnings")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL,
     N_("problems only, no summary")},
    {0},
};

/* Where the result goes: with --into and no -o, back into that file. */
static const char *output_of(const struct options *given)
{
    return given->output ? given->output : given->into;
}

static bool is_file(const char *path)
{
    return path && strcmp(path, "-") != 0;
}

/* A file that holds more than the sheets is not replaced by what they hold. */
static bool check_loss(const struct options *given, const struct imported *imported, GError **error)
{
    if (given->into || !is_file(given->output))
        return true;
    GError *cause = NULL;
    g_autofree char *loss = import_loss(given->output, imported->text->str, &cause);
    if (cause) {
        g_propagate_error(error, cause);
        return false;
    }
    return !loss || fail(error, FAILURE_CREATE,
                         "%s holds what the sheets do not: %s\n"
                         "hint: --into %s keeps it; or give another file to -o",
                         given->output, loss, given->output);
}

static bool write_result(const struct options *given, const struct imported *imported,
                         GError **error)
{
    const char *path = output_of(given);
    bool same = imported->changes && imported->changes->len == 0 && path == given->into;
    return check_loss(given, imported, error) &&
           (same || output_write(path, imported->text->str, imported->text->len, error));
}

static bool check_endings(const struct options *given, GError **error)
{
    if (given->report && !g_str_has_suffix(given->report, ".csv"))
        return fail(error, FAILURE_USAGE, "--report %s: the list is a CSV file: name it .csv",
                    given->report);
    if (given->mark && !g_str_has_suffix(given->mark, ".xlsx"))
        return fail(error, FAILURE_USAGE, "--mark %s: the copy is a workbook: name it .xlsx",
                    given->mark);
    return true;
}

/* The first failure counts. */
static void write_lists(const struct options *given, const struct imported *imported,
                        GError **error)
{
    GError *cause = NULL;
    if (given->report)
        import_report(imported, given->report, *error ? NULL : &cause);
    if (given->mark && !cause)
        import_mark(imported, given->mark, *error ? NULL : &cause);
    if (cause)
        g_propagate_error(error, cause);
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places =
        places_find((struct places){.layouts = given->layouts}, call->arena);
    if (!check_endings(given, error) ||
        (given->instrument && !installed_has_instrument(places.layouts, given->instrument, error)))
        return FAILURE_USAGE;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    const struct import_order order = {
        .paths = (const char *const *)given->inputs,
        .layouts = places.layouts,
        .instrument = given->instrument,
        .year = given->year,
        .into = given->into,
        .legend = given->legend,
        .partial = given->partial,
        .all = given->all || call->json,
    };
    if (order.all) {
        diagnostics_destroy(call->diagnostics);
        call->diagnostics = diagnostics_create_endless();
    }
    g_autoptr(GError) cause = NULL;
    struct imported *imported = import_sheets(&order, call->diagnostics, &cause);
    bool good = imported->text && write_result(given, imported, &cause);
    write_lists(given, imported, &cause);
    call_report(call);
    import_tell(call, imported, good ? output_of(given) : NULL);
    imported_close(imported);
    if (cause)
        g_propagate_error(error, g_steal_pointer(&cause));
    return good ? FAILURE_NONE : FAILURE_DATA;
}

const struct command command_import = {
    .name = "import",
    .operands = "SHEET...",
    .summary = N_("make an evaluation from sheets, or put them into one"),
    .examples = "rapor import formulir.xlsx -o nilai.xml\n"
                "rapor import koreksi.ods --into nilai.xml\n"
                "rapor import kota/*.xlsx --instrument spbe-2020 --year 2021 -o nilai.xml\n"
                "rapor import rekap.csv --explain --mark rekap-salah.xlsx -o nilai.xml\n",
    .about =
        N_("SHEET is a workbook (xlsx, ods) or CSV: one that \"rapor export\" wrote, or any\n"
           "other that names institutions and indicators: indicators as columns or as rows, a\n"
           "level in each row, or one file for each institution.  Every problem is told with\n"
           "its cell.  With --into what the sheets say is changed in the file, and nothing\n"
           "else.\n"),
    .options = (const struct option *const[]){options, options_reading, options_json,
                                              options_guarded, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = SIZE_MAX,
    .inputs = "SHEET",
    .run = run,
};
