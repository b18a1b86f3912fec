/* The signature by itself: OpenSSL judges. */
#include "signature.h"

#include "rapor/base/language.h"

#include <openssl/err.h>
#include <openssl/ts.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(BIO, BIO_free_all)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CMS_ContentInfo, CMS_ContentInfo_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(X509_STORE_CTX, X509_STORE_CTX_free)

static char *name_of(X509_NAME *name)
{
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    unsigned char *text = NULL;
    if (at < 0 ||
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at))) < 0)
        return g_strdup("?");
    char *copy = g_strdup((const char *)text);
    OPENSSL_free(text);
    return copy;
}

static const char *reason(void)
{
    const unsigned long last = ERR_peek_last_error();
    const char *text = last ? ERR_reason_error_string(last) : NULL;
    return text ? text : _("no reason is given");
}

static void tell_certificate(X509 *certificate, struct signature_verdict *verdict)
{
    BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), NULL);
    char *serial = number ? BN_bn2hex(number) : NULL;
    verdict->signer = name_of(X509_get_subject_name(certificate));
    verdict->issuer = name_of(X509_get_issuer_name(certificate));
    verdict->serial = g_strdup(serial ? serial : "");
    verdict->seals = X509_NAME_get_index_by_NID(X509_get_subject_name(certificate),
                                                NID_organizationName, -1) >= 0;
    OPENSSL_free(serial);
    BN_free(number);
}

/* Returns what is said to be a stamp, to be freed; or NULL. */
static PKCS7 *token_of(CMS_SignerInfo *info)
{
    const int at = CMS_unsigned_get_attr_by_NID(info, NID_id_smime_aa_timeStampToken, -1);
    if (at < 0)
        return NULL;
    const ASN1_TYPE *value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(info, at), 0);
    const unsigned char *der =
        value && value->type == V_ASN1_SEQUENCE ? value->value.sequence->data : NULL;
    return der ? d2i_PKCS7(NULL, &der, value->value.sequence->length) : NULL;
}

/* Whether it stamps the signature, and when. */
static bool is_stamp_of(TS_TST_INFO *stamp, CMS_SignerInfo *info, struct tm *time)
{
    const ASN1_OCTET_STRING *signature = CMS_SignerInfo_get0_signature(info);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(stamp);
    const ASN1_OCTET_STRING *said = TS_MSG_IMPRINT_get_msg(imprint);
    const EVP_MD *md = EVP_get_digestbyobj(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
    return md &&
           EVP_Digest(ASN1_STRING_get0_data(signature), (size_t)ASN1_STRING_length(signature),
                      digest, &length, md, NULL) &&
           (int)length == ASN1_STRING_length(said) &&
           memcmp(digest, ASN1_STRING_get0_data(said), length) == 0 &&
           ASN1_TIME_to_tm(TS_TST_INFO_get_time(stamp), time);
}

static bool is_signed_stamp(PKCS7 *token)
{
    return PKCS7_verify(token, NULL, NULL, NULL, NULL, PKCS7_NOVERIFY | PKCS7_BINARY) == 1;
}

/* Whoever gave the stamp has to be trusted to give stamps, where roots were given. */
static bool is_trusted_stamp(const struct signed_document *document, PKCS7 *token, time_t when)
{
    STACK_OF(X509) *givers = PKCS7_get0_signers(token, NULL, 0);
    bool trusted = sk_X509_num(givers) == 1;
    if (trusted && document->roots) {
        g_autoptr(X509_STORE_CTX) context = X509_STORE_CTX_new();
        X509_STORE_CTX_init(context, document->roots, sk_X509_value(givers, 0),
                            token->d.sign->cert);
        X509_STORE_CTX_set_purpose(context, X509_PURPOSE_TIMESTAMP_SIGN);
        X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), when);
        trusted = X509_verify_cert(context) == 1;
    }
    sk_X509_free(givers);
    return trusted;
}

