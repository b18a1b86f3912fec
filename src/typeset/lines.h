/* lines.h - runs of text become words, and words become lines. */
#ifndef RAPOR_LINES_H
#define RAPOR_LINES_H

#include "flow.h"

enum word_kind {
    WORD_TEXT,
    WORD_SPACE, /* a line may end here, and the space is gone then */
    WORD_CUT,   /* a line may end here, e.g. after a slash */
    WORD_BREAK, /* a line ends here */
};

struct word {
    enum word_kind kind;
    const struct run *run;
    const struct shaped *shaped;
    double width;
};

struct words {
    struct word *items;
    size_t count, room;
};

/* A line: the words from FIRST to before END; LAST where it ends a paragraph or
 * stands before a forced break. */
struct line {
    size_t first, end;
    bool last;
};

struct line_list {
    struct line *items;
    size_t count, room;
};

/* How lines are to be filled. */
struct measure {
    double width, indent; /* indent: of the first line */
    enum align align;
};

/* Cuts RUNS into shaped words, none wider than WIDTH (0: any width). */
struct words words_of(struct setter *setter, const struct runs *runs, double width);

/* Finds the breaks that make the whole paragraph look best. */
struct line_list lines_of(struct setter *setter, const struct words *words, struct measure measure);

double words_width(const struct words *words, size_t first, size_t end);

/* Puts the words on the baseline that begins at AT, with EXTRA added to each space.
 * What the ink leads to is put in the place of its element: see setter_own(). */
void put_words(struct inks *inks, const struct words *words, const struct line *line, double extra,
               struct point at);

#endif
