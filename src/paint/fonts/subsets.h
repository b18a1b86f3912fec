/* subsets.h - what documents need of a face beyond its core. */
#ifndef PAINT_FONTS_SUBSETS_H
#define PAINT_FONTS_SUBSETS_H

#include "program.h"

#include <glib.h>

/* What a document needs beyond the core; the next one of its kind often needs the same. */
struct subset {
    struct program program;
    struct code *codes; /* of its glyphs, ascending */
};

/* The subsets of a face, and the one of the GLYPHS, which are ascending. */
GHashTable *subsets_create(void);
const struct subset *subsets_find(struct pdf_face *face, GArray *glyphs);

#endif
