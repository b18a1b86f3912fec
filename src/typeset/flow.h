/* flow.h - what the files of this folder share: a column of strips on its way to pages. */
#ifndef TYPESET_FLOW_H
#define TYPESET_FLOW_H

#include "strip.h"
#include "typesetter.h"

#include "rapor/type/pages.h"

#include <stdbool.h>

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

/* Copies the ink of STRIP, which is some of INK, and its marks. */
void strip_copy(const struct strip *strip, const struct ink *ink, struct inks *inks,
                struct point by);

/* Copies COUNT pieces of ink. */
void ink_copy(struct inks *inks, const struct ink *from, size_t count, double dx, double dy);

/* What stands again above the rows of a table: its head and the group row that they
 * belong to.  Set when the first page needs it. */
struct repeated {
    const struct strip *strips;
    const struct ink *ink; /* theirs */
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

/* Begins pages laid out by SECTION, into which FLOW will be broken. */
struct page_builder *pages_begin(struct typesetter *typesetter, const struct section *section,
                                 struct flow *flow);

/* Places the strips that nothing which is set later can change; returns how many have been. */
size_t pages_follow(struct page_builder *builder);

/* Places the strips that are left. */
void pages_end(struct page_builder *builder);

/* Takes the places for signatures out of the page's ink, and notes them. */
void gather_signatures(struct pages *pages, size_t page);

/* Sets the heads of the pages from FIRST to before END, which SECTION made. */
void build_heads(struct typesetter *typesetter, const struct section *section, size_t first,
                 size_t end);

#endif
