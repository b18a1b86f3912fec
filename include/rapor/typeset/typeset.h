/* typeset.h - a document becomes pages. */
#ifndef RAPOR_TYPESET_TYPESET_H
#define RAPOR_TYPESET_TYPESET_H

#include <glib.h>

struct doc;
struct fonts;
struct pages;

/* Returns the pages; the document's arena owns them.  NULL and ERROR where a
 * character is in no listed font, or something does not fit its box or page;
 * document, place in the layout and text are named. */
struct pages *typeset(const struct doc *doc, struct fonts *fonts, GError **error);

/* The same, with marks (pages.h) that are drawn over the pages: boxes, baselines, the
 * names of styles, and where in the layout they are from. */
struct pages *typeset_marked(const struct doc *doc, struct fonts *fonts, GError **error);

#endif
