/* verify.h - whether a document is what it claims to be: an archival PDF that
 * everybody can read, and a folder that holds what its manifest says.
 *
 * The rules are those of ISO 19005-3 at level A (PDF/A-3a) and ISO 14289-1
 * (PDF/UA-1), as far as a program can judge them; whether an alternative text
 * or the order of reading makes sense a person must say. */
#ifndef RAPOR_VERIFY_VERIFY_H
#define RAPOR_VERIFY_VERIFY_H

#include "rapor/base/diagnostic.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VERIFY_SIZE_MAX (64u << 20) /* a larger document is not judged */
#define KEPT_OF_RULE    5           /* kept of each rule and file; all are counted */

/* What is wrong with documents, and how many of them conform. */
struct conformance;

struct conformance *conformance_create(void);
void conformance_destroy(struct conformance *conformance); /* NULL is welcome */

/* Returns the kept ones in the order they were found: all are errors, their id is the name of
 * the rule, their file as it was named, an entry of an archive as "a.zip/letter.pdf". */
const struct diagnostic *conformance_kept(const struct conformance *conformance, size_t *count);

/* How many there are in all, kept or not; how many documents were judged, and
 * how many of them conform. */
size_t conformance_count(const struct conformance *conformance);
size_t conformance_judged(const struct conformance *conformance, size_t *conforming);

/* Judges the SIZE bytes of the document called NAME; true where it conforms. */
bool verify_pdf(const char *name, const void *bytes, size_t size, struct conformance *conformance);

/* The same for each document of an archive, or of a folder and the archives in
 * it, or for a file that is none of these.  False where PATH cannot be read. */
bool verify_documents(const char *path, struct conformance *conformance, GError **error);

/* Compares a published folder with its manifest: every file and every entry of
 * its archives by size and digest, none missing, none more; a pack that was unpacked, with
 * its SHA256SUMS.  False where there is neither of ours. */
bool verify_folder(const char *folder, struct conformance *conformance, GError **error);

/* Compares an archive or a folder with the SHA256SUMS in it, or else a file with the one in its
 * folder or in one above that lists it.  False where there is none. */
bool verify_sums(const char *path, struct conformance *conformance, GError **error);

#endif
