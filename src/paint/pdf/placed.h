/* placed.h - contents, fields and links of painted pages. */
#ifndef PAINT_PDF_PLACED_H
#define PAINT_PDF_PLACED_H

#include "rapor/type/pages.h"

/* What ink covers on the first page of its element, from the top. */
struct cover {
    double left, top, right, bottom;
};

/* A marked sequence in a page's content. */
struct marked_content {
    uint32_t element, page, next;
};

/* A field for a signature on a painted page. */
struct placed_field {
    const struct signing *signing;
    uint32_t page;
    unsigned object;
    unsigned signed_only; /* object of what the page shows once this one is signed; 0: no more than
                             with any (sheets.h) */
};

/* A link of a painted page. */
struct placed_link {
    const struct link *link;
    uint32_t page, next; /* next: of the same element */
    unsigned object;
};

#endif
