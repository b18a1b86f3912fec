/* content.h - the ink of a page as PDF operators. */
#ifndef PAINT_PDF_CONTENT_H
#define PAINT_PDF_CONTENT_H

#include "../fonts/faces.h"
#include "pictures.h"
#include "structure.h"

/* What of the graphics state is known to hold, in the units that are written. */
struct pen {
    struct bytes *out;
    double height;        /* of the page: y grows up in PDF */
    int64_t fill, stroke; /* colours, as one number; -1: not known */
    int64_t thick, dash;
    unsigned font;
    double size;
    int64_t x, y;     /* where the line of text begins */
    bool text;        /* a text object is open */
    bool row, string; /* and in it an array, and in that a string */
    double said;      /* thousandths of the size, from where the line begins, of what is shown */
};

/* What is noted of a text before it is painted. */
enum note {
    NOTE_SPACE = 1, /* a space belongs behind it */
    NOTE_PLAIN = 2  /* its glyphs say all of it by themselves, and none is raised */
};

/* A document being painted. */
struct pdf_paper {
    const struct pages *pages;
    size_t first; /* of them that is painted */
    struct faces *faces;
    struct pictures *pictures;
    struct structure *structure;
    uint8_t *notes;        /* by ink of all painted pages: enum note */
    size_t inks;           /* how many are painted */
    unsigned *signed_only; /* by page: see sheets */
};

/* Appends the operators of page number PAGE of those that are painted. */
bool content_page(struct pdf_paper *paper, const struct page *page, uint32_t number,
                  struct bytes *out, GError **error);

/* Appends the operators of what page number PAGE shows over what it is, as decoration, once FIELD
 * is signed; without one, once any is. */
bool content_signed(struct pdf_paper *paper, uint32_t page, const struct placed_field *field,
                    struct bytes *out, GError **error);

/* Puts the entries of a page that say how large it is, and where it is cut (ISO 32000-1, 14.11.2).
 */
void content_boxes(const struct page *page, struct bytes *out);

/* Text, within a page. */
void text_show(struct pen *pen, const struct cut *cut, const struct ink *ink, uint8_t notes);
void text_pause(struct pen *pen); /* other operators may follow, still within the text */
void text_open(struct pen *pen);  /* where none is open */
void text_close(struct pen *pen);

/* Filled and stroked shapes, and what they are drawn with. */
void path_put(struct pen *pen, const struct ink *ink);
void path_fill(struct pen *pen, const struct ink *ink);
void pen_fill(struct pen *pen, const struct color *color);
void pen_stroke(struct pen *pen, const struct color *color, double thick, double dash);
void pen_point(struct pen *pen, double x, double y);

#endif
