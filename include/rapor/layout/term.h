/* term.h - an expression as a tree whose types are known, and what it depends on. */
#ifndef RAPOR_LAYOUT_TERM_H
#define RAPOR_LAYOUT_TERM_H

#include "rapor/layout/type.h"
#include "rapor/layout/vocabulary.h"

#include <glib.h>

enum term_kind {
    TERM_NUMBER,
    TERM_TEXT,
    TERM_VARIABLE,
    TERM_ATTRIBUTE, /* of the node here */
    TERM_CALL,
    TERM_OR,
    TERM_AND,
    TERM_EQUAL,
    TERM_UNEQUAL,
    TERM_LESS,
    TERM_LESS_EQUAL,
    TERM_GREATER,
    TERM_GREATER_EQUAL,
    TERM_ADD,
    TERM_SUBTRACT,
    TERM_MULTIPLY,
    TERM_DIVIDE,
    TERM_REMAINDER,
    TERM_NEGATE,
    TERM_UNION,
    TERM_PATH,
    TERM_CHOICE, /* nodes that conditions choose by their position among all */
    TERM_KEPT,
};

struct term;

struct conditions {
    const struct term **items;
    size_t count, room;
};

struct path_step {
    enum axis axis;
    GQuark name;                  /* 0: all elements, or all attributes */
    bool any;                     /* whatever it is: node() */
    struct conditions conditions; /* each of those that the one before leaves */
    bool counting;                /* one of them may ask for the position */
    size_t first;                 /* number of its first condition among those of the path */
};

/* Begins at BASE; where that is NULL, at the document or here. */
struct path {
    const struct term *base;
    const struct path_step *steps;
    size_t count;
    bool absolute;
    bool sorted;     /* steps give nodes once and in order when they begin at one */
    bool keeps_sort; /* ... when they begin at several in order */
};

struct function_call {
    const struct function_rule *function;
    const struct term **arguments;
    size_t count;
};

/* A term whose value is kept for as long as it is the same. */
struct kept_value {
    const struct term *term;
    struct memo *memo;
};

struct term {
    enum term_kind kind;
    enum type_kind type;
    union {
        double number;
        const char *text;
        GQuark name; /* of a variable or an attribute */
        const struct term *operands[2];
        struct function_call call;
        struct path path;
        struct {
            const struct term *base;
            struct conditions conditions;
        } choice;
        struct kept_value kept;
    };
};

#endif
