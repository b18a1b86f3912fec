#include "rapor/session/session.h"

#include "rapor/assess/development.h"
#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/search_path.h"
#include "rapor/base/times.h"
#include "rapor/chart/chart.h"
#include "rapor/layout/layout.h"
#include "rapor/paint/paint.h"
#include "rapor/type/fonts.h"
#include "rapor/view/view.h"

#include <string.h>

/* Reads an evaluation whose instrument FROM takes.  NULL and ERROR, also where the
 * diagnostics say what is wrong. */
static struct evaluation *read_evaluation(struct session *session, const char *input,
                                          struct instrument_source *from, GError **error)
{
    GError *cause = NULL;
    times_enter(PHASE_READ);
    struct evaluation *evaluation =
        evaluation_read(input, from, session->diagnostics, session->arena, &cause);
    times_enter(PHASE_ASSESS);
    if (cause)
        g_propagate_error(error, cause);
    else if (!evaluation)
        fail(error, FAILURE_DATA, "%s: not usable as it is", input);
    return evaluation;
}

static struct standings *read_year(struct session *session, const char *input, GError **error)
{
    struct instrument_source from = {.layouts = session->places.layouts};
    struct evaluation *evaluation = read_evaluation(session, input, &from, error);
    g_ptr_array_add(session->earlier, from.instrument);
    if (evaluation)
        g_ptr_array_add(session->earlier_digests, (void *)evaluation->digest);
    return evaluation ? standings_of(evaluation, session->arena) : NULL;
}

/* Each year once, and before the one that is assessed. */
static bool check_year(const struct session *session, const char *input,
                       struct standings *const *years, size_t count, GError **error)
{
    const char *year = years[count]->evaluation->year;
    if (strcmp(year, session->evaluation->year) >= 0)
        return fail(error, FAILURE_DATA, "%s: its year %s is not before %s", input, year,
                    session->evaluation->year);
    for (size_t i = 0; i < count; i++)
        if (strcmp(years[i]->evaluation->year, year) == 0)
            return fail(error, FAILURE_DATA, "%s: the year %s is there already", input, year);
    return true;
}

static bool read_years(struct session *session, const char *const *history, GError **error)
{
    size_t count = history ? g_strv_length((char **)history) : 0;
    struct standings **years = ARENA_ARRAY(session->arena, count, struct standings *);
    for (size_t i = 0; i < count; i++) {
        years[i] = read_year(session, history[i], error);
        if (!years[i] || !check_year(session, history[i], years, i, error))
            return false;
    }
    session->standings->development =
        development_of(session->standings, years, count, session->arena);
    return true;
}

/* Frees what is NULL as well: of a file that could not be read. */
static void close_instrument(void *instrument)
{
    instrument_close(instrument);
}

static bool open_years(struct session *session, const char *input, const char *const *history,
                       GError **error)
{
    session->evaluation = read_evaluation(session, input, &session->from, error);
    if (!session->evaluation)
        return false;
    session->standings = standings_of(session->evaluation, session->arena);
    return read_years(session, history, error);
}

/* Whoever sent the folder may have put them there. */
static void note_own_layouts(struct diagnostics *diagnostics)
{
    struct diagnostic note = {.severity = SEVERITY_NOTE, .id = "local-layouts", .file = "layouts"};
    note.text = _("this folder of layouts, found here, goes before that of the program");
    note.hint = _("if it is not yours, work in another folder");
    diagnostics_add(diagnostics, &note);
}

struct session *session_open_years(const char *input, const char *const *history,
                                   struct places places, struct diagnostics *diagnostics,
                                   GError **error)
{
    struct session *session = g_new0(struct session, 1);
    session->arena = arena_create();
    session->files = g_ptr_array_new_with_free_func(g_free);
    session->earlier_digests = g_ptr_array_new();
    session->earlier = g_ptr_array_new_with_free_func(close_instrument);
    session->diagnostics = diagnostics;
    session->input = arena_strdup(session->arena, input);
    session->places = places_find(places, session->arena);
    if (places_local(places, &session->places))
        note_own_layouts(diagnostics);
    session->from.layouts = session->places.layouts;
    session->from.partial = places.partial;
    if (!open_years(session, input, history, error)) {
        session_close(session);
        return NULL;
    }
    const struct instrument *instrument = session->evaluation->instrument;
    session->view = view_create(session->standings);
    times_enter(PHASE_OTHER);
    session->layouts = ARENA_ARRAY(session->arena, instrument->document_count, struct layout *);
    return session;
}

struct session *session_open(const char *input, struct places places,
                             struct diagnostics *diagnostics, GError **error)
{
    return session_open_years(input, NULL, places, diagnostics, error);
}

