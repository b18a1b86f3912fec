/* view.h - the standing as an XML document: what layouts see, and what is
 * written as results.xml and hasil.xml.  One shape, documented in doc/results.md
 * and layouts/schema/results.rng.
 *
 *   <results instrument year kind>
 *     <issuer/> <decree/> <letter/> <signatory/>*   as in evaluation.xml
 *     <instrument> ... </instrument>                the instrument's own file; not in results.xml
 *     <national count assessed index exact><domain/> <aspect/> <grade name count/></national>
 *     <group id name ...same/>  <region code name ...same/>  <parent code name ...same/>
 *     <institution .../>
 *
 * To keep memory flat an institution's children (domain, aspect, indicator, session ...) are
 * there only while it is open; its attributes and <rank/> always. */
#ifndef RAPOR_VIEW_H
#define RAPOR_VIEW_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct standings;

struct view;

struct view *view_create(const struct standings *standings);
void view_destroy(struct view *view); /* NULL is welcome */

xmlNode *view_root(const struct view *view); /* the element results; no namespace */
xmlNode *view_institution(const struct view *view, size_t institution);
xmlNode *view_region(const struct view *view, size_t region);
xmlNode *view_parent(const struct view *view, size_t parent); /* index in the standings' parents */

/* Adds the details of one institution, and takes them away again.  Calls nest
 * by counting. */
void view_open(struct view *view, size_t institution);
void view_close(struct view *view, size_t institution);

/* Returns results.xml as text, for all (NONE) or for one institution. */
GString *view_text(struct view *view, size_t institution);

/* Takes a text piece by piece; returns false to end it there. */
struct sink {
    bool (*take)(void *to, const char *bytes, size_t length);
    void *to;
};

/* The same without a view and without holding the text, so that memory stays
 * flat however many institutions there are.  False where the sink ended it. */
bool view_write(const struct standings *standings, size_t institution, const struct sink *sink);

#endif
