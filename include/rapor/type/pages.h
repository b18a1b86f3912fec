/* pages.h - a typeset document as data: pages of ink, every piece placed.
 *
 * x grows right, y grows down, in points from the top left corner.  Painters
 * only read this; they measure nothing and decide nothing.  The elements are
 * the tree a screen reader follows; each piece of ink belongs to one of them. */
#ifndef RAPOR_TYPE_PAGES_H
#define RAPOR_TYPE_PAGES_H

#include "rapor/doc/doc.h"
#include "rapor/type/fonts.h"
#include "rapor/type/ink.h"
#include "rapor/type/link.h"

#define SIGNED_ONLY 1 /* of ink that only the signed paper shows; until the pages are done */

struct element {
    enum role role : 8;
    unsigned span : 24; /* columns that a cell takes; 0 counts as 1 */
    uint32_t parent;    /* index; the first are DECORATION, SIGNED_ONLY and the document itself */
    const char *alt;    /* figures and tables */
};

#define DOCUMENT_ELEMENT 2

/* A place that waits for an electronic signature. */
struct signing {
    const struct signature *signature;
    uint32_t element; /* of ROLE_FORM */
    size_t page;      /* index */
    double x, y, width, height;
};

/* A file that goes with the document. */
struct attachment {
    const char *name, *media, *about; /* "hasil.xml", "text/xml", what it is */
    const char *key;          /* unique among documents, which may be joined: "13.01-hasil.xml" */
    const char *relationship; /* to the document, as PDF calls it: "Source", "Data" */
    const char *data;
    size_t length;
};

struct page {
    struct inks inks;
    struct inks signed_only; /* what stands over it once the paper is signed */
    size_t head;             /* where in the inks the page's own begins: running head, number */
    double width, height;
    double bleed, margin; /* what is painted beyond the sheet, to be cut off: of the colours that
                             reach its edge; and in all, with room for the marks where it is cut */
    struct link *links;   /* in reading order */
    size_t link_count, link_room;
};

struct pages {
    struct arena *arena;
    const struct doc *doc; /* title and so on */
    struct page *items;
    size_t count, room;
    struct element *elements;
    size_t element_count, element_room;
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_room;
    struct signing *signings; /* in the order of the pages */
    size_t signing_count, signing_room;
    const struct attachment *attachments;
    size_t attachment_count;
};

#endif
