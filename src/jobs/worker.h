/* worker.h - forked processes that do the tasks of a plan.
 *
 * Each takes the next task that nobody has taken, until none is left.  What it
 * has to say comes back through a pipe, a line at a time. */
#ifndef JOBS_WORKER_H
#define JOBS_WORKER_H

#include "rapor/cache/key.h"
#include "rapor/cache/previous_output.h"
#include "rapor/jobs/build.h"
#include "rapor/pack/manifest.h"

struct build_run {
    struct session *session;
    const struct plan *plan;
    const struct build *build;
    const char *folder; /* to write into */
    time_t date;        /* of the entries in archives */
    struct keys *keys;
    struct previous_output *previous; /* what may be taken over; or NULL */
    struct shared_results *shared;    /* while the workers are at work */
    GPtrArray *records;               /* of struct record: filled with the files that were made */
};

/* Does all tasks with so many workers.  False where one failed or died; the
 * others are stopped. */
bool pool_run(struct build_run *run, unsigned workers, GError **error);

/* What a worker says, a line each:
 *   > WHOM                          begins a document
 *   .                               has finished it
 *   = FILE SIZE DIGEST KEY OFFSET SPAN [ENTRY]
 *                                   has written a file, or an entry of it
 *   ? FILE: WHY                     makes it anew
 *   ! CODE TEXT                     has failed                            */

/* The work of a child: tasks from the shared results, until none is left; what it says goes to
 * PIPE. Returns what the process is to end with. */
int worker_work(const struct build_run *run, int pipe);

/* What is said is heard at once when it is flushed. */
struct reporter {
    void (*say)(void *data, const char *line);
    void (*flush)(void *data);
    void *data;
};

/* Makes an archive, or a part of one, and says so through REPORTER. */
bool archive_make(const struct build_run *run, const struct archive *archive,
                  const struct reporter *reporter, GError **error);
bool entries_make(const struct build_run *run, const struct task *task,
                  const struct reporter *reporter, GError **error);

#endif
