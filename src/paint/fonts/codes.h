/* codes.h - which code shows which glyph of a subset. */
#ifndef PAINT_FONTS_CODES_H
#define PAINT_FONTS_CODES_H

#include "../pdf/bytes.h"

#include <stdbool.h>

struct pdf_face;
struct pdf_file;

/* A glyph of a subset. */
struct code {
    uint32_t glyph;  /* of the face */
    uint16_t number; /* in the subset */
    uint16_t code;   /* the CID as well */
};

/* All of a subset. */
struct codes {
    struct code *items; /* by glyph, and by number */
    size_t count;
    bool wide; /* codes are numbers, of two bytes; else they have one */
};

/* Gives the codes: a byte each, where there are enough of them and it is not to be WIDE. */
void codes_give(struct codes *codes, const struct pdf_face *face, bool wide);

/* Appends the widths by code, what codes mean (a CMap), and the number for each code. */
void codes_put_widths(const struct codes *codes, const struct pdf_face *face, struct bytes *out);
void codes_put_unicode(const struct codes *codes, const struct pdf_face *face, struct bytes *out);
void codes_put_numbers(const struct codes *codes, struct bytes *out);

/* The CMap that makes a CID of each byte. */
#define BYTES_CMAP "OneByteIdentityH"
struct bytes_cmap {
    struct bytes deflated;
    unsigned object; /* in the file in hand; 0: not written yet */
};

void bytes_cmap_make(struct bytes_cmap *cmap);
unsigned bytes_cmap_write(struct bytes_cmap *cmap, struct pdf_file *file); /* returns the object */

#endif
