/* What is longer than all papers have room for is set before anything is made. */
#include "rapor/session/texts.h"

#include "texts_of.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/session/session.h"
#include "rapor/type/fonts.h"

#include <string.h>

#define LETTERS 120 /* of a text that every built-in paper holds */
#define WORD    40  /* of a word that it holds */

struct text_trial {
    struct session *session;
    GHashTable *told;     /* texts that something was said of */
    GHashTable *known;    /* characters: whether a font has them */
    bool *institutions;   /* that something about them is long */
    bool *regions, whole; /* whole: what all papers may say */
};

/* Texts that are long by nature stand where they may run over pages. */
static bool runs_on(const struct text_site *site)
{
    return !site->attribute || strcmp(site->element, "basis") == 0 ||
           strcmp(site->attribute, "title") == 0 || strcmp(site->attribute, "procedure") == 0;
}

static bool is_long(const struct text_site *site)
{
    return site->widest > WORD || (site->letters > LETTERS && !runs_on(site));
}

static void tell(struct text_trial *trial, const struct text_site *site, const char *id,
                 const char *text, const char *hint)
{
    struct session *session = trial->session;
    const struct place place = texts_place(session, site);
    if (!g_hash_table_add(trial->told, (void *)site))
        return;
    diagnostics_add(session->diagnostics, &(struct diagnostic){
                                              .severity = SEVERITY_ERROR,
                                              .id = id,
                                              .file = texts_of(session)->source.name,
                                              .line = place.line,
                                              .column = place.column,
                                              .source = place.text,
                                              .text = text,
                                              .hint = hint,
                                          });
}

/* What any of the fonts can write, and what shows nothing. */
static bool can_write(struct text_trial *trial, gunichar c)
{
    struct fonts *fonts = trial->session->fonts;
    char text[7] = "";
    gpointer known;
    if (g_hash_table_lookup_extended(trial->known, GUINT_TO_POINTER(c), NULL, &known))
        return GPOINTER_TO_INT(known);
    const struct style style = {.name = "", .family = fonts_families(fonts)[0], .size = 10};
    const size_t length = (size_t)g_unichar_to_utf8(c, text);
    const bool written = !fonts_shape(fonts, &style, text, length)->missing;
    g_hash_table_insert(trial->known, GUINT_TO_POINTER(c), GINT_TO_POINTER(written));
    return written;
}

static void look_at_letters(struct text_trial *trial, const struct text_site *site)
{
    for (const char *at = site->text; *at; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (c < 0x80 || can_write(trial, c))
            continue;
        g_autofree char *name = texts_named(site);
        g_autofree char *text =
            g_strdup_printf(_("%s has the character U+%04X \"%.*s\", which is in no font"), name, c,
                            (int)(g_utf8_next_char(at) - at), at);
        tell(trial, site, "no-font", text, _("write it in letters that the papers have"));
        return;
    }
}

static void note_long(struct text_trial *trial, const struct text_site *site)
{
    if (site->institution != NONE)
        trial->institutions[site->institution] = true;
    else if (site->region != NONE)
        trial->regions[site->region] = true;
    else
        trial->whole = true;
}

/* Says what is wrong with the text that ERROR is about; false where there is none. */
static bool blame(struct text_trial *trial, const char *paper, const GError *error)
{
    size_t room;
    const char *text = failure_text(error, &room);
    const struct text_site *site = text ? texts_find(trial->session, text) : NULL;
    if (!site || room == SIZE_MAX)
        return site != NULL; /* the character was told of */
    g_autofree char *name = texts_named(site);
    g_autofree char *said =
        g_strdup_printf(_("%s has %zu letters; %s has room for about %zu"), name, site->letters,
                        paper, MIN(room, site->letters - 1));
    tell(trial, site, "too-long", said, _("write it shorter, or make room in the layout"));
    return true;
}

static bool try_paper(struct text_trial *trial, size_t document, size_t subject, bool *made,
                      GError **error)
{
    struct session *session = trial->session;
    GError *cause = NULL;
    bool earned;
    if (!session_earns(session, document, subject, &earned, error))
        return false;
    *made = earned;
    if (!earned)
        return true;
    struct arena *arena = arena_create();
    const bool set = session_pages(session, document, subject, arena, &cause) != NULL;
    fonts_trim(session->fonts);
    arena_destroy(arena);
    if (set)
        return true;
    const char *paper = session->evaluation->instrument->documents[document].file;
    if (g_error_matches(cause, RAPOR_FAILURE, FAILURE_DATA) && blame(trial, paper, cause)) {
        g_error_free(cause);
        return true;
    }
    g_propagate_error(error, cause);
    return false;
}

/* Whom a document is tried for: those of whom something is long, and where that stands in all
 * papers the first that gets one. */
static bool try_document(struct text_trial *trial, size_t document, GError **error)
{
    const struct session *session = trial->session;
    const struct evaluation *evaluation = session->evaluation;
    const enum per per = evaluation->instrument->documents[document].per;
    const bool by_region = per == PER_REGION;
    const size_t count = by_region ? evaluation->region_count : evaluation->institution_count;
    bool first = trial->whole, made;
    if (per == PER_NATION)
        return try_paper(trial, document, NONE, &made, error);
    for (size_t i = 0; i < count; i++) {
        const bool wanted = by_region ? trial->regions[i] : trial->institutions[i];
        if (!wanted && !first)
            continue;
        if (!try_paper(trial, document, i, &made, error))
            return false;
        first = first && !made;
    }
    return true;
}

static bool try_all(struct text_trial *trial, GError **error)
{
    const struct instrument *instrument = trial->session->evaluation->instrument;
    for (size_t i = 0; i < instrument->document_count; i++)
        if (instrument->documents[i].per != PER_PARENT && trial->session->layouts[i] &&
            !try_document(trial, i, error))
            return false;
    return true;
}

bool texts_try(struct session *session, GError **error)
{
    const struct filled_texts *texts = texts_of(session);
    const struct evaluation *evaluation = session->evaluation;
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    struct text_trial trial = {session, told, known, NULL, NULL, false};
    bool any = false;
    trial.institutions = ARENA_ARRAY(session->arena, evaluation->institution_count, bool);
    trial.regions = ARENA_ARRAY(session->arena, evaluation->region_count, bool);
    for (size_t i = 0; i < texts->count; i++) {
        const struct text_site *site = &texts->items[i];
        look_at_letters(&trial, site);
        any = any || is_long(site);
        if (is_long(site))
            note_long(&trial, site);
    }
    if (any && !try_all(&trial, error))
        return false;
    return g_hash_table_size(told) == 0 ||
           fail(error, FAILURE_DATA, "there are texts that papers cannot hold");
}
