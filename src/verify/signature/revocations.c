#include "rapor/verify/revocations.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <string.h>

enum { PATH_MOST = 8 }; /* certificates */

struct revocations {
    GPtrArray *lists;   /* X509_CRL */
    GPtrArray *answers; /* OCSP_BASICRESP */
};

static void free_list(gpointer list)
{
    X509_CRL_free(list);
}

static void free_answer(gpointer answer)
{
    OCSP_BASICRESP_free(answer);
}

struct revocations *revocations_create(void)
{
    struct revocations *revocations = g_new(struct revocations, 1);
    revocations->lists = g_ptr_array_new_with_free_func(free_list);
    revocations->answers = g_ptr_array_new_with_free_func(free_answer);
    return revocations;
}

void revocations_destroy(struct revocations *revocations)
{
    if (!revocations)
        return;
    g_ptr_array_unref(revocations->lists);
    g_ptr_array_unref(revocations->answers);
    g_free(revocations);
}

bool revocations_add_list(struct revocations *revocations, const void *der, size_t length)
{
    const unsigned char *at = der;
    X509_CRL *list = d2i_X509_CRL(NULL, &at, (long)length);
    ERR_clear_error();
    if (list)
        g_ptr_array_add(revocations->lists, list);
    return list != NULL;
}

bool revocations_add_answer(struct revocations *revocations, const void *der, size_t length)
{
    const unsigned char *at = der;
    OCSP_RESPONSE *response = d2i_OCSP_RESPONSE(NULL, &at, (long)length);
    OCSP_BASICRESP *answer = response ? OCSP_response_get1_basic(response) : NULL;
    OCSP_RESPONSE_free(response);
    ERR_clear_error();
    if (answer)
        g_ptr_array_add(revocations->answers, answer);
    return answer != NULL;
}

static X509 *issuer_of(X509 *certificate, STACK_OF(X509) * known)
{
    for (int i = 0; i < sk_X509_num(known); i++)
        if (X509_check_issued(sk_X509_value(known, i), certificate) == X509_V_OK)
            return sk_X509_value(known, i);
    return NULL;
}

static bool is_before(const ASN1_TIME *time, time_t when)
{
    return time && X509_cmp_time(time, &when) < 0;
}

static enum revocation_verdict by_list(X509_CRL *list, X509 *certificate, X509 *issuer, time_t when)
{
    X509_REVOKED *entry = NULL;
    if (X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_issuer_name(certificate)) != 0 ||
        is_before(X509_CRL_get0_nextUpdate(list), when) ||
        (issuer && X509_CRL_verify(list, X509_get0_pubkey(issuer)) != 1))
        return REVOCATION_MISSING;
    const bool listed = X509_CRL_get0_by_cert(list, &entry, certificate) == 1;
    return listed && is_before(X509_REVOKED_get0_revocationDate(entry), when) ? REVOCATION_REVOKED
                                                                              : REVOCATION_GOOD;
}

/* An answer names a certificate by its number and the digest of its issuer's name. */
static bool is_about(const OCSP_SINGLERESP *single, X509 *certificate)
{
    ASN1_OCTET_STRING *said;
    ASN1_OBJECT *algorithm;
    ASN1_INTEGER *serial;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    OCSP_id_get0_info(&said, &algorithm, NULL, &serial,
                      (OCSP_CERTID *)OCSP_SINGLERESP_get0_id(single));
    const EVP_MD *md = EVP_get_digestbyobj(algorithm);
    return md && ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(certificate)) == 0 &&
           X509_NAME_digest(X509_get_issuer_name(certificate), md, digest, &length) == 1 &&
           ASN1_STRING_length(said) == (int)length &&
           memcmp(ASN1_STRING_get0_data(said), digest, length) == 0;
}

static bool is_signed_for(OCSP_BASICRESP *answer, X509 *issuer, time_t when)
{
    if (!issuer)
        return true;
    X509_STORE *store = X509_STORE_new();
    STACK_OF(X509) *known = sk_X509_new_null();
    X509_STORE_add_cert(store, issuer);
    X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), when);
    sk_X509_push(known, issuer);
    const bool good = OCSP_basic_verify(answer, known, store, 0) == 1;
    sk_X509_free(known);
    X509_STORE_free(store);
    ERR_clear_error();
    return good;
}

static enum revocation_verdict by_answer(OCSP_BASICRESP *answer, X509 *certificate, X509 *issuer,
                                         time_t when)
{
    for (int i = 0; i < OCSP_resp_count(answer); i++) {
        OCSP_SINGLERESP *single = OCSP_resp_get0(answer, i);
        ASN1_GENERALIZEDTIME *revoked = NULL, *next = NULL;
        int reason;
        if (!is_about(single, certificate))
            continue;
        const int status = OCSP_single_get0_status(single, &reason, &revoked, NULL, &next);
        if (is_before(next, when) || !is_signed_for(answer, issuer, when))
            continue;
        if (status == V_OCSP_CERTSTATUS_REVOKED && is_before(revoked, when))
            return REVOCATION_REVOKED;
        if (status != V_OCSP_CERTSTATUS_UNKNOWN)
            return REVOCATION_GOOD;
    }
    return REVOCATION_MISSING;
}

static enum revocation_verdict judge(const struct revocations *revocations, X509 *certificate,
                                     STACK_OF(X509) * known, time_t when)
{
    X509 *issuer = issuer_of(certificate, known);
    enum revocation_verdict found = REVOCATION_MISSING;
    for (guint i = 0; i < revocations->lists->len; i++)
        found = MAX(found, by_list(revocations->lists->pdata[i], certificate, issuer, when));
    for (guint i = 0; i < revocations->answers->len; i++)
        found = MAX(found, by_answer(revocations->answers->pdata[i], certificate, issuer, when));
    ERR_clear_error();
    return found;
}

enum revocation_verdict revocations_of_path(const struct revocations *revocations,
                                            X509 *certificate, STACK_OF(X509) * known, time_t when,
                                            X509 **bad)
{
    for (int i = 0; certificate && i < PATH_MOST; i++) {
        if (X509_check_issued(certificate, certificate) == X509_V_OK)
            break; /* a root vouches for itself */
        const enum revocation_verdict verdict = judge(revocations, certificate, known, when);
        *bad = certificate;
        if (verdict != REVOCATION_GOOD)
            return verdict;
        certificate = issuer_of(certificate, known);
    }
    return REVOCATION_GOOD;
}
