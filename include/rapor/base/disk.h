/* disk.h - files and folders read whole, where only what is not there counts as not there.
 *
 * A disk that fails, a server that went away, no handle or memory left: that is never "there is
 * none", from which other output would be made, or older output be thrown away. */
#ifndef RAPOR_BASE_DISK_H
#define RAPOR_BASE_DISK_H

#include "rapor/base/failure.h"

#include <glib.h>
#include <stdbool.h>

/* Sets ERROR and returns false: PATH could not be opened or read for the reason NUMBER, an errno.
 * ABSENT is the kind of failure where there is no such file. */
bool disk_fail(GError **error, int number, const char *path, enum failure absent);

/* Whether FAILURE is no property of what is on the disk: at another time it may be read. */
bool disk_broke_off(const GError *failure);

/* False only where nothing is at PATH.  What cannot be looked at counts as there: whoever opens
 * it hears why. */
bool disk_has(const char *path);

/* Returns the bytes of the file at PATH, ended by a null, to be freed; or NULL and ERROR.  SIZE
 * may be NULL. */
char *disk_read(const char *path, enum failure absent, gsize *size, GError **error);

/* Returns the names of what lies in the folder at PATH, in no order; or NULL and ERROR. */
GPtrArray *disk_names(const char *path, enum failure absent, GError **error);

#endif
