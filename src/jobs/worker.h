/* worker.h - forked processes that do the tasks of a plan.
 *
 * Each takes the next task that nobody has taken, until none is left, and reports to the
 * parent through a pipe (message.h).  What one makes and another packs lies in memory that
 * all share (shared.h). */
#ifndef JOBS_WORKER_H
#define JOBS_WORKER_H

#include "message.h"

#include "rapor/cache/key.h"
#include "rapor/cache/previous_output.h"
#include "rapor/jobs/build.h"

struct resume;
struct signer_card;

struct build_run {
    struct session *session;
    const struct plan *plan;
    const struct build *build;
    const char *folder; /* to write into */
    const char *kept;   /* where it keeps what is signed already; or NULL */
    time_t date;        /* of the entries in archives */
    struct keys *keys;
    struct previous_output *previous; /* what may be taken over; or NULL */
    struct shared_results *shared;    /* while the workers are at work */
    struct previous_output *dealt;    /* what shards have made, see merge.h; or NULL */
    const char *register_before;      /* digest of the register that shards read */
    GHashTable *missed;               /* what they could not: title and why; or NULL */
    GPtrArray *records;               /* of struct record: filled with the files that were made */
    GPtrArray *failed; /* the same with what could not be made, and as digest why; each once */
    bool untold;       /* and papers of the nation do not tell of it yet */
};

/* Does all tasks with so many workers.  False where one failed or died; the
 * others are stopped. */
bool pool_run(struct build_run *run, unsigned workers, GError **error);

/* The work of a child: tasks from the shared results, until none is left; its messages go to
 * PIPE, and ANSWERS come from the parent where the run signs (signing/notary.h).  Returns what the
 * process is to end with. */
int worker_work(const struct build_run *run, int pipe, int answers);

/* Where messages go; they arrive at once when they are flushed. */
struct reporter {
    void (*send)(void *data, const struct message *message);
    void (*flush)(void *data);
    void *data;
    int answers;                    /* to what was asked: a pipe to read */
    const struct signer_card *card; /* whoever signs; or NULL */
    struct resume *resume;          /* what is signed should the run break off; or NULL */
};

/* Makes an archive, or some entries of one, and reports it. */
bool archive_make(const struct build_run *run, const struct archive *archive,
                  const struct reporter *reporter, GError **error);
bool entries_make(const struct build_run *run, const struct task *task,
                  const struct reporter *reporter, GError **error);

#endif
