/* attach.h - the data that a paper was made from, as files that go with it. */
#ifndef RAPOR_SESSION_ATTACH_H
#define RAPOR_SESSION_ATTACH_H

#include "rapor/session/session.h"

struct document;
struct pages;

/* Attaches the results of the institution (or parent) that the document is about,
 * byte for byte hasil.xml, and the data of each chart.  The pages' arena owns them. */
void attach_data(struct session *session, const struct document *document, size_t subject,
                 struct pages *pages);

/* Returns results.xml of one institution, or of all (NONE); SESSION owns it until
 * another is asked for. */
const GString *attach_results(struct session *session, size_t subject);

#endif
