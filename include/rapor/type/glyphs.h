/* glyphs.h - words as glyphs. */
#ifndef RAPOR_TYPE_GLYPHS_H
#define RAPOR_TYPE_GLYPHS_H

#include <pango/pango.h>
#include <stddef.h>
#include <stdint.h>

/* A glyph and what it stands for.  Lengths are points, y down. */
struct glyph {
    uint32_t id;
    uint32_t bytes; /* length of the text it stands for; 0: belongs to the glyph before */
    double advance;
    float dx, dy; /* exact: fonts have 1,024 units to the point */
};

/* Glyphs of one font in a row.  Owned by FONTS; the same word gives the same. */
struct piece {
    PangoFont *font;
    const struct glyph *glyphs;
    size_t count;
    const char *words; /* what the glyphs say, in their order; ended by NUL */
    size_t length;     /* of the words, in bytes */
    double width;
    double tracking; /* of it, after each character */
};

struct shaped {
    const struct piece *pieces; /* more than one where the family lacks a character */
    size_t count;
    double width;
    uint32_t missing; /* a character that no listed font has, or 0 */
};

#endif