/* The time of the stamp, where there is one of this signature; 0 where not. */
static time_t stamp_of(const struct signed_document *document, PKCS7 *token, CMS_SignerInfo *info)
{
    TS_TST_INFO *stamp = token ? PKCS7_to_TS_TST_INFO(token) : NULL;
    struct tm tm = {0};
    const bool same = stamp && is_stamp_of(stamp, info, &tm) && is_signed_stamp(token);
    const bool trusted = same && is_trusted_stamp(document, token, timegm(&tm));
    if (token && !same)
        signature_blame(document, RULE_STAMP, "the time stamp is not one of this signature");
    else if (token && !trusted)
        signature_blame(document, RULE_STAMP, "who gave the time stamp cannot be trusted");
    TS_TST_INFO_free(stamp);
    return trusted ? timegm(&tm) : 0;
}

/* The chain, at the time that counts. */
static bool judge_chain(const struct signed_document *document, CMS_ContentInfo *cms,
                        X509 *certificate, time_t when)
{
    STACK_OF(X509) *others = CMS_get1_certs(cms);
    g_autoptr(X509_STORE_CTX) context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, document->roots, certificate, others);
    X509_VERIFY_PARAM *terms = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(terms, when);
    const bool trusted = X509_verify_cert(context) == 1;
    if (!trusted)
        signature_blame(document, RULE_CHAIN, "the certificate cannot be trusted: %s",
                        X509_verify_cert_error_string(X509_STORE_CTX_get_error(context)));
    sk_X509_pop_free(others, X509_free);
    return trusted;
}

static BIO *signed_bytes(const struct signed_document *document,
                         const struct signature_value *value)
{
    BIO *bytes = BIO_new(BIO_s_mem());
    BIO_write(bytes, document->bytes, (int)value->before);
    BIO_write(bytes, document->bytes + value->behind, (int)(value->end - value->behind));
    return bytes;
}

static bool is_bound(CMS_SignerInfo *info)
{
    return CMS_signed_get_attr_by_NID(info, NID_id_smime_aa_signingCertificateV2, -1) >= 0 ||
           CMS_signed_get_attr_by_NID(info, NID_id_smime_aa_signingCertificate, -1) >= 0;
}

static void judge_signer(const struct signed_document *document, CMS_ContentInfo *cms,
                         struct signature_verdict *verdict)
{
    STACK_OF(CMS_SignerInfo) *infos = CMS_get0_SignerInfos(cms);
    CMS_SignerInfo *info = infos ? sk_CMS_SignerInfo_value(infos, 0) : NULL;
    X509 *certificate = NULL;
    if (info)
        CMS_SignerInfo_get0_algs(info, NULL, &certificate, NULL, NULL);
    if (!certificate)
        return;
    tell_certificate(certificate, verdict);
    PKCS7 *token = token_of(info);
    verdict->stamped = stamp_of(document, token, info);
    const time_t when = verdict->stamped > 0 ? verdict->stamped : verdict->claimed;
    const bool proven =
        signature_is_proven(document, cms, certificate, verdict->stamped > 0 ? token : NULL, when);
    verdict->level = !is_bound(info)         ? "CMS"
                     : verdict->stamped == 0 ? "B-B"
                     : proven                ? "B-LT"
                                             : "B-T";
    PKCS7_free(token);
    if (X509_cmp_time(X509_get0_notBefore(certificate), (time_t *)&when) > 0 ||
        X509_cmp_time(X509_get0_notAfter(certificate), (time_t *)&when) < 0)
        signature_blame(document, RULE_CHAIN,
                        "the certificate was not valid when it is said to have been signed");
    else if (document->roots)
        verdict->trusted = judge_chain(document, cms, certificate, when);
}

void signature_judge_cms(const struct signed_document *document,
                         const struct signature_value *value, struct signature_verdict *verdict)
{
    const unsigned char *der = value->der;
    g_autoptr(CMS_ContentInfo) cms = d2i_CMS_ContentInfo(NULL, &der, (long)value->length);
    if (!cms) {
        signature_blame(document, RULE_SIGNATURE, "what stands in the signature is no CMS");
        ERR_clear_error();
        return;
    }
    g_autoptr(BIO) bytes = signed_bytes(document, value);
    const bool same =
        CMS_verify(cms, NULL, NULL, bytes, NULL, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    if (!same)
        signature_blame(document, RULE_SIGNATURE, "it is not what was signed: %s", reason());
    ERR_clear_error();
    judge_signer(document, cms, verdict);
    ERR_clear_error();
}
