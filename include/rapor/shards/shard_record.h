/* shard_record.h - what a shard says of itself once it is done.
 *
 *   DIR/shard-03-of-16.ini       the record, written last
 *   DIR/shard-03-of-16-XXXXXX/   what was made: archives or parts of them, and notes (cache)
 *   DIR/.shard-03-of-16-XXXXXX/  an attempt that goes on, or was killed
 *
 * It has groups of NAME=VALUE: what all shards of a build have in common and a merge compares;
 * what it was called with, so that a merge can be; the files with their SHA-256; what could
 * not be made.  The scheduler that ran it has no say: a shard is done when this is there. */
#ifndef RAPOR_SHARDS_SHARD_RECORD_H
#define RAPOR_SHARDS_SHARD_RECORD_H

#include "rapor/plan/deal.h"

#include <glib.h>

#define SHARD_FROM   "from"   /* what it was made from */
#define SHARD_CALL   "call"   /* how it was called */
#define SHARD_FILES  "files"  /* file=digest */
#define SHARD_FAILED "failed" /* number=file;entry;why; */

struct shard_record {
    struct shard shard;
    char *name;   /* of its file */
    char *folder; /* with what was made, beside it */
    GKeyFile *text;
};

/* Takes TEXT with all its groups but the first, which is written here. */
struct shard_record *shard_record_create(struct shard shard, const char *folder, GKeyFile *text);

/* NULL with ERROR where there is none, or none of this program. */
struct shard_record *shard_record_read(const char *dir, const char *name, GError **error);
void shard_record_free(struct shard_record *record); /* NULL is welcome */

/* Returns "shard-03-of-16", to be freed. */
char *shard_stem(struct shard shard);

/* Returns what of that group differs, its name, to be freed; NULL where nothing does. */
char *shard_difference(GKeyFile *one, GKeyFile *other);

/* True where all files of the record are as they were written; else FILE names one that is not.
 * They are read by so many threads, which have ended then. */
bool shard_record_whole(const struct shard_record *record, const char *dir, unsigned threads,
                        char **file);

#endif
