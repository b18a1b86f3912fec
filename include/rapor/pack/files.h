/* files.h - files and trees of folders on the disk. */
#ifndef RAPOR_PACK_FILES_H
#define RAPOR_PACK_FILES_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets ERROR to what the system said of PATH (an errno), and returns false. */
bool files_fail(GError **error, int number, const char *path);

/* Makes the folder that PATH stands in, and those above it. */
bool files_make_parents(const char *path, GError **error);

/* Writes to an open file, from its byte AT on; false, with errno, where that fails. */
bool files_put(int file, const void *bytes, size_t count, uint64_t at);

/* Returns what a file holds, to be unreferenced. */
GByteArray *files_read(const char *path, GError **error);

/* Writes a new file, in place of one that is there. */
bool files_write(const char *path, const void *bytes, size_t count, GError **error);

/* Sees to it that a file or folder, or a folder and all below it, is on the disk: but for files
 * that are linked from elsewhere, which were seen to there. */
bool files_flush(const char *path, GError **error);
bool files_flush_tree(const char *path, GError **error);

/* Removes a folder and all below it, as far as that is possible. */
void files_remove_tree(const char *path);

#endif
