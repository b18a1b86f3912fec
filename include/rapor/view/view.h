/* view.h - the standing as a tree: what layouts see, and what is written as results.xml and
 * hasil.xml.  Both come from one table (results.h), as do doc/results.md and
 * layouts/schema/results.rng.
 *
 *   <results instrument year kind>
 *     <issuer/> <decree/> <letter/> <signatory/>*   as in evaluation.xml
 *     <instrument> ... </instrument>                the instrument's own file; not in results.xml
 *     <paper kind number edition .../>              of the paper in hand; not in results.xml
 *     <national count assessed index exact><domain/> <aspect/> <grade name count/></national>
 *     <group id name ...same/>  <region code name ...same/>  <parent code name ...same/>
 *     <institution .../>
 *
 * The view is turned to what a document is about, and shows nothing else: to all
 * institutions, without what is known of each but attributes, rank, published, history,
 * difference, session, objection and revised; to one region or parent and its institutions, each
 * with everything; or to one institution.  Of several institutions it holds no more than was
 * wanted.  So a paper depends on no more than it can print, memory stays flat, and paths are short.
 * The tree is to be read alone: its nodes are the view's. */
#ifndef RAPOR_VIEW_VIEW_H
#define RAPOR_VIEW_VIEW_H

#include "rapor/read/instrument.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct standings;
struct view_element; /* tree.h */

struct view;

struct view *view_create(const struct standings *standings);
void view_destroy(struct view *view); /* NULL is welcome */

/* What the paper in hand says of itself: the element paper, of any view.  NULL and 0 stand for
 * nothing; "yes" for what holds. */
struct view_paper {
    const char *kind, *number, *dated, *open, *replaced, *replaced_date, *withdrawn, *code, *link;
    const char *stock; /* "yes": it goes over a sheet that has its frame already */
    const char *heap, *heap_of, *heap_first, *heap_last; /* of a separator: see session.h */
    size_t n, edition, heap_count;
    size_t missing; /* files that could not be made beside it */
};

/* Until it is told there is nothing in the element. */
void view_tell_paper(struct view *view, const struct view_paper *paper);

/* Returns the seal of an institution, or of all; NULL of what has none. */
const char *view_seal(struct view *view, enum per per, size_t subject);

/* Parts of an institution: a bit for each child in its table (results.h), the first lowest. */
#define PARTS_ALL UINT64_MAX

/* Whoever looks at views of all, of regions or of parents wants these parts of their institutions,
 * and what was told before.  Until something is told they are all there. */
void view_want(struct view *view, enum per per, uint64_t parts);

/* Turns the view to a region or an institution by its number in the evaluation, to a
 * parent by that of its institution, or to all, and returns the element of that, or
 * results.  What was there before is gone, but for a second turn
 * to the same. */
struct view_element *view_turn(struct view *view, enum per per, size_t subject);

/* Turns the view to all; returns the element of one among them. */
struct view_element *view_among_all(struct view *view, size_t institution);

/* Turns the view to what is said of all together and to some institutions, in their order, as
 * they are among all: attributes, rank, published, history and the like.  Returns results. */
struct view_element *view_some(struct view *view, const size_t *institutions, size_t count);

/* The same of one institution; returns its element. */
struct view_element *view_alone(struct view *view, size_t institution);

/* Returns as text what the view shows, in the shape of results.xml: of an institution
 * that is hasil.xml.  Of all it is results.xml, each institution with everything. */
GString *view_text(struct view *view, enum per per, size_t subject);

/* Returns as text what is about one institution alone: without means, and without its peers.
 * Of others' levels, nothing in it depends on more than its ranks do. */
GString *view_text_own(struct view *view, size_t institution);

/* Returns the digest of all that the view shows when it is turned so.  To be freed. */
char *view_digest(struct view *view, enum per per, size_t subject);

/* Takes a text piece by piece; returns false to end it there. */
struct sink {
    bool (*take)(void *to, const char *bytes, size_t length);
    void *to;
};

/* Writes results.xml without a view and without holding the text, so that memory
 * stays flat however many institutions there are.  False where the sink ended it. */
bool view_write(const struct standings *standings, const struct sink *sink);

#endif
