/* signature.h - what the files of this folder share. */
#ifndef VERIFY_SIGNATURE_SIGNATURE_H
#define VERIFY_SIGNATURE_SIGNATURE_H

#include "../conformance.h"

#include "rapor/verify/revocations.h"
#include "rapor/verify/signatures.h"

#include <openssl/cms.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>
#include <qpdf/qpdf-c.h>

/* A document while its signatures are judged. */
struct signed_document {
    const char *name;
    const unsigned char *bytes;
    size_t size;
    qpdf_data pdf;
    struct conformance *conformance;
    const struct signature_judging *judging;
    X509_STORE *roots;               /* or NULL */
    struct revocations *revocations; /* that the document holds (/DSS) */
    STACK_OF(X509) * kept;           /* certificates, the same */
};

/* One signature of it. */
struct signature_value {
    size_t before, behind, end; /* where the hole starts and ends, and what is signed */
    const unsigned char *der;
    size_t length;
};

void signature_blame(const struct signed_document *document, enum verify_rule rule,
                     const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Judges one document; DATA is the struct signed_document that holds the terms. */
void signature_judge_document(void *data, const char *name, const void *bytes, size_t size);

/* Judges all documents of PATH, in threads, on the TERMS of a document. */
bool signature_judge_all(const char *path, const struct signed_document *terms, GError **error);

/* Judges the CMS, and says in VERDICT what it tells; its texts are to be freed. */
void signature_judge_cms(const struct signed_document *document,
                         const struct signature_value *value, struct signature_verdict *verdict);

/* Reads what the document holds to prove that certificates were good; and gives it back. */
void signature_read_proofs(struct signed_document *document);
void signature_clear_proofs(struct signed_document *document);

/* Judges by that the certificates of the signature, and of whoever gave the STAMP.
 * True where all are proven; one that was revoked is told. */
bool signature_is_proven(const struct signed_document *document, CMS_ContentInfo *cms,
                         X509 *certificate, PKCS7 *stamp, time_t when);

/* Beside what a certification may say (ISO 32000-1, table 254): nobody had signed yet, so that
 * the first signature may certify. */
enum { NOTHING_SIGNED = 4 };

/* Judges what stands behind what was signed. */
void signature_judge_later(const struct signed_document *document,
                           const struct signature_value *value,
                           const struct signature_verdict *verdict);

#endif
