/* archive.h - what lies in an archive. */
#ifndef VERIFY_ARCHIVE_H
#define VERIFY_ARCHIVE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define ENTRY_SIZE_MAX (64u << 20) /* that is held; a larger document is not judged either */
#define EXPANSION_MAX  1100        /* deflate makes 1,032 bytes of one at most */

/* A file within an archive, until the next one. */
struct archive_entry {
    const char *archive, *name;
    uint64_t size;
    void *zip; /* of libzip */
    uint64_t number;
};

/* Returns its bytes, or NULL. */
GBytes *entry_read(const struct archive_entry *entry, GError **error);

/* Returns its digest (digest.h), without holding it, or NULL.  Reads no further than its size. */
char *entry_digest(const struct archive_entry *entry, GError **error);

/* Calls VISIT for each entry until it returns false; false where that was, or
 * where the archive cannot be read. */
typedef bool entry_visit(void *data, const struct archive_entry *entry, GError **error);
bool archive_each(const char *path, entry_visit *visit, void *data, GError **error);

#endif
