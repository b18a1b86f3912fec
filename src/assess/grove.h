/* grove.h - elements that are made and dropped all at once, for layouts to read.
 *
 * They lie in an arena, and equal texts are kept once: all attributes that say the same
 * share one node.  libxml2 may read them, but never change or free them. */
#ifndef ASSESS_GROVE_H
#define ASSESS_GROVE_H

#include <libxml/tree.h>

struct grove;

struct grove *grove_create(void);
void grove_destroy(struct grove *grove); /* NULL is welcome; whoever links to it must not */

/* Adds an element at the end of PARENT, which may be one of libxml2's. */
xmlNode *grove_element(struct grove *grove, xmlNode *parent, const char *name);
void grove_attribute(struct grove *grove, xmlNode *element, const char *name, const char *value);
void grove_text(struct grove *grove, xmlNode *element, const char *text);

/* Cuts off what stands after LAST in PARENT. */
void grove_cut(xmlNode *parent, xmlNode *last);

#endif
