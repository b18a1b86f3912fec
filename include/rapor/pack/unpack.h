/* unpack.h - an archive that was made before, read by libzip. */
#ifndef RAPOR_PACK_UNPACK_H
#define RAPOR_PACK_UNPACK_H

#include <glib.h>
#include <stdbool.h>
#include <time.h>

struct packed;
struct unpack;

/* NULL where there is no archive at PATH. */
struct unpack *unpack_open(const char *path);
/* The names of its entries, in their order; to be unreferenced. */
GPtrArray *unpack_names(struct unpack *unpack);

/* The date of its first entry, as pack_create() takes it. */
time_t unpack_date(struct unpack *unpack);

void unpack_close(struct unpack *unpack); /* NULL is welcome */

/* Says in ENTRY where it is, for pack_take() to copy it; false where there is none, or none as a
 * pack makes them. */
bool unpack_find(struct unpack *unpack, const char *name, struct packed *entry);

/* Returns the bytes of an entry as pack_take() takes them, not unpacked, and says in ENTRY how
 * they are to be read; NULL where there is none, or none as a pack makes them. */
GBytes *unpack_span(struct unpack *unpack, const char *name, struct packed *entry);

#endif
