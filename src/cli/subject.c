#include "subject.h"

#include "options.h"
#include "selection.h"
#include "suggest.h"

#include "rapor/assess/standing.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/session/session.h"

#include <string.h>

size_t find_document(const struct instrument *instrument, const char *kind, GError **error)
{
    g_autoptr(GPtrArray) kinds = g_ptr_array_new();
    for (size_t i = 0; i < instrument->document_count; i++) {
        if (strcmp(instrument->documents[i].kind, kind) == 0)
            return i;
        g_ptr_array_add(kinds, (void *)instrument->documents[i].kind);
    }
    const struct choice choice = {N_("kind of document"), (const char *const *)kinds->pdata,
                                  kinds->len};
    choice_has(&choice, kind, error);
    return NONE;
}

/* The one asked for, else the first that such a document is made for. */
static size_t find_institution(const struct session *session, size_t index,
                               const struct options *given, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *document = &evaluation->instrument->documents[index];
    size_t region = NONE;
    if (given->institution)
        return selection_institution(evaluation, given->institution, error);
    if (given->region && (region = selection_region(evaluation, given->region, error)) == NONE)
        return NONE;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        bool inside = region == NONE || evaluation->institutions[i].region == region;
        bool earned = false;
        if (inside && !session_earns(session, index, i, &earned, error))
            return NONE;
        if (earned)
            return i;
    }
    fail(error, FAILURE_DATA, "there is no institution to make a %s for", document->kind);
    return NONE;
}

static size_t find_region(const struct evaluation *evaluation, const struct options *given,
                          GError **error)
{
    if (given->region)
        return selection_region(evaluation, given->region, error);
    if (evaluation->region_count > 0)
        return 0;
    fail(error, FAILURE_DATA, "the evaluation has no regions");
    return NONE;
}

/* The one asked for, else the first that has units. */
static bool find_parent(const struct session *session, const struct document *document,
                        const struct options *given, size_t *subject, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct standings *standings = session->standings;
    if (given->region)
        return fail(error, FAILURE_USAGE, "a %s is not made for a region", document->kind);
    if (!given->institution) {
        *subject = standings->parent_count > 0 ? standings->parents[0].institution : NONE;
        return *subject != NONE ||
               fail(error, FAILURE_DATA, "no institution has units to make a %s for",
                    document->kind);
    }
    *subject = selection_institution(evaluation, given->institution, error);
    if (*subject == NONE)
        return false;
    return standings_parent(standings, *subject) != NONE ||
           fail(error, FAILURE_USAGE, "%s has no units: no %s is made for it",
                evaluation->institutions[*subject].name, document->kind);
}

/* True where the paper is made for whom it was asked for. */
static bool is_earned(const struct session *session, size_t index, size_t subject, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *document = &evaluation->instrument->documents[index];
    bool earned;
    if (!session_earns(session, index, subject, &earned, error) || earned)
        return earned;
    if (document->per != PER_INSTITUTION)
        return fail(error, FAILURE_USAGE, "no %s is made of this evaluation", document->kind);
    const char *name = evaluation->institutions[subject].name;
    if (!standing_earns(&session->standings->all[subject], document))
        return fail(error, FAILURE_USAGE,
                    "%s was not assessed, or no session is recorded: no %s is made for it", name,
                    document->kind);
    return fail(error, FAILURE_USAGE, "%s is none of those that a %s is made for", name,
                document->kind);
}

static bool choose(const struct session *session, size_t index, const struct options *given,
                   size_t *subject, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *document = &evaluation->instrument->documents[index];
    *subject = NONE;
    if ((document->per == PER_NATION || document->per == PER_REGION) && given->institution)
        return fail(error, FAILURE_USAGE, "a %s is not made for an institution", document->kind);
    switch (document->per) {
    case PER_NATION:
        return !given->region ||
               fail(error, FAILURE_USAGE, "there is one %s for the whole nation", document->kind);
    case PER_REGION:
        *subject = find_region(evaluation, given, error);
        return *subject != NONE;
    case PER_PARENT:
        return find_parent(session, document, given, subject, error);
    case PER_INSTITUTION:
        break;
    }
    *subject = find_institution(session, index, given, error);
    return *subject != NONE;
}

bool find_subject(const struct session *session, size_t index, const struct options *given,
                  size_t *subject, GError **error)
{
    return choose(session, index, given, subject, error) &&
           is_earned(session, index, *subject, error);
}
