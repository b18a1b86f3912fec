/* link.h - what leads somewhere: links, and the outline beside the pages. */
#ifndef RAPOR_TYPE_LINK_H
#define RAPOR_TYPE_LINK_H

#include <stddef.h>
#include <stdint.h>

/* An area of a page that leads somewhere. */
struct link {
    uint32_t element; /* of ROLE_LINK */
    double x, y, width, height;
    const char *address; /* URI; NULL: a place in this document, the next three */
    size_t page;         /* index */
    double left, top;
    const char *about; /* what it leads to, for those who cannot see it */
};

/* A line of the outline that viewers show beside the pages. */
struct bookmark {
    unsigned level; /* from 1, never skipping one on the way down */
    const char *title;
    size_t page; /* index */
    double y;
};

#endif
