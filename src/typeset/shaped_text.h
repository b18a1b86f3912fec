/* shaped text.h - text cut into words, then into lines, whatever document it stands in. */
#ifndef TYPESET_SHAPED_TEXT_H
#define TYPESET_SHAPED_TEXT_H

#include "keep.h"
#include "lines.h"
#include "text_line.h"

/* Shaped text in lines. */
struct broken_text {
    struct broken_text *next; /* of the same shaped text */
    struct measure measure;
    const struct text_line *text_lines;
    size_t count;
    double shift;       /* to be added to their places */
    size_t plain_count; /* lines where no word is divided */
};

/* What runs say. */
struct shaped_text {
    uint64_t hash;
    struct text_key key;
    struct words words;
    double width;        /* of all on one line */
    double widest;       /* of the words */
    uint32_t missing;    /* a character that no listed font has, or 0 ... */
    uint32_t missing_in; /* ... and the run that has it */
    bool broken;         /* by force, into several lines */
    bool sought;         /* the next is known: */
    double comma;        /* how far in the first comma of a number stands; NAN: there is none */
    struct text_line *text_line; /* all of it, where it was asked for */
    struct broken_text *broken_texts;
};

/* Returns the shaped text of RUNS.  What is wrong with them is reported. */
struct shaped_text *shaped_text_of(struct typesetter *typesetter, const struct runs *runs);

/* Returns SHAPED_TEXT, which is that of SCRIPT, on one line. */
const struct text_line *shaped_text_line(const struct script *script,
                                         struct shaped_text *shaped_text);

/* Returns SHAPED_TEXT broken into lines of MEASURE, the best way. */
struct broken_text break_text(const struct script *script, struct shaped_text *shaped_text,
                              const struct measure *measure);

/* Puts WORDS into TEXT_LINE, each space grown by EXTRA of itself. */
void text_line_fill(const struct script *script, struct text_line *text_line,
                    const struct words *words, double extra);

/* Finds how far from its left edge the comma of RUNS stands, or the end of a number
 * without one.  False where there is no number. */
bool find_comma(struct typesetter *typesetter, const struct runs *runs, double *before);

/* Returns the width of the widest paragraph in BLOCKS on one line. */
double natural_width(struct typesetter *typesetter, const struct blocks *blocks);

/* Returns the first word of LINE, as it reads: "dan/atau", "KESATU:". */
const char *words_opening(const struct script *script, const struct words *words,
                          const struct line *line);
/* Where a line goes: X from the left edge, on the baseline of STYLE; and what it is. */
struct line_spot {
    double x;
    const struct style *style;
    uint32_t element;
};

/* Puts TEXT_LINE, which holds what the runs of SCRIPT say. */
void put_text_line(const struct script *script, const struct text_line *text_line,
                   struct line_spot spot);

#endif
