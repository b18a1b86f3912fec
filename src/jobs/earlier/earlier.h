/* earlier.h - what is known of an entry before it is made: its key, and what the last run, a shard
 * or another worker has made of it. */
#ifndef JOBS_EARLIER_EARLIER_H
#define JOBS_EARLIER_EARLIER_H

#include "../job.h"

/* Returns the key of an entry.  Asked for only when it is at hand: it is read from what the
 * view shows then, unless somebody knows it already. */
const char *job_key(const struct job *job, size_t entry);

/* Sets it: that of a paper has with it what the paper was. */
void job_set_key(const struct job *job, size_t entry, const char *key);

/* Returns what is known of an entry of the nation; or NULL. */
const struct shared_entry *job_known(const struct job *job, size_t entry);

/* Returns the record of the file NAME of an entry in the folder of before; or NULL. */
const struct record *job_previous(const struct job *job, size_t entry, const char *name);

/* Returns the record of the file NAME of an entry if it would come out as it is already; or
 * NULL. */
const struct record *job_same(const struct job *job, size_t entry, const char *name);

/* Returns the record of an entry that would come out as it is but for a signature, where the run
 * signs; or NULL. */
const struct record *job_waiting(const struct job *job, size_t entry);

/* Says LIKE what an entry was in the archive of before, where it was made by what makes it now;
 * false where there is none. */
bool job_before(const struct job *job, size_t entry, struct packed *like);

/* Says why an entry is made anew. */
void job_explain(const struct job *job, size_t entry);

/* Says that its copy in the archive of the nation is made anew with it. */
void job_explain_copy(const struct job *job, size_t entry);

#endif
