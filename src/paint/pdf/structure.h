/* structure.h - the tree that a screen reader follows, and what stands in it. */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "bytes.h"

#include "rapor/pages.h"

struct file;

#define NOWHERE UINT32_MAX

/* What of the document stands in an element. */
struct node {
    uint32_t first;                  /* of the contents in it or below; NOWHERE: none */
    uint32_t own, own_last;          /* contents of its own, in a row by their next */
    uint32_t child, next;            /* first child; next of the same parent */
    uint32_t link;                   /* the first of its links, or NOWHERE */
    unsigned object;                 /* number in the file; 0: not there */
    uint32_t letter;                 /* of a list: the first of its first label */
    unsigned level;                  /* of a heading, none of which skips one */
    double left, top, right, bottom; /* of its ink on its first page, from the top */
};

/* A marked sequence in a page's content. */
struct content {
    uint32_t element, page, next;
};

struct structure {
    const struct pages *pages;
    struct node *nodes; /* by element */
    GArray *contents;   /* struct content, page by page */
    uint32_t *starts;   /* of the contents of each painted page, and the end */
    GArray *links;      /* struct placed_link */
};

/* A link of a painted page. */
struct placed_link {
    const struct link *link;
    uint32_t page, next; /* next: of the same element */
    unsigned object;
};

void structure_begin(struct structure *structure, const struct pages *pages, size_t page_count);
void structure_end(struct structure *structure);

/* Notes that ELEMENT's content goes on on PAGE; returns its number there. */
uint32_t structure_content(struct structure *structure, uint32_t element, uint32_t page);

/* Notes that the page has no more. */
void structure_turn(struct structure *structure, uint32_t page);

/* Notes what is told of the element beside its content: the part of the page that a
 * figure covers, how a list is numbered. */
void structure_note(struct structure *structure, const struct ink *ink, uint32_t page);

/* The element that the ink is told as: DECORATION where it tells nothing. */
uint32_t structure_element(const struct structure *structure, const struct ink *ink);

/* The name that PDF has for what an element is: "P". */
const char *structure_name(const struct structure *structure, uint32_t element);

/* How the painted pages are told of in the file. */
struct sheets {
    unsigned first;      /* object of the first page; content follows, then the next */
    size_t start, count; /* index of the first page painted, and how many */
    const double *heights;
};

/* Writes the tree; returns the object of its root. */
unsigned structure_write(struct structure *structure, const struct sheets *sheets,
                         struct file *file);

static inline unsigned sheet_object(const struct sheets *sheets, size_t page)
{
    return sheets->first + 2 * (unsigned)page;
}

#endif
