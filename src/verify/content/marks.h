/* marks.h - the marked content that the pages hold, to be met by the tree. */
#ifndef VERIFY_CONTENT_MARKS_H
#define VERIFY_CONTENT_MARKS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct marks;

/* One marked sequence with an /MCID. */
struct content_mark {
    unsigned owner;  /* object number of the page or form whose content it stands in */
    unsigned page;   /* from 1 */
    unsigned number; /* its /MCID */
    size_t order;    /* among all marks, as painted */
    unsigned times;  /* how often it stands in the content; once is right */
    unsigned uses;   /* how often in the tree; once is right */
    bool inked;      /* it holds something that is painted */
};

struct marks *marks_create(struct arena *arena);
void marks_destroy(struct marks *marks); /* NULL is welcome */

/* Returns the mark, made where it is new. */
struct content_mark *marks_add(struct marks *marks, unsigned owner, unsigned number);
struct content_mark *marks_find(const struct marks *marks, unsigned owner, unsigned number);

/* Returns all of them in the order they were added. */
struct content_mark *const *marks_all(const struct marks *marks, size_t *count);

#endif
