/* build.h - all papers of an evaluation, from a session to a published folder.
 *
 *   DIR/MANIFEST.json SHA256SUMS nasional.zip pusat.zip wilayah/CODE-SLUG.zip pers/
 *   verifikasi/, with a register
 *
 * A region at a time in forked workers; the result does not depend on how many. */
#ifndef RAPOR_JOBS_BUILD_H
#define RAPOR_JOBS_BUILD_H

#include "rapor/plan/plan.h"

#include <stdbool.h>

struct painter;
struct registry;
struct shards;
struct signer;
struct signing_terms;

/* What the caller is told while it goes on. */
struct progress {
    size_t done, total;  /* documents */
    const char *current; /* name of the institution or region in hand */
};

/* Papers are signed as soon as they are made, and go into the archives signed. */
struct build_signing {
    const struct signing_terms *terms;
    /* Opens the key, which is closed at the end; called once the workers are there, since none
     * of them is to have a copy. */
    struct signer *(*open)(void *data, GError **error);
    void *data;
    bool dear; /* a signature takes long, or a stamp: those of a run that breaks off are kept */
    /* What has come of it. */
    char *name;             /* whose key it is; to be freed */
    size_t papers, resumed; /* signed; of those, before a run broke off */
    size_t others;          /* waiting for others ... */
    GHashTable *whom;       /* ... whose names these are; of the caller */
    bool kept;              /* the run broke off: what it has signed is kept for the next */
};

struct build {
    const char *output;
    struct selection selection;
    const struct painter *painter; /* of the documents: one of PDFs */
    unsigned jobs;                 /* workers; 0: as many as there are processors */
    bool loose;                    /* folders instead of archives */
    bool keep_going;               /* publishes what can be made; FAILED_FILE lists the rest ... */
    size_t *failed;                /* ... of which there are so many; not NULL then */
    const char *previous;          /* of a shard: a published folder to take over from; or NULL */
    const struct shards *shards;   /* that are all done and whole, and become one; or NULL */
    bool rebuild;                  /* takes nothing over from what the folder holds */
    struct registry *registry;     /* that the session's papers are of, saved with them; or NULL */
    const char *reason;            /* why papers that are out get a new edition; or NULL */
    struct build_signing *signing; /* or NULL */
    void (*note)(const char *line, void *data); /* what the user should know; or NULL */
    void (*tell)(const struct progress *progress, void *data); /* or NULL */
    void (*explain)(const char *line, void *data); /* why a file is made anew; or NULL */
    void *data;
};

/* What would be made: one line for each file, "path" or "archive: entry", with two spaces and
 * the number behind it where the register gives one. */
GPtrArray *build_plan(struct session *session, const struct selection *selection, bool loose,
                      GError **error);

/* True where the layouts of the charts and of the page for the press, if there will be any,
 * are right; else the session's diagnostics or ERROR say what is not. */
bool build_check_kit(struct session *session, GError **error);

/* Makes and publishes everything.  False, and nothing is published, where
 * anything fails, all that is wrong with papers being told; ERROR names the document or the
 * institution.  SIGINT and SIGTERM end the workers, and are such a failure. */
bool build_run(struct session *session, const struct build *build, GError **error);

#endif
