/* pen.h - writes the shape of the view: as a tree, or as text. */
#ifndef ASSESS_PEN_H
#define ASSESS_PEN_H

#include "phrase.h"

#include "rapor/assess/standing.h"

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct grove;

#define PEN_DEPTH 8 /* how deep elements may nest */

/* Attributes follow the start of their element at once; what is NULL is left out.  Names and
 * texts are not copied: they last as long as the standings, or lie in SCRATCH. */
struct pen {
    void (*start)(struct pen *pen, const char *element);
    void (*say)(struct pen *pen, const struct phrase *phrase);
    void (*attribute)(struct pen *pen, const char *name, const char *value);
    void (*text)(struct pen *pen, const char *text); /* the only thing in its element */
    void (*end)(struct pen *pen);
    struct arena *scratch; /* for what is worked out while writing */
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

struct tree_pen tree_pen_at(xmlNode *node, struct grove *grove); /* with scratch of its own */
struct text_pen text_pen_on(GString *out);

void pen_count(struct pen *pen, const char *name, size_t count);
void pen_hundredths(struct pen *pen, const char *name, int64_t hundredths); /* or INDEX_NONE */
void pen_signed(struct pen *pen, const char *name, int64_t hundredths);     /* a difference */
void pen_whole(struct pen *pen, const char *name, int64_t number);
void pen_fraction(struct pen *pen, const char *name, int64_t numerator, int64_t denominator);
void pen_value(struct pen *pen, struct value value); /* index and exact */

#endif
