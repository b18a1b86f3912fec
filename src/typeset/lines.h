/* lines.h - words become lines. */
#ifndef TYPESET_LINES_H
#define TYPESET_LINES_H

#include "keep.h"
#include "words.h"

/* A line: the words from FIRST to before END; LAST where it ends a paragraph or
 * stands before a forced break. */
struct line {
    size_t first, end;
    bool last;
};

struct line_list {
    struct line *items;
    size_t count, room;
    double loosest; /* by how much of itself the widest space of all would grow */
    double cost;    /* the less, the better it looks */
    bool ragged;    /* full lines would have holes: they are set as those at the left */
};

/* How lines are to be filled. */
struct measure {
    double width, indent; /* indent: of the first line */
    enum align align;
    bool optical; /* signs hang out of full lines a little */
    bool divides; /* words, where it helps */
    bool even;    /* the last line is to be as long as the others: titles */
};

/* A space grows by no more than this much of itself: six normal ones at most. */
#define STRETCH_MOST 5.0

/* Returns the words of LINE as it is painted: those in one piece that are not divided
 * there, and the hyphen at its end. */
struct words words_of_line(const struct script *script, const struct words *words,
                           const struct line *line);

/* Finds the breaks that make the whole paragraph look best. */
struct line_list lines_of(struct typesetter *typesetter, const struct words *words,
                          struct measure measure);

/* Where a line that begins with FIRST and breaks before END ends: without the space or
 * cut there, but with a hyphen. */
size_t line_end(const struct words *words, size_t first, size_t end);

double words_width(const struct words *words, size_t first, size_t end);
/* The space behind the last letter of all. */
double words_trail(const struct script *script, const struct words *words);
/* Of their spaces alone. */
double spaces_width(const struct words *words, size_t first, size_t end);

#endif
