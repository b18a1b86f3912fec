/* syntax.h - a layout after reading: a tree of plain nodes, all names resolved,
 * all lengths in points, all expressions compiled. */
#ifndef RAPOR_LAYOUT_SYNTAX_H
#define RAPOR_LAYOUT_SYNTAX_H

#include "rapor/doc/doc.h"
#include "rapor/layout/expression.h"
#include "rapor/layout/schema.h"
#include "rapor/layout/value.h"
#include "rapor/layout/vocabulary.h"

#include <glib.h>

/* What a node is made into, where that is the same for every subject: composed once, in the
 * layout's memory. */
struct share {
    bool done;
    const struct style *style; /* that it was composed in */
    struct blocks blocks;
};

struct nodes {
    struct node *items;
    size_t count, room;
};

/* What <use> gives to a parameter. */
struct argument {
    const char *name;
    GQuark variable; /* the same */
    const struct text *text;
};

struct node {
    enum node_kind kind;
    const char *file;
    unsigned line;
    const struct value *values; /* numbered as in attributes.h */
    struct nodes children;
    bool blocks;                      /* of an item or cell: it holds blocks, not running text */
    const struct text *text;          /* of NODE_TEXT */
    GQuark variable;                  /* of NODE_LET: its name */
    const struct argument *arguments; /* of NODE_USE, whose children are the part's */
    size_t argument_count;
    struct share *share; /* NULL: depends on the subject */
};

#define STYLE_BUCKETS 64

struct layout {
    struct arena *arena;
    uint64_t *clock; /* of what is evaluated */
    const char *path, *emblem;
    const struct node *root;  /* the element layout */
    const struct style *body; /* the style named body */
    struct derived **derived; /* STYLE_BUCKETS lists of styles made of others */
    struct palette palette;   /* of its charts */
    struct binding *bindings; /* in the order of reading */
    size_t binding_count, binding_room;
    struct asked asked; /* of its expressions */
};

/* True where the text is nothing but one expression. */
static inline bool text_is_expression(const struct text *text)
{
    return text->count == 1 && text->pieces[0].expression;
}

#endif
