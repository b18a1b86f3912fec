/* Keys of files and of tokens. */
#define OPENSSL_SUPPRESS_DEPRECATED /* engines: tokens have no provider in Debian 12 */
#include "own.h"

#include "rapor/base/language.h"

#include <errno.h>
#include <openssl/engine.h>
#include <openssl/pkcs12.h>
#include <stdio.h>
#include <string.h>

static bool open_file(PKCS12 *file, const char *path, const char *pin, struct signer *signer,
                      GError **error)
{
    Certificates *others = NULL;
    if (!PKCS12_parse(file, pin, &signer->key, &signer->certificate, &others)) {
        g_autofree char *what = g_strdup_printf(_("%s: the passphrase does not open it"), path);
        return fail_openssl(error, FAILURE_PERMISSION, what);
    }
    if (others) {
        certificates_free(signer->chain);
        signer->chain = others;
    }
    return (signer->key && signer->certificate) ||
           fail(error, FAILURE_DATA, "%s: holds no key with a certificate", path);
}

bool key_of_file(struct signer *signer, const char *path, const char *pin, GError **error)
{
    FILE *stream = fopen(path, "rbe");
    if (!stream)
        return fail(error, FAILURE_INPUT, "%s: %s", path, g_strerror(errno));
    PKCS12 *file = d2i_PKCS12_fp(stream, NULL);
    fclose(stream);
    if (!file) {
        g_autofree char *what = g_strdup_printf("%s: not a PKCS#12 file", path);
        return fail_openssl(error, FAILURE_DATA, what);
    }
    const bool open = open_file(file, path, pin, signer, error);
    PKCS12_free(file);
    return open;
}

static ENGINE *open_engine(const char *pin, GError **error)
{
    ENGINE_load_builtin_engines();
    ENGINE *engine = ENGINE_by_id("pkcs11");
    if (!engine || !ENGINE_init(engine)) {
        ENGINE_free(engine);
        fail_openssl(error, FAILURE_UNAVAILABLE,
                     "tokens cannot be opened; on Debian: apt install libengine-pkcs11-openssl");
        return NULL;
    }
    ENGINE_ctrl_cmd_string(engine, "QUIET", NULL, 0);
    if (pin)
        ENGINE_ctrl_cmd_string(engine, "PIN", pin, 0);
    return engine;
}

/* The engine is kept until the end: the key is its own. */
bool key_of_token(struct signer *signer, const char *uri, const char *pin, GError **error)
{
    ENGINE *engine = open_engine(pin, error);
    if (!engine)
        return false;
    struct {
        const char *uri;
        X509 *certificate;
    } wanted = {uri, NULL};
    signer->key = ENGINE_load_private_key(engine, uri, NULL, NULL);
    if (!signer->key)
        return fail_openssl(error, FAILURE_PERMISSION,
                            "the token does not open: a wrong PIN (tried once, not again), "
                            "or no such key");
    ENGINE_ctrl_cmd(engine, "LOAD_CERT_CTRL", 0, &wanted, NULL, 1);
    signer->certificate = wanted.certificate;
    return signer->certificate ||
           fail_openssl(error, FAILURE_DATA, "the token holds no certificate for the key");
}
