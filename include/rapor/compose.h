/* compose.h - a layout and a view become a document. */
#ifndef RAPOR_COMPOSE_H
#define RAPOR_COMPOSE_H

#include <glib.h>
#include <libxml/tree.h>

struct arena;
struct doc;
struct layout;

struct subject {
    xmlNode *node;    /* context of the layout's expressions: institution, region or results */
    const char *name; /* of the document, for messages */
};

/* Returns the document; ARENA owns it.  NULL and ERROR where an expression
 * fails on this subject (place and expression are named). */
struct doc *compose(const struct layout *layout, const struct subject *subject, struct arena *arena,
                    GError **error);

#endif
