/* deal.h - which shard of a build makes what.
 *
 * Institutions are dealt by code: that of another one, or its order, changes nothing but where
 * a shard becomes full.  An archive is made whole by one shard where it is small beside what
 * each has to do and still has room there; of others each institution is dealt alone, and the
 * merge joins them.  What is made of the nation belongs to no shard. */
#ifndef RAPOR_PLAN_DEAL_H
#define RAPOR_PLAN_DEAL_H

#include <stdbool.h>
#include <stddef.h>

#define SHARDS_MOST 10000

/* A part of a build: from 1 to COUNT; COUNT 0: there are none, all is made. */
struct shard {
    unsigned number, count;
};

struct arena;

/* What is dealt out: the papers of an institution, or what an archive holds beside these. */
struct deal_unit {
    const char *code;
    size_t archive; /* that it goes into, by number */
    bool head;      /* it is the second; each archive has one */
    unsigned shard; /* filled in: from 1 */
};

/* Deals COUNT units of ARCHIVES archives to so many shards.  Units of the same archive may
 * stand anywhere; no shard gets more than a sixteenth above its fair part. */
void deal(struct deal_unit *units, size_t count, size_t archives, unsigned shards,
          struct arena *arena);

#endif
