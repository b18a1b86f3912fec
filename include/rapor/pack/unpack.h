/* unpack.h - an archive that was made before, read by libzip. */
#ifndef RAPOR_PACK_UNPACK_H
#define RAPOR_PACK_UNPACK_H

#include <glib.h>

struct packed;
struct unpack;

/* NULL where there is no archive at PATH. */
struct unpack *unpack_open(const char *path);
void unpack_close(struct unpack *unpack); /* NULL is welcome */

/* Returns the bytes of an entry as pack_take() takes them, not unpacked, and says in ENTRY how
 * they are to be read; NULL where there is none, or none as a pack makes them. */
GBytes *unpack_span(struct unpack *unpack, const char *name, struct packed *entry);

#endif
