/* tags.h - tags with attributes without end: the work of libxml2 grows with their square, so they
 * are found before it sees them. */
#ifndef RAPOR_BASE_TAGS_H
#define RAPOR_BASE_TAGS_H

#include <stdbool.h>
#include <stddef.h>

#define TAG_ATTRIBUTES 500 /* the most that a tag may have */

enum tags_within {
    WITHIN_TEXT,
    WITHIN_MARK,    /* behind < */
    WITHIN_BANG,    /* behind <! */
    WITHIN_COMMENT, /* also where its second - is to come */
    WITHIN_SECTION, /* CDATA */
    WITHIN_ORDER,   /* a processing instruction */
    WITHIN_TAG,
    WITHIN_VALUE,
};

/* A look through an XML text in pieces; begun with zeros. */
struct tags_look {
    enum tags_within within;
    char quote;        /* that ends the value */
    size_t ends;       /* how many characters in a row might be of the end: - of -->, ] of ]]> */
    size_t attributes; /* of the tag, so far */
};

/* Goes on through SIZE bytes; returns how many of them stand before the attribute that is one
 * too many, or SIZE. */
size_t tags_look_on(struct tags_look *look, const char *bytes, size_t size);

#endif
