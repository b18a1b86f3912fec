/* grove.h - elements that are made and dropped all at once, for layouts to read.
 *
 * They lie in an arena, and attributes that say the same share one text.  libxml2 may read
 * them, but never change or free them.  Names and values are not copied: they last as long
 * as the grove. */
#ifndef ASSESS_GROVE_H
#define ASSESS_GROVE_H

#include <libxml/tree.h>
#include <stddef.h>

struct grove;
struct phrase;

/* BEFORE is how many elements of the document come before its own, whose order is noted:
 * libxml2 sorts by it. */
struct grove *grove_create(size_t before);
void grove_destroy(struct grove *grove); /* NULL is welcome; whoever links to it must not */

/* Lasts as long as the grove. */
struct arena *grove_arena(struct grove *grove);

/* Returns how many elements of the document come before the next. */
size_t grove_order(const struct grove *grove);

/* Adds an element at the end of PARENT, which may be one of libxml2's. */
xmlNode *grove_element(struct grove *grove, xmlNode *parent, const char *name);

/* Adds attributes to the element that was added last, or to one that has none yet. */
void grove_attribute(struct grove *grove, xmlNode *element, const char *name, const char *value);
void grove_phrase(struct grove *grove, xmlNode *element, const struct phrase *phrase);

void grove_text(struct grove *grove, xmlNode *element, const char *text);

/* Cuts off what stands after LAST in PARENT. */
void grove_cut(xmlNode *parent, xmlNode *last);

#endif
