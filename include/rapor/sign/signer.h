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

struct signer;

/* KEY is "pkcs12:FILE" or "pkcs11:..."; PIN is not kept.  CHAIN names a file of PEM
 * certificates beside that of the key, or is NULL.  NULL where the key does not open, does
 * not fit its certificate, or its certificate is not valid at NOW. */
struct signer *signer_open(const char *key, const char *pin, const char *chain, time_t now,
                           GError **error);
void signer_close(struct signer *signer); /* NULL is welcome */

const char *signer_name(const struct signer *signer);   /* common name of the certificate */
const char *signer_serial(const struct signer *signer); /* of it, in hexadecimal */

/* What is fixed for all signatures of a run. */
struct signing_terms {
    time_t time;      /* what /M says */
    unsigned certify; /* 0; or 1: no change is allowed from now on; 2: signatures and proofs are */
    const char *stamps; /* of time: URL or command of an authority (RFC 3161); NULL: none */
};

/* Returns a detached CAdES signature (ETSI EN 319 122-1, B-B or B-T) of what has the SHA-256
 * DIGEST, in DER.  NULL where the key or the authority fails. */
GBytes *signer_sign(const struct signer *signer, const struct signing_terms *terms,
                    const unsigned char digest[32], GError **error);

/* How many bytes of DER that takes at most. */
size_t signer_room(const struct signer *signer, const struct signing_terms *terms);

#endif
