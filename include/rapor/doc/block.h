/* block.h - what the text of a document is made of.  To add a kind of block, add it here and
 * let the compiler name every switch. */
#ifndef RAPOR_DOC_BLOCK_H
#define RAPOR_DOC_BLOCK_H

#include "rapor/doc/figure.h"
#include "rapor/doc/paragraph.h"
#include "rapor/doc/table.h"

/* Where an electronic signature goes, and what stands there already. */
struct signature {
    const char *name; /* whose: the kind of document, or the party that signs */
    double height;    /* at least */
    struct blocks blocks;
    /* What the signing service is told; NULL where there is nothing to tell. */
    const char *reason, *location, *link, *signer; /* signer: the name */
    const char *certificate; /* its serial number or name; NULL: the signer's name is enough */
    bool seal;               /* of an organisation */
    const char *about;       /* what the field is to those who cannot see it */
};

/* A table of contents: a paragraph for each heading. */
struct contents {
    struct blocks *entries;
};

/* Stands at a place of the page instead of in the flow; takes no room there.
 * Its blocks must fit, or the run ends with the place named. */
struct box {
    double x, y, width, height; /* from the top left corner of the page; height 0: open */
    enum valign valign;
    struct blocks blocks;
    bool filled, framed;
    struct color fill, frame;
    double frame_width;
    bool decoration; /* everything in it */
    bool once;       /* in the head of pages: part of what is read, where it stands first */
};

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_SPACE,
    BLOCK_RULE,
    BLOCK_LIST,
    BLOCK_TABLE,
    BLOCK_IMAGE,
    BLOCK_QR,
    BLOCK_CHART,
    BLOCK_CONTENTS,
    BLOCK_SIGNATURE,
    BLOCK_KEEP, /* its blocks stay on one page */
    BLOCK_BOX,
    BLOCK_PAGE_BREAK,
};

struct block {
    enum block_kind kind;
    bool shared; /* in all documents of its layout alike: what it points to is the same memory */
    struct origin origin;
    union {
        struct paragraph paragraph;
        double space;
        struct rule rule;
        struct list list;
        struct table table;
        struct image image;
        struct qr qr;
        struct chart chart;
        struct contents contents;
        struct signature signature;
        struct keep {
            struct blocks blocks;
            const struct anchor *anchor; /* or NULL */
            size_t lines_before;         /* so many lines of what stands before come along */
            bool signed_only; /* takes its room always, but only the signed paper shows it */
        } keep;
        struct box box;
    };
};

#endif
