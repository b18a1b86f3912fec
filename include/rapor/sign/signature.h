/* signature.h - a signature in a paper, which stays what it is.
 *
 * The paper was made with a field that waits (src/paint/pdf/fields.c).  What is added stands
 * behind its bytes as an update (ISO 32000-1, 7.5.6), so that the signed paper begins with
 * the one that was issued: what only the signed one shows, over its pages; the field's
 * value, as ETSI EN 319 142-1 has it: detached CMS over all bytes but its own. */
#ifndef RAPOR_SIGN_SIGNATURE_H
#define RAPOR_SIGN_SIGNATURE_H

#include "rapor/sign/signer.h"

/* Returns how many fields of PAPER wait for a signature, or -1 where it is no PDF. */
int signature_fields(const void *paper, size_t length);

/* Returns whom the first of them waits for, where that is not SIGNER; else NULL.  They are known
 * by the serial number that the evaluation binds, or else by the name. */
char *signature_waits_for(const void *paper, size_t length, const struct signer *signer);

/* True if the first of them waits for a person of that NAME. */
bool signature_is_of(const void *paper, size_t length, const char *name);

/* Returns the paper with its first waiting field signed. */
GByteArray *signature_add(const void *paper, size_t length, const struct signer *signer,
                          const struct signing_terms *terms, GError **error);

/* Returns the paper as a signing service gets it: all that is seen of the signature drawn,
 * the field still waiting.  The service signs invisibly. */
GByteArray *signature_prepare(const void *paper, size_t length, GError **error);

#endif
