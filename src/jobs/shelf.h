/* shelf.h - what one worker has made and another packs, and whose turn it is.
 *
 * Workers share it: it is made before they are forked.  Each has a file without a name,
 * and puts there, as for an archive, what it makes of the archive of the nation. */
#ifndef JOBS_SHELF_H
#define JOBS_SHELF_H

#include "rapor/pack/pack.h"
#include "rapor/plan/plan.h"

#define KEY_LENGTH    33 /* see key.h */
#define DIGEST_LENGTH 64

struct shelf;

/* An entry that lies there; without a digest there is none. */
struct lot {
    uint64_t offset, span, size; /* see pack.h */
    uint32_t crc;
    bool deflated;
    char digest[DIGEST_LENGTH + 1];
};

/* What is known of an entry of the nation. */
struct slot {
    char key[KEY_LENGTH + 1]; /* what it is made from; empty: nobody knows yet */
    unsigned worker;          /* whose file the lots lie in */
    struct lot file, sidecar; /* none: it would come out as it was before */
};

/* For so many workers.  NULL with ERROR where the system gives none. */
struct shelf *shelf_create(const struct plan *plan, unsigned workers, GError **error);
void shelf_destroy(struct shelf *shelf); /* NULL is welcome */

/* Begins the work of one of them, in a process of its own. */
void shelf_enter(struct shelf *shelf, unsigned worker);

/* The pack of this worker: its last entries are what shelf_put() puts. */
struct pack *shelf_pack(struct shelf *shelf);

/* Says what is known of an entry of the nation: its KEY, and where the pack has had
 * entries added since it had BEFORE, what it has become. */
void shelf_put(struct shelf *shelf, size_t entry, const char *key, size_t before);

/* Returns what is known; it stays as it is once the tasks before are done. */
const struct slot *shelf_slot(const struct shelf *shelf, size_t entry);

/* Returns a lot of that slot as pack_take() takes it, LIKE what; NULL where it cannot be
 * read.  The digest stays that of the lot. */
GBytes *shelf_span(const struct shelf *shelf, const struct slot *slot, const struct lot *lot,
                   struct packed *like);

/* Returns the next task that waits for no other and that nobody has taken; or NONE. */
size_t shelf_take(struct shelf *shelf);

/* A task is done.  Returns the one that this worker is to do now, since it was the last
 * before it; or NONE. */
size_t shelf_next(struct shelf *shelf, size_t task);

#endif
