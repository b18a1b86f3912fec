/* merge.h - what sheets hold is put into an evaluation.xml that holds more: what they
 * say is changed or added, nothing is taken away, all other bytes stay. */
#ifndef IMPORT_MERGE_MERGE_H
#define IMPORT_MERGE_MERGE_H

#include "../item.h"
#include "tree.h"

struct merged {
    GString *text;
    GArray *spans;      /* struct merge_span: what came from cells, in the order of the text */
    GPtrArray *changes; /* lines that say what is different now */
};

/* Bytes of the new text that came from a cell. */
struct merge_span {
    size_t begin, end;
    struct import_origin origin;
};

/* Puts the root of DESK into TEXT, whose tree is ROOT. */
struct merged merge_items(struct desk *desk, const char *text, size_t size,
                          const struct import_node *root);
void merged_clear(struct merged *merged);

/* Returns the cell that the line, from 1, of the new text owes something to, or nowhere. */
struct import_origin merged_origin(const struct merged *merged, size_t line);

#endif
