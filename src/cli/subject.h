/* subject.h - which document is asked for, and whom it is about. */
#ifndef CLI_SUBJECT_H
#define CLI_SUBJECT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct instrument;
struct options;
struct session;

/* Returns the index of the first document of that KIND, or NONE and a suggestion. */
size_t find_document(const struct instrument *instrument, const char *kind, GError **error);

/* Finds the number that session_pages() wants for document INDEX: of the institution or region that
 * the options name, or else of the first that such a document is made for. */
bool find_subject(const struct session *session, size_t index, const struct options *given,
                  size_t *subject, GError **error);

#endif
