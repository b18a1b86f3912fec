/* renderer.h - an entry of the plan becomes bytes. */
#ifndef JOBS_RENDERER_H
#define JOBS_RENDERER_H

#include "worker.h"

struct renderer;
struct sink;

/* What an entry is made into. */
struct rendered {
    GByteArray *bytes;           /* of the caller */
    const struct pages *pages;   /* that it shows; NULL: it is no PDF */
    char *content;               /* digest of what it shows; NULL: it is no paper; to be freed */
    unsigned edition;            /* of a paper; 0: there is no register */
    bool waits;                  /* for a signature, still */
    const struct record *before; /* it was not made now, but lay there; or NULL */
    const struct paper *issued;  /* what it shows is out already; or NULL */
};

/* What was made of the archive of the nation before: returns the content of an entry, or
 * NULL where that is not at hand. */
struct ready_files {
    GByteArray *(*find)(const void *data, size_t entry);
    const void *data;
};

struct renderer *renderer_create(const struct build_run *run, const struct ready_files *ready);
void renderer_destroy(struct renderer *renderer);

/* Appends to the bytes of RENDERED. */
bool renderer_make(struct renderer *renderer, const struct entry *entry, struct rendered *rendered,
                   GError **error);

/* Returns what the signing service wants to know of a file that was just made, with that
 * NAME and DIGEST; or NULL. */
GByteArray *renderer_sidecar(const struct rendered *rendered, const char *name, const char *digest);

/* True of what is too long to be held: the results of all.  It is poured. */
bool renderer_pours(const struct entry *entry);
void renderer_pour(const struct renderer *renderer, const struct sink *sink);

#endif
