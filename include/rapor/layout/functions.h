/* functions.h - what expressions can call: XPath's own functions and ours. */
#ifndef RAPOR_LAYOUT_FUNCTIONS_H
#define RAPOR_LAYOUT_FUNCTIONS_H

#include "rapor/layout/evaluate.h"

#define ANY_NUMBER 1000 /* of arguments */
#define TEXTS_MOST 3    /* arguments of a function of texts */

/* What a function makes of texts. */
typedef const char *text_function(const char *const *arguments, size_t count, struct arena *arena);

/* How it is called, and so what it gives. */
enum called {
    CALLED_WITH_TEXTS, /* gives a text */
    CALLED_FOR_TEXT,
    CALLED_FOR_NUMBER,
    CALLED_FOR_TRUTH,
    CALLED_FOR_NODE,
    CALLED_TO_CHOOSE, /* one of its arguments, which it gives */
};

/* What it is about, apart from its arguments. */
enum about {
    ABOUT_ARGUMENTS,
    ABOUT_NODES, /* the first argument must be nodes */
    ABOUT_HERE,  /* where it has no argument: it gets the node here */
    ABOUT_PLACE,
    ABOUT_FOCUS,
    ABOUT_SUBJECT,
};

struct function_rule {
    const char *name;
    size_t least, most; /* number of arguments */
    enum about about;
    enum called called;
    union {
        text_function *texts;
        const char *(*text)(struct evaluator *evaluator, const struct function_call *call);
        double (*number)(struct evaluator *evaluator, const struct function_call *call);
        bool (*truth)(struct evaluator *evaluator, const struct function_call *call);
        struct view_node (*node)(const struct evaluator *evaluator);
        const struct term *(*choose)(struct evaluator *evaluator, const struct function_call *call);
    };
    text_function *english; /* in place of it where the paper is English; or NULL */
    bool outside;           /* what stands in its arguments does not matter to it */
};

extern const struct function_rule *const function_rules;
extern const size_t function_rule_count;

const struct function_rule *function_find(const char *name); /* or NULL */

/* Those of texts, but for numbers in words and figures (numeral.h). */
text_function text_decimal, text_words, text_date, text_weekday, text_roman, text_letter,
    text_dictum, text_upper, text_lower, text_capitalize, text_replace, text_uri, text_difference,
    text_decimal_english, text_words_english, text_date_english, text_weekday_english, text_signed,
    text_before, text_after, text_normal, text_translate;

#endif
