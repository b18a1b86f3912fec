#include "rapor/import/import.h"

#include "writer.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/read/evaluation.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Where a cell is in a CSV file its line is told too. */
void note_cell(const struct writer *writer, struct origin origin, const struct diagnostic *about)
{
    struct diagnostic diagnostic = *about;
    struct arena *arena = writer->grids->arena;
    diagnostic.file = writer->grids->file;
    diagnostic.source = NULL;
    diagnostic.line = diagnostic.column = 0;
    if (origin.grid) {
        if (origin.row < origin.grid->count)
            diagnostic.line = (unsigned)origin.grid->rows[origin.row].line;
        diagnostic.text = arena_printf(
            arena, "%s: %s", grid_name(origin.grid, origin.row, origin.column, arena), about->text);
    }
    diagnostics_add(writer->diagnostics, &diagnostic);
}

/* What a reader of XML advises, said of a sheet; NULL: as it is. */
static const char *hint_for_sheets(const char *id)
{
    static const char *const rows[][2] = {
        {"element-missing", "each institution has a row below the names of the columns"},
        {"attribute-missing",
         "fill in the column; the form of \"rapor export --template\" has all"},
        {"region-unknown", "fill in Kode Provinsi and Provinsi"},
        {"result-missing", "fill in its levels, or why it is not assessed in Alasan Tidak Dinilai"},
        {"result-unexpected", "empty its levels, or the column Alasan Tidak Dinilai"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i][0], id) == 0)
            return rows[i][1];
    return NULL;
}

/* Returns the first cell of the row that lacks a level, where that is the complaint. */
static struct origin place_of_gap(const struct writer *writer, struct origin origin)
{
    for (size_t i = 0; i < writer->instrument->indicator_count; i++) {
        size_t column = writer->head->levels[i];
        if (!grid_cell(origin.grid, origin.row, column).text)
            return (struct origin){origin.grid, origin.row, column};
    }
    return origin;
}

/* "<institution> of the group kota needs the attribute region" is, of a sheet, an
 * empty cell or a column that is not there. */
static struct origin place_of_missing(const struct writer *writer, struct origin origin,
                                      struct diagnostic *about)
{
    const char *attribute = strrchr(about->text, ' ') + 1;
    enum trait trait = trait_written_as(attribute);
    if (trait == TRAIT_COUNT)
        return origin;
    bool column = writer->head->traits[trait] != NONE;
    about->text = arena_printf(writer->grids->arena, column ? "%s is missing" : "there is no %s",
                               trait_title(trait));
    return trait_origin(writer, origin.row, trait);
}

static void note_of_reader(const struct writer *writer, const struct diagnostic *said)
{
    struct diagnostic about = *said;
    struct origin origin = script_origin(writer->script, said->line);
    const char *hint = hint_for_sheets(said->id);
    if (origin.grid == writer->head->grid && strcmp(said->id, "indicator-missing") == 0)
        origin = place_of_gap(writer, origin);
    if (origin.grid == writer->head->grid && strcmp(said->id, "attribute-missing") == 0)
        origin = place_of_missing(writer, origin, &about);
    about.hint = hint ? hint : said->hint;
    note_cell(writer, origin, &about);
}

static void note_all(const struct writer *writer, struct diagnostics *said)
{
    size_t count;
    diagnostics_sort(said);
    const struct diagnostic *kept = diagnostics_kept(said, &count);
    for (size_t i = 0; i < count; i++)
        note_of_reader(writer, &kept[i]);
    /* The others are counted. */
    for (size_t i = DIAGNOSTICS_KEPT; i < diagnostics_count(said, SEVERITY_ERROR); i++)
        diagnostics_add(writer->diagnostics, &(struct diagnostic){.severity = SEVERITY_ERROR});
}

/* Has the reader of evaluations read the text, as a file. */
static bool read_text(const struct writer *writer, const char *layouts, const char *path,
                      GError **error)
{
    struct instrument_source from = {.layouts = layouts};
    struct arena *arena = arena_create();
    struct diagnostics *said = diagnostics_create();
    GError *cause = NULL;
    const struct evaluation *evaluation = evaluation_read(path, &from, said, arena, &cause);
    note_all(writer, said);
    instrument_close(from.instrument);
    diagnostics_destroy(said);
    arena_destroy(arena);
    if (cause)
        g_propagate_error(error, cause);
    return evaluation || cause ||
           fail(error, FAILURE_DATA, "%s: not usable as it is", writer->grids->file);
}

