/* maker.h - an entry of the plan becomes bytes. */
#ifndef JOBS_MAKER_H
#define JOBS_MAKER_H

#include "worker.h"

struct maker;
struct sink;

/* What an entry is made into. */
struct made {
    GByteArray *bytes;         /* of the caller */
    const struct pages *pages; /* that it shows; NULL: it is no PDF */
};

/* What was made of the archive of the nation before: returns the content of an entry, or
 * NULL where that is not at hand. */
struct stock {
    GByteArray *(*find)(const void *data, size_t entry);
    const void *data;
};

struct maker *maker_create(const struct workshop *workshop, const struct stock *stock);
void maker_destroy(struct maker *maker);

/* Appends to the bytes of MADE. */
bool maker_make(struct maker *maker, const struct entry *entry, struct made *made, GError **error);

/* Returns what the signing service wants to know of a file that was just made, with that
 * NAME and DIGEST; or NULL. */
GByteArray *maker_sidecar(const struct made *made, const char *name, const char *digest);

/* True of what is too long to be held: the results of all.  It is poured. */
bool maker_pours(const struct entry *entry);
void maker_pour(const struct maker *maker, const struct sink *sink);

#endif
