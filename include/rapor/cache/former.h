/* former.h - what the last run left in the output folder.
 *
 * NOTES_FILE says of each file and each entry of an
 * archive what it was made from; what would come out the same is taken over. */
#ifndef RAPOR_CACHE_FORMER_H
#define RAPOR_CACHE_FORMER_H

#include "rapor/pack/manifest.h"

struct former;
struct packed;

/* NULL where there is nothing to take over. */
struct former *former_open(const char *folder);
void former_close(struct former *former); /* NULL is welcome */

/* Returns what is known of an entry of FILE, or of FILE itself (ENTRY NULL); or NULL. */
const struct record *former_find(const struct former *former, const char *file, const char *entry);
/* How many entries the archive FILE has. */
size_t former_count(const struct former *former, const char *file);

/* Returns where a file is, to be freed, if it is as it was left, as its mark tells or else
 * its bytes; else NULL. */
char *former_path(const struct former *former, const struct record *record);

/* Opens an archive, if it is as it was left; else NULL. */
struct former_pack *former_pack_open(const struct former *former, const char *file);
void former_pack_close(struct former_pack *pack); /* NULL is welcome */
/* Returns an entry of it as pack_take() takes it, LIKE what; NULL where it cannot be read. */
GBytes *former_span(struct former_pack *pack, const struct record *record, struct packed *like);
/* Puts the whole archive at PATH; false where that cannot be done. */
bool former_pack_link(const struct former_pack *pack, const char *path);

/* Writes what the next run will want to know of RECORDS, and marks their files: none is
 * changed after that. */
bool former_write(const GPtrArray *records, const char *folder, GError **error);

#endif
