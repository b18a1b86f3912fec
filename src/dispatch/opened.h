/* opened.h - the archive of a published folder that was read last. */
#ifndef DISPATCH_OPENED_H
#define DISPATCH_OPENED_H

#include <glib.h>
#include <stdbool.h>

struct manifest;
struct record;
struct session;
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

/* False where the folder was not made of the session's evaluation. */
bool opened_is_of(const struct session *session, const struct manifest *manifest,
                  const char *folder, GError **error);

/* False where OUT holds something else than was made there before, of which the file LIST tells:
 * papers that were built, and may be out, are never replaced by what is made of them. */
bool opened_may_replace(const char *out, const char *list, GError **error);

void opened_close(struct opened *opened);

#endif
