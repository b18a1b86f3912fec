/* typeface.h - a font of a document against the program embedded for it. */
#ifndef VERIFY_FONTS_TYPEFACE_H
#define VERIFY_FONTS_TYPEFACE_H

#include "../pdf.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#define CODES        65536
#define UNICODE_NONE 0xffffffffu /* no meaning known */
#define UNICODE_BAD  0xfffffffeu /* a meaning that is not allowed */
#define WIDTH_NONE   (-1e9f)     /* none given */
#define GLYPH_NONE   0xffffffffu /* none known */

struct typeface {
    unsigned object;
    const char *name; /* of the font, without the letters of a subset */
    bool composite;   /* codes lead to glyphs by CIDs */
    unsigned size;    /* of a code, in bytes: 1 or 2 */
    bool drawn;       /* Type 3: the glyphs are content */
    bool collection;  /* composite, of a collection of characters whose meanings are known */
    bool foreign;     /* its codes cannot be judged; that was said already */
    FT_Face face;     /* NULL where there is no program */
    GBytes *program;
    float *widths;       /* CODES of them, in thousandths */
    uint32_t *unicode;   /* CODES of them: the first character of each code */
    uint32_t *glyphs;    /* CODES of them */
    uint32_t *cids;      /* of a composite font, CODES of them, CODES where there is none */
    unsigned char *seen; /* CODES of them: this code has been judged */
    const char **names;  /* of a simple font, 256 of them, with their slash, or NULL */
};

struct typefaces;

struct typefaces *typefaces_create(void);
void typefaces_destroy(struct typefaces *typefaces); /* NULL is welcome */

/* Returns the font of a dictionary, judged where it is new.  KEY tells apart
 * those that are no objects of their own. */
struct typeface *typeface_of(struct pdf *pdf, qpdf_oh font, const char *key);

/* How a code is used. */
struct usage {
    bool hidden;   /* in mode 3: not painted */
    bool replaced; /* within /ActualText */
};

/* Judges a code where it is new; returns whether it was. */
bool typeface_use(struct pdf *pdf, struct typeface *face, unsigned code, struct usage usage);

/* Parts: fill widths, unicode and glyphs, and judge what they come from. */
void typeface_read_composite(struct pdf *pdf, struct typeface *face, qpdf_oh font);
void typeface_read_simple(struct pdf *pdf, struct typeface *face, qpdf_oh font);
void typeface_read_unicode(struct pdf *pdf, struct typeface *face, qpdf_oh font);
void typeface_read_program(struct pdf *pdf, struct typeface *face, qpdf_oh font);

/* Fills cids; false where the codes of the font cannot be followed. */
bool typeface_read_cmap(struct pdf *pdf, struct typeface *face, qpdf_oh font, qpdf_oh descendant);

/* Whether /CharSet and /CIDSet list what a subset has; the latter while glyphs go by CID. */
void typeface_check_names(struct pdf *pdf, struct typeface *face, qpdf_oh font);
void typeface_check_cids(struct pdf *pdf, struct typeface *face, qpdf_oh font);

#endif
