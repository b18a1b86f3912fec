/* name.h - names of entries in an archive or a folder. */
#ifndef PACK_NAME_H
#define PACK_NAME_H

#include <glib.h>
#include <stdbool.h>

/* True of one that is neither absolute nor hidden nor leads out, and has no letter that some
 * file system takes for another. */
bool name_is_safe(const char *name);

/* Adds it to NAMES, of the entries and of all folders they are in.  False where NAME, or a
 * folder it is in, would need the name of another entry. */
bool name_claim(GHashTable *names, const char *name);

#endif
