/* issue.h - what the papers of a session say of themselves. */
#ifndef RAPOR_SESSION_ISSUE_H
#define RAPOR_SESSION_ISSUE_H

#include "rapor/register/issuing.h"
#include "rapor/session/session.h"

struct link_to;

/* Returns the code of whom a document is about; NULL of what is made once. */
const char *paper_code(const struct evaluation *evaluation, const struct document *document,
                       size_t subject);

/* True of what can be issued: papers, but not those for the press. */
bool paper_is_issued(const struct document *document);

/* Returns the last edition in the session's register, or NULL. */
struct paper *session_paper(const struct session *session, size_t document, size_t subject);

/* Returns what a paper says of itself: as the edition that the session names, else as the
 * last.  ARENA owns the texts, or the register. */
struct issue session_issue(const struct session *session, size_t document, size_t subject,
                           struct arena *arena);

/* The same in a few letters, for the key of the paper; to be freed. */
char *session_issue_text(const struct session *session, size_t document, size_t subject);

/* Returns where its page is. */
struct link_to session_link(const struct session *session, size_t document, size_t subject);

/* Tells the view of it. */
void session_tell_issue(struct session *session, size_t document, size_t subject);

#endif
