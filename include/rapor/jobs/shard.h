/* shard.h - one shard of all papers, for a merge to join (shard_record.h).
 *
 * Every shard reads and scores the whole input: figures, ranks and numbers are those of one
 * run, and so are the bytes. */
#ifndef RAPOR_JOBS_SHARD_H
#define RAPOR_JOBS_SHARD_H

#include "rapor/jobs/build.h"

struct shards;

/* Makes the shard that the selection of BUILD names, in the folder of all shards, its output.
 * CALL says how it was called, group SHARD_CALL; a register is only read.  ALREADY: it was done
 * and is whole, and is not made again.  False, and nothing is kept, where anything fails. */
bool shard_run(struct session *session, const struct build *build, GKeyFile *call, bool *already,
               GError **error);

#endif
