/* failed.h - the papers of a run that could not be made. */
#ifndef JOBS_FAILED_H
#define JOBS_FAILED_H

#include "worker.h"

/* All of them are told of: false and ERROR where there are any, unless they are to be left out;
 * then FAILED_FILE lists them beside the archives and in that of the nation, and is among the
 * records. */
bool failed_settle(const struct build_run *run, GError **error);

/* Notes that a worker could not make a file. */
void failed_keep(const struct build_run *run, const struct message *message);

#endif
