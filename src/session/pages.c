/* The pages of one paper. */
#include "rapor/session/session.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/times.h"
#include "rapor/compose/compose.h"
#include "rapor/layout/layout.h"
#include "rapor/session/attach.h"
#include "rapor/session/issue.h"
#include "rapor/session/texts.h"
#include "rapor/typeset/typeset.h"
#include "rapor/view/view.h"

#define TITLE_LETTERS 100               /* of a paper, in messages */
#define LONG_DOCUMENT ((size_t)2 << 20) /* bytes */

/* A long name is cut: it is there to be known again. */
static const char *title_of(const struct document *document, const char *code, const char *name,
                            struct arena *arena)
{
    const char *title = arena_printf(arena, "%s of %s %s", document->file, code, name);
    if (g_utf8_strlen(title, -1) <= TITLE_LETTERS)
        return title;
    const char *end = g_utf8_offset_to_pointer(title, TITLE_LETTERS);
    return arena_printf(arena, "%.*s…", (int)(end - title), title);
}

static struct subject subject_of(const struct session *session, const struct document *document,
                                 size_t subject, struct arena *arena)
{
    const struct view_element *element = view_turn(session->view, document->per, subject);
    if (document->per == PER_NATION)
        return (struct subject){element, document->file};
    if (document->per == PER_REGION) {
        const struct region *region = &session->evaluation->regions[subject];
        return (struct subject){element, title_of(document, region->code, region->name, arena)};
    }
    const struct institution *one = &session->evaluation->institutions[subject];
    return (struct subject){element, title_of(document, one->code, one->name, arena)};
}

bool session_earns(const struct session *session, size_t document, size_t subject, bool *earned,
                   GError **error)
{
    const struct document *what = &session->evaluation->instrument->documents[document];
    *earned =
        what->per != PER_INSTITUTION || standing_earns(&session->standings->all[subject], what);
    if (!*earned || !session->layouts[document] || !layout_chooses(session->layouts[document]))
        return true;
    const struct subject whom = {
        .element = what->per == PER_INSTITUTION ? view_alone(session->view, subject)
                                                : view_turn(session->view, what->per, subject),
        .name = what->file,
    };
    return layout_wants(session->layouts[document], &whom, earned, error);
}

/* Composes the document.  What a long one is composed from would lie beside all its pages: it
 * goes, and is made again if another asks for it. */
static struct doc *compose_for(struct session *session, size_t document, size_t subject,
                               struct arena *arena, GError **error)
{
    const struct document *what = &session->evaluation->instrument->documents[document];
    const size_t before = arena_held(arena);
    const struct subject whom = subject_of(session, what, subject, arena);
    struct doc *doc = compose(session->layouts[document], &whom, arena, error);
    if (arena_held(arena) - before > LONG_DOCUMENT)
        view_some(session->view, NULL, 0);
    return doc;
}

struct pages *session_pages(struct session *session, size_t document, size_t subject,
                            struct arena *arena, GError **error)
{
    const struct document *what = &session->evaluation->instrument->documents[document];
    const enum phase before = times_enter(PHASE_COMPOSE);
    session_tell_issue(session, document, subject);
    struct doc *doc = compose_for(session, document, subject, arena, error);
    if (!doc)
        return NULL;
    times_enter(PHASE_TYPESET);
    struct pages *pages = session->marked ? typeset_marked(doc, session->fonts, error)
                                          : typeset(doc, session->fonts, error);
    times_enter(PHASE_ATTACH);
    if (!pages && error)
        texts_explain(session, *error);
    else if (pages)
        attach_data(session, what, subject, pages);
    times_enter(before);
    return pages;
}
