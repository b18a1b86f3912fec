/* faces.h - the typefaces of a run, as PDF needs them.
 *
 * Each has a core: a fixed set of glyphs that most papers do with, cut out and
 * compressed once, whatever the papers say.  What a document needs beyond it, or
 * all where it needs little, comes in a small subset of its own: so a paper has
 * the same bytes whatever else is made in the run. */
#ifndef PAINT_FONTS_FACES_H
#define PAINT_FONTS_FACES_H

#include "subsets.h"

#include "rapor/type/fonts.h"

#include <pango/pango.h>
#include <stdbool.h>

struct ink;

struct pdf_face {
    hb_face_t *face;
    hb_font_t *font; /* of one unit per unit of the em */
    char *name;
    bool cff;
    unsigned em;
    struct sort *sorts; /* by glyph */
    unsigned sort_count;
    uint32_t space; /* the glyph */
    struct program core;
    GHashTable *subsets; /* GBytes -> struct subset: what documents needed of their own */
    /* Of the document in hand: */
    uint32_t serial;
    GArray *used; /* guint32: glyphs */
    unsigned in_core;
    const struct subset *own; /* or NULL */
    unsigned names[2];        /* in the resources: of the core, of its own subset; 0: not needed */
};

/* A face at a size. */
struct cut {
    PangoFont *font;
    struct pdf_face *face;
    double size;
    double scale; /* thousandths of the size in a point */
};

struct faces {
    GHashTable *cuts;  /* PangoFont -> struct cut */
    GHashTable *faces; /* hb_face_t -> struct pdf_face */
    GPtrArray *order;  /* struct pdf_face: those of the document, as they come */
    uint32_t serial;   /* of the document in hand */
    struct bytes_cmap cmap;
    const struct cut *last;
};

struct faces *faces_create(void);
void faces_free(struct faces *faces);

const struct cut *faces_cut(struct faces *faces, PangoFont *font);

/* Begins a document; then what it says is noted; then the codes are given. */
void faces_begin(struct faces *faces);
bool faces_note(struct faces *faces, const struct ink *ink);       /* true: for NOTE_PLAIN */
void faces_note_space(struct faces *faces, const struct ink *ink); /* one behind it */
void faces_finish(struct faces *faces);

/* True if the glyph alone says the text that it stands for. */
static inline bool sort_says(const struct sort *sort, const struct glyph *glyph, const char *text)
{
    return glyph->bytes == sort->length && glyph->bytes > 0 && *text == *sort->text &&
           (glyph->bytes == 1 || memcmp(text, sort->text, glyph->bytes) == 0);
}

/* Writes the fonts of the document and appends the dictionary that names them. */
void faces_write(struct faces *faces, struct pdf_file *file, struct bytes *resources);

#endif
