/* kept.h - papers that a run has made and signed before it broke off. */
#ifndef JOBS_SIGNING_KEPT_H
#define JOBS_SIGNING_KEPT_H

#include "../job.h"

/* Fills RENDERED with an entry that would come out as one that is kept, and reports it; false
 * where it is to be made. */
bool kept_read(const struct job *job, size_t number, struct rendered *rendered);

/* Notes what an entry was made from that had the digest PLAIN before it was signed, where such
 * are kept. */
bool kept_note(const struct job *job, size_t number, const char *plain, GError **error);

#endif
