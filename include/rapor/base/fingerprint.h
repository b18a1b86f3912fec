/* fingerprint.h - what a file, or this program, is known again by.
 *
 * A fingerprint shows that something is not what it was, many times as fast as a
 * digest does; it proves nothing to anybody.  It depends on the bytes alone. */
#ifndef RAPOR_BASE_FINGERPRINT_H
#define RAPOR_BASE_FINGERPRINT_H

#include <glib.h>

/* Returns the size and the CRC-32 of the file as a text, to be freed; NULL with ERROR
 * where it cannot be read. */
char *fingerprint_file(const char *path, GError **error);

/* Returns what the linker made of all that is in the program and in each library that is
 * loaded (their build IDs), in hexadecimal.  To be freed. */
char *fingerprint_program(void);

#endif
