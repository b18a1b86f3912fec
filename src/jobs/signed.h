/* signed.h - a paper that was just made is signed, where the run signs. */
#ifndef JOBS_SIGNED_H
#define JOBS_SIGNED_H

#include "job.h"

/* Signs RENDERED, where it waits for whoever signs in this run: its bytes and their DIGEST are
 * those of the signed paper then.  Notes in RENDERED whether it waits any more. */
bool signed_make(const struct job *job, struct rendered *rendered, char **digest, GError **error);

#endif
