/* Letters of names that a typeface lacks: another one stands in for them. */
#include "rapor/plan/letters.h"

#include "planner.h"

#include "rapor/assess/sites.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/language.h"
#include "rapor/type/fonts.h"

#include <string.h>

/* The font that LENGTH bytes of TEXT are set in, the first of them, in the bold of FAMILY. */
static const PangoFont *font_of(struct fonts *fonts, const char *family, const char *text,
                                size_t length)
{
    const struct style style = {.family = family, .size = 12, .leading = 14, .bold = true};
    const struct shaped *shaped = fonts_shape(fonts, &style, text, length);
    return shaped->count > 0 ? shaped->pieces[0].font : NULL;
}

/* The family that has no such letter, or NULL.  Marks stand with the letter before. */
static const char *family_without(struct fonts *fonts, const char *letter, size_t length)
{
    const gunichar code = g_utf8_get_char(letter);
    const char *const *families = fonts_families(fonts);
    if (code < 0x80 || g_unichar_ismark(code) || g_unichar_isspace(code))
        return NULL;
    for (size_t i = 0; families[i]; i++)
        if (font_of(fonts, families[i], letter, length) != font_of(fonts, families[i], "a", 1))
            return families[i];
    return NULL;
}

/* Where names are looked at, and what is told of them. */
struct letters_look {
    const struct session *session;
    const struct sites *sites; /* or NULL */
    struct diagnostics *diagnostics;
};

/* A letter of a name that the family lacks; INSTITUTION is whose, or NONE. */
struct stray_letter {
    size_t institution;
    const char *name, *letter, *family;
};

static void warn(const struct letters_look *look, const struct stray_letter *stray)
{
    const struct sites *sites = look->sites;
    struct arena *arena = look->session->arena;
    const char *letter = stray->letter;
    const gunichar code = g_utf8_get_char(letter);
    const bool apostrophe = code == 0x02BC || code == 0x02BB || code == 0x02BE || code == 0x02BF;
    struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = "letter-other-font",
        .file = sites ? sites->source.name : NULL,
        .text = arena_printf(arena,
                             _("%s: %.*s (U+%04X) is not in %s, so it is set in another typeface"),
                             stray->name, (int)(g_utf8_next_char(letter) - letter), letter,
                             (unsigned)code, stray->family),
        .hint = apostrophe ? _("write \xE2\x80\x99 (U+2019)")
                           : _("look at the name on its certificate"),
    };
    if (sites && stray->institution != NONE)
        diagnostic = sites_placed(sites, stray->institution, &diagnostic, arena);
    diagnostics_add(look->diagnostics, &diagnostic);
}

/* Tells of the first such letter. */
static void look_at_name(const struct letters_look *look, const char *name, size_t institution)
{
    for (const char *at = name; at && *at; at = g_utf8_next_char(at)) {
        const size_t length = (size_t)(g_utf8_next_char(at) - at);
        const char *family = family_without(look->session->fonts, at, length);
        if (!family)
            continue;
        warn(look, &(struct stray_letter){institution, name, at, family});
        return;
    }
}

void plan_check_letters(const struct session *session, const struct sites *sites,
                        struct diagnostics *diagnostics)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct letters_look look = {session, sites, diagnostics};
    for (size_t i = 0; i < evaluation->institution_count; i++)
        look_at_name(&look, evaluation->institutions[i].name, i);
    for (size_t i = 0; i < evaluation->signatory_count; i++)
        look_at_name(&look, evaluation->signatories[i].name, NONE);
}
