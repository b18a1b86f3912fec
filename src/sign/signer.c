#include "own.h"

#include "rapor/base/language.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <string.h>

bool fail_openssl(GError **error, enum failure code, const char *what)
{
    const unsigned long last = ERR_peek_last_error();
    const char *reason = last ? ERR_reason_error_string(last) : NULL;
    fail(error, code, "%s%s%s", _(what), reason ? ": " : "", reason ? reason : "");
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

/* Names are the same whatever their case and spaces, and the titles behind a comma. */
static bool is_same_name(const char *a, const char *b)
{
    g_auto(GStrv) left = g_strsplit(a, ",", 2), right = g_strsplit(b, ",", 2);
    g_autofree char *first = g_utf8_casefold(left[0] ? g_strstrip(left[0]) : "", -1);
    g_autofree char *second = g_utf8_casefold(right[0] ? g_strstrip(right[0]) : "", -1);
    return strcmp(first, second) == 0;
}

/* Numbers are the same with colons, spaces and leading zeros, and without. */
static bool is_same_number(const char *text, const char *serial)
{
    g_autoptr(GString) digits = g_string_new(NULL);
    for (; *text; text++)
        if (*text != ':' && *text != ' ' && (digits->len > 0 || *text != '0'))
            g_string_append_c(digits, *text);
    return g_ascii_strcasecmp(digits->str, serial + strspn(serial, "0")) == 0;
}

bool signer_card_is(const struct signer_card *card, const char *name, const char *certificate)
{
    if (certificate)
        return is_same_number(certificate, card->serial) || is_same_name(certificate, card->name);
    return name && is_same_name(name, card->name);
}

char *certificate_name(X509 *certificate)
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
    signer->name = certificate_name(signer->certificate);
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

static bool names_organisation(X509 *certificate)
{
    return X509_NAME_get_index_by_NID(X509_get_subject_name(certificate), NID_organizationName,
                                      -1) >= 0;
}

/* What a paper signed so would be refused for, said before any is. */
static bool judge(const struct signer *signer, const struct signing_terms *terms, GError **error)
{
    time_t now = terms->time;
    const int kind = EVP_PKEY_get_base_id(signer->key);
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return fail(error, FAILURE_DATA, "the key is neither RSA nor ECDSA");
    if (X509_check_private_key(signer->certificate, signer->key) != 1)
        return fail_openssl(error, FAILURE_DATA, "the key does not fit its certificate");
    if (X509_cmp_time(X509_get0_notBefore(signer->certificate), &now) > 0)
        return fail(error, FAILURE_DATA, "the certificate of %s is not valid yet", signer->name);
    if (X509_cmp_time(X509_get0_notAfter(signer->certificate), &now) < 0)
        return fail(error, FAILURE_DATA, "the certificate of %s has expired", signer->name);
    if (terms->seal && !names_organisation(signer->certificate))
        return fail(error, FAILURE_DATA,
                    "the certificate of %s names no organisation: it cannot seal", signer->name);
    return !terms->proofs ||
           proofs_cover(terms->proofs, signer->certificate, signer->chain, now, error);
}

static bool open_key(struct signer *signer, const char *key, const char *pin, GError **error)
{
    if (g_str_has_prefix(key, "pkcs12:"))
        return key_of_file(signer, key + strlen("pkcs12:"), pin, error);
    if (g_str_has_prefix(key, "pkcs11:"))
        return key_of_token(signer, key, pin, error);
    return fail(error, FAILURE_USAGE, "a key is pkcs12:FILE or pkcs11:URI, not \"%s\"", key);
}

struct signer *signer_open(const char *key, const char *pin, const char *chain,
                           const struct signing_terms *terms, GError **error)
{
    struct signer *signer = g_new0(struct signer, 1);
    signer->chain = sk_X509_new_null();
    bool open = open_key(signer, key, pin, error) && (!chain || add_chain(signer, chain, error));
    if (open) {
        name_it(signer);
        open = judge(signer, terms, error);
    }
    if (open)
        return signer;
    signer_close(signer);
    return NULL;
}
