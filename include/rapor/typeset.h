/* typeset.h - a document becomes pages. */
#ifndef RAPOR_TYPESET_H
#define RAPOR_TYPESET_H

#include <glib.h>

struct doc;
struct fonts;
struct pages;

/* Returns the pages; the document's arena owns them.  NULL and ERROR where a
 * character is in no listed font, or something does not fit its box or page;
 * document, place in the layout and text are named. */
struct pages *typeset(const struct doc *doc, struct fonts *fonts, GError **error);

#endif
