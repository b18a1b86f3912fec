#include "rapor/assess/findings.h"

#include "rapor/assess/differences.h"
#include "rapor/assess/sites.h"
#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <stdbool.h>

/* One look through an evaluation. */
struct findings_look {
    const struct standings *standings;
    const struct sites *sites; /* or NULL */
    struct diagnostics *diagnostics;
    struct arena *arena;
};

/* Adds what is remarkable about one institution, where it stands in the file. */
static void add(const struct findings_look *look, size_t institution,
                const struct diagnostic *about)
{
    struct diagnostic diagnostic = *about;
    bool kept = diagnostics_count(look->diagnostics, about->severity) < DIAGNOSTICS_KEPT;
    if (look->sites && kept)
        diagnostic = sites_placed(look->sites, institution, about, look->arena);
    diagnostics_add(look->diagnostics, &diagnostic);
}

/* "domain 2 published 3.10, computed 3.20; ..." */
static char *difference_texts(const struct findings_look *look,
                              const struct differences *differences)
{
    const struct instrument *instrument = look->standings->evaluation->instrument;
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *one = &differences->items[i];
        const char *no = difference_no(one, instrument);
        bool grade = one->of == COMPARED_GRADE;
        g_string_append_printf(
            text, _("%s%s%s%s published %s, computed %s"), i > 0 ? "; " : "",
            _(difference_name(one)), no ? " " : "", no ? no : "",
            grade ? one->published_grade : numeral_hundredths(one->published, look->arena),
            grade ? one->computed_grade : numeral_hundredths(one->computed, look->arena));
    }
    return g_string_free(text, FALSE);
}

static void look_at_published(const struct findings_look *look, size_t number)
{
    const struct standing *standing = &look->standings->all[number];
    const struct differences differences = differences_of(look->standings, number, look->arena);
    if (differences.count == 0)
        return;
    g_autofree char *text = difference_texts(look, &differences);
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = "published-differs",
        .text = arena_printf(look->arena, "%s: %s", standing->institution->name, text),
        .hint = standing->basis == BASIS_LEVELS
                    ? _("what is computed from the levels is what the papers say")
                    : _("without levels the published index and grade stand as they are"),
    };
    add(look, number, &diagnostic);
}

/* GROUP: NONE for all. */
static void look_at_average(const struct findings_look *look, size_t group)
{
    const struct instrument *instrument = look->standings->evaluation->instrument;
    const struct differences differences =
        differences_of_group(look->standings, group, look->arena);
    if (differences.count == 0)
        return;
    g_autofree char *text = difference_texts(look, &differences);
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = "average-differs",
        .file = look->sites ? look->sites->source.name : NULL,
        .text = arena_printf(look->arena, _("average of %s: %s"),
                             group == NONE ? _("all") : instrument->groups[group].name, text),
        .hint = _("a published average counts the institutions of its time; are all of them here?"),
    };
    diagnostics_add(look->diagnostics, &diagnostic);
}

static void look_at_grade(const struct findings_look *look, size_t number)
{
    const struct standing *standing = &look->standings->all[number];
    const struct instrument *instrument = look->standings->evaluation->instrument;
    if (standing->grade == standing->exact_grade || !standing->grade || !standing->exact_grade)
        return;
    const char *printed = numeral_hundredths(standing->index.printed, look->arena);
    const char *exact = numeral_fraction(standing->index.sum, standing->index.whole, look->arena);
    const struct grade *other =
        instrument->grade_by_exact ? standing->grade : standing->exact_grade;
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_NOTE,
        .id = "grade-rounding",
        .text = arena_printf(
            look->arena, _("%s: index %s, exactly %s, has grade %s; %s"),
            standing->institution->name, printed, exact, standing->grade->name,
            arena_printf(look->arena, _("without rounding it would be %s"), other->name)),
    };
    add(look, number, &diagnostic);
}

static void look_at_basis(const struct findings_look *look, size_t number)
{
    const struct standing *standing = &look->standings->all[number];
    if (standing->basis != BASIS_NONE || !standing->institution->assessed)
        return;
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = "no-figures",
        .text = arena_printf(look->arena, _("%s: neither levels nor published figures"),
                             standing->institution->name),
        .hint = _("give its levels, or status=\"not-assessed\""),
    };
    add(look, number, &diagnostic);
}

/* Adds a note about the whole file. */
static void note(const struct findings_look *look, const char *id, const char *text)
{
    const struct diagnostic diagnostic = {
        .severity = SEVERITY_NOTE,
        .id = id,
        .file = look->sites ? look->sites->source.name : NULL,
        .text = text,
    };
    diagnostics_add(look->diagnostics, &diagnostic);
}

static void look_at_unassessed(const struct findings_look *look)
{
    const struct instrument *instrument = look->standings->evaluation->instrument;
    const struct summary *groups = look->standings->groups;
    size_t whole = look->standings->national.count - look->standings->national.assessed;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < instrument->group_count; i++)
        if (groups[i].count > groups[i].assessed)
            g_string_append_printf(text, "%s%s %zu", text->len ? ", " : "",
                                   instrument->groups[i].id, groups[i].count - groups[i].assessed);
    if (text->len > 0)
        note(look, "not-assessed",
             arena_printf(look->arena, _("%zu not assessed: %s"), whole, text->str));
}

static void look_at_published_only(const struct findings_look *look)
{
    size_t count = 0;
    for (size_t i = 0; i < look->standings->evaluation->institution_count; i++)
        count += look->standings->all[i].basis == BASIS_PUBLISHED;
    if (count > 0)
        note(look, "published-only",
             arena_printf(look->arena, _("%zu with published figures only, taken as they are"),
                          count));
}

void findings_tell(const struct standings *standings, const struct sites *sites,
                   struct diagnostics *diagnostics)
{
    const struct findings_look look = {standings, sites, diagnostics, arena_create()};
    for (size_t i = 0; i < standings->evaluation->institution_count; i++) {
        look_at_published(&look, i);
        look_at_basis(&look, i);
        look_at_grade(&look, i);
    }
    look_at_average(&look, NONE);
    for (size_t g = 0; g < standings->evaluation->instrument->group_count; g++)
        look_at_average(&look, g);
    look_at_unassessed(&look);
    look_at_published_only(&look);
    arena_destroy(look.arena);
}
