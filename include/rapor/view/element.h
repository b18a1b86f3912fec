/* element.h - an element of the view, and how one goes from it to others. */
#ifndef RAPOR_VIEW_ELEMENT_H
#define RAPOR_VIEW_ELEMENT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct view_attribute {
    GQuark name;
    uint32_t length : 30;
    bool plain : 1;    /* the text stands in a file as it is; false: perhaps */
    bool personal : 1; /* for papers alone: it stands in no file */
    const char *text;  /* never NULL */
};

struct view_element {
    GQuark name;    /* 0: the document */
    uint32_t order; /* in the document, from 1 for the root; grows, perhaps with gaps */
    struct view_element *parent, *previous, *next, *children, *last;
    const struct view_attribute *attributes; /* in their order */
    uint32_t attribute_count, text_length;
    const char *text;               /* NULL where there is none */
    const struct view_ready *ready; /* of whoever writes it; or NULL */
};

#define VIEW_LENGTH_MOST 0x3fffffff /* of a text, in bytes */

static inline struct view_attribute view_attribute_of(GQuark name, const char *text)
{
    return (struct view_attribute){
        .name = name, .length = strlen(text) & VIEW_LENGTH_MOST, .text = text};
}

/* Returns the attribute, or NULL. */
static inline const struct view_attribute *view_attribute(const struct view_element *element,
                                                          GQuark name)
{
    const struct view_attribute *at = element->attributes, *end = at + element->attribute_count;
    while (at != end && at->name != name)
        at++;
    return at == end ? NULL : at;
}

/* Returns the element after AT in document order, inside ROOT; NULL at its end. */
static inline struct view_element *view_next(const struct view_element *at,
                                             const struct view_element *root)
{
    if (at->children)
        return at->children;
    while (at != root && !at->next)
        at = at->parent;
    return at == root ? NULL : at->next;
}

#endif
