#include "../command.h"
#include "../installed.h"
#include "../output.h"
#include "../suggest.h"

#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/pack/book.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/table_format.h"

#include <string.h>

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     "write to FILE (-: standard output)"},
    {"template", 0, OPTION_TEXT, offsetof(struct options, template), "INSTRUMENT",
     "a form to fill in, with the institutions of IN if there is one"},
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "xlsx|csv|csv-id|json",
     "output format (default: by the suffix of FILE, else xlsx)"},
    {0},
};

static const struct table_format *format_of(const struct options *given)
{
    const char *dot = given->output ? strrchr(given->output, '.') : NULL;
    const char *name = given->format ? given->format : dot ? dot + 1 : NULL;
    const struct table_format *format = name ? table_format_find(name) : NULL;
    return format && format != &table_text ? format : &table_xlsx;
}

static bool write_all(const struct options *given, const struct session *session, GError **error)
{
    const struct table_format *format = format_of(given);
    const time_t date = pack_date(session->evaluation);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if (format == &table_xlsx && output_is_terminal(given->output))
        return fail(error, FAILURE_USAGE,
                    "refusing to write a workbook to a terminal\nhint: add -o FILE");
    bool made =
        format == &table_xlsx
            ? book_write(session->standings, date, bytes, error)
            : format->write(levels_of(session->evaluation, session->arena), date, bytes, error);
    return made && output_write(given->output, bytes->data, bytes->len, error);
}

static bool write_form(const struct options *given, const struct evaluation *evaluation,
                       GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if (format_of(given) != &table_xlsx)
        return fail(error, FAILURE_USAGE, "a form is a workbook: --template goes with xlsx only");
    if (output_is_terminal(given->output))
        return fail(error, FAILURE_USAGE,
                    "refusing to write a workbook to a terminal\nhint: add -o FILE");
    return book_write_form(evaluation, pack_date(evaluation), bytes, error) &&
           output_write(given->output, bytes->data, bytes->len, error);
}

/* A form for institutions that nobody has named yet. */
static int export_blank(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places =
        places_find((struct places){.layouts = given->layouts}, call->arena);
    struct instrument *instrument =
        installed_open(places.layouts, given->template, call->diagnostics, error);
    if (!instrument)
        return FAILURE_DATA;
    const struct evaluation evaluation = {.instrument = instrument, .kind = "evaluasi"};
    write_form(given, &evaluation, error);
    instrument_close(instrument);
    return FAILURE_NONE;
}

static bool check_template(const char *template, const struct instrument *instrument,
                           GError **error)
{
    return strcmp(template, instrument->id) == 0 ||
           fail(error, FAILURE_USAGE, "the evaluation is by %s, not %s", instrument->id, template);
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    if (given->template && !given->inputs[0])
        return export_blank(call, error);
    if (!given->inputs[0]) {
        fail(error, FAILURE_USAGE, "IN is missing\nhint: or --template INSTRUMENT, for a form");
        return FAILURE_USAGE;
    }
    struct session *session = call_session(call, error);
    if (session && !given->template)
        write_all(given, session, error);
    else if (session && check_template(given->template, session->evaluation->instrument, error))
        write_form(given, session->evaluation, error);
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_export = {
    .name = "export",
    .operands = "[IN]",
    .summary = "write all figures as a workbook, the levels as CSV, or a form to fill in",
    .examples = "rapor export nilai.xml -o angka.xlsx\n"
                "rapor export nilai.xml -o indikator.csv\n"
                "rapor export --template spbe-2020 -o formulir.xlsx\n"
                "rapor export --template spbe-2020 nilai.xml -o formulir.xlsx\n",
    .about = "The sheet Indikator has a row for each institution and a column for each indicator;\n"
             "\"rapor import\" reads it back.  Formulas compute the indices once more from it.  A\n"
             "form checks each level while it is typed.\n",
    .options = (const struct option *const[]){options, options_reading, options_all, NULL},
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
