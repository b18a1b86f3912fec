/* words.h - what runs say, cut into words. */
#ifndef TYPESET_WORDS_H
#define TYPESET_WORDS_H

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

/* Runs while they are set: all of one document, words of many. */
struct script {
    struct typesetter *typesetter;
    const struct runs *runs;
};

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

#endif
