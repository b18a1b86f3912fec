/* lines.h - words become lines. */
#ifndef RAPOR_LINES_H
#define RAPOR_LINES_H

#include "flow.h"

enum word_kind {
    WORD_TEXT,
    WORD_SPACE,  /* a line may end here, and the space is gone then */
    WORD_TIE,    /* a space at which no line ends */
    WORD_CUT,    /* a line may end here, e.g. after a slash */
    WORD_HYPHEN, /* a line may end here, and shows a hyphen then */
    WORD_BREAK,  /* a line ends here */
};

struct word {
    enum word_kind kind;
    bool bound; /* a space that a line should not end at */
    const struct run *run;
    const char *text; /* what was shaped */
    size_t length;
    const struct shaped *shaped;
    double width; /* 0 for a hyphen, which most lines do not show */
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
    double loosest; /* by how much of itself the widest space of all would grow */
    double cost;    /* the less, the better it looks */
};

/* How lines are to be filled. */
struct measure {
    double width, indent; /* indent: of the first line */
    enum align align;
};

/* A space grows by no more than this much of itself: three normal ones at most. */
#define STRETCH_MOST 2.0

/* Cuts RUNS into shaped words, none wider than WIDTH (0: any width). */
struct words words_of(struct setter *setter, const struct runs *runs, double width);

void words_add(struct setter *setter, struct words *words, struct word word);

/* Returns the word of LENGTH bytes of TEXT in RUN's style. */
struct word word_shaped(struct setter *setter, const struct run *run, enum word_kind kind,
                        const char *text, size_t length);

/* Marks the spaces that the document's bindings forbid to break at. */
void bind_words(const struct setter *setter, struct words *words);

/* Returns the same words, with a hyphen wherever a style lets one be divided. */
struct words words_divided(struct setter *setter, const struct words *words);

/* Returns the words of LINE as it is painted: those in one piece that are not divided
 * there, and the hyphen at its end. */
struct words words_of_line(struct setter *setter, const struct words *words,
                           const struct line *line);

/* Finds the breaks that make the whole paragraph look best. */
struct line_list lines_of(struct setter *setter, const struct words *words, struct measure measure);

double words_width(const struct words *words, size_t first, size_t end);
/* Of their spaces alone. */
double spaces_width(const struct words *words, size_t first, size_t end);

/* Puts the words on the baseline that begins at AT, with EXTRA times its own width
 * added to each space.  What the ink leads to is put in the place of its element: see
 * setter_own(). */
void put_words(struct inks *inks, const struct words *words, double extra, struct point at);

#endif
