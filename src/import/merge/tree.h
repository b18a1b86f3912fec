/* tree.h - an evaluation.xml whose every element and attribute knows its bytes, so that
 * some can be changed and all others stay as they are.
 *
 * The text has passed evaluation_read(): it is well-formed, in UTF-8, without DOCTYPE. */
#ifndef IMPORT_MERGE_TREE_H
#define IMPORT_MERGE_TREE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct node_attribute {
    const char *name, *value;
    size_t begin, end;             /* from the space before the name to behind the quote */
    size_t value_begin, value_end; /* inside the quotes */
};

struct import_node {
    const char *name;
    const struct import_node *parent;
    size_t begin, tag_end, end_tag, end; /* of the start tag; of the end tag; of all */
    bool empty;                          /* "<x/>": end_tag is the "/>" */
    struct node_attribute *attributes;
    size_t attribute_count, attribute_room;
    struct import_node **children;
    size_t child_count, child_room;
    const char *text; /* between its tags, in one line; "" for none */
};

/* Returns the root. */
struct import_node *spans_read(const char *text, size_t size, struct arena *arena);

const struct node_attribute *node_attribute(const struct import_node *node, const char *name);
const char *node_value(const struct import_node *node, const char *name); /* or NULL */

/* Returns the NUMBERth child of that name, from 1; NULL where there is none. */
const struct import_node *node_child(const struct import_node *node, const char *name,
                                     size_t number);

#endif
