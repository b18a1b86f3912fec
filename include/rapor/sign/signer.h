/* signer.h - who signs: a certificate, its chain, and a key that never leaves this process.
 *
 * The key is of a PKCS#12 file, or of a token by its PKCS#11 URI (RFC 7512; the engine
 * of libp11 opens it: libengine-pkcs11-openssl).  RSA and ECDSA keys sign; whoever signs
 * by RSA with PKCS#1 v1.5 gives the same bytes for the same paper and time.  A wrong PIN
 * is tried once: a token that is asked three times locks itself. */
#ifndef RAPOR_SIGN_SIGNER_H
#define RAPOR_SIGN_SIGNER_H

#include <glib.h>
#include <stdbool.h>
#include <time.h>

struct proofs;
struct signer;

/* What is fixed for all signatures of a run. */
struct signing_terms {
    time_t time;      /* what /M says */
    unsigned certify; /* 0; or 1: no change is allowed from now on; 2: signatures and proofs are */
    bool seal;        /* the signer is an organisation: what waits for its seal is sealed */
    const char *stamps; /* of time: URL or command of an authority (RFC 3161); NULL: none */
    const struct proofs *proofs; /* that the paper is to hold: proofs.h; NULL: none */
};

/* KEY is "pkcs12:FILE" or "pkcs11:..."; PIN is not kept.  CHAIN names a file of PEM
 * certificates beside that of the key, or is NULL.  NULL where the key does not open, does
 * not fit its certificate, or its certificate may not sign at the time of the TERMS: it is not
 * valid then, or not what they ask for. */
struct signer *signer_open(const char *key, const char *pin, const char *chain,
                           const struct signing_terms *terms, GError **error);
void signer_close(struct signer *signer); /* NULL is welcome */

/* What whoever prepares papers has to know of a signer: nothing secret. */
struct signer_card {
    const char *name, *serial; /* common name and hexadecimal number of the certificate */
    size_t room;               /* that a signature takes at most: bytes of DER */
    bool seal;                 /* it is an organisation's */
};

/* True if CARD is of the person of that NAME; where the evaluation binds a CERTIFICATE, by
 * its serial number or its common name, that decides. */
bool signer_card_is(const struct signer_card *card, const char *name, const char *certificate);

/* Returns a detached CAdES signature (ETSI EN 319 122-1, B-B or B-T) of what has the SHA-256
 * DIGEST, in DER.  NULL where the key or the authority fails. */
GBytes *signer_sign(const struct signer *signer, const struct signing_terms *terms,
                    const unsigned char digest[32], GError **error);

/* The texts are owned by SIGNER. */
struct signer_card signer_card(const struct signer *signer, const struct signing_terms *terms);

#endif
