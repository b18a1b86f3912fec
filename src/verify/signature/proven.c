/* What a document holds to prove that certificates were good when they signed: the dictionary
 * /DSS (ETSI EN 319 142-1, 5.4.2). */
#include "signature.h"

typedef bool add_proof(void *to, const void *der, size_t length);

static void read_streams(const struct signed_document *document, qpdf_oh all, add_proof *add,
                         void *to)
{
    const int count =
        qpdf_oh_is_array(document->pdf, all) ? qpdf_oh_get_array_n_items(document->pdf, all) : 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh stream = qpdf_oh_get_array_item(document->pdf, all, i);
        unsigned char *der = NULL;
        size_t length = 0;
        if (qpdf_oh_is_stream(document->pdf, stream) &&
            !(qpdf_oh_get_stream_data(document->pdf, stream, qpdf_dl_all, NULL, &der, &length) &
              QPDF_ERRORS) &&
            der)
            add(to, der, length);
        free(der);
    }
}

static bool add_list(void *to, const void *der, size_t length)
{
    return revocations_add_list(to, der, length);
}

static bool add_answer(void *to, const void *der, size_t length)
{
    return revocations_add_answer(to, der, length);
}

static bool add_certificate(void *to, const void *der, size_t length)
{
    const unsigned char *at = der;
    X509 *certificate = d2i_X509(NULL, &at, (long)length);
    return certificate && sk_X509_push(to, certificate) > 0;
}

void signature_read_proofs(struct signed_document *document)
{
    qpdf_oh root = qpdf_get_root(document->pdf);
    qpdf_oh store = qpdf_oh_get_key_if_dict(document->pdf, root, "/DSS");
    document->revocations = revocations_create();
    document->kept = sk_X509_new_null();
    read_streams(document, qpdf_oh_get_key_if_dict(document->pdf, store, "/CRLs"), add_list,
                 document->revocations);
    read_streams(document, qpdf_oh_get_key_if_dict(document->pdf, store, "/OCSPs"), add_answer,
                 document->revocations);
    read_streams(document, qpdf_oh_get_key_if_dict(document->pdf, store, "/Certs"), add_certificate,
                 document->kept);
}

void signature_clear_proofs(struct signed_document *document)
{
    revocations_destroy(document->revocations);
    sk_X509_pop_free(document->kept, X509_free);
}

static void add_all(STACK_OF(X509) * to, const STACK_OF(X509) * from)
{
    for (int i = 0; i < sk_X509_num(from); i++)
        sk_X509_push(to, sk_X509_value(from, i));
}

static bool is_good(const struct signed_document *document, X509 *certificate,
                    STACK_OF(X509) * known, time_t when)
{
    X509 *bad = NULL;
    const enum revocation_verdict verdict =
        revocations_of_path(document->revocations, certificate, known, when, &bad);
    if (verdict == REVOCATION_REVOKED)
        signature_blame(document, RULE_CHAIN, "a certificate had been revoked when it was signed");
    return verdict == REVOCATION_GOOD;
}

bool signature_is_proven(const struct signed_document *document, CMS_ContentInfo *cms,
                         X509 *certificate, PKCS7 *stamp, time_t when)
{
    STACK_OF(X509) *known = sk_X509_dup(document->kept), *own = CMS_get1_certs(cms);
    STACK_OF(X509) *givers = stamp ? PKCS7_get0_signers(stamp, NULL, 0) : NULL;
    add_all(known, own);
    if (stamp)
        add_all(known, stamp->d.sign->cert);
    bool proven = is_good(document, certificate, known, when) && sk_X509_num(givers) > 0;
    for (int i = 0; proven && i < sk_X509_num(givers); i++)
        proven = is_good(document, sk_X509_value(givers, i), known, when);
    sk_X509_free(givers);
    sk_X509_free(known);
    sk_X509_pop_free(own, X509_free);
    return proven;
}
