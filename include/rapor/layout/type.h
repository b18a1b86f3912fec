/* type.h - what an expression gives, and what it depends on. */
#ifndef RAPOR_LAYOUT_TYPE_H
#define RAPOR_LAYOUT_TYPE_H

#include "rapor/layout/vocabulary.h"

/* What an expression gives.  Atom: number, text or truth, not known which; any: not known. */
enum type_kind { TYPE_ATOM, TYPE_NODES, TYPE_NUMBER, TYPE_TEXT, TYPE_TRUTH, TYPE_ANY };

struct type {
    enum type_kind kind;
    struct set set; /* of nodes: at which elements */
    bool attribute; /* attributes of those: nothing below */
    bool own;       /* nothing but what the document is about */
};

/* True for a kind that values have. */
static inline bool type_is_known(enum type_kind kind)
{
    return kind != TYPE_ATOM && kind != TYPE_ANY;
}

/* True for what is surely no node. */
static inline bool type_is_atom(const struct type *type)
{
    return type->kind != TYPE_NODES && type->kind != TYPE_ANY;
}

/* What the value of an expression depends on.  The first three are those of vocabulary.h. */
enum {
    ON_FOCUS = 8,     /* the element of the each around, or what the document is about */
    ON_POSITION = 16, /* position() and last() there */
    ON_HERE = 32,     /* the node that a condition around is asked of */
    ON_PLACE = 64,    /* position() and last() there */
};

struct dependences {
    unsigned on;
    struct names variables;
};

/* For how long a value is the same; the shortest first. */
enum lifetime { LIFETIME_NONE, LIFETIME_EVALUATION, LIFETIME_DOCUMENT, LIFETIME_RUN };

#define LIFETIME_COUNT (LIFETIME_RUN + 1)

#endif
