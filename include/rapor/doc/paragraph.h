/* paragraph.h - text of a document: runs in one style, and paragraphs of them. */
#ifndef RAPOR_DOC_PARAGRAPH_H
#define RAPOR_DOC_PARAGRAPH_H

#include "rapor/doc/anchor.h"
#include "rapor/doc/role.h"
#include "rapor/doc/style.h"

/* Where in the layout a thing was written, for messages. */
struct origin {
    const char *file;
    unsigned line;
    const char *field; /* the expression that gave the text, or NULL */
};

enum run_kind {
    RUN_TEXT,     /* in one style */
    RUN_BREAK,    /* a line ends here */
    RUN_PAGE,     /* the number of the page it stands on */
    RUN_PAGES,    /* the number of pages of the document */
    RUN_CHAPTER,  /* the heading of level 1 that the page it stands on belongs to */
    RUN_LABEL_OF, /* of its anchor: "Gambar 3" */
    RUN_PAGE_OF,  /* the number of the page that its anchor stands on */
    RUN_PAGES_OF, /* those of all pages that lead to its anchor, and of its own */
};

/* A piece of a paragraph. */
struct run {
    enum run_kind kind;
    const struct style *style;
    const char *text; /* UTF-8; spaces are single, no-break spaces are kept; of RUN_PAGES_OF what
                         is said of each number to those who cannot see it, or NULL */
    struct origin origin;
    const struct target *target; /* what it leads to, or NULL */
    const struct anchor *anchor; /* what it tells of, or NULL */
};

struct runs {
    struct run *items;
    size_t count, room;
};

/* Text that stands left of a paragraph's first line: "a.", ":", "Menimbang". */
struct label {
    double x; /* from the left edge of the column */
    struct runs runs;
};

struct paragraph {
    enum role role;
    const struct style *style;
    struct runs runs;
    struct runs tail; /* at the end of the last line, after a dotted line; on one line */
    struct label *labels;
    size_t label_count;
    double left; /* hanging indent of all lines, added to the style's */
    /* Smaller styles to try, in order, where the text does not fit one line. */
    const struct style *const *fallbacks;
    size_t fallback_count;
    double room; /* begins a new page where less than this is left; 0: as it comes */
    const struct anchor *anchor;   /* or NULL */
    const struct heading *heading; /* what it says, where it is one; else NULL */
    /* Smaller ones still, where the last of those would need more than two lines. */
    const struct style *const *beyond;
    size_t beyond_count;
};

#endif
