/* anchor.h - places of a document that text elsewhere leads to. */
#ifndef RAPOR_DOC_ANCHOR_H
#define RAPOR_DOC_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A heading, a caption, a row or a group of blocks that can be referred to. */
struct anchor {
    uint32_t number;   /* in its document, from 0: an index into doc->anchors */
    const char *name;  /* as the layout calls it, or NULL */
    const char *label; /* what a reference prints: "Gambar 3", a heading's text; or NULL */
    size_t uses;       /* how many pieces of text lead here */
};

/* What a piece of text leads to. */
struct target {
    uint32_t number;             /* in its document, from 1: an index into doc->targets */
    const char *address;         /* URI in ASCII; NULL: a place in the document */
    const struct anchor *anchor; /* NULL as well: a page */
    size_t page;                 /* from 0 */
    const char *about;           /* what it leads to, for those who cannot see it */
};

struct heading {
    unsigned level;   /* 1 to 3; never more than one above that of the heading before */
    const char *text; /* without line breaks */
    bool listed;      /* stands in the contents */
    bool row;         /* of a table: a bookmark, and no heading */
    const struct anchor *anchor;
};

#endif
