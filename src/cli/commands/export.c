#include "../command.h"
#include "../guard/guard.h"
#include "../installed.h"
#include "../output.h"
#include "../suggest.h"

#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/once.h"
#include "rapor/base/search_path.h"
#include "rapor/import/ledgers.h"
#include "rapor/pack/book.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/table_format.h"
#include "rapor/press/dictionary.h"

#include <string.h>

static const struct option options[] = {
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {"template", 0, OPTION_TEXT, offsetof(struct options, template), "INSTRUMENT",
     N_("a form to fill in, with the institutions of IN if there is one")},
    {"dictionary", 0, OPTION_FLAG, offsetof(struct options, dictionary), NULL,
     N_("what the columns of the CSV files mean, as CSV")},
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "xlsx|csv|csv-id|json",
     N_("output format (default: by the suffix of FILE, else xlsx)")},
    {0},
};

static const struct table_format *format_of(const struct options *given)
{
    const char *dot = given->output ? strrchr(given->output, '.') : NULL;
    const char *name = given->format ? given->format : dot ? dot + 1 : NULL;
    const struct table_format *format = name ? table_format_find(name) : NULL;
    return format && format != &table_text ? format : &table_xlsx;
}

/* The bytes of the evaluation, read once more: sheets hold what no figure is made of. */
static char *text_of(const struct options *given, gsize *size, GError **error)
{
    return once_load(given->inputs[0], evaluation_limit(), size, error);
}

/* Says what does not come out, or was cut on the way. */
static void tell_left(struct call *call, const GPtrArray *left, size_t cut)
{
    struct arena *arena = call->arena;
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < left->len; i++)
        g_string_append_printf(list, "%s%s", i ? ", " : "",
                               (const char *)g_ptr_array_index(left, i));
    struct diagnostic about = {.severity = SEVERITY_NOTE, .file = call->options.inputs[0]};
    about.id = "not-in-sheet";
    about.text = arena_printf(arena, _("not in a sheet: %s"), list->str);
    about.hint = _("keep the file: \"rapor import SHEET --into\" changes what sheets hold in it");
    if (list->len > 0)
        diagnostics_add(call->diagnostics, &about);
    about.severity = SEVERITY_WARNING;
    about.id = "cut";
    about.text =
        arena_printf(arena, _("%zu texts are longer than a cell may be, and are cut"), cut);
    if (cut > 0)
        diagnostics_add(call->diagnostics, &about);
}

static bool refuse_terminal(const struct options *given, GError **error)
{
    return !output_is_terminal(given->output) ||
           fail(error, FAILURE_USAGE,
                "refusing to write a workbook to a terminal\nhint: add -o FILE");
}

static bool write_book(struct call *call, const struct session *session, const char *text,
                       gsize size, GError **error)
{
    const struct options *given = &call->options;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    size_t cut = 0;
    struct book_order order = {.evaluation = session->evaluation,
                               .standings = session->standings,
                               .date = pack_date(session->evaluation)};
    order.ledgers = ledger_tables(text, size, &session->evaluation->instrument->naming,
                                  &order.ledger_count, call->arena);
    order.identity = identity_rows(text, size, NULL, &order.identity_count, call->arena);
    if (!refuse_terminal(given, error) || !book_write(&order, &cut, bytes, error))
        return false;
    tell_left(call, ledger_left(text, size, false, call->arena), cut);
    return output_write(given->output, bytes->data, bytes->len, error);
}

static bool write_table(struct call *call, const struct session *session, const char *text,
                        gsize size, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    tell_left(call, ledger_left(text, size, true, call->arena), 0);
    return format_of(&call->options)
               ->write(levels_for_office(session->evaluation, session->arena),
                       pack_date(session->evaluation), bytes, error) &&
           output_write(call->options.output, bytes->data, bytes->len, error);
}

static bool write_dictionary(const struct call *call, const struct session *session, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    return dictionary_write(session, bytes, error) &&
           output_write(call->options.output, bytes->data, bytes->len, error);
}

static bool write_all(struct call *call, const struct session *session, GError **error)
{
    gsize size = 0;
    g_autofree char *text = text_of(&call->options, &size, error);
    if (!text)
        return false;
    return format_of(&call->options) == &table_xlsx ? write_book(call, session, text, size, error)
                                                    : write_table(call, session, text, size, error);
}

