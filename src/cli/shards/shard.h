/* shard.h - shards on the command line: which is asked for, and how one is called again. */
#ifndef CLI_SHARDS_SHARD_H
#define CLI_SHARDS_SHARD_H

#include "../command.h"

/* Sets SHARD to what --shard says, or else the environment; to none where both are silent.  False
 * with ERROR where number and count are not both said, or make no sense: a forgotten array never
 * makes one shard of sixteen. */
bool shard_asked(const struct options *given, struct shard *shard, GError **error);

/* Returns how the call was made, group SHARD_CALL of shard_record.h, with absolute paths. */
GKeyFile *shard_call_write(const struct call *call);

/* Takes from there what the call does not say itself: input and options. */
void shard_call_read(struct call *call, GKeyFile *text);

/* What has come of one. */
struct shard_done {
    size_t documents;
    double seconds;
    bool already; /* it was done before */
};

void shard_print_done(const struct call *call, const struct shard_done *done);

/* Prints what could not be made, group SHARD_FAILED, if anything. */
void shard_print_failed(GKeyFile *text);

#endif
