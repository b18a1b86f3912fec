/* What is remarkable about earlier years. */
#include "rapor/assess/findings_history.h"

#include "rapor/assess/development.h"
#include "rapor/assess/sites.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <string.h>

static const size_t names_most = 5;

/* One look through an evaluation and its past. */
struct history_look {
    const struct standings *standings;
    const struct sites *sites; /* or NULL */
    struct diagnostics *diagnostics;
    struct arena *arena;
};

static void warn(const struct history_look *look, size_t institution,
                 const struct diagnostic *about)
{
    struct diagnostic diagnostic = *about;
    if (look->sites && diagnostics_count(look->diagnostics, SEVERITY_WARNING) < DIAGNOSTICS_KEPT)
        diagnostic = sites_placed(look->sites, institution, about, look->arena);
    diagnostics_add(look->diagnostics, &diagnostic);
}

/* What the evaluation of that year says of the institution, or NULL. */
static const struct standing *standing_then(const struct year *year, const char *code)
{
    const struct evaluation *evaluation = year->standings ? year->standings->evaluation : NULL;
    for (size_t i = 0; evaluation && i < evaluation->institution_count; i++)
        if (strcmp(evaluation->institutions[i].code, code) == 0)
            return &year->standings->all[i];
    return NULL;
}

static const char *figure(const struct history_look *look, int64_t index)
{
    return index == INDEX_NONE ? _("none") : numeral_hundredths(index, look->arena);
}

/* Adds "index 2.64, in its evaluation 2.70" where the two are not the same. */
static void compare(const struct history_look *look, GString *text, const struct history *history,
                    const struct standing *then)
{
    const char *grade = then->grade ? then->grade->name : _("none");
    if (history->index != INDEX_NONE && history->index != then->index.printed)
        g_string_append_printf(text, _("index %s, in its evaluation %s"),
                               figure(look, history->index), figure(look, then->index.printed));
    if (history->grade && strcmp(history->grade, grade) != 0)
        g_string_append_printf(text, _("%sgrade %s, in its evaluation %s"), text->len ? "; " : "",
                               history->grade, grade);
}

static void compare_instrument(GString *text, const struct history *history,
                               const struct year *year)
{
    const char *then = year->standings->evaluation->instrument->id;
    if (history->instrument && strcmp(history->instrument, then) != 0)
        g_string_append_printf(text, _("%sinstrument %s, in its evaluation %s"),
                               text->len ? "; " : "", history->instrument, then);
}

static void look_at_told(const struct history_look *look, size_t institution,
                         const struct history *history, const struct year *year)
{
    const char *code = look->standings->evaluation->institutions[institution].code;
    const struct standing *then = standing_then(year, code);
    if (!then || strcmp(history->year, year->year) != 0)
        return;
    g_autoptr(GString) text = g_string_new(NULL);
    compare(look, text, history, then);
    compare_instrument(text, history, year);
    if (text->len == 0)
        return;
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = "history-differs",
        .text = arena_printf(look->arena, _("%s: <history> of %s: %s"),
                             look->standings->evaluation->institutions[institution].name,
                             history->year, text->str),
        .hint = _("what the evaluation of that year says counts"),
    };
    warn(look, institution, &diagnostic);
}

static void look_at_late(const struct history_look *look, size_t institution,
                         const struct history *history)
{
    const struct evaluation *evaluation = look->standings->evaluation;
    if (!evaluation->year || strcmp(history->year, evaluation->year) < 0)
        return;
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = "history-late",
        .text = arena_printf(look->arena, _("%s: <history> of %s is not before %s; it is left out"),
                             evaluation->institutions[institution].name, history->year,
                             evaluation->year),
        .hint = _("history is of earlier years"),
    };
    warn(look, institution, &diagnostic);
}

static void look_at_institution(const struct history_look *look, size_t number)
{
    const struct institution *institution = &look->standings->evaluation->institutions[number];
    const struct development *development = look->standings->development;
    for (size_t h = 0; h < institution->history_count; h++) {
        const struct history *history = &institution->history[h];
        if (!history->year)
            continue;
        look_at_late(look, number, history);
        for (size_t y = 0; y < development->year_count; y++)
            look_at_told(look, number, history, &development->years[y]);
    }
}

/* Notes whom of ONE the other evaluation does not have: by code, with the first names. */
static void look_at_absent(const struct history_look *look, const struct evaluation *one,
                           const struct evaluation *other, const char *id)
{
    g_autoptr(GHashTable) codes = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) names = g_string_new(NULL);
    size_t count = 0;
    for (size_t i = 0; i < other->institution_count; i++)
        g_hash_table_add(codes, (gpointer)other->institutions[i].code);
    for (size_t i = 0; i < one->institution_count; i++) {
        if (g_hash_table_contains(codes, one->institutions[i].code))
            continue;
        if (count++ < names_most)
            g_string_append_printf(names, "%s%s", count > 1 ? ", " : "", one->institutions[i].code);
    }
    if (count > names_most)
        g_string_append(names, ", ...");
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_NOTE,
        .id = id,
        .file = look->sites ? look->sites->source.name : NULL,
        .text = arena_printf(look->arena, _("%zu of %s not in %s: %s"), count, one->year,
                             other->year, names->str),
    };
    if (count > 0)
        diagnostics_add(look->diagnostics, &diagnostic);
}

void findings_add_history(const struct standings *standings, const struct sites *sites,
                          struct diagnostics *diagnostics)
{
    const struct development *development = standings->development;
    const struct history_look look = {standings, sites, diagnostics, arena_create()};
    for (size_t i = 0; i < standings->evaluation->institution_count; i++)
        look_at_institution(&look, i);
    for (size_t y = 0; y < development->year_count; y++) {
        if (!development->years[y].standings)
            continue;
        const struct evaluation *then = development->years[y].standings->evaluation;
        look_at_absent(&look, then, standings->evaluation, "history-gone");
        look_at_absent(&look, standings->evaluation, then, "history-new");
    }
    arena_destroy(look.arena);
}
