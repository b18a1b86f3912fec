/* signature.h - what the files of this folder share. */
#ifndef VERIFY_SIGNATURE_SIGNATURE_H
#define VERIFY_SIGNATURE_SIGNATURE_H

#include "../conformance.h"

#include "rapor/verify/signatures.h"

#include <openssl/cms.h>
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
    X509_STORE *roots; /* or NULL */
};

/* One signature of it. */
struct signature_value {
    size_t before, behind, end; /* where the hole starts and ends, and what is signed */
    const unsigned char *der;
    size_t length;
};

void signature_blame(const struct signed_document *document, enum verify_rule rule,
                     const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Judges the CMS, and says in VERDICT what it tells; its texts are to be freed. */
void signature_judge_cms(const struct signed_document *document,
                         const struct signature_value *value, struct signature_verdict *verdict);

/* Judges what stands behind what was signed. */
void signature_judge_later(const struct signed_document *document,
                           const struct signature_value *value,
                           const struct signature_verdict *verdict);

#endif
