/* merge.h - what shards have made becomes one run. */
#ifndef JOBS_SHARD_MERGE_H
#define JOBS_SHARD_MERGE_H

#include "../job.h"

/* Where the build of RUN is a merge: compares what the shards were made from, and opens what
 * they have made. */
bool merge_begin(struct build_run *run, GError **error);
void merge_end(struct build_run *run);

/* Notes beside the shards what the register becomes: whoever merges them again, since this run
 * was stopped, finds it changed.  To be called before it is saved. */
bool merge_note_register(const struct build_run *run, const char *digest, GError **error);

/* True of an archive whose entries the shards have made: none of them is made again. */
bool merge_has(const struct build_run *run, const struct archive *archive);

/* An entry that could not be made by its shard is reported as if it were tried here.  False
 * with ERROR where no shard knows of it. */
bool merge_missed(struct job *job, size_t entry, GError **error);

#endif
