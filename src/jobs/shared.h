/* shared.h - what one worker has made and another packs, and whose turn it is.
 *
 * Workers share it: it is made before they are forked.  Each has a file without a name,
 * and puts there, as for an archive, what it makes of the archive of the nation. */
#ifndef JOBS_SHARED_H
#define JOBS_SHARED_H

#include "rapor/cache/key.h"
#include "rapor/pack/pack.h"
#include "rapor/plan/plan.h"

#define DIGEST_LENGTH 64

struct shared_results;

/* An entry that lies there; without a digest there is none. */
struct shared_file {
    uint64_t offset, span, size; /* see pack.h */
    uint32_t crc;
    bool deflated;
    char digest[DIGEST_LENGTH + 1];
};

/* What is known of an entry of the nation. */
struct shared_entry {
    char key[KEY_MOST];               /* what it is made from; empty: nobody knows yet */
    unsigned worker;                  /* whose file the shared files lie in */
    struct shared_file file, sidecar; /* none: it would come out as it was before */
};

/* For so many workers.  NULL with ERROR where the system gives none. */
struct shared_results *shared_create(const struct plan *plan, unsigned workers, GError **error);
void shared_destroy(struct shared_results *shared); /* NULL is welcome */

/* Begins the work of one of them, in a process of its own. */
void shared_enter(struct shared_results *shared, unsigned worker);

/* The pack of this worker: its last entries are what shared_put() puts. */
struct pack *shared_pack(struct shared_results *shared);

/* Says what is known of an entry of the nation: its KEY, and where the pack has had
 * entries added since it had BEFORE, what it has become. */
void shared_put(struct shared_results *shared, size_t entry, const char *key, size_t before);

/* Returns what is known; it stays as it is once the tasks before are done. */
const struct shared_entry *shared_known(const struct shared_results *shared, size_t entry);

/* Returns a shared file of that entry as pack_take() takes it, LIKE what; NULL where it cannot be
 * read.  The digest stays that of the shared file. */
GBytes *shared_span(const struct shared_results *shared, const struct shared_entry *known,
                    const struct shared_file *shared_file, struct packed *like);

/* Returns the next task that waits for no other and that nobody has taken; or NONE. */
size_t shared_take(struct shared_results *shared);

/* A task is done.  Returns the one that this worker is to do now, since it was the last
 * before it; or NONE. */
size_t shared_next(struct shared_results *shared, size_t task);

#endif
