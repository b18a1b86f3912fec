/* view_text.h - results.xml and its like, piece by piece. */
#ifndef ASSESS_VIEW_TEXT_H
#define ASSESS_VIEW_TEXT_H

#include "shape.h"

#include "rapor/view/view.h"

/* What a document is about: see view_turn(). */
struct about {
    enum per per;
    size_t subject;
};

/* Writes to OUT what the view shows, of anything but one institution; of all with the details of
 * each too, if WHOLE.  Hands it to SINK piece by piece, unless that is NULL; false where the sink
 * ended it. */
bool view_text_write(const struct shape *shape, struct about about, bool whole, GString *out,
                     const struct sink *sink);

/* What stands before an institution in its text, kept from one to the next: it is seldom
 * another. */
struct text_head;

struct text_head *text_head_create(void);
void text_head_destroy(struct text_head *head);

/* Writes to OUT what the view shows of an institution. */
void view_text_one(const struct shape *shape, size_t institution, struct text_head *head,
                   GString *out);

#endif
