/* signature.h - a signature in a paper, which stays what it is.
 *
 * The paper was made with a field that waits (src/paint/pdf/fields.c).  What is added stands
 * behind its bytes as an update (ISO 32000-1, 7.5.6), so that the signed paper begins with
 * the one that was issued: what only the signed one shows, over its pages; the field's
 * value, as ETSI EN 319 142-1 has it: detached CMS over all bytes but its own; behind that,
 * at B-LT, the proofs.  Papers are drafted where they are made, and signed where the key is. */
#ifndef RAPOR_SIGN_SIGNATURE_H
#define RAPOR_SIGN_SIGNATURE_H

#include "rapor/sign/signer.h"

struct paper_bytes {
    const void *bytes;
    size_t length;
};

/* Returns how many fields of PAPER wait for a signature, less those that a service has made and
 * signed beside them; or -1 where it is no PDF. */
int signature_fields(const void *paper, size_t length);

/* Returns whom the first of them waits for, to be freed, and whether that is a SEAL; NULL where
 * none waits. */
char *signature_whom(const void *paper, size_t length, bool *seal);

/* True if one of them waits for whom CARD is of. */
bool signature_is_of(const void *paper, size_t length, const struct signer_card *card);

enum signature_state {
    SIGNATURE_NONE,   /* no field waits; or ERROR is set */
    SIGNATURE_OTHERS, /* it waits for others */
    SIGNATURE_READY
};

/* A paper that has all but the signature. */
struct signature_draft {
    GByteArray *paper;
    size_t start, end;        /* of the hole that the signature is to fill */
    unsigned char digest[32]; /* of what is to be signed: SHA-256 */
    unsigned left;            /* fields that will wait still */
    char *whom;               /* the first of the others */
};

/* Drafts the first signature that waits for whom CARD is of. */
enum signature_state signature_begin(const struct paper_bytes *paper,
                                     const struct signer_card *card,
                                     const struct signing_terms *terms,
                                     struct signature_draft *draft, GError **error);

/* Returns the paper with CMS, a signature of the draft's digest. */
GByteArray *signature_end(struct signature_draft *draft, GBytes *cms,
                          const struct signing_terms *terms, GError **error);

/* The same where the key is at hand. */
GByteArray *signature_sign(struct signature_draft *draft, const struct signer *signer,
                           const struct signing_terms *terms, GError **error);
void signature_draft_clear(struct signature_draft *draft);

/* Returns the paper as a signing service gets it: all that is seen of the signature drawn,
 * the field still waiting.  The service signs invisibly. */
GByteArray *signature_prepare(const void *paper, size_t length, GError **error);

#endif
