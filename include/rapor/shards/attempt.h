/* attempt.h - one try to make a shard.  It writes into a folder of its own, so that another
 * that goes on at the same time does no harm: the first that is done counts. */
#ifndef RAPOR_SHARDS_ATTEMPT_H
#define RAPOR_SHARDS_ATTEMPT_H

#include "rapor/shards/shard_record.h"

struct shard_attempt;

/* Begins one in DIR, which is made if need be.  Sweeps what killed attempts at the same shard
 * left behind, where the file system knows locks, which tell them from those that go on. */
struct shard_attempt *attempt_open(const char *dir, struct shard shard, GError **error);

/* The folder to write into meanwhile. */
const char *attempt_folder(const struct shard_attempt *attempt);

/* The record that was there when it began, or NULL; its folder goes when another takes its
 * place. */
const struct shard_record *attempt_before(const struct shard_attempt *attempt);

/* Exactly one of these two ends an attempt.  TEXT becomes the record, see shard_record.h. */
bool attempt_finish(struct shard_attempt *attempt, GKeyFile *text, GError **error);
void attempt_discard(struct shard_attempt *attempt); /* NULL is welcome */

#endif
