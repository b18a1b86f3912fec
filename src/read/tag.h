/* tag.h - the start tag of an element, whoever has read it. */
#ifndef READ_TAG_H
#define READ_TAG_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <string.h>

struct arena;

struct attribute {
    const char *name; /* with its prefix, if it has one */
    const char *value;
};

struct tag {
    const char *name;  /* without prefix */
    const char *space; /* the namespace, or NULL */
    const struct attribute *attributes;
    size_t attribute_count;
};

/* Most names differ in their first letter. */
static inline bool same_name(const char *one, const char *other)
{
    return *one == *other && strcmp(one, other) == 0;
}

/* Returns the value of the attribute, or NULL. */
const char *tag_text(const struct tag *tag, const char *attribute);

/* Returns the tag that made NODE.  Its texts are those of the tree, or in ARENA where
 * they had to be put together. */
struct tag tag_of_node(const xmlNode *node, struct arena *arena);

/* Returns one attribute of NODE in the same way, or NULL. */
const char *node_text(const xmlNode *node, const char *attribute, struct arena *arena);

#endif
