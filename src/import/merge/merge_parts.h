/* merge_parts.h - the steps of putting items into a text: see merge.h. */
#ifndef IMPORT_MERGE_MERGE_PARTS_H
#define IMPORT_MERGE_MERGE_PARTS_H

#include "merge.h"

/* Bytes that others take the place of. */
struct edit {
    size_t begin, end, number; /* number: as they were made */
    char *text;
    struct import_origin origin;
};

struct merge_work {
    struct desk *desk;
    const char *text;
    GArray *edits;
    GPtrArray *changes;
    GHashTable *institutions; /* code -> node */
};

/* Notes that TEXT, which it takes, stands in place of the bytes from BEGIN to END. */
void merge_edit(struct merge_work *work, size_t begin, size_t end, char *text,
                struct import_origin origin);

/* Returns where a change is: "13.01: indicator 3: score review". */
const char *merge_place(const struct merge_work *work, const char *where,
                        const struct import_item *item);

/* True of texts that differ in spaces only, levels and indices in zeros at their end. */
bool merge_is_same(const struct merge_work *work, const char *name, const char *before,
                   const char *after);

/* Sets an attribute, the text or that of a child; takes an attribute out. */
void merge_attribute(struct merge_work *work, const struct import_node *node,
                     const struct field *field, const char *where);
void merge_text(struct merge_work *work, const struct import_node *node, const struct field *field,
                const char *where);
void merge_drop(struct merge_work *work, const struct import_node *node, const char *name,
                const char *where, struct import_origin origin);

/* Adds an item that the text does not have. */
void merge_insert(struct merge_work *work, const struct import_node *node,
                  const struct import_item *item, const char *where);

/* Returns how many spaces stand before the byte on its line, if nothing else does. */
size_t merge_indent(const struct merge_work *work, size_t at);

/* Writes the text with all edits, which are freed. */
void merge_apply(const struct merge_work *work, size_t size, struct merged *merged);

#endif
