#include "../command.h"
#include "../installed.h"
#include "../output.h"
#include "../suggest.h"

#include "rapor/base/failure.h"
#include "rapor/import/import.h"

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     "write to FILE (-: standard output)"},
    {"instrument", 0, OPTION_TEXT, offsetof(struct options, instrument), "INSTRUMENT",
     "what the levels are of, if the file does not say"},
    {"year", 0, OPTION_TEXT, offsetof(struct options, year), "YEAR",
     "when it was assessed, if the file does not say"},
    {0},
};

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places =
        places_find((struct places){.layouts = given->layouts}, call->arena);
    if (given->instrument && !installed_has_instrument(places.layouts, given->instrument, error))
        return FAILURE_USAGE;
    const struct import_order order = {given->inputs[0], places.layouts, given->instrument,
                                       given->year};
    GString *text = import_evaluation(&order, call->diagnostics, error);
    if (!text)
        return FAILURE_DATA;
    output_write(given->output, text->str, text->len, error);
    g_string_free(text, TRUE);
    return FAILURE_NONE;
}

const struct command command_import = {
    .name = "import",
    .operands = "FILE",
    .summary = "make an evaluation from a sheet of levels, xlsx or CSV",
    .examples = "rapor import formulir.xlsx -o nilai.xml\n"
                "rapor import indikator.csv --instrument spbe-2020 --year 2021 -o nilai.xml\n",
    .about =
        "The sheet is one that \"rapor export\" writes, or any other with columns of these\n"
        "names: Kode, Instansi, Kelompok, and a number for each indicator; their order is\n"
        "free, other columns are left out.  Every problem is told with sheet, cell and value.\n",
    .options = (const struct option *const[]){options, options_reading, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "FILE",
    .run = run,
};
