/* mark.h - what governs a piece of a page, for those who write layouts. */
#ifndef RAPOR_TYPE_MARK_H
#define RAPOR_TYPE_MARK_H

#include "rapor/doc/doc.h"

/* A line of a paragraph or a piece of a block, and what governs it: for those who
 * write layouts.  Noted only where it is asked for; painters pass over it. */
struct mark {
    double x, y, width, height;
    double baseline;             /* below y; 0: none */
    const char *name;            /* of the style, or of the element: "table" */
    const struct origin *origin; /* the same of all marks of one block; NULL: room for text */
};

#endif
