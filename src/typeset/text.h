/* text.h - a paragraph on its way into the flow. */
#ifndef TYPESET_TEXT_H
#define TYPESET_TEXT_H

#include "shaped_text.h"

struct set_text {
    struct typesetter *typesetter;
    const struct block *block;
    const struct style *style;
    struct text_column column; /* without the style's and the paragraph's indents */
    struct measure measure;
    struct runs runs;
    struct broken_text broken_text;
    double left; /* of the lines */
    uint32_t element;
};

/* Puts line NUMBER, and behind the last one the tail; or leaves room for what tells
 * numbers of pages while these are not known. */
void put_when_known(const struct set_text *text, size_t number);

#endif