static bool check_text(const struct writer *writer, const char *layouts, GError **error)
{
    g_autofree char *path = NULL;
    g_autoptr(GError) cause = NULL;
    GString *text = writer->script->text;
    int file = g_file_open_tmp("rapor-XXXXXX.xml", &path, &cause);
    if (file < 0)
        return fail(error, FAILURE_CREATE, "%s", cause->message);
    close(file);
    bool good = g_file_set_contents(path, text->str, (gssize)text->len, &cause)
                    ? read_text(writer, layouts, path, error)
                    : fail(error, FAILURE_IO, "%s", cause->message);
    g_unlink(path);
    return good;
}

static void write_begin(const struct writer *writer, const struct grid *identity, const char *year)
{
    const struct origin nowhere = {0};
    struct tag root = tag_create("evaluation", 0);
    script_line(writer->script, nowhere, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    tag_add(&root, nowhere, "xmlns", "urn:rapor:evaluation:1");
    tag_add(&root, nowhere, "instrument", writer->instrument->id);
    tag_add(&root, identity_origin(identity, "evaluation", "year"), "year", year);
    tag_add(&root, identity_origin(identity, "evaluation", "kind"), "kind",
            identity_value(identity, "evaluation", "kind"));
    tag_write(&root, writer->script, false, nowhere);
}

static void write_all(const struct writer *writer, const char *year)
{
    const struct grid *identity = identity_of(writer->grids);
    g_autoptr(GHashTable) regions = g_hash_table_new(g_str_hash, g_str_equal);
    write_begin(writer, identity, year);
    write_identity(writer, identity, regions);
    write_regions(writer, regions);
    write_institutions(writer);
    script_line(writer->script, (struct origin){0}, "</evaluation>");
}

/* Writes the text and checks it; the caller takes it. */
static GString *write_checked(const struct writer *plan, const struct import_order *order,
                              const char *year, GError **error)
{
    struct script script = script_create();
    struct writer writer = *plan;
    GString *text = NULL;
    writer.script = &script;
    write_all(&writer, year);
    if (check_text(&writer, order->layouts, error))
        text = g_steal_pointer(&script.text);
    script_destroy(&script);
    return text;
}

static struct instrument *open_instrument(const struct import_order *order, const char *id,
                                          struct diagnostics *diagnostics, GError **error)
{
    if (!id) {
        fail(error, FAILURE_USAGE,
             "%s: it does not say which instrument it is for\nhint: add --instrument ID",
             order->path);
        return NULL;
    }
    bool safe = g_regex_match_simple("^[A-Za-z0-9][A-Za-z0-9.-]*$", id, 0, 0);
    g_autofree char *folder = safe ? instrument_folder(order->layouts, id) : NULL;
    if (!folder) {
        fail(error, FAILURE_DATA, "%s: unknown instrument \"%s\"\nhint: add --instrument ID",
             order->path, id);
        return NULL;
    }
    GError *cause = NULL;
    struct instrument *instrument = instrument_open(folder, diagnostics, &cause);
    if (cause)
        g_propagate_error(error, cause);
    else if (!instrument)
        fail(error, FAILURE_DATA, "the instrument %s cannot be used; see the errors above", id);
    return instrument;
}

static GString *import_grids(const struct grids *grids, const struct import_order *order,
                             struct diagnostics *diagnostics, GError **error)
{
    const struct grid *identity = identity_of(grids);
    const char *id = order->instrument, *year = order->year;
    if (!id)
        id = identity_value(identity, "evaluation", "instrument");
    if (!year)
        year = identity_value(identity, "evaluation", "year");
    struct instrument *instrument = open_instrument(order, id, diagnostics, error);
    if (!instrument)
        return NULL;

    GString *text = NULL;
    struct writer writer = {.grids = grids, .instrument = instrument, .diagnostics = diagnostics};
    writer.head = head_find(grids, instrument, diagnostics);
    if (!writer.head)
        fail(error, FAILURE_DATA, "%s: not usable as it is", grids->file);
    else if (!year)
        fail(error, FAILURE_USAGE,
             "%s: it does not say which year it is for\nhint: add --year YEAR", order->path);
    else
        text = write_checked(&writer, order, year, error);
    instrument_close(instrument);
    return text;
}

GString *import_evaluation(const struct import_order *order, struct diagnostics *diagnostics,
                           GError **error)
{
    struct grids grids = {.file = order->path, .arena = arena_create()};
    GString *text = NULL;
    if (grids_read(&grids, order->path, error))
        text = import_grids(&grids, order, diagnostics, error);
    arena_destroy(grids.arena);
    return text;
}
