/* outlet.h - the file that libzip writes an archive to, in large pieces.
 *
 * Its own writes 8 KB at a time, and goes back to the head of each entry. */
#ifndef PACK_ZIP_OUTLET_H
#define PACK_ZIP_OUTLET_H

#include <glib.h>
#include <zip.h>

struct outlet;

/* Makes the file at PATH; NULL with ERROR where that failed. */
struct outlet *outlet_create(const char *path, GError **error);
void outlet_destroy(struct outlet *outlet); /* NULL is welcome */

/* Returns the digest of an archive that is written, to be freed, and its SIZE; NULL where libzip
 * has changed what had left the outlet: then the file is to be read. */
char *outlet_digest(struct outlet *outlet, uint64_t *size);

/* A zip_source_callback; DATA is an outlet. */
zip_int64_t outlet_serve(void *data, void *bytes, zip_uint64_t count, zip_source_cmd_t command);

#endif
