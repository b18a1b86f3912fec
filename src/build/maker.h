/* maker.h - an entry of the plan becomes bytes. */
#ifndef RAPOR_MAKER_H
#define RAPOR_MAKER_H

#include "worker.h"

struct maker;

/* What an entry is made into. */
struct made {
    GByteArray *bytes;   /* of the caller */
    GByteArray *sidecar; /* for the signing service; or NULL */
};

struct maker *maker_create(const struct workshop *workshop);
void maker_destroy(struct maker *maker);

/* Appends to the bytes of MADE. */
bool maker_make(struct maker *maker, const struct entry *entry, struct made *made, GError **error);

#endif
