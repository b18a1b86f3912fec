/* What papers say of themselves: by the register, or without one by their place. */
#include "rapor/session/issue.h"

#include "rapor/base/arena.h"
#include "rapor/register/link.h"
#include "rapor/view/view.h"

#include <string.h>

const char *paper_code(const struct evaluation *evaluation, const struct document *document,
                       size_t subject)
{
    switch (document->per) {
    case PER_NATION:
        return NULL;
    case PER_REGION:
        return evaluation->regions[subject].code;
    case PER_PARENT:
    case PER_INSTITUTION:
        break;
    }
    return evaluation->institutions[subject].code;
}

bool paper_is_issued(const struct document *document)
{
    return !document->folder && g_str_has_suffix(document->file, ".pdf");
}

struct paper *session_paper(const struct session *session, size_t document, size_t subject)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *what = &evaluation->instrument->documents[document];
    if (!session->papers || !paper_is_issued(what))
        return NULL;
    return register_latest(session->papers, evaluation->year, what->kind,
                           paper_code(evaluation, what, subject));
}

/* The order of the evaluation, never that of the ranking: a correction moves none. */
static uint32_t place_of(const struct document *document, size_t subject)
{
    return document->per == PER_NATION ? 1 : (uint32_t)subject + 1;
}

/* Only letters are numbered by the evaluation itself. */

static const char *number_of(const struct evaluation *evaluation, const struct document *document,
                             size_t subject, struct arena *arena)
{
    const struct pattern_words words = {
        .n = place_of(document, subject),
        .code = paper_code(evaluation, document, subject),
        .year = evaluation->year,
        .security = evaluation->letter.security,
    };
    if (!issuing_is_letter(document->kind) || !evaluation->letter.number)
        return NULL;
    return pattern_fill(evaluation->letter.number, &words, arena);
}

/* A letter that is out keeps its date: another one is that of new editions.  NULL where it is
 * that of the evaluation. */
static const char *dated(const struct evaluation *evaluation, const struct issue *issue)
{
    const bool moved = issuing_is_letter(issue->kind) && issue->dated && evaluation->letter.date &&
                       strcmp(issue->dated, evaluation->letter.date) != 0;
    return moved ? issue->dated : NULL;
}

struct issue session_issue(const struct session *session, size_t document, size_t subject,
                           struct arena *arena)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *what = &evaluation->instrument->documents[document];
    const struct paper *paper = session_paper(session, document, subject);
    struct issue issue = {.kind = what->kind};
    if (paper && session->edition > 0)
        paper = register_edition(session->papers, paper, session->edition);
    if (paper)
        issue = issue_of(session->papers, paper);
    issue.dated = dated(evaluation, &issue);
    const struct reserve *reserve =
        session->papers ? issuing_reserve(session->papers, what->kind, evaluation->year) : NULL;
    issue.open = reserve && reserve->open && paper_is_issued(what);
    if (issue.n == 0)
        issue.n = place_of(what, subject);
    if (!issue.number && !issue.open)
        issue.number = number_of(evaluation, what, subject, arena);
    return issue;
}

struct link_to session_link(const struct session *session, size_t document, size_t subject)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *what = &evaluation->instrument->documents[document];
    return (struct link_to){
        .url = evaluation->issuer.url,
        .year = evaluation->year,
        .code = paper_code(evaluation, what, subject),
        .seal = view_seal(session->view, what->per, subject),
    };
}

/* What is about the nation is not taken for complete where something is missing. */
static size_t missing_of(const struct session *session, size_t document)
{
    const struct document *what = &session->evaluation->instrument->documents[document];
    return what->per == PER_NATION ? session->missing : 0;
}

void session_tell_issue(struct session *session, size_t document, size_t subject)
{
    struct arena *arena = arena_create();
    const struct issue issue = session_issue(session, document, subject, arena);
    const struct link_to link = session_link(session, document, subject);
    const struct heap none = {0}, *heap = session->heap ? session->heap : &none;
    const struct view_paper paper = {
        .kind = issue.kind,
        .n = issue.n,
        .number = issue.number,
        .open = issue.open ? "yes" : NULL,
        .dated = issue.dated,
        .edition = issue.edition,
        .replaced = issue.replaced,
        .replaced_date = issue.replaced_date,
        .withdrawn = issue.withdrawn ? "yes" : NULL,
        .code = link_code(&link, arena),
        .link = link_whole(&link, arena),
        .missing = missing_of(session, document),
        .stock = session->over_stock ? "yes" : NULL,
        .heap = heap->title,
        .heap_of = heap->of,
        .heap_first = heap->first,
        .heap_last = heap->last,
        .heap_count = heap->count,
    };
    view_tell_paper(session->view, &paper);
    arena_destroy(arena);
}

char *session_issue_text(const struct session *session, size_t document, size_t subject)
{
    struct arena *arena = arena_create();
    const struct issue issue = session_issue(session, document, subject, arena);
    char *text = g_strdup_printf("%u %s %s %d %u %s %s %d %zu", issue.n,
                                 issue.number ? issue.number : "", issue.dated ? issue.dated : "",
                                 issue.open, issue.edition, issue.replaced ? issue.replaced : "",
                                 issue.replaced_date ? issue.replaced_date : "", issue.withdrawn,
                                 missing_of(session, document));
    arena_destroy(arena);
    return text;
}
