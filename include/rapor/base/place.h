/* place.h - where in an XML text a thing stands.
 *
 * libxml2 tells the line of an element only roughly (the line where its start
 * tag ends) and no column.  So readers remember elements by number, and only
 * when there is something to complain about are the places looked up, exactly,
 * by going through the text once more. */
#ifndef RAPOR_BASE_PLACE_H
#define RAPOR_BASE_PLACE_H

#include <libxml/tree.h>
#include <stddef.h>

struct arena;

/* An XML text: the name the user gave it, and its bytes. */
struct source {
    const char *name;
    const char *bytes;
    size_t size;
};

struct place {
    unsigned line, column; /* from 1; columns count characters */
    const char *text;      /* the source line, fit to be shown: a tab is one space, a hidden
                              character U+FFFD; NULL where it is over 1,000 bytes long */
};

/* Finds the start tag of the ELEMENTth element (from 1, in document order) of
 * SOURCE, or of the attribute ATTRIBUTE in that tag where it is not NULL. */
struct place place_of(const struct source *source, size_t element, const char *attribute,
                      struct arena *arena);

/* Returns the number of NODE's element in its document, for place_of(). */
size_t place_number(const xmlNode *node);

/* Returns the place of the byte at OFFSET. */
struct place place_at(const struct source *source, size_t offset, struct arena *arena);

#endif
