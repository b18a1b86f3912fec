/* ink.h - what is put on a page, every piece placed. */
#ifndef RAPOR_TYPE_INK_H
#define RAPOR_TYPE_INK_H

#include "rapor/doc/doc.h"
#include "rapor/type/fonts.h"
#include "rapor/type/mark.h"

#define DECORATION   0           /* the element of ink that means nothing */
#define ELEMENT_BITS 0x1FFFFFFFu /* of its number, which is less */
enum ink_kind { INK_TEXT, INK_LINE, INK_LINES, INK_FILL, INK_PATH, INK_IMAGE };

enum step_kind { STEP_MOVE, STEP_LINE, STEP_CURVE, STEP_CLOSE };

struct step {
    enum step_kind kind;
    double x[3], y[3]; /* move and line use the first; curve: two controls and the end */
};

/* What a path goes along. */
struct contour {
    const struct step *steps; /* relative to x, y of the path */
    size_t count;
    const char *key; /* what it stands for, so that a picture can point it out; or NULL */
};

/* One of several lines, from X, Y on. */
struct stretch {
    double x, y, dx, dy;
};

/* A long decree has hundreds of thousands of these: 64 bytes. */
struct ink {
    enum ink_kind kind : 3;
    unsigned element : 29; /* index into the pages' elements, or DECORATION */
    struct color color;
    double x, y; /* text: left end of the baseline; else the top left corner or start */
    union {
        const struct piece *text; /* may be shared with other ink, also of other documents */
        struct {
            double dx, dy, thick;
            double dash; /* length of dashes and gaps; 0: solid */
        } line;
        struct {
            const struct stretch *items; /* relative to x, y; may be shared with other ink */
            size_t count;
            double thick;
        } lines; /* solid, put down one after the other */
        struct {
            double width, height;
            const struct signature *signature; /* of typeset alone: NULL in finished pages */
        } fill;
        struct {
            struct contour *contour;
            double thick; /* of the stroke; 0: filled */
            double dash;
        } path;
        struct {
            const char *path; /* SVG file */
            double width, height;
        } image;
    };
};

struct point {
    double x, y;
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

/* Adds a path of COUNT steps, which must live as long as the ink. */
struct ink *inks_path(struct inks *inks, const struct step *steps, size_t count, struct point at);

/* Returns line NUMBER of LINES as ink of its own. */
struct ink ink_line(const struct ink *lines, size_t number);

/* Adds the text, its baseline beginning at AT; returns its width.  TEXT is
 * one line.  Several pieces of ink where several fonts are needed. */
double inks_text(struct inks *inks, struct fonts *fonts, const struct style *style,
                 const char *text, struct point at);

/* Returns the width that inks_text would give. */
double text_width(struct fonts *fonts, const struct style *style, const char *text);

/* Moves everything from FIRST on. */
void inks_move(struct inks *inks, size_t first, double dx, double dy);

#endif
