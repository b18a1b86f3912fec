/* proofs.h - what proves, years later, that certificates were good when they signed: CRLs and
 * OCSP answers, kept in the paper itself (PAdES B-LT; /DSS, ETSI EN 319 142-1, 5.4.2). */
#ifndef RAPOR_SIGN_PROOFS_H
#define RAPOR_SIGN_PROOFS_H

#include <glib.h>
#include <stdbool.h>

struct proofs;

/* Reads files: lists, in PEM or DER, and among PEM also certificates that are not in the
 * signature; answers in DER.  Both ended by NULL, or NULL.  False, with ERROR, is NULL. */
struct proofs *proofs_read(char *const *lists, char *const *answers, GError **error);
void proofs_free(struct proofs *proofs); /* NULL is welcome */

/* Appends them to a signed paper. */
GByteArray *proofs_append(const struct proofs *proofs, const GByteArray *paper, GError **error);

#endif
