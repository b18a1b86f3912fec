/* own.h - handles of OpenSSL that close themselves, and what it says of failures. */
#ifndef SIGN_OWN_H
#define SIGN_OWN_H

#include "rapor/base/failure.h"
#include "rapor/sign/proofs.h"
#include "rapor/sign/signer.h"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

typedef STACK_OF(X509) Certificates;

static inline void certificates_free(Certificates *certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Certificates, certificates_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EVP_PKEY, EVP_PKEY_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EVP_MD_CTX, EVP_MD_CTX_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(BIO, BIO_free_all)

struct signer {
    EVP_PKEY *key;
    X509 *certificate;
    Certificates *chain; /* without it */
    char *name, *serial;
};

/* A key and its certificate, as a file or a token has them. */
bool key_of_file(struct signer *signer, const char *path, const char *pin, GError **error);
bool key_of_token(struct signer *signer, const char *uri, const char *pin, GError **error);

/* Returns its common name, or ""; to be freed. */
char *certificate_name(X509 *certificate);

/* True where proofs say that CERTIFICATE, and those above it that are known, were good WHEN. */
bool proofs_cover(const struct proofs *proofs, X509 *certificate, const Certificates *beside,
                  time_t when, GError **error);

/* Fails with what is said, and why OpenSSL says so. */
bool fail_openssl(GError **error, enum failure code, const char *what);

/* Returns a time stamp of DIGEST in DER, as an authority gave it. */
GBytes *stamp_get(const char *authority, const unsigned char digest[32], GError **error);

#endif
