/* run.h - what making all papers and making a shard of them have in common. */
#ifndef JOBS_RUN_H
#define JOBS_RUN_H

#include "worker.h"

/* Opens what may be taken over from FOLDER; NULL where nothing may. */
struct previous_output *run_previous(const struct session *session, const struct build *build,
                                     const char *folder);

/* Makes all that is planned, in the folder of RUN, and settles what could not be made and the
 * papers; the records are complete then. */
bool run_tasks(struct build_run *run, GError **error);

#endif
