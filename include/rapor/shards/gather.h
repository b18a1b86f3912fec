/* gather.h - all shards of a build, before they become one. */
#ifndef RAPOR_SHARDS_GATHER_H
#define RAPOR_SHARDS_GATHER_H

#include "rapor/shards/shard_record.h"

struct shards {
    const char *dir;           /* of the caller */
    unsigned count;            /* that there are to be */
    struct shard_record **all; /* by number, from 0; NULL where one is not done */
};

/* Reads the records in DIR.  Refused where none is done, where one number is there twice, and
 * where there are shards of another division.  NULL with ERROR. */
struct shards *shards_open(const char *dir, GError **error);
void shards_close(struct shards *shards); /* NULL is welcome */

/* Returns the numbers of those that are not done, "3,17" as sbatch --array takes them, in an
 * empty text where there are none.  READ: also of those whose files are not as they were
 * written, all of which so many threads read.  To be freed. */
char *shards_missing(const struct shards *shards, bool read, unsigned threads);

/* Returns one that most others agree with on what they were made from. */
const struct shard_record *shards_likeliest(const struct shards *shards);

/* False with ERROR, which names them, where some were not made from what TEXT says. */
bool shards_agree(const struct shards *shards, GKeyFile *text, GError **error);

/* Returns the folders of all, ended by NULL; to be freed with g_strfreev(). */
char **shards_folders(const struct shards *shards);

#endif
