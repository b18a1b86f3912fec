/* Time stamps of an authority (RFC 3161), by HTTP or by a command that takes the query on
 * its standard input and gives the answer on its standard output. */
#include "own.h"

#include "rapor/base/language.h"

#include <gio/gio.h>
#include <openssl/err.h>
#include <openssl/http.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <string.h>

enum { SECONDS = 30, ANSWER_MOST = 1 << 20 };

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TS_REQ, TS_REQ_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TS_RESP, TS_RESP_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TS_VERIFY_CTX, TS_VERIFY_CTX_free)

/* The nonce sees to it that the answer is one to this query. */
static TS_REQ *query_of(const unsigned char digest[32])
{
    g_autoptr(TS_REQ) query = TS_REQ_new();
    TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR *sha256 = X509_ALGOR_new();
    ASN1_INTEGER *nonce = ASN1_INTEGER_new();
    uint64_t number = 0;
    RAND_bytes((unsigned char *)&number, sizeof number);
    X509_ALGOR_set0(sha256, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, NULL);
    ASN1_INTEGER_set_uint64(nonce, number);
    const bool made = TS_REQ_set_version(query, 1) && TS_MSG_IMPRINT_set_algo(imprint, sha256) &&
                      TS_MSG_IMPRINT_set_msg(imprint, (unsigned char *)digest, 32) &&
                      TS_REQ_set_msg_imprint(query, imprint) && TS_REQ_set_nonce(query, nonce) &&
                      TS_REQ_set_cert_req(query, 1);
    TS_MSG_IMPRINT_free(imprint);
    X509_ALGOR_free(sha256);
    ASN1_INTEGER_free(nonce);
    return made ? g_steal_pointer(&query) : NULL;
}

static GBytes *encoded(const TS_REQ *query)
{
    unsigned char *der = NULL;
    const int length = i2d_TS_REQ(query, &der);
    GBytes *bytes = g_bytes_new(der, (gsize)MAX(length, 0));
    OPENSSL_free(der);
    return bytes;
}

static TS_RESP *ask_server(const char *url, const TS_REQ *query, GError **error)
{
    char *server = NULL, *port = NULL, *path = NULL;
    int tls = 0;
    if (!OSSL_HTTP_parse_url(url, &tls, NULL, &server, &port, NULL, &path, NULL, NULL) || tls) {
        fail(error, FAILURE_USAGE,
             "%s: authorities are asked by http://; for others name a command", url);
        return NULL;
    }
    g_autoptr(GBytes) input = encoded(query);
    g_autoptr(BIO) body =
        BIO_new_mem_buf(g_bytes_get_data(input, NULL), (int)g_bytes_get_size(input));
    BIO *answer = OSSL_HTTP_transfer(NULL, server, port, path, tls, NULL, NULL, NULL, NULL, NULL,
                                     NULL, 0, NULL, "application/timestamp-query", body,
                                     "application/timestamp-reply", 1, ANSWER_MOST, SECONDS, 0);
    TS_RESP *response = answer ? d2i_TS_RESP_bio(answer, NULL) : NULL;
    if (!response) {
        g_autofree char *what = g_strdup_printf(_("%s: no time stamp came"), url);
        fail_openssl(error, FAILURE_UNAVAILABLE, what);
    }
    BIO_free_all(answer);
    OPENSSL_free(server);
    OPENSSL_free(port);
    OPENSSL_free(path);
    return response;
}

static TS_RESP *ask_command(const char *command, const TS_REQ *query, GError **error)
{
    g_autoptr(GBytes) input = encoded(query), output = NULL;
    g_autoptr(GError) reason = NULL;
    g_autoptr(GSubprocess) process =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &reason,
                         "/bin/sh", "-c", command, NULL);
    if (!process || !g_subprocess_communicate(process, input, NULL, &output, NULL, &reason)) {
        fail(error, FAILURE_UNAVAILABLE, "%s: %s", command, reason->message);
        return NULL;
    }
    gsize count;
    const unsigned char *bytes = g_bytes_get_data(output, &count);
    TS_RESP *response =
        g_subprocess_get_successful(process) ? d2i_TS_RESP(NULL, &bytes, (long)count) : NULL;
    if (!response)
        fail(error, FAILURE_UNAVAILABLE, "%s: gave no time stamp", command);
    return response;
}

/* That it is granted, of this digest and this query; who signed it is judged by verify. */
static bool answers(TS_RESP *response, TS_REQ *query)
{
    TS_VERIFY_CTX *checks = TS_REQ_to_TS_VERIFY_CTX(query, NULL);
    if (!checks)
        return false;
    TS_VERIFY_CTX_set_flags(checks, TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
    const bool same = TS_RESP_verify_response(checks, response) == 1;
    TS_VERIFY_CTX_free(checks);
    return same;
}

GBytes *stamp_get(const char *authority, const unsigned char digest[32], GError **error)
{
    g_autoptr(TS_REQ) query = query_of(digest);
    const bool server = strstr(authority, "://") != NULL;
    g_autoptr(TS_RESP) response =
        server ? ask_server(authority, query, error) : ask_command(authority, query, error);
    if (!response)
        return NULL;
    if (!answers(response, query)) {
        g_autofree char *what =
            g_strdup_printf(_("%s: not a stamp of what was asked for"), authority);
        fail_openssl(error, FAILURE_UNAVAILABLE, what);
        return NULL;
    }
    unsigned char *der = NULL;
    const int length = i2d_PKCS7(TS_RESP_get_token(response), &der);
    GBytes *stamp = g_bytes_new(der, (gsize)MAX(length, 0));
    OPENSSL_free(der);
    return stamp;
}
