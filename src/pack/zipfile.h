/* zipfile.h - a zip zipfile, written from its first byte to its last.
 *
 * Nothing of it is kept but the directory, and its own digest is known when it ends;
 * libzip, which reads archives elsewhere, would keep all entries until then. */
#ifndef PACK_ZIPFILE_H
#define PACK_ZIPFILE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

struct zipfile;
struct packed;

/* Begins one at the end of FILE, which is taken; DATE is that of all entries. */
struct zipfile *zipfile_create(FILE *file, time_t date);

/* Adds an entry: as it is where its name says that it is compressed, else deflated. */
void zipfile_add(struct zipfile *zipfile, const char *name, const void *bytes, size_t count);

/* Adds an entry in pieces, of which no more than the last is held. */
void zipfile_begin(struct zipfile *zipfile, const char *name);
void zipfile_append(struct zipfile *zipfile, const void *bytes, size_t count);
void zipfile_end(struct zipfile *zipfile);

/* Adds an entry that stood in another archive of this kind as these bytes, from its head
 * to its end.  False, and nothing is added, where that is not what they are. */
bool zipfile_take(struct zipfile *zipfile, const char *name, const void *bytes, size_t count);

/* How many bytes the archive has so far. */
uint64_t zipfile_length(const struct zipfile *zipfile);

/* Hands over to the system what is written so far. */
void zipfile_flush(struct zipfile *zipfile);

/* Writes the directory, and closes the file.  Returns 0, or the errno of what failed
 * first, now or before.  WHOLE is what the file has become; its digest is to be freed. */
int zipfile_finish(struct zipfile *zipfile, struct packed *whole);

#endif