void session_close(struct session *session)
{
    if (!session)
        return;
    for (size_t i = 0; session->layouts && i < session->evaluation->instrument->document_count; i++)
        layout_close(session->layouts[i]);
    if (session->results)
        g_string_free(session->results, TRUE);
    if (session->own)
        g_string_free(session->own, TRUE);
    if (session->chart_cache)
        session->chart_cache_close(session->chart_cache);
    layout_store_destroy(session->store);
    vocabulary_destroy(session->vocabulary);
    press_destroy(session->press);
    fonts_close(session->fonts);
    view_destroy(session->view);
    g_ptr_array_unref(session->files);
    g_ptr_array_unref(session->earlier_digests);
    g_ptr_array_unref(session->earlier);
    instrument_close(session->from.instrument);
    arena_destroy(session->arena);
    g_free(session);
}

static const char *const *chart_names(struct arena *arena)
{
    size_t count = 0;
    while (chart_kinds[count])
        count++;
    const char **names = ARENA_ARRAY(arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        names[i] = chart_kinds[i]->name;
    return names;
}

static struct layout_store *create_store(const struct session *session)
{
    return layout_store_create(&(struct layout_setting){
        .vocabulary = session->vocabulary,
        .chart_kinds = chart_names(session->arena),
        .families = fonts_families(session->fonts),
        .languages = fonts_languages(session->fonts),
        .emblem = session->places.emblem,
        .forgetful = g_getenv("RAPOR_NO_CACHE") != NULL,
        .layouts = session->places.layouts,
        .naming = &session->evaluation->instrument->naming,
        .files = session->files,
    });
}

static bool open_fonts(struct session *session, GError **error)
{
    g_autofree char *results = search_path_find(session->places.layouts, "schema/results.rng");
    g_autofree char *schemas = g_path_get_dirname(results);
    session->fonts = fonts_open(session->places.fonts, error);
    session->press = press_create();
    if (session->fonts && g_getenv("RAPOR_NO_CACHE"))
        fonts_be_forgetful(session->fonts);
    if (session->fonts)
        session->vocabulary = vocabulary_read(schemas, error);
    if (session->vocabulary)
        session->store = create_store(session);
    return session->store != NULL;
}

struct layout *session_layout(struct session *session, const char *path, const char *const *themes,
                              GError **error)
{
    return layout_open(session->store, path, themes, session->diagnostics, error);
}

/* True where the file could be read, even if what it holds is wrong: that is
 * in the diagnostics, and the other layouts are still to be looked at. */
static bool open_layout(struct session *session, size_t document, GError **error)
{
    const struct instrument *instrument = session->evaluation->instrument;
    g_autofree char *written =
        g_build_filename(instrument->folder, instrument->documents[document].layout, NULL);
    g_autofree char *path = search_path_winner(session->places.layouts, written);
    if (disk_has(path) && !search_path_holds(session->places.layouts, path))
        return fail(error, FAILURE_DATA, "%s: is in no folder of layouts", path);
    GError *cause = NULL;
    session->layouts[document] = session_layout(session, path, session->themes, &cause);
    if (cause)
        g_propagate_prefixed_error(error, cause, "%s/instrument.xml:%ld: ", instrument->folder,
                                   instrument->documents[document].line);
    if (session->layouts[document])
        view_want(session->view, instrument->documents[document].per,
                  layout_parts(session->layouts[document], false));
    return cause == NULL;
}

static bool is_wanted(const struct document *document, const char *const *kinds)
{
    return !kinds || g_strv_contains(kinds, document->kind) ||
           (document->folder && g_strv_contains(kinds, document->folder));
}

bool session_open_layouts(struct session *session, const char *const *kinds, GError **error)
{
    if (!disk_has(session->places.emblem))
        return fail(error, FAILURE_INPUT, "%s: the emblem is not there", session->places.emblem);
    times_enter(PHASE_OPEN);
    if (!session->fonts && !open_fonts(session, error))
        return false;
    const struct instrument *instrument = session->evaluation->instrument;
    session->file_ends = ARENA_ARRAY(session->arena, instrument->document_count, size_t);
    for (size_t i = 0; i < instrument->document_count; i++) {
        if (is_wanted(&instrument->documents[i], kinds) && !session->layouts[i] &&
            !open_layout(session, i, error))
            return false;
        session->file_ends[i] = session->files->len;
    }
    times_enter(PHASE_OTHER);
    return diagnostics_count(session->diagnostics, SEVERITY_ERROR) == 0 ||
           fail(error, FAILURE_DATA, "the layouts are not usable as they are");
}

bool session_check_pictures(struct session *session, GError **error)
{
    bool good = press_check_picture(session->press, session->places.emblem, error);
    for (guint i = 0; good && i < session->files->len; i++)
        if (g_str_has_suffix(session->files->pdata[i], ".svg"))
            good = press_check_picture(session->press, session->files->pdata[i], error);
    return good;
}
