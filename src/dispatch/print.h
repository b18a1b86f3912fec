/* print.h - the queues of a folder while they are written. */
#ifndef DISPATCH_PRINT_H
#define DISPATCH_PRINT_H

#include "queue.h"

#include "rapor/pack/opened.h"

struct print_run {
    struct session *session;
    const struct print_terms *terms;
    const char *into;     /* the folder that is written */
    struct opened opened; /* that holds the papers, read */
    size_t separator;     /* index of the document, or NONE */
    GPtrArray *records;   /* of struct record: what was written */
    GArray *lines;        /* of struct print_line */
    struct print_count *count;
};

/* Where a paper is printed. */
struct print_line {
    const char *file;
    size_t page, pages; /* its first page, from 1; of a single one 0 */
    struct queued paper;
};

/* Writes the PDF of a queue, unless it is empty, and notes its papers. */
bool print_queue(struct print_run *run, size_t document, const GArray *queue, GError **error);

/* Writes a file into the folder, and notes it. */
bool print_add(struct print_run *run, const char *file, const GByteArray *bytes, GError **error);

#endif
