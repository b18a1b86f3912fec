/* opened.h - the archive of a published folder that was read last. */
#ifndef RAPOR_PACK_OPENED_H
#define RAPOR_PACK_OPENED_H

#include <glib.h>

struct record;
struct unpack;

struct opened {
    const char *folder;
    struct unpack *unpack; /* the archive that is read, ... */
    const char *file;      /* ... and its name below the folder; or NULL */
};

/* Returns the archive FILE of the folder, opened: most papers lie in that of the one before. */
struct unpack *opened_archive(struct opened *opened, const char *file, GError **error);

/* Returns the bytes of a paper as they lie in the folder; NULL where they cannot be read. */
GByteArray *opened_paper(struct opened *opened, const struct record *paper, GError **error);

void opened_close(struct opened *opened);

#endif
