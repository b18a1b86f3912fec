/* spool.h - the bytes of entries as they go into an archive, one after the other in a file.
 *
 * libzip wants all entries at once when it writes an archive: until then they wait here,
 * and not in memory. */
#ifndef PACK_ZIP_SPOOL_H
#define PACK_ZIP_SPOOL_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct spool;
struct packed;

/* Begins at the end of FILE, which is taken. */
struct spool *spool_create(int file);
void spool_destroy(struct spool *spool); /* closes the file; NULL is welcome */

int spool_file(const struct spool *spool);

/* These say in ENTRY where its bytes have come to lie, and how; false, with errno, where they
 * could not be written.  Added as it is where its name says that it is compressed, else
 * deflated. */
bool spool_add(struct spool *spool, struct packed *entry, const void *bytes, size_t count);

/* The same in parts, of which no more than a piece is held.  LIKE: how it lies in an archive that
 * was made before by the same program, from which pieces that are the same are taken; or NULL. */
void spool_begin_parts(struct spool *spool, struct packed *entry, const struct packed *like);
bool spool_append(struct spool *spool, struct packed *entry, const void *bytes, size_t count);
bool spool_end(struct spool *spool, struct packed *entry);

/* True where SPAN may be the bytes of an entry LIKE that. */
bool spool_fits(const struct packed *like, GBytes *span);

/* Adds what has lain so in another spool, or in an archive. */
bool spool_take(struct spool *spool, struct packed *entry, const struct packed *like,
                const void *bytes);

#endif
