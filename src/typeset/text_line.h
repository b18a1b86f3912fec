/* text_line.h - a line of text, ready to be put down. */
#ifndef TYPESET_TEXT_LINE_H
#define TYPESET_TEXT_LINE_H

#include "typesetter.h"

/* Ink of a line: letters that stand in one style. */
struct letters {
    double x; /* from the left end of the line */
    const struct piece *piece;
    uint32_t run;
};

/* Letters in a row, as a line holds them. */
struct text_line {
    const struct letters *items;
    size_t count;
    double x;            /* from the left edge of the column */
    double width;        /* of its words, spaces as they are */
    double trail;        /* of that, behind the last letter: not seen */
    double excess;       /* by so much it is wider than its column; else 0 */
    const char *opening; /* its first word, as it reads */
    bool alone;          /* it is all that stands before the first forced break */
    bool divided;        /* it ends inside a word */
};

#endif
