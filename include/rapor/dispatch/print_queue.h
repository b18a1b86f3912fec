/* print_queue.h - the papers of a published folder as they are printed: one PDF for each kind,
 * tagged as they are, with a bookmark for each paper.
 *
 *   OUT/cetak-sertifikat.pdf cetak-surat.pdf ...
 *   OUT/daftar-cetak.csv                          on which pages which paper is
 *   OUT/satuan/13.01-surat-....pdf                papers of others, as they are
 *   OUT/MANIFEST.json SHA256SUMS */
#ifndef RAPOR_DISPATCH_PRINT_QUEUE_H
#define RAPOR_DISPATCH_PRINT_QUEUE_H

#include "rapor/session/session.h"

#include <stdbool.h>

enum print_order {
    PRINT_BY_REGION, /* in the order of the evaluation, a heap for each region */
    PRINT_BY_NUMBER, /* of the letters, a hundred in a heap */
    PRINT_BY_POST,   /* by region, and in it by the city that they are sent to, a heap for each */
};

struct print_terms {
    const char *out;          /* the folder that is written */
    const char *const *kinds; /* ended by NULL; NULL: all that are in the folder */
    enum print_order order;
    bool separators; /* a sheet before each heap */
    bool duplex;     /* each paper begins on a sheet of its own */
    double bleed;    /* points; with marks where sheets are cut; negative: neither */
};

struct print_count {
    size_t queues, papers, pages;
    size_t single;  /* papers that lie in satuan/, since they are not as they would be made here */
    size_t waiting; /* papers that still wait for a signature */
};

/* Kinds of documents that go with printing, ended by NULL. */
extern const char *const print_kinds[];

/* Writes the queues of FOLDER, which build made of the session's evaluation, at its OUT, whole or
 * not at all; the layouts of those kinds are open.  What is printed is what the folder holds: a
 * paper that would show something else is refused, but for those that were signed elsewhere.  The
 * same folder gives the same bytes. */
bool print_write(struct session *session, const char *folder, const struct print_terms *terms,
                 struct print_count *count, GError **error);

#endif
