/* unchanged_mark.h - a mark on a file that tells, without reading it, whether it is as it was left.
 *
 * It is an extended attribute, "user.rapor": when the file was last changed, and its digest
 * then.  Whoever changes the file afterwards changes its time, too, and so breaks the mark;
 * a file put in its place has no mark, or that of another digest.  The bytes of the file
 * and its name have no part in it, and not all file systems know such marks: without one
 * the file must be read. */
#ifndef RAPOR_CACHE_UNCHANGED_MARK_H
#define RAPOR_CACHE_UNCHANGED_MARK_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* Marks the file, whose digest is DIGEST, if it was changed before NOW, a time of the same
 * file system: a change yet to come within the same tick of its clock would not be seen. */
void unchanged_mark_put(const char *path, const char *digest, struct timespec now);

/* True where the file bears the mark of that digest, and has not been changed since. */
bool unchanged_mark_holds(const char *path, const char *digest);

#endif
