/* text.h - a paragraph on its way into the flow. */
#ifndef RAPOR_TEXT_H
#define RAPOR_TEXT_H

#include "lines.h"

struct text {
    struct setter *setter;
    const struct block *block;
    const struct style *style;
    struct room room; /* without the style's and the paragraph's indents */
    struct measure measure;
    struct words words;
    double left; /* of the lines */
};

/* How far below the top of a line its letters stand. */
double baseline_of(struct setter *setter, const struct style *style);

/* Puts LINE into SLAB as the style aligns it. */
void put_line(const struct text *text, const struct line *line, struct slab *slab);

#endif
