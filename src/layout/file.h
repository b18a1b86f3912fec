/* file.h - a file of the layout language: its tree, and where each piece of it stands. */
#ifndef LAYOUT_FILE_H
#define LAYOUT_FILE_H

#include "rapor/base/place.h"

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct arena;

#define LAYOUT_NAMESPACE "urn:rapor:layout:1"
#define FILE_SIZE_MOST   ((size_t)16 * 1024 * 1024)

/* What keeps a file from being read. */
struct file_diagnostic {
    size_t offset;
    const char *id, *text, *hint;
};

struct layout_file {
    const char *path; /* as the user would name it */
    const char *real; /* without links: the same file has the same */
    struct source source;
    xmlDoc *tree;                 /* or NULL: the diagnostic says why */
    struct file_diagnostic fault; /* of a file without a tree */
    bool in_order;                /* what stands in its root is known to be right there */
    size_t *elements, *texts;     /* offset of each start tag, of each text node, in their order */
    size_t element_count, text_count;
    size_t *lines; /* offset of each line */
    size_t line_count;
};

/* Reads PATH; ARENA owns all but the tree.  NULL and ERROR where the system does not give it. */
struct layout_file *file_read(const char *path, struct arena *arena, GError **error);

/* Notes where every tag and text begins; each node of the tree is numbered. */
void file_map(struct layout_file *file, struct arena *arena);

/* Offsets of: a start tag or a text, DECODED bytes into a text; an attribute's
 * name; its value, DECODED bytes into it. */
size_t file_offset(const struct layout_file *file, const xmlNode *node, size_t decoded);
size_t file_attribute(const struct layout_file *file, const xmlNode *node, const char *attribute);
size_t file_value(const struct layout_file *file, const xmlNode *node, const char *attribute,
                  size_t decoded);

unsigned file_line(const struct layout_file *file, size_t offset);

/* Returns HREF as seen from the file at PATH. */
const char *file_beside(const char *path, const char *href, struct arena *arena);

static inline const char *chars(const xmlChar *text)
{
    return (const char *)text;
}

#endif
