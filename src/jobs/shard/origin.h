/* origin.h - what a shard was made from, so that others can be held against it. */
#ifndef JOBS_SHARD_ORIGIN_H
#define JOBS_SHARD_ORIGIN_H

#include "../worker.h"

/* Adds the group SHARD_FROM (shard_record.h). */
bool origin_write(const struct build_run *run, GKeyFile *text, GError **error);

#endif
