/* likeness.h - whether two PDFs hold the same, also where one was written anew.
 *
 * Compared is all that a reader can reach from the catalog: of each page contents, resources
 * (fonts, pictures, colours), boxes and annotations; structure and language; attached files;
 * bookmarks, layers, actions and every other key; title and other metadata.  Numbers of
 * objects, their order, compression and spelling do not count, nor which of them stand within
 * others.  Nor does what a signature adds: values and appearances of fields that waited in
 * ours; invisible signature fields, and those within the box of one that waited; /DSS, /Perms,
 * /Extensions, /Version, /SigFlags, /DR and /DA; and who wrote the file anew, and when
 * (Producer, ModDate, XMP the same). */
#ifndef RAPOR_VERIFY_LIKENESS_H
#define RAPOR_VERIFY_LIKENESS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Digests of what a PDF holds, part by part. */
struct likeness;

/* NULL where it cannot be read without repairs, is encrypted, or has two cross-references that
 * may say two things. */
struct likeness *likeness_read(const void *bytes, size_t size);
void likeness_free(struct likeness *likeness); /* NULL is welcome */

/* Returns how many parts of A are the same in B, in thousandths; 1000: all are, and B has no
 * others.  Else WHY says what is not, to be freed. */
unsigned likeness_compare(const struct likeness *a, const struct likeness *b, char **why);

#endif
