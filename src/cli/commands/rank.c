#include "../command.h"
#include "../guard/guard.h"
#include "../output.h"
#include "../selection.h"
#include "../suggest.h"

#include "rapor/assess/ranking.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/table_format.h"

#include <string.h>

static const struct option options[] = {
    {"scope", 's', OPTION_TEXT, offsetof(struct options, scope), "SCOPE", N_("comparison group")},
    {"group", 'g', OPTION_TEXT, offsetof(struct options, group), "GROUP", N_("only this group")},
    {"region", 0, OPTION_TEXT, offsetof(struct options, region), "CODE", N_("only this region")},
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "TABLE-FORMAT",
     N_("output format (default: by the suffix of FILE, else text)")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {0},
};

/* What the ranking is narrowed to. */
struct narrowing {
    struct ranking_choice choice;
    size_t region; /* or NONE */
};

static bool find_scope(const struct instrument *instrument, const char *id, size_t *found,
                       GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < instrument->scope_count; i++)
        g_ptr_array_add(ids, (void *)instrument->scopes[i].id);
    const struct choice choice = {N_("scope"), (const char *const *)ids->pdata, ids->len};
    *found = instrument_scope(instrument, id);
    return choice_has(&choice, id, error);
}

static bool find_group(const struct instrument *instrument, const char *id, size_t *found,
                       GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < instrument->group_count; i++)
        g_ptr_array_add(ids, (void *)instrument->groups[i].id);
    const struct choice choice = {N_("group"), (const char *const *)ids->pdata, ids->len};
    *found = instrument_group(instrument, id);
    return choice_has(&choice, id, error);
}

static bool find_narrowing(struct narrowing *narrowing, const struct session *session,
                           const struct options *given, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    struct ranking_choice *choice = &narrowing->choice;
    *narrowing = (struct narrowing){{ranking_widest(session->standings), NONE}, NONE};
    if (instrument->scope_count == 0)
        return fail(error, FAILURE_DATA, "the instrument %s has no scopes", instrument->id);
    if (given->scope && !find_scope(instrument, given->scope, &choice->scope, error))
        return false;
    if (given->group && !find_group(instrument, given->group, &choice->group, error))
        return false;
    if (given->region)
        narrowing->region = selection_region(evaluation, given->region, error);
    return !given->region || narrowing->region != NONE;
}

static size_t column_called(const struct ranking *ranking, const char *key)
{
    size_t column = 0;
    while (strcmp(ranking->columns[column].key, key) != 0)
        column++;
    return column;
}

static GHashTable *codes_in(const struct evaluation *evaluation, size_t region)
{
    GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (evaluation->institutions[i].region == region)
            g_hash_table_add(codes, (void *)evaluation->institutions[i].code);
    return codes;
}

/* Leaves only the rows of the region; their positions stay. */
static void keep_region(struct ranking *ranking, const struct evaluation *evaluation, size_t region)
{
    g_autoptr(GHashTable) codes = codes_in(evaluation, region);
    size_t code = column_called(ranking, "code"), width = ranking->column_count, kept = 0;
    for (size_t i = 0; i < ranking->row_count; i++) {
        const struct ranking_cell *row = &ranking->cells[i * width];
        if (g_hash_table_contains(codes, row[code].text))
            memmove(&ranking->cells[kept++ * width], row, width * sizeof *row);
    }
    ranking->row_count = kept;
}

static const struct table_format *format_of(const struct options *given)
{
    if (given->format)
        return table_format_find(given->format);
    const char *dot = given->output ? strrchr(given->output, '.') : NULL;
    const struct table_format *format = dot ? table_format_find(dot + 1) : NULL;
    return format ? format : &table_text;
}

static bool print_ranking(struct call *call, const struct session *session, GError **error)
{
    const struct options *given = &call->options;
    const struct table_format *format = format_of(given);
    static const char *const endings[] = {"txt", "csv", "json", "xlsx", NULL};
    struct narrowing narrowing;
    if (!given->format && !output_check_ending(given->output, endings, error))
        return false;
    if (format == &table_xlsx && output_is_terminal(given->output))
        return fail(error, FAILURE_USAGE,
                    "refusing to write a workbook to a terminal\nhint: add -o FILE");
    if (!find_narrowing(&narrowing, session, given, error))
        return false;

    struct ranking *ranking = ranking_of(session->standings, &narrowing.choice, call->arena);
    if (narrowing.region != NONE)
        keep_region(ranking, session->evaluation, narrowing.region);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    return format->write(ranking, pack_date(session->evaluation), bytes, error) &&
           output_write(given->output, bytes->data, bytes->len, error);
}

static int run(struct call *call, GError **error)
{
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    struct session *session = call_session(call, error);
    if (session)
        print_ranking(call, session, error);
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_rank = {
    .name = "rank",
    .operands = "IN",
    .summary = N_("print the ranking"),
    .examples = "rapor rank nilai.xml\n"
                "rapor rank nilai.xml --scope kabupaten-kota --region 13\n"
                "rapor rank nilai.xml --scope group --group provinsi -f csv > provinsi.csv\n"
                "rapor rank nilai.xml -f csv-id > untuk-excel.csv\n"
                "rapor rank nilai.xml -o peringkat.xlsx\n",
    .about =
        N_("Equal indices share a position (1 2 2 4).  SCOPE and GROUP are those of the\n"
           "instrument; without --scope, the one that ranks the most institutions.\n"
           "csv has commas and decimal points; csv-id semicolons and decimal commas, as Excel\n"
           "in Indonesian expects.\n"),
    .options = (const struct option *const[]){options, options_reading, options_partial,
                                              options_guarded, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
