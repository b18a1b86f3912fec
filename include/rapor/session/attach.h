/* attach.h - the data that a paper was made from, as files that go with it. */
#ifndef RAPOR_SESSION_ATTACH_H
#define RAPOR_SESSION_ATTACH_H

#include "rapor/session/session.h"

struct arena;
struct chart;
struct document;
struct pages;
struct ranking;

/* Attaches what is about the institution (or parent) of the document alone, as
 * view_text_own() tells it, and the data of each chart.  The pages' arena owns them. */
void attach_data(struct session *session, const struct document *document, size_t subject,
                 struct pages *pages);

/* Returns what a chart shows as a table, its columns in the words of the instrument. */
struct ranking *attach_table(const struct session *session, const struct chart *chart,
                             struct arena *arena);

/* Returns results.xml of one institution, or of all (NONE); SESSION owns it until
 * another is asked for. */
const GString *attach_results(struct session *session, size_t subject);

/* Returns the digest of what the pages show: their words, and the data of their charts; not of
 * how it is set, nor of other data that go with them.  To be freed. */
char *attach_content(const struct pages *pages);

#endif
