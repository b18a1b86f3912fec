/* zipfile.h - a zip archive, written by libzip from what lies in a spool. */
#ifndef PACK_ZIP_ZIPFILE_H
#define PACK_ZIP_ZIPFILE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct packed;

/* What is in it: entries in this order, all of one date; the bytes of those that come from no
 * other archive lie in the file SPOOL. */
struct zipfile {
    const struct packed *entries;
    size_t count;
    int spool;
    time_t date;
};

/* Writes it at PATH, and says its size and its digest, to be freed, in WHOLE; false where that
 * failed. */
bool zipfile_write(const char *path, const struct zipfile *zipfile, struct packed *whole,
                   GError **error);

#endif
