/* lines.h - words become lines. */
#ifndef TYPESET_LINES_H
#define TYPESET_LINES_H

#include "keep.h"

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
    bool bound;   /* a space that a line should not end at */
    uint32_t run; /* index */
    uint32_t length;
    const char *text; /* what was shaped */
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

/* Runs while they are set: all of one document, words of many. */
struct script {
    struct typesetter *typesetter;
    const struct runs *runs;
};

/* A space grows by no more than this much of itself: six normal ones at most. */
#define STRETCH_MOST 5.0

/* What a run says, as a key has it. */
struct run_said {
    bool forced; /* nothing but the end of a line */
    const char *text;
    size_t length;
};

/* Finds what stands AT an item of a key behind its first; returns where the next is. */
const uint64_t *said_next(const uint64_t *at, struct run_said *said);

/* Cuts what KEY says into shaped words, none wider than WIDTH (0: any width). */
struct words words_of(const struct script *script, const struct text_key *key, double width);

void words_add(const struct script *script, struct words *words, struct word word);

/* Returns the word of LENGTH bytes of TEXT in the style of RUN. */
struct word word_shaped(const struct script *script, uint32_t run, enum word_kind kind,
                        const char *text, size_t length);

const struct style *word_style(const struct script *script, const struct word *word);

/* Marks the spaces that the document's bindings forbid to break at. */
void bind_words(const struct typesetter *typesetter, struct words *words);

/* Adds the parts of a word that is wider than WIDTH, with a hyphen between them; false where it
 * has no parts so narrow. */
bool words_add_parts(const struct script *script, const struct word *word, double width,
                     struct words *out);

/* Returns the same words, with a hyphen wherever a style lets one be divided. */
struct words words_divided(const struct script *script, const struct words *words);

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
