/* structure.h - the tree that a screen reader follows, and what stands in it. */
#ifndef PAINT_PDF_STRUCTURE_H
#define PAINT_PDF_STRUCTURE_H

#include "bytes.h"
#include "placed.h"
#include "sheets.h"

#include "rapor/type/pages.h"

struct pdf_file;

#define NOWHERE UINT32_MAX

/* What of the document stands in an element. */
struct structure_node {
    uint32_t first;         /* of the contents in it or below; NOWHERE: none */
    uint32_t own, own_last; /* contents of its own, in a row by their next */
    uint32_t child, next;   /* first child; next of the same parent */
    unsigned object;        /* number in the file; 0: not there */
    unsigned level;         /* of a heading, none of which skips one */
    union {                 /* by its role; NOWHERE: none */
        uint32_t link;      /* the first of its links */
        uint32_t field;     /* of a form */
        uint32_t box;       /* of a figure: what it covers */
        uint32_t letter;    /* of a list: the first of its first label */
    };
};

struct structure {
    const struct pages *pages;
    struct structure_node *nodes; /* by element */
    size_t node_room;
    GArray *boxes;    /* struct cover */
    GArray *contents; /* struct marked_content, page by page */
    GArray *starts;   /* guint32: of the contents of each painted page, and the end */
    GArray *links;    /* struct placed_link */
    GArray *fields;   /* struct placed_field */
};

/* Begins in STRUCTURE, which is zeroed or used before, what PAGES are to tell. */
void structure_begin(struct structure *structure, const struct pages *pages);
void structure_end(struct structure *structure); /* gives back the room of many elements */
void structure_free(struct structure *structure);

/* Notes that ELEMENT's content goes on on PAGE; returns its number there. */
uint32_t structure_content(struct structure *structure, uint32_t element, uint32_t page);

/* Notes that another page begins, or that there is no more. */
void structure_turn(struct structure *structure);

/* The index of the first content of a page that is begun. */
static inline uint32_t structure_start(const struct structure *structure, size_t page)
{
    return g_array_index(structure->starts, guint32, page);
}

/* Notes what is told of the element beside its content: the part of the page that a
 * figure covers, how a list is numbered. */
void structure_note(struct structure *structure, uint32_t element, const struct ink *ink,
                    uint32_t page);

/* The element that the ink is told as: DECORATION where it tells nothing. */
uint32_t structure_element(const struct structure *structure, const struct ink *ink);

/* The name that PDF has for what an element is: "P". */
const char *structure_name(const struct structure *structure, uint32_t element);

/* Returns the field of PAGE that has INK in its box, where there are several; or NULL. */
const struct placed_field *structure_field_around(const struct structure *structure, uint32_t page,
                                                  const struct ink *ink);

/* The key of a field in the parent tree: behind pages and links. */
static inline size_t structure_field_key(const struct structure *structure,
                                         const struct sheets *sheets, guint field)
{
    return sheets->count + structure->links->len + field;
}

/* Writes the tree; returns the object of its root. */
unsigned structure_write(struct structure *structure, const struct sheets *sheets,
                         struct pdf_file *file);

#endif
