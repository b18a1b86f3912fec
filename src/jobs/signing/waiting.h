/* waiting.h - papers that lie there unsigned, where the run signs. */
#ifndef JOBS_SIGNING_WAITING_H
#define JOBS_SIGNING_WAITING_H

#include "../job.h"

/* Fills RENDERED with an entry that would come out as it lies there, but for a signature; false
 * where it is to be made. */
bool waiting_read(const struct job *job, size_t number, struct rendered *rendered);

/* Returns its sidecar, of the paper with that DIGEST; NULL where none lies there. */
GByteArray *waiting_sidecar(const struct job *job, size_t number, const struct rendered *rendered,
                            const char *digest);

#endif