/* The kinds of document as their files are called: "surat". */
static const char **document_words(const struct instrument *instrument, struct arena *arena)
{
    const char **words = ARENA_ARRAY(arena, instrument->document_count + 1, const char *);
    for (size_t i = 0; i < instrument->document_count; i++) {
        const char *file = instrument->documents[i].file;
        words[i] = arena_strndup(arena, file, strcspn(file, "."));
    }
    return words;
}

/* How a form is filled in; to be freed. */
static char *read_guide(const struct call *call, GError **error)
{
    const struct places places =
        places_find((struct places){.layouts = call->options.layouts}, call->arena);
    g_autofree char *path = search_path_find(places.layouts, "common/starter/petunjuk.txt");
    char *text = search_path_read(places.layouts, path, NULL, error);
    return text ? g_strchomp(text) : NULL;
}

/* TEXT: of the evaluation whose institutions the form is for, or NULL. */
static bool write_form(struct call *call, const struct evaluation *evaluation, const char *text,
                       gsize size, GError **error)
{
    const struct options *given = &call->options;
    struct arena *arena = call->arena;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if (format_of(given) != &table_xlsx)
        return fail(error, FAILURE_USAGE, "a form is a workbook: --template goes with xlsx only");
    g_autofree char *guide = read_guide(call, error);
    if (!guide)
        return false;
    struct book_order order = {
        .evaluation = evaluation, .date = pack_date(evaluation), .guide = guide};
    order.ledgers =
        ledger_tables(NULL, 0, &evaluation->instrument->naming, &order.ledger_count, arena);
    struct identity_row *identity = identity_rows(
        text, size, document_words(evaluation->instrument, arena), &order.identity_count, arena);
    if (!text)
        identity[0].value = evaluation->instrument->id;
    order.identity = identity;
    return refuse_terminal(given, error) && book_write(&order, NULL, bytes, error) &&
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
    write_form(call, &evaluation, NULL, 0, error);
    instrument_close(instrument);
    return FAILURE_NONE;
}

static bool check_template(const char *template, const struct instrument *instrument,
                           GError **error)
{
    return strcmp(template, instrument->id) == 0 ||
           fail(error, FAILURE_USAGE, "the evaluation is by %s, not %s", instrument->id, template);
}

static bool write_form_of(struct call *call, const struct session *session, GError **error)
{
    gsize size = 0;
    g_autofree char *text = text_of(&call->options, &size, error);
    return text && write_form(call, session->evaluation, text, size, error);
}

static int run(struct call *call, GError **error)
{
    static const char *const endings[] = {"xlsx", "csv", "json", NULL};
    const struct options *given = &call->options;
    if (!given->format && !output_check_ending(given->output, endings, error))
        return FAILURE_USAGE;
    if (given->dictionary && (given->template || given->format)) {
        fail(error, FAILURE_USAGE, "--dictionary goes with neither --template nor --format");
        return FAILURE_USAGE;
    }
    if (given->template && !given->inputs[0])
        return export_blank(call, error);
    if (!given->inputs[0]) {
        fail(error, FAILURE_USAGE, "IN is missing\nhint: or --template INSTRUMENT, for a form");
        return FAILURE_USAGE;
    }
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    struct session *session = call_session(call, error);
    if (session && given->dictionary)
        write_dictionary(call, session, error);
    else if (session && !given->template)
        write_all(call, session, error);
    else if (session && check_template(given->template, session->evaluation->instrument, error))
        write_form_of(call, session, error);
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_export = {
    .name = "export",
    .operands = "[IN]",
    .summary = N_("write all figures as a workbook, the levels as CSV, or a form to fill in"),
    .examples = "rapor export nilai.xml -o angka.xlsx\n"
                "rapor export nilai.xml -o indikator.csv\n"
                "rapor export nilai.xml --dictionary -o kamus-data.csv\n"
                "rapor export --template spbe-2020 -o formulir.xlsx\n"
                "rapor export --template spbe-2020 nilai.xml -o formulir.xlsx\n",
    .about =
        N_("The sheet Indikator has a row for each institution and a column for each indicator;\n"
           "\"rapor import\" reads it back.  Formulas compute the indices once more from it.  A\n"
           "form checks each level while it is typed.\n"),
    .options = (const struct option *const[]){options, options_reading, options_partial,
                                              options_guarded, options_all, NULL},
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
