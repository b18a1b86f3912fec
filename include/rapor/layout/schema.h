/* schema.h - the elements and attributes of the layout language, as tables.
 *
 * A new element is its kind in kinds.h, the numbers of its attributes beside it, a row in
 * schema.c, and its case in the walk; layouts/schema/layout.rng is made of the tables. */
#ifndef RAPOR_LAYOUT_SCHEMA_H
#define RAPOR_LAYOUT_SCHEMA_H

#include "rapor/layout/kinds.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum value_kind {
    VALUE_TEXT,       /* may hold {expressions} */
    VALUE_NUMBER,     /* the same, and a number comes out */
    VALUE_NAME,       /* a name being given */
    VALUE_NAMES,      /* several */
    VALUE_WORDS,      /* words of any letters */
    VALUE_LENGTH,     /* 12pt 4mm 1.5cm 0 */
    VALUE_OFFSET,     /* the same, may be negative */
    VALUE_PAIR,       /* one or two lengths: above and below, left and right */
    VALUE_PAPER,      /* F4, A4 or two lengths */
    VALUE_WIDTH,      /* of a column: a length, 2*, fit */
    VALUE_COUNT,      /* 1, 2, 3 ... */
    VALUE_CHOICE,     /* one of words */
    VALUE_COLOR,      /* a name or #RRGGBB */
    VALUE_STYLE,      /* a name */
    VALUE_STYLES,     /* names */
    VALUE_BASE,       /* name of a style that another one is based on */
    VALUE_PAGE,       /* a name */
    VALUE_PART,       /* a name */
    VALUE_FAMILY,     /* a font family */
    VALUE_LANGUAGE,   /* one that words can be divided in, or no */
    VALUE_CHART,      /* a kind of chart */
    VALUE_ID,         /* a name being given to a place; may hold {expressions} */
    VALUE_REFERENCE,  /* a name that is given to a place; the same */
    VALUE_FILE,       /* relative to the file it is written in */
    VALUE_MAP,        /* the same: a map */
    VALUE_EXPRESSION, /* XPath */
    VALUE_NODES,      /* XPath that gives nodes */
};

struct attribute_rule {
    const char *name;
    enum value_kind kind;
    bool required;
    bool inside;              /* evaluated at each of the nodes that the element goes through */
    bool outside;             /* of an expression: the text of what it gives is not asked for */
    const char *const *words; /* of a choice, ended by NULL */
    const char *standard;     /* what holds where it is not given, or NULL */
};

struct element_rule {
    const char *name;
    enum node_kind kind;
    unsigned stands; /* bit i: may stand in content i */
    enum content holds;
    const struct attribute_rule *attributes;
    size_t attribute_count;
    int order;         /* no sibling of a lower order may follow; text has 0 */
    bool once;         /* only one beside its siblings */
    bool counted;      /* each document counts its own, or where it leads is its own */
    const char *needs; /* a child that must be there, or NULL */
    /* Attributes that depend on one another, with spaces, and what layout.rng says of them; or
     * only what it says besides.  The reader sees to them elsewhere. */
    const char *together, *pattern;
};

/* All elements of the language. */
extern const struct element_rule *const element_rules;
extern const size_t element_rule_count;

/* Returns the rule for an element NAME in that content, or NULL. */
const struct element_rule *rule_find(const char *name, enum content content);

/* Returns the rule for an element NAME wherever it stands, or NULL. */
const struct element_rule *rule_named(const char *name);

/* Returns the names of what may stand in that content; their number in COUNT.
 * To be freed; the names themselves are not. */
const char **rule_names(enum content content, size_t *count);

/* Returns how CONTENT is called in a message: "between blocks". */
const char *content_name(enum content content);

/* Returns what stands in each, if and when, which stand in CONTENT. */
enum content content_inside(enum content content);

/* Adds the language as a schema in RelaxNG: layout.rng. */
void layout_schema(GString *out);

/* True for each, if, choose and let. */
bool is_control(enum node_kind kind);

#endif
