/* strip.h - strips on one another: a column on its way to pages. */
#ifndef TYPESET_STRIP_H
#define TYPESET_STRIP_H

#include "rapor/type/pages.h"

#include <stdbool.h>

/* A strip of a column.  Its ink is placed from the strip's own top, x from the
 * left edge of the text area. */
struct strip {
    double before; /* space above; dropped at the head of a page */
    double height;
    double y;              /* in what it was put into */
    double room;           /* a new page begins where less than this is left */
    size_t first, count;   /* its ink, among that of the typesetter */
    const struct ink *top; /* more ink where it begins a page, e.g. a table's upper rule; or NULL */
    const char *opening;   /* its first words, for a catchword */
    struct repeat *again;  /* what stands again above it where it begins a page */
    struct tall *tall;     /* what it is made of, where it may be cut */
    struct inks *marks;    /* where there are any; else NULL */
    const struct origin *origin;
    bool keep_next;  /* no page ends after it */
    bool page_break; /* nothing but the end of a page */
    bool absolute;   /* placed from the page's corner; takes no room */
};

struct flow {
    struct strip *items;
    size_t count, room;
    double pending; /* space owed to the next strip */
};

#endif
