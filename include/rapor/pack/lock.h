/* lock.h - one run at a time for one place.  Nobody waits: the second is refused at once. */
#ifndef RAPOR_PACK_LOCK_H
#define RAPOR_PACK_LOCK_H

#include <glib.h>
#include <stdbool.h>

/* Takes the lock file PATH, which is made if need be.  Returns what lock_release
 * wants, or -1: WHOSE is being written by another run. */
int lock_take(const char *path, const char *whose, GError **error);

/* Removes the file, and lets go. */
void lock_release(int lock, const char *path);

#endif
