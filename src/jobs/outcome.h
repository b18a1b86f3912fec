/* outcome.h - what was made, compared with what was planned. */
#ifndef JOBS_OUTCOME_H
#define JOBS_OUTCOME_H

#include "worker.h"

/* True where every planned entry was told of with its digest, and so was the file that it
 * is in, which stands in the folder with its size.  The digests of archives were taken from
 * the disk.  What else was told of has to stand there as well. */
bool outcome_check(const struct build_run *run, GError **error);

#endif
