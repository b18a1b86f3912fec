/* The functions of before OpenSSL 3 are the same SHA-256; those of EVP read settings and
 * search for providers first, which takes longer than to hash a megabyte. */
#define OPENSSL_API_COMPAT 10100

#include "rapor/base/digest.h"
#include "rapor/base/disk.h"

#include "rapor/base/failure.h"

#include <errno.h>
#include <openssl/sha.h>
#include <stdbool.h>
#include <stdio.h>

struct digest {
    SHA256_CTX context;
};

struct digest *digest_create(void)
{
    struct digest *digest = g_new(struct digest, 1);
    SHA256_Init(&digest->context);
    return digest;
}

void digest_destroy(struct digest *digest)
{
    g_free(digest);
}

void digest_add(struct digest *digest, const void *bytes, size_t count)
{
    SHA256_Update(&digest->context, bytes, count);
}

char *digest_end(struct digest *digest)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char sum[SHA256_DIGEST_LENGTH];
    SHA256_Final(sum, &digest->context);
    char *text = g_new(char, 2 * sizeof sum + 1);
    for (size_t i = 0; i < sizeof sum; i++) {
        text[2 * i] = digits[sum[i] >> 4];
        text[2 * i + 1] = digits[sum[i] & 15];
    }
    text[2 * sizeof sum] = '\0';
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
        disk_fail(error, errno, path, FAILURE_INPUT);
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
