/* flow.h - what the files of this folder share: a column of strips on its way to pages. */
#ifndef TYPESET_FLOW_H
#define TYPESET_FLOW_H

#include "rapor/type/pages.h"

#include <stdbool.h>

/* A strip of a column.  Its ink is placed from the strip's own top, x from the
 * left edge of the text area. */
struct strip {
    double before; /* space above; dropped at the head of a page */
    double height;
    double y;              /* in what it was put into */
    double room;           /* a new page begins where less than this is left */
    size_t first, count;   /* its ink, among that of the typesetter */
    const struct ink *top; /* more ink where it begins a page, e.g. a table's upper rule; or NULL */
    const char *opening;   /* its first words, for a catchword */
    struct repeat *again;  /* what stands again above it where it begins a page */
    struct tall *tall;     /* what it is made of, where it may be cut */
    struct inks *marks;    /* where there are any; else NULL */
    const struct origin *origin;
    bool keep_next;  /* no page ends after it */
    bool page_break; /* nothing but the end of a page */
    bool absolute;   /* placed from the page's corner; takes no room */
};

struct flow {
    struct strip *items;
    size_t count, room;
    double pending; /* space owed to the next strip */
};

/* A chart that takes what is left of its page, known when all else is set. */
struct open_chart {
    const struct block *block; /* NULL: there is none */
    const struct flow *flow;
    size_t strip;
    double left, width;
    uint32_t element;
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
    struct references *references;
    uint32_t captioned;        /* the element of the table whose caption was just set; else 0 */
    unsigned page, page_count; /* while page heads are set; else 0 */
    struct open_chart open;    /* of the section in hand */
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

/* Adds an element below PARENT; DECORATION begets only DECORATION. */
uint32_t typesetter_element(struct typesetter *typesetter, enum role role, uint32_t parent,
                            const char *alt);

/* Notes that the elements from FIRST on stand for ANCHOR, unless it is NULL. */
void typesetter_anchor(struct typesetter *typesetter, const struct anchor *anchor, size_t first);

/* Gives the empty flow room for COUNT strips, and no more: most cells have one line. */
void flow_reserve(struct typesetter *typesetter, struct flow *flow, size_t count);

/* Adds an empty strip that takes the pending space. */
struct strip *flow_add(struct typesetter *typesetter, struct flow *flow, double height);

/* Returns the height of all strips on one another. */
double flow_height(const struct flow *flow);

/* Ends STRIP: what was put down since it began is its ink. */
void strip_end(struct typesetter *typesetter, struct strip *strip);

/* Moves the ink of all strips to where they stand in STRIP, on one another from Y on. */
void flow_settle(struct typesetter *typesetter, struct flow *flow, struct strip *strip, double y);

/* Returns room for one more mark of STRIP. */
struct mark *strip_mark(struct typesetter *typesetter, struct strip *strip, struct mark mark);

/* How far down content stands that leaves SLACK of the height it is given. */
double valign_drop(enum valign valign, double slack);

/* Copies the ink of STRIP, and its marks. */
void strip_copy(const struct typesetter *typesetter, const struct strip *strip, struct inks *inks,
                double dx, double dy);

/* Copies COUNT pieces of ink. */
void ink_copy(struct inks *inks, const struct ink *from, size_t count, double dx, double dy);

/* What stands again above the rows of a table: its head and the group row that they
 * belong to.  Set when the first page needs it. */
struct repeated {
    const struct strip *strips;
    size_t count;
    double height;
};
struct repeated repeat_set(struct repeat *repeat);

/* What is left of a page; FRESH where it is all of it. */
struct cut_room {
    double height;
    bool fresh;
};

/* Cuts STRIP (a table row) so that the first part fits in ROOM, and makes STRIP the rest.
 * Strips in its cells that stay together are parted only where a fresh page has no room for
 * them.  False where nothing of it fits, or nothing that goes on below. */
bool cut_strip(struct typesetter *typesetter, struct strip *strip, struct cut_room room,
               struct strip *first);

/* Notes what governs the strips of BLOCK, which are those from FIRST on.  Lines and
 * boxes note themselves. */
void mark_block(struct typesetter *typesetter, const struct block *block, struct text_column column,
                struct flow *flow, size_t first);

/* Draws the marks of all pages over them. */
void draw_marks(struct pages *pages, struct fonts *fonts);

/* Breaks FLOW into pages laid out by SECTION. */
void build_pages(struct typesetter *typesetter, const struct section *section,
                 const struct flow *flow);

/* Takes the places for signatures out of the page's ink, and notes them. */
void gather_signatures(struct pages *pages, size_t page);

/* Sets the heads of the pages from FIRST to before END, which SECTION made. */
void build_heads(struct typesetter *typesetter, const struct section *section, size_t first,
                 size_t end);

#endif
