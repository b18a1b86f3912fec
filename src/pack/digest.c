#include "rapor/digest.h"

#include "rapor/failure.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>

char *digest_bytes(const void *bytes, size_t count)
{
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, count);
}

char *digest_file(const char *path, uint64_t *size, GError **error)
{
    FILE *file = fopen(path, "rbe");
    if (!file) {
        fail(error, errno == EACCES ? FAILURE_PERMISSION : FAILURE_INPUT, "%s: %s", path,
             g_strerror(errno));
        return NULL;
    }
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    unsigned char part[65536];
    uint64_t total = 0;
    for (size_t count = 1; count > 0; total += count) {
        count = fread(part, 1, sizeof part, file);
        g_checksum_update(sum, part, (gssize)count);
    }
    bool read = !ferror(file);
    int number = errno;
    fclose(file);
    if (!read) {
        fail(error, FAILURE_IO, "%s: %s", path, g_strerror(number));
        return NULL;
    }
    if (size)
        *size = total;
    return g_strdup(g_checksum_get_string(sum));
}
