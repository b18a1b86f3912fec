/* syntax.h - a layout after reading: a tree of plain nodes, all names resolved,
 * all lengths in points, all expressions compiled. */
#ifndef RAPOR_LAYOUT_SYNTAX_H
#define RAPOR_LAYOUT_SYNTAX_H

#include "rapor/doc/doc.h"
#include "rapor/layout/functions.h"
#include "rapor/layout/schema.h"
#include "rapor/layout/vocabulary.h"

#include <glib.h>
#include <libxml/xpath.h>

enum type_kind { TYPE_ATOM, TYPE_NODES, TYPE_ANY };

/* What an expression gives, as far as it can be told without evaluating it. */
struct type {
    enum type_kind kind; /* atom: text, number or truth; any: not known */
    struct set set;      /* of nodes: at which elements */
    bool attribute;      /* attributes of those, or their text: nothing below */
};

/* What an expression gave the first time, where it gives the same every time. */
struct memo {
    struct memo *next;      /* of those that are to be forgotten */
    bool brief;             /* the same within a document only */
    xmlXPathObject *object; /* NULL: not asked yet */
    const char *text;       /* the same as text; NULL: not asked yet */
};

/* What a node is made into, where that is the same for every subject: composed once, in the
 * layout's memory. */
struct share {
    bool done;
    const struct style *style; /* that it was composed in */
    struct blocks blocks;
};

/* Most expressions are nothing but a name or a call of one of our functions: libxml2, which
 * takes thousands of instructions for the least of them, is asked only for the others. */
enum form {
    FORM_XPATH,
    FORM_ATTRIBUTE,
    FORM_CHILDREN,
    FORM_VARIABLE,
    FORM_CALL,
    FORM_COUNT,
    FORM_FILTER
};

struct call {
    text_function *function; /* NULL: count() */
    const struct expression **arguments;
    size_t count;
};

enum relation { RELATION_THERE, RELATION_MISSING, RELATION_SAME, RELATION_BELOW, RELATION_ABOVE };

/* BASE[@key], BASE[not(@key)] or BASE[@key = VALUE], and of those /@attribute where there is
 * one; BASE/@key is BASE[@key]/@key. */
struct filter {
    const struct expression *base, *value; /* value: NULL where the attribute need only be there */
    enum relation relation;
    bool or_same; /* <= and >= */
    const char *key, *attribute;
};

struct expression {
    const char *text;
    xmlXPathCompExpr *compiled;
    enum form form;
    const char *name; /* of the attribute, the children or the variable */
    struct call call;
    const struct filter *filter;
    const char *file;
    unsigned line;
    struct type type;
    bool steady;       /* the same for every subject, as long as its place is */
    struct memo *memo; /* NULL: depends on where it stands */
};

/* The same for every subject, wherever it is asked for. */
static inline bool is_constant(const struct expression *expression)
{
    return expression->memo && !expression->memo->brief;
}

struct piece {
    const char *text;                    /* words as they are, or NULL */
    const struct expression *expression; /* or what to put there */
};

/* Text with {expressions} in it. */
struct text {
    const struct piece *pieces;
    size_t count;
    const char *file;
    unsigned line;
};

struct styles {
    const struct style **items;
    size_t count;
};

struct part {
    const char *name;
    struct names params;
    const struct node *node; /* whose children are the blocks; NULL until it is read */
};

/* What an attribute says; the rule tells which member holds. */
struct value {
    bool given; /* written there; false: the standard, or nothing */
    union {
        const struct text *text;
        const struct expression *expression;
        const char *name; /* name, family, chart, path of a file */
        struct names names;
        double length;
        struct {
            double first, second;
        } pair; /* of pad and paper */
        struct {
            enum unit unit;
            double width;
        } width;
        size_t count; /* number, or index of a choice */
        struct color color;
        const struct map *map;
        const struct style *style;
        struct styles styles;
        const struct node *page;
        const struct part *part;
    };
};

struct nodes {
    struct node *items;
    size_t count, room;
};

/* What <use> gives to a parameter. */
struct argument {
    const char *name;
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
    const struct argument *arguments; /* of NODE_USE, whose children are the part's */
    size_t argument_count;
    struct share *share; /* NULL: depends on the subject */
};

#define STYLE_BUCKETS 64

struct layout {
    struct arena *arena;
    xmlXPathContext *xpath;
    GPtrArray *compiled; /* xmlXPathCompExpr, to be freed */
    GPtrArray *kept;     /* xmlXPathObject of memos that last, to be freed */
    const char *path, *emblem;
    const struct node *root;  /* the element layout */
    const struct style *body; /* the style named body */
    struct derived **derived; /* STYLE_BUCKETS lists of styles made of others */
    struct palette palette;   /* of its charts */
    struct binding *bindings; /* in the order of reading */
    size_t binding_count, binding_room;
};

/* True where the text is nothing but one expression. */
static inline bool text_is_expression(const struct text *text)
{
    return text->count == 1 && text->pieces[0].expression;
}

#endif
