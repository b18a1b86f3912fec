/* once.h - inputs that can be read once only: pipes, FIFOs, standard input.
 *
 * What they gave is kept in a file without a name, so that all who ask find the same. */
#ifndef RAPOR_BASE_ONCE_H
#define RAPOR_BASE_ONCE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Opens the file at PATH ("-": standard input) for pread(), of at most LIMIT bytes, and says
 * how many it has; -1 and ERROR where that cannot be.  To be closed. */
int once_open(const char *path, size_t limit, size_t *size, GError **error);

/* Returns all its bytes, ended by a null; to be freed. */
char *once_load(const char *path, size_t limit, size_t *size, GError **error);

#endif
