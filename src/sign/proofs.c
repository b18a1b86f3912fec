#include "rapor/sign/proofs.h"

#include "own.h"
#include "update.h"

#include "rapor/pack/files.h"
#include "rapor/verify/revocations.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <string.h>

struct proofs {
    struct revocations *revocations;
    GPtrArray *lists, *answers, *certificates; /* GBytes: DER */
    Certificates *known;                       /* the same certificates */
};

static GPtrArray *bytes_array(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
}

static bool add_list(struct proofs *proofs, const void *der, size_t length)
{
    if (!revocations_add_list(proofs->revocations, der, length))
        return false;
    g_ptr_array_add(proofs->lists, g_bytes_new(der, length));
    return true;
}

static bool add_certificate(struct proofs *proofs, const unsigned char *der, size_t length)
{
    const unsigned char *at = der;
    X509 *certificate = d2i_X509(NULL, &at, (long)length);
    if (!certificate)
        return false;
    sk_X509_push(proofs->known, certificate);
    g_ptr_array_add(proofs->certificates, g_bytes_new(der, length));
    return true;
}

/* All blocks of a file of PEM; returns how many were taken. */
static size_t add_blocks(struct proofs *proofs, const char *text, size_t length)
{
    g_autoptr(BIO) file = BIO_new_mem_buf(text, (int)length);
    char *name, *header;
    unsigned char *der;
    long size;
    size_t taken = 0;
    while (PEM_read_bio(file, &name, &header, &der, &size) == 1) {
        if (strcmp(name, PEM_STRING_X509_CRL) == 0)
            taken += add_list(proofs, der, (size_t)size);
        else if (strcmp(name, PEM_STRING_X509) == 0)
            taken += add_certificate(proofs, der, (size_t)size);
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(der);
    }
    ERR_clear_error();
    return taken;
}

static bool read_list(struct proofs *proofs, const char *path, GError **error)
{
    g_autoptr(GByteArray) read = files_read(path, error);
    if (!read)
        return false;
    const char *bytes = (const char *)read->data;
    return add_list(proofs, bytes, read->len) || add_blocks(proofs, bytes, read->len) > 0 ||
           fail(error, FAILURE_DATA, "%s: not a list of revoked certificates (CRL)", path);
}

static bool read_answer(struct proofs *proofs, const char *path, GError **error)
{
    g_autoptr(GByteArray) read = files_read(path, error);
    if (!read)
        return false;
    if (!revocations_add_answer(proofs->revocations, read->data, read->len))
        return fail(error, FAILURE_DATA, "%s: not an OCSP answer in DER", path);
    g_ptr_array_add(proofs->answers, g_bytes_new(read->data, read->len));
    return true;
}

struct proofs *proofs_read(char *const *lists, char *const *answers, GError **error)
{
    struct proofs *proofs = g_new(struct proofs, 1);
    *proofs = (struct proofs){revocations_create(), bytes_array(), bytes_array(), bytes_array(),
                              sk_X509_new_null()};
    bool read = true;
    for (; read && lists && *lists; lists++)
        read = read_list(proofs, *lists, error);
    for (; read && answers && *answers; answers++)
        read = read_answer(proofs, *answers, error);
    if (read)
        return proofs;
    proofs_free(proofs);
    return NULL;
}

void proofs_free(struct proofs *proofs)
{
    if (!proofs)
        return;
    revocations_destroy(proofs->revocations);
    g_ptr_array_unref(proofs->lists);
    g_ptr_array_unref(proofs->answers);
    g_ptr_array_unref(proofs->certificates);
    certificates_free(proofs->known);
    g_free(proofs);
}

bool proofs_cover(const struct proofs *proofs, X509 *certificate, const Certificates *beside,
                  time_t when, GError **error)
{
    Certificates *known = sk_X509_dup(proofs->known);
    X509 *bad = certificate;
    for (int i = 0; i < sk_X509_num(beside); i++)
        sk_X509_push(known, sk_X509_value(beside, i));
    const enum revocation_verdict verdict =
        revocations_of_path(proofs->revocations, certificate, known, when, &bad);
    sk_X509_free(known);
    if (verdict == REVOCATION_GOOD)
        return true;
    g_autofree char *name = certificate_name(bad);
    return verdict == REVOCATION_REVOKED
               ? fail(error, FAILURE_DATA, "the certificate of %s has been revoked", name)
               : fail(error, FAILURE_DATA,
                      "nothing among --crl and --ocsp says that the certificate of %s is good",
                      name);
}

static void add_streams(struct update *update, const char *key, const GPtrArray *all, GString *dict)
{
    if (all->len == 0)
        return;
    g_string_append_printf(dict, "%s[", key);
    for (guint i = 0; i < all->len; i++) {
        gsize length;
        const void *der = g_bytes_get_data(all->pdata[i], &length);
        const unsigned object = update_number(update);
        update_stream(update, object, der, length);
        g_string_append_printf(dict, "%s%u 0 R", i > 0 ? " " : "", object);
    }
    g_string_append_c(dict, ']');
}

GByteArray *proofs_append(const struct proofs *proofs, const GByteArray *paper, GError **error)
{
    struct update update;
    if (!update_begin(&update, paper->data, paper->len, error))
        return NULL;
    g_autoptr(GString) dict = g_string_new("/DSS<<");
    qpdf_oh root = qpdf_get_root(update.pdf);
    add_streams(&update, "/Certs", proofs->certificates, dict);
    add_streams(&update, "/CRLs", proofs->lists, dict);
    add_streams(&update, "/OCSPs", proofs->answers, dict);
    g_string_append(dict, ">>");
    qpdf_oh_remove_key(update.pdf, root, "/DSS");
    update_object(&update, (unsigned)qpdf_oh_get_object_id(update.pdf, root), root, dict->str);
    update_end(&update);
    GByteArray *out = g_steal_pointer(&update.out);
    update_clear(&update);
    return out;
}
