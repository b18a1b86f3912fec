/* view_text.h - results.xml, piece by piece. */
#ifndef ASSESS_VIEW_TEXT_H
#define ASSESS_VIEW_TEXT_H

#include "rapor/view.h"
#include "shape.h"

/* Writes all (NONE) or one institution; false where the sink ended it. */
bool view_text_write(const struct shape *shape, size_t institution, const struct sink *sink);

#endif
