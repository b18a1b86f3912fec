/* sidecar.h - what a signing service needs to know of a PDF: which file it is,
 * and where its signatures go.
 *
 * It holds no personal number, no passphrase and no address of a service. */
#ifndef RAPOR_PACK_SIDECAR_H
#define RAPOR_PACK_SIDECAR_H

#include <glib.h>

struct pages;

#define SIDECAR_SUFFIX ".tte.json"

/* Returns what stands beside FILE, the PDF of PAGES with that DIGEST; NULL where
 * it has no place for a signature. */
GByteArray *sidecar_of(const struct pages *pages, const char *file, const char *digest);

/* Returns what SIDECAR is of a PDF that had the digest BEFORE, and has DIGEST now. */
GByteArray *sidecar_follow(const GByteArray *sidecar, const char *before, const char *digest);

/* Returns the name that goes with FILE: "surat.pdf" -> "surat.tte.json".  To be freed. */
char *sidecar_name(const char *file);

#endif
