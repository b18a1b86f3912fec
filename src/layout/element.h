/* element.h - an element while it is being read. */
#ifndef LAYOUT_ELEMENT_H
#define LAYOUT_ELEMENT_H

#include "reader.h"

/* An element being read. */
struct layout_element {
    struct layout_reader *reader;
    const struct layout_file *file;
    const xmlNode *xml;
    const struct element_rule *rule;
    struct node *node;
    struct value *values;
};

/* The element itself, or one of its attributes. */
struct layout_spot spot_of(const struct layout_element *element, const char *attribute);

/* What may stand where each, if and when stand. */
enum content content_around(const struct layout_scope *scope);

/* Puts VARIABLE before those of SCOPE. */
void scope_add(struct layout_reader *reader, struct layout_scope *scope,
               struct variable_type variable);

/* For how long a variable that is given there is the same, where its value is kept for KEEP:
 * what stands once in a document has one value in it. */
enum lifetime lifetime_in(const struct layout_scope *scope, enum lifetime lifetime);

/* Gives a use the children of its part, as they were read for it or for all. */
void element_use(const struct layout_element *element, const struct layout_scope *scope);

void element_check(const struct layout_element *element, const struct layout_scope *scope);

#endif
