/* compose.h - a layout and a view become a document. */
#ifndef RAPOR_COMPOSE_COMPOSE_H
#define RAPOR_COMPOSE_COMPOSE_H

#include <glib.h>
#include <stdbool.h>

struct arena;
struct doc;
struct layout;
struct view_element;

struct subject {
    /* Where the layout's expressions stand: an institution, a region or the results. */
    const struct view_element *element;
    const char *name; /* of the document, for messages */
};

/* Returns the document; ARENA owns it.  NULL and ERROR where an expression
 * fails on this subject (place and expression are named). */
struct doc *compose(const struct layout *layout, const struct subject *subject, struct arena *arena,
                    GError **error);

/* Returns a digest of all that the layout's expressions give, to be freed: as long as it stays the
 * same, so does the document.  NULL and ERROR where one fails. */
char *compose_digest(const struct layout *layout, const struct subject *subject, GError **error);

/* Whether the layout says by "when" for whom it is. */
bool layout_chooses(const struct layout *layout);

/* Sets WANTED to what the layout's "when" says of the subject; true where it
 * says nothing.  Nothing of an institution's details need be in the view. */
bool layout_wants(const struct layout *layout, const struct subject *subject, bool *wanted,
                  GError **error);

#endif
