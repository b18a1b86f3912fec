/* typesetter.h - the typesetter at work, and what it is setting. */
#ifndef TYPESET_TYPESETTER_H
#define TYPESET_TYPESETTER_H

#include "strip.h"

/* A chart that takes what is left of its page, known when all else is set. */
struct open_chart {
    const struct block *block; /* NULL: there is none */
    const struct flow *flow;
    size_t strip;
    double left, width;
    uint32_t element;
};

/* A box in the heads of pages that is read where it stands first: on PAGE, from 1. */
struct told_box {
    const struct origin *origin;
    uint32_t element; /* that it is part of there */
    unsigned page;
};

struct look;

/* A style of the document, and how it looks (keep.h): of those with one remainder the
 * last that was asked for. */
struct seen {
    const struct style *style;
    const struct look *look;
};

#define SEEN_STYLES 64

/* The typesetter at work.  The first failure is kept, and ends all work. */
struct typesetter {
    struct pages *pages;
    struct fonts *fonts;
    struct kept *kept;     /* keep.h */
    uint32_t manner;       /* what binds words */
    struct arena *arena;   /* of the pages */
    struct arena *scratch; /* until they are done */
    struct seen seen[SEEN_STYLES];
    struct inks ink; /* of the section in hand, in the order it was set: a strip has some of it
                      * in a row, and what stands in a strip some of that */
    struct row_batches *batches; /* batch.h; of the section in hand, NULL while heads are set */
    unsigned depth;              /* of blocks in blocks: 1 in the section's own */
    struct references *references;
    uint32_t captioned;        /* the element of the table whose caption was just set; else 0 */
    unsigned page, page_count; /* while page heads are set; else 0 */
    struct told_box *told;
    size_t told_count, told_room;
    struct open_chart open; /* of the section in hand */
    double comma; /* while a cell is set: how far in the commas of its column stand; else 0 */
    bool marked;  /* marks are noted */
    bool catches; /* the section in hand has catchwords */
    GError *error;
};

/* The column that blocks are set in. */
struct text_column {
    double left, width;
    uint32_t element; /* what the blocks stand in */
};

/* Keeps the failure: "sertifikat.pdf 13.01: certificate.xml:34: <text>". */
void typesetter_fail(struct typesetter *typesetter, const struct origin *origin, const char *format,
                     ...) __attribute__((format(printf, 3, 4)));

/* Notes what the failure that was just kept is about: the TEXT, and how much of it, between 0 and
 * 1, there is room for; less than 0: that is not the matter. */
void typesetter_blame(struct typesetter *typesetter, const char *text, double share);

/* Adds an element below PARENT; DECORATION begets only DECORATION. */
uint32_t typesetter_element(struct typesetter *typesetter, enum role role, uint32_t parent,
                            const char *alt);

/* Notes that the elements from FIRST on stand for ANCHOR, unless it is NULL. */
void typesetter_anchor(struct typesetter *typesetter, const struct anchor *anchor, size_t first);

/* Notes the boxes of a head that are read once, for the page that is to come; their elements stand
 * in PARENT. */
void note_told(struct typesetter *typesetter, const struct blocks *head, uint32_t parent);

#endif
