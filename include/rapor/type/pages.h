/* pages.h - a typeset document as data: pages of ink, every piece placed.
 *
 * x grows right, y grows down, in points from the top left corner.  Painters
 * only read this; they measure nothing and decide nothing.  The elements are
 * the tree a screen reader follows; each piece of ink belongs to one of them. */
#ifndef RAPOR_TYPE_PAGES_H
#define RAPOR_TYPE_PAGES_H

#include "rapor/doc/doc.h"
#include "rapor/type/fonts.h"

#define DECORATION  0 /* the element of ink that means nothing */
#define SIGNED_ONLY 1 /* of ink that only the signed paper shows; until the pages are done */

enum ink_kind { INK_TEXT, INK_LINE, INK_FILL, INK_PATH, INK_IMAGE };

enum step_kind { STEP_MOVE, STEP_LINE, STEP_CURVE, STEP_CLOSE };

struct step {
    enum step_kind kind;
    double x[3], y[3]; /* move and line use the first; curve: two controls and the end */
};

struct ink {
    enum ink_kind kind;
    uint32_t element; /* index into the pages' elements, or DECORATION */
    double x, y;      /* text: left end of the baseline; else the top left corner or start */
    struct color color;
    union {
        const struct piece *text; /* may be shared with other ink, also of other documents */
        struct {
            double dx, dy, thick;
            double dash; /* length of dashes and gaps; 0: solid */
        } line;
        struct {
            double width, height;
            const struct signature *signature; /* of typeset alone: NULL in finished pages */
        } fill;
        struct {
            const struct step *steps; /* relative to x, y */
            size_t count;
            double thick; /* of the stroke; 0: filled */
            double dash;
        } path;
        struct {
            const char *path; /* SVG file */
            double width, height;
        } image;
    };
};

/* A line of a paragraph or a piece of a block, and what governs it: for those who
 * write layouts.  Noted only where it is asked for; painters pass over it. */
struct mark {
    double x, y, width, height;
    double baseline;             /* below y; 0: none */
    const char *name;            /* of the style, or of the element: "table" */
    const struct origin *origin; /* the same of all marks of one block; NULL: room for text */
};

/* Ink in the order it is put down. */
struct inks {
    struct arena *arena;
    struct ink *items;
    size_t count, room;
    struct mark *marks;
    size_t mark_count, mark_room;
};

struct mark *inks_mark(struct inks *inks, struct mark mark);

/* Adds a piece and returns it, zeroed but for kind, x and y. */
struct ink *inks_add(struct inks *inks, enum ink_kind kind, double x, double y);

struct point {
    double x, y;
};

/* Adds the text, its baseline beginning at AT; returns its width.  TEXT is
 * one line.  Several pieces of ink where several fonts are needed. */
double inks_text(struct inks *inks, struct fonts *fonts, const struct style *style,
                 const char *text, struct point at);

/* Returns the width that inks_text would give. */
double text_width(struct fonts *fonts, const struct style *style, const char *text);

/* Moves everything from FIRST on. */
void inks_move(struct inks *inks, size_t first, double dx, double dy);

struct element {
    enum role role;
    uint32_t parent; /* index; the first are DECORATION, SIGNED_ONLY and the document itself */
    const char *alt; /* figures and tables */
    size_t span;     /* columns that a cell takes; 0 counts as 1 */
};

#define DOCUMENT_ELEMENT 2

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

/* A place that waits for an electronic signature. */
struct signing {
    const struct signature *signature;
    uint32_t element; /* of ROLE_FORM */
    size_t page;      /* index */
    double x, y, width, height;
};

/* A file that goes with the document. */
struct attachment {
    const char *name, *media, *about; /* "hasil.xml", "text/xml", what it is */
    const char *key;          /* unique among documents, which may be joined: "13.01-hasil.xml" */
    const char *relationship; /* to the document, as PDF calls it: "Source", "Data" */
    const char *data;
    size_t length;
};

struct page {
    struct inks inks;
    struct inks signed_only; /* what stands over it once the paper is signed */
    size_t head;             /* where in the inks the page's own begins: running head, number */
    double width, height;
    struct link *links; /* in reading order */
    size_t link_count, link_room;
};

struct pages {
    struct arena *arena;
    const struct doc *doc; /* title and so on */
    struct page *items;
    size_t count, room;
    struct element *elements;
    size_t element_count, element_room;
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_room;
    struct signing *signings; /* in the order of the pages */
    size_t signing_count, signing_room;
    const struct attachment *attachments;
    size_t attachment_count;
};

#endif
