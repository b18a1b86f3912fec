/* grammar.h - which elements and attributes a file may hold, as a table.
 *
 * The reader calls enter, text and leave in the order of the document; whatever
 * breaks the table is noted.  The tables themselves are in *_grammar.c. */
#ifndef READ_GRAMMAR_H
#define READ_GRAMMAR_H

#include "tag.h"
#include "value.h"

#include <glib.h>

struct xml_element_rule {
    const char *name;
    int tag; /* what it is to the reader */
    const struct xml_attribute_rule
        *attributes; /* at most 32, ended by one without name; or NULL */
    const struct xml_element_rule *const *children; /* ended by NULL, or NULL */
    bool text;                                      /* may hold text */
    bool once;                                      /* at most one in its parent */
    bool needed;                                    /* at least one in its parent */
    /* Attributes that depend on one another, with spaces, and what the schema says of them;
     * or NULL.  The reader sees to them elsewhere. */
    const char *together, *pattern;
};

#define GRAMMAR_DEPTH 8 /* more than any table is deep */

/* An element that is open. */
struct element_frame {
    const struct xml_element_rule *rule;
    size_t element;
    uint32_t seen; /* bit i: had a child of rule i */
    size_t last;   /* number of the rule of its last child */
    bool lost;     /* had a child that is not known: perhaps one that seems missing */
};

struct grammar {
    const char *space; /* the namespace */
    const struct xml_element_rule *root;
    struct unplaced *unplaced;
    struct element_frame frames[GRAMMAR_DEPTH];
    size_t depth;
    size_t skipped;  /* how deep we are in an element that is not known */
    size_t elements; /* how many began */
    bool broken;     /* the root is another: nothing else makes sense */
};

/* Returns the rule of the element that begins, or NULL where there is none: then
 * it and all in it is passed over. */
const struct xml_element_rule *grammar_enter(struct grammar *grammar, const struct tag *tag);

/* Returns the rule of the element that ends, or NULL. */
const struct xml_element_rule *grammar_leave(struct grammar *grammar);

/* Tells of text in the element that is open. */
void grammar_text(struct grammar *grammar, const char *text);

/* Adds ROOT and all below it as a schema in RelaxNG, for files in that namespace. */
void grammar_schema(const struct xml_element_rule *root, const char *space, const char *about,
                    GString *out);

/* Where the open element stands, or its attribute. */
struct read_spot grammar_spot(const struct grammar *grammar, const char *attribute);

#endif
