/* view_text.h - results.xml and its like, piece by piece. */
#ifndef ASSESS_VIEW_TEXT_H
#define ASSESS_VIEW_TEXT_H

#include "rapor/view.h"
#include "shape.h"

/* What a document is about: see view_turn(). */
struct about {
    enum per per;
    size_t subject;
};

/* False where the sink ended it. */
bool view_text_write(const struct shape *shape, struct about about, const struct sink *sink);

#endif
