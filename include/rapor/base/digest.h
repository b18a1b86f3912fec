/* digest.h - SHA-256 in hexadecimal: for the manifest, and to know things again. */
#ifndef RAPOR_BASE_DIGEST_H
#define RAPOR_BASE_DIGEST_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* Both return a text to be freed. */
char *digest_bytes(const void *bytes, size_t count);

/* NULL where the file cannot be read.  Its size goes to SIZE (NULL is welcome). */
char *digest_file(const char *path, uint64_t *size, GError **error);

/* The same piece by piece. */
struct digest;

struct digest *digest_create(void);
void digest_destroy(struct digest *digest); /* NULL is welcome */
void digest_add(struct digest *digest, const void *bytes, size_t count);
/* Returns the text, to be freed; nothing can be added after. */
char *digest_end(struct digest *digest);

#endif
