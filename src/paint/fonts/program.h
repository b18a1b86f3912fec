/* program.h - a font program cut down to some glyphs, ready to be put into files. */
#ifndef PAINT_FONTS_PROGRAM_H
#define PAINT_FONTS_PROGRAM_H

#include "codes.h"

#include <hb.h>
#include <stdbool.h>

struct pdf_face;
struct pdf_file;

/* A subset, as files hold it. */
struct program {
    char *name;              /* "ABCDEF+URWBookman-Light" */
    bool wide;               /* its codes have two bytes */
    struct bytes font;       /* compressed, as are the next two */
    struct bytes unicode;    /* what each code means */
    struct bytes numbers;    /* of glyphs, by code; none where the font has them by that */
    struct bytes facts;      /* of the font: its dictionary, up to the reference to the next; */
    struct bytes descriptor; /* and this, up to the reference to the program */
    size_t length;           /* of the font as it was */
    hb_face_t *face;         /* to cut smaller ones from, or NULL */
};

/* A glyph of a face, and what it is in the document in hand. */
struct sort {
    uint32_t serial; /* of the last document that used it */
    uint16_t core;   /* its code in the core of its face; 0: not in it */
    uint16_t number; /* and its number there */
    uint16_t width;  /* thousandths of the size */
    bool own;        /* in the document's own subset, not in the core */
    uint8_t length;
    char text[15]; /* what it says: in the core once for all, else by its first use */
    /* How a string holds the code. */
    uint8_t shown_length;
    char shown[4];
};

/* A subset in the making. */
struct cutting {
    const struct pdf_face *face;
    hb_face_t *from;    /* the face itself, or its core, where glyphs have the numbers of that */
    struct codes codes; /* of its glyphs; the rest is the result */
    enum deflate how;
};

void program_make(struct program *program, struct cutting *cutting);
void program_free(struct program *program);

/* Writes the objects of a font, and CMAP where it needs that; returns the number of the first. */
unsigned program_write(const struct program *program, const struct pdf_face *face,
                       struct bytes_cmap *cmap, struct pdf_file *file);

/* Appends the CFF font with glyphs told by code (CID) instead of by name, or
 * returns false where it is none that this can be done to. */
bool cff_number(const uint8_t *cff, const char *name, const struct codes *codes, struct bytes *out);

#endif
