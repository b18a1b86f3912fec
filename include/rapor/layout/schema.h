/* schema.h - the elements and attributes of the layout language, as tables.
 *
 * A new element is a row in schema.c, the numbers of its attributes in
 * attributes.h, and its case in the walk; layouts/schema/layout.rng is made of the tables. */
#ifndef RAPOR_LAYOUT_SCHEMA_H
#define RAPOR_LAYOUT_SCHEMA_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum node_kind {
    NODE_LAYOUT,
    NODE_PARTS,
    NODE_IMPORT,
    NODE_COLOR,
    NODE_THEME,
    NODE_STYLE,
    NODE_PAGE,
    NODE_PAGE_HEAD,
    NODE_PART,
    NODE_BIND,
    NODE_SECTION,
    NODE_P,
    NODE_LABEL,
    NODE_HEADING,
    NODE_CAPTION,
    NODE_CONTENTS,
    NODE_LIST,
    NODE_ITEM,
    NODE_TABLE,
    NODE_COLUMN,
    NODE_TABLE_HEAD,
    NODE_ROW,
    NODE_CELL,
    NODE_SPACE,
    NODE_RULE,
    NODE_PAGE_BREAK,
    NODE_KEEP,
    NODE_IMAGE,
    NODE_QR,
    NODE_SIGNATURE,
    NODE_CHART,
    NODE_SERIES,
    NODE_CLASS,
    NODE_BOX,
    NODE_USE,
    NODE_TEXT, /* no element: words between elements */
    NODE_BOLD,
    NODE_ITALIC,
    NODE_SPAN,
    NODE_LINK,
    NODE_REF,
    NODE_BREAK,
    NODE_PAGE_NUMBER,
    NODE_PAGE_COUNT,
    NODE_CHAPTER,
    NODE_LEADER,
    NODE_NBSP,
    NODE_EACH,
    NODE_IF,
    NODE_CHOOSE,
    NODE_WHEN,
    NODE_OTHERWISE,
    NODE_LET,
};

/* What may stand between the tags of an element. */
enum content {
    CONTENT_NONE,
    CONTENT_LAYOUT,
    CONTENT_PARTS,
    CONTENT_THEME,
    CONTENT_SECTIONS,
    CONTENT_PAGE,
    CONTENT_BOXES,
    CONTENT_BLOCKS,
    CONTENT_PARAGRAPH, /* inline, after labels */
    CONTENT_INLINE,
    CONTENT_ITEMS,
    CONTENT_TABLE,
    CONTENT_ROWS,
    CONTENT_CELLS,
    CONTENT_CHART,
    CONTENT_CHOOSE,
    CONTENT_MIXED, /* inline or blocks, whichever is found there */
    CONTENT_SAME,  /* what stands around it: each, if, when */
};

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
