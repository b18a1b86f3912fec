/* previous_output.h - what the last run left in the output folder.
 *
 * NOTES_FILE says of each file and each entry of an
 * archive what it was made from; what would come out the same is taken over. */
#ifndef RAPOR_CACHE_PREVIOUS_OUTPUT_H
#define RAPOR_CACHE_PREVIOUS_OUTPUT_H

#include "rapor/pack/manifest.h"

struct previous_output;
struct packed;

/* NULL where there is nothing to take over. */
struct previous_output *previous_output_open(const char *folder);
/* The same from what the manifest lists, where there are no notes: files can be found in it,
 * but nothing is known of what they were made from. */
struct previous_output *previous_output_listed(const char *folder);
/* What several folders hold, each made by a shard, as if it lay in one; archives may be in parts.
 * FOLDERS are ended by NULL; NULL where one of them has no notes. */
struct previous_output *previous_output_join(const char *const *folders);
void previous_output_close(struct previous_output *previous); /* NULL is welcome */

/* Returns what is known of an entry of FILE, or of FILE itself (ENTRY NULL); or NULL. */
const struct record *previous_output_find(const struct previous_output *previous, const char *file,
                                          const char *entry);
/* How many entries the archive FILE has. */
size_t previous_output_count(const struct previous_output *previous, const char *file);

/* Returns where a file is, to be freed, if it is as it was left, as its mark tells or else
 * its bytes; else NULL. */
char *previous_output_path(const struct previous_output *previous, const struct record *record);

/* Opens an archive, if it is as it was left; else NULL. */
struct previous_archive *previous_archive_open(const struct previous_output *previous,
                                               const char *file);
void previous_archive_close(struct previous_archive *pack); /* NULL is welcome */
/* Says LIKE what an entry of it is, as pack_take() copies it while the archive stays open; false
 * where there is none. */
bool previous_output_entry(struct previous_archive *pack, const struct record *record,
                           struct packed *like);
/* Returns an entry of it as pack_take() takes it, LIKE what; NULL where it cannot be read. */
GBytes *previous_output_span(struct previous_archive *pack, const struct record *record,
                             struct packed *like);
/* Puts the whole archive at PATH; false where that cannot be done. */
bool previous_archive_link(const struct previous_archive *pack, const char *path);

/* Writes what the next run will want to know of RECORDS, and marks their files: none is
 * changed after that. */
bool previous_output_write(const GPtrArray *records, const char *folder, GError **error);

#endif
