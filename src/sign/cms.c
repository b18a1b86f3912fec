/* The signature itself: CMS over the digest of what is signed.
 *
 * OpenSSL puts the time into every signature that it makes; PAdES wants it in the paper
 * alone (ETSI EN 319 142-1, 6.3).  So the attributes are put together here, and signed as
 * the ordered set that DER makes of them. */
#include "own.h"

#include <openssl/err.h>
#include <openssl/pkcs7.h>
#include <string.h>

enum { STAMP_ROOM = 8192, ECDSA_SLACK = 16 };

static int compare(gconstpointer a, gconstpointer b)
{
    return g_bytes_compare(*(GBytes *const *)a, *(GBytes *const *)b);
}

/* The attributes to be signed, in DER. */
static GByteArray *encoded(CMS_SignerInfo *info)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    int total = 0;
    for (int i = 0; i < CMS_signed_get_attr_count(info); i++) {
        unsigned char *der = NULL;
        const int length = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(info, i), &der);
        g_ptr_array_add(all, g_bytes_new(der, (gsize)length));
        OPENSSL_free(der);
        total += length;
    }
    g_ptr_array_sort(all, compare);
    unsigned char head[16], *end = head;
    ASN1_put_object(&end, 1, total, V_ASN1_SET, V_ASN1_UNIVERSAL);
    GByteArray *set = g_byte_array_new();
    g_byte_array_append(set, head, (guint)(end - head));
    for (guint i = 0; i < all->len; i++) {
        gsize length;
        const void *bytes = g_bytes_get_data(all->pdata[i], &length);
        g_byte_array_append(set, bytes, (guint)length);
    }
    return set;
}

static bool sign_attributes(const struct signer *signer, CMS_SignerInfo *info)
{
    g_autoptr(GByteArray) set = encoded(info);
    g_autoptr(EVP_MD_CTX) context = EVP_MD_CTX_new();
    unsigned char *signature = OPENSSL_malloc((size_t)EVP_PKEY_get_size(signer->key));
    size_t length = (size_t)EVP_PKEY_get_size(signer->key);
    if (EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, signer->key) != 1 ||
        EVP_DigestSign(context, signature, &length, set->data, set->len) != 1) {
        OPENSSL_free(signature);
        return false;
    }
    ASN1_STRING_set0(CMS_SignerInfo_get0_signature(info), signature, (int)length);
    return true;
}

/* Who gave the stamp has to be proven as well. */
static bool covers_stamp(const struct signer *signer, const struct signing_terms *terms,
                         const unsigned char *der, size_t length, GError **error)
{
    PKCS7 *token = d2i_PKCS7(NULL, &der, (long)length);
    STACK_OF(X509) *signers = token ? PKCS7_get0_signers(token, NULL, 0) : NULL;
    Certificates *beside = sk_X509_dup(signer->chain);
    for (int i = 0; token && i < sk_X509_num(token->d.sign->cert); i++)
        sk_X509_push(beside, sk_X509_value(token->d.sign->cert, i));
    const bool covered =
        sk_X509_num(signers) == 1
            ? proofs_cover(terms->proofs, sk_X509_value(signers, 0), beside, terms->time, error)
            : fail(error, FAILURE_DATA,
                   "the time stamp does not hold the certificate of its giver");
    sk_X509_free(beside);
    sk_X509_free(signers);
    PKCS7_free(token);
    return covered;
}

static bool add_stamp(const struct signer *signer, const struct signing_terms *terms,
                      CMS_SignerInfo *info, GError **error)
{
    const ASN1_OCTET_STRING *signature = CMS_SignerInfo_get0_signature(info);
    unsigned char digest[32];
    EVP_Digest(ASN1_STRING_get0_data(signature), (size_t)ASN1_STRING_length(signature), digest,
               NULL, EVP_sha256(), NULL);
    g_autoptr(GBytes) stamp = stamp_get(terms->stamps, digest, error);
    if (!stamp)
        return false;
    gsize length;
    const void *der = g_bytes_get_data(stamp, &length);
    if (terms->proofs && !covers_stamp(signer, terms, der, length, error))
        return false;
    return CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, der,
                                         (int)length) == 1 ||
           fail_openssl(error, FAILURE_SOFTWARE, "the time stamp cannot be added");
}

/* An unsigned CMS of one signer, with the attributes that CAdES B-B asks for. */
static CMS_ContentInfo *begin(const struct signer *signer, const unsigned char digest[32],
                              CMS_SignerInfo **info)
{
    const unsigned how = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES;
    CMS_ContentInfo *cms = CMS_sign(NULL, NULL, signer->chain, NULL, how);
    *info = cms ? CMS_add1_signer(cms, signer->certificate, signer->key, EVP_sha256(), how) : NULL;
    if (*info &&
        CMS_signed_add1_attr_by_NID(*info, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                    OBJ_nid2obj(NID_pkcs7_data), -1) == 1 &&
        CMS_signed_add1_attr_by_NID(*info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest,
                                    32) == 1)
        return cms;
    CMS_ContentInfo_free(cms);
    return NULL;
}

GBytes *signer_sign(const struct signer *signer, const struct signing_terms *terms,
                    const unsigned char digest[32], GError **error)
{
    CMS_SignerInfo *info = NULL;
    g_autoptr(CMS_ContentInfo) cms = begin(signer, digest, &info);
    if (!cms || !sign_attributes(signer, info)) {
        fail_openssl(error, FAILURE_UNAVAILABLE, "the key does not sign");
        return NULL;
    }
    if (terms->stamps && !add_stamp(signer, terms, info, error))
        return NULL;
    unsigned char *der = NULL;
    const int length = i2d_CMS_ContentInfo(cms, &der);
    GBytes *bytes = length > 0 ? g_bytes_new(der, (gsize)length) : NULL;
    OPENSSL_free(der);
    if (!bytes)
        fail_openssl(error, FAILURE_SOFTWARE, "the signature cannot be written");
    return bytes;
}

struct signer_card signer_card(const struct signer *signer, const struct signing_terms *terms)
{
    const unsigned char digest[32] = {0};
    CMS_SignerInfo *info = NULL;
    g_autoptr(CMS_ContentInfo) cms = begin(signer, digest, &info);
    const int bare = cms ? i2d_CMS_ContentInfo(cms, NULL) : 0;
    ERR_clear_error();
    const size_t room = (size_t)bare + (size_t)EVP_PKEY_get_size(signer->key) + ECDSA_SLACK;
    return (struct signer_card){signer->name, signer->serial,
                                room + (terms->stamps ? STAMP_ROOM : 0), terms->seal};
}
