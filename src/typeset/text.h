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
    struct runs runs;
    struct words words;
    double left;       /* of the lines */
    size_t line_count; /* once they are broken */
    uint32_t element;
};

/* The room that a word has on any line. */
double text_room(const struct text *text);

/* Breaks the words into lines.  Words are divided only where the lines would be too
 * loose, and where it helps. */
struct line_list break_text(struct text *text);

/* Puts a line, and behind the last one the tail; or leaves room for what tells
 * numbers of pages while these are not known. */
void put_when_known(const struct text *text, const struct line_list *lines, size_t number,
                    struct slab *slab);

/* How far below the top of a line its letters stand. */
double baseline_of(struct setter *setter, const struct style *style);

/* Puts LINE into SLAB as the style aligns it. */
void put_line(const struct text *text, const struct line *line, struct slab *slab);

#endif
