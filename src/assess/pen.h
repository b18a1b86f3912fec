/* pen.h - writes the shape of the view: as a tree, or as text. */
#ifndef ASSESS_PEN_H
#define ASSESS_PEN_H

#include "rapor/standing.h"

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct grove;

#define PEN_DEPTH 8 /* how deep elements may nest */

/* Attributes follow the start of their element at once; NULL values are left out. */
struct pen {
    void (*start)(struct pen *pen, const char *element);
    void (*attribute)(struct pen *pen, const char *name, const char *value);
    void (*text)(struct pen *pen, const char *text); /* the only thing in its element */
    void (*end)(struct pen *pen);
    struct arena *scratch; /* for numbers while they are written */
    bool rounded;          /* values as they are printed, without the exact ones */
};

/* Adds to NODE, which is where the pen stands. */
struct tree_pen {
    struct pen pen;
    struct grove *grove; /* of what it adds */
    xmlNode *node;
};

struct text_pen {
    struct pen pen;
    GString *out;
    size_t depth;
    const char *elements[PEN_DEPTH]; /* those that are open */
    bool tag_open;                   /* the last start tag has no ">" yet */
    bool in_line;                    /* the open element holds text */
};

struct tree_pen tree_pen_at(xmlNode *node, struct grove *grove);
struct text_pen text_pen_on(GString *out);

/* The attribute seal: a short mark that only this TEXT has. */
void pen_seal(struct pen *pen, const GString *text);

void pen_count(struct pen *pen, const char *name, size_t count);
void pen_hundredths(struct pen *pen, const char *name, int64_t hundredths); /* or INDEX_NONE */
void pen_signed(struct pen *pen, const char *name, int64_t hundredths);     /* a difference */
void pen_whole(struct pen *pen, const char *name, int64_t number);
void pen_fraction(struct pen *pen, const char *name, int64_t numerator, int64_t denominator);
void pen_value(struct pen *pen, struct value value); /* index and exact */

#endif
