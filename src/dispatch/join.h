/* join.h - the pages of many documents as those of one. */
#ifndef DISPATCH_JOIN_H
#define DISPATCH_JOIN_H

#include "rapor/type/pages.h"

#include <stdbool.h>

/* How a document stands among the others. */
struct joint {
    const char *title; /* of its bookmark; NULL: it has none */
    unsigned level;    /* of that bookmark; what it has of its own goes below */
    bool is_signed;    /* what only the signed paper shows is shown */
    bool even;         /* a blank page fills up its last sheet */
};

/* Begins ALL, which has the title of DOC; the arena of DOC owns it. */
void join_begin(struct pages *all, const struct doc *doc);

/* Puts the pages behind those of ALL, and takes them over: they have the same arena.  Fields for
 * signatures and attached data are left out. */
void join_add(struct pages *all, struct pages *pages, const struct joint *joint);

/* Marks the place behind the pages so far. */
void join_bookmark(struct pages *all, const char *title, unsigned level);

/* Lets the colours of a page that reach its edge run BLEED points over it, and marks where it is
 * to be cut. */
void join_cut(struct page *page, double bleed);

#endif
