#include "rapor/digest.h"

#include "rapor/failure.h"

#include <errno.h>
#include <openssl/evp.h>
#include <stdbool.h>
#include <stdio.h>

struct digest {
    EVP_MD_CTX *context;
};

struct digest *digest_create(void)
{
    struct digest *digest = g_new0(struct digest, 1);
    digest->context = EVP_MD_CTX_new();
    if (!digest->context || !EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL))
        g_error("SHA-256 is not to be had from the library of OpenSSL");
    return digest;
}

void digest_destroy(struct digest *digest)
{
    if (!digest)
        return;
    EVP_MD_CTX_free(digest->context);
    g_free(digest);
}

void digest_add(struct digest *digest, const void *bytes, size_t count)
{
    EVP_DigestUpdate(digest->context, bytes, count);
}

char *digest_end(struct digest *digest)
{
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned count = 0;
    EVP_DigestFinal_ex(digest->context, sum, &count);
    static const char digits[] = "0123456789abcdef";
    char *text = g_new0(char, (gsize)count * 2 + 1);
    for (size_t i = 0; i < count; i++) {
        text[2 * i] = digits[sum[i] >> 4];
        text[2 * i + 1] = digits[sum[i] & 15];
    }
    return text;
}

char *digest_bytes(const void *bytes, size_t count)
{
    struct digest *digest = digest_create();
    digest_add(digest, bytes, count);
    char *text = digest_end(digest);
    digest_destroy(digest);
    return text;
}

/* False with errno where reading failed. */
static bool read_all(FILE *file, struct digest *digest, uint64_t *size)
{
    unsigned char part[65536];
    for (size_t count = 1; count > 0; *size += count) {
        count = fread(part, 1, sizeof part, file);
        digest_add(digest, part, count);
    }
    return !ferror(file);
}

char *digest_file(const char *path, uint64_t *size, GError **error)
{
    FILE *file = fopen(path, "rbe");
    if (!file) {
        fail(error, errno == EACCES ? FAILURE_PERMISSION : FAILURE_INPUT, "%s: %s", path,
             g_strerror(errno));
        return NULL;
    }
    struct digest *digest = digest_create();
    uint64_t total = 0;
    char *text = NULL;
    if (read_all(file, digest, &total))
        text = digest_end(digest);
    else
        fail(error, FAILURE_IO, "%s: %s", path, g_strerror(errno));
    digest_destroy(digest);
    fclose(file);
    if (size)
        *size = total;
    return text;
}
