#include "own.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <string.h>

bool fail_openssl(GError **error, enum failure code, const char *what)
{
    const unsigned long last = ERR_peek_last_error();
    const char *reason = last ? ERR_reason_error_string(last) : NULL;
    fail(error, code, "%s%s%s", what, reason ? ": " : "", reason ? reason : "");
    ERR_clear_error();
    return false;
}

void signer_close(struct signer *signer)
{
    if (!signer)
        return;
    EVP_PKEY_free(signer->key);
    X509_free(signer->certificate);
    certificates_free(signer->chain);
    g_free(signer->name);
    OPENSSL_free(signer->serial);
    g_free(signer);
}

const char *signer_name(const struct signer *signer)
{
    return signer->name;
}

const char *signer_serial(const struct signer *signer)
{
    return signer->serial;
}

static char *common_name(X509 *certificate)
{
    X509_NAME *subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    unsigned char *text = NULL;
    if (at < 0 ||
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at))) < 0)
        return g_strdup("");
    char *name = g_strdup((const char *)text);
    OPENSSL_free(text);
    return name;
}

static void name_it(struct signer *signer)
{
    BIGNUM *serial = ASN1_INTEGER_to_BN(X509_get0_serialNumber(signer->certificate), NULL);
    signer->serial = BN_bn2hex(serial);
    signer->name = common_name(signer->certificate);
    BN_free(serial);
}

static bool add_chain(struct signer *signer, const char *path, GError **error)
{
    g_autoptr(BIO) file = BIO_new_file(path, "r");
    if (!file)
        return fail_openssl(error, FAILURE_INPUT, path);
    const int before = sk_X509_num(signer->chain);
    for (X509 *one; (one = PEM_read_bio_X509(file, NULL, NULL, NULL));) {
        if (X509_cmp(one, signer->certificate) == 0)
            X509_free(one);
        else
            sk_X509_push(signer->chain, one);
    }
    ERR_clear_error();
    return sk_X509_num(signer->chain) > before ||
           fail(error, FAILURE_DATA, "%s: no certificates beside that of the key", path);
}

/* What a paper signed so would be refused for, said before any is. */
static bool judge(const struct signer *signer, time_t now, GError **error)
{
    const int kind = EVP_PKEY_get_base_id(signer->key);
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return fail(error, FAILURE_DATA, "the key is neither RSA nor ECDSA");
    if (X509_check_private_key(signer->certificate, signer->key) != 1)
        return fail_openssl(error, FAILURE_DATA, "the key does not fit its certificate");
    if (X509_cmp_time(X509_get0_notBefore(signer->certificate), &now) > 0)
        return fail(error, FAILURE_DATA, "the certificate of %s is not valid yet", signer->name);
    if (X509_cmp_time(X509_get0_notAfter(signer->certificate), &now) < 0)
        return fail(error, FAILURE_DATA, "the certificate of %s has expired", signer->name);
    return true;
}

static bool open_key(struct signer *signer, const char *key, const char *pin, GError **error)
{
    if (g_str_has_prefix(key, "pkcs12:"))
        return key_of_file(signer, key + strlen("pkcs12:"), pin, error);
    if (g_str_has_prefix(key, "pkcs11:"))
        return key_of_token(signer, key, pin, error);
    return fail(error, FAILURE_USAGE, "a key is pkcs12:FILE or pkcs11:URI, not \"%s\"", key);
}

struct signer *signer_open(const char *key, const char *pin, const char *chain, time_t now,
                           GError **error)
{
    struct signer *signer = g_new0(struct signer, 1);
    signer->chain = sk_X509_new_null();
    bool open = open_key(signer, key, pin, error) && (!chain || add_chain(signer, chain, error));
    if (open) {
        name_it(signer);
        open = judge(signer, now, error);
    }
    if (open)
        return signer;
    signer_close(signer);
    return NULL;
}
