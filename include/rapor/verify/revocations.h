/* revocations.h - what says that a certificate was not revoked: lists of its issuer (CRL, RFC
 * 5280) and answers of a responder (OCSP, RFC 6960). */
#ifndef RAPOR_VERIFY_REVOCATIONS_H
#define RAPOR_VERIFY_REVOCATIONS_H

#include <glib.h>
#include <openssl/x509.h>
#include <stdbool.h>
#include <time.h>

struct revocations;

struct revocations *revocations_create(void);
void revocations_destroy(struct revocations *revocations); /* NULL is welcome */

/* Adds one in DER; false where it is none. */
bool revocations_add_list(struct revocations *revocations, const void *der, size_t length);
bool revocations_add_answer(struct revocations *revocations, const void *der, size_t length);

enum revocation_verdict { REVOCATION_MISSING, REVOCATION_GOOD, REVOCATION_REVOKED };

/* Judges CERTIFICATE, and all KNOWN ones above it that others issued, at the time WHEN: what had
 * been replaced by then says nothing.  Where the issuer is known, what is said has to be signed
 * by it or by whom it appointed.  The first that is not good is put at BAD. */
enum revocation_verdict revocations_of_path(const struct revocations *revocations,
                                            X509 *certificate, STACK_OF(X509) * known, time_t when,
                                            X509 **bad);

#endif
