/* queue.h - which papers are printed after which. */
#ifndef DISPATCH_QUEUE_H
#define DISPATCH_QUEUE_H

#include "rapor/dispatch/print_queue.h"
#include "rapor/pack/manifest.h"

struct queued {
    const struct record *record;
    size_t subject;   /* see session_pages() */
    const char *code; /* "" of what is made once */
    const char *name; /* of whom it is */
    size_t region;    /* its place, from 1; 0: it is of none */
    const char *city; /* that it is sent to, or "" */
    uint32_t n;       /* of its number */
    const char *heap; /* title of the heap; NULL: there is only one */
};

/* Returns the papers of a document that the records list, in the order in which they are printed,
 * of struct queued, in heaps; to be unreferenced. */
GArray *queue_of(struct session *session, const GPtrArray *records, size_t document,
                 enum print_order order);

/* Returns how many papers from FIRST on are of the same heap. */
size_t queue_heap(const GArray *queue, size_t first);

#endif
