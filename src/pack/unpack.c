#include "rapor/pack/unpack.h"

#include "rapor/pack/pack.h"

#include <zip.h>

struct unpack {
    zip_t *zip;
};

struct unpack *unpack_open(const char *path)
{
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    if (!zip)
        return NULL;
    struct unpack *unpack = g_new(struct unpack, 1);
    unpack->zip = zip;
    return unpack;
}

void unpack_close(struct unpack *unpack)
{
    if (!unpack)
        return;
    zip_discard(unpack->zip);
    g_free(unpack);
}

static bool describe(const zip_stat_t *stat, struct packed *entry)
{
    const zip_uint64_t needed =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    entry->size = stat->size;
    entry->span = stat->comp_size;
    entry->crc = stat->crc;
    entry->deflated = stat->comp_method == ZIP_CM_DEFLATE;
    return (stat->valid & needed) == needed &&
           (entry->deflated || stat->comp_method == ZIP_CM_STORE);
}

GBytes *unpack_span(struct unpack *unpack, const char *name, struct packed *entry)
{
    zip_stat_t stat;
    if (zip_stat(unpack->zip, name, 0, &stat) != 0 || !describe(&stat, entry))
        return NULL;
    zip_file_t *file = zip_fopen_index(unpack->zip, stat.index, ZIP_FL_COMPRESSED);
    if (!file)
        return NULL;
    g_autofree void *bytes = g_try_malloc(MAX(entry->span, 1));
    const bool whole = bytes && zip_fread(file, bytes, entry->span) == (zip_int64_t)entry->span;
    zip_fclose(file);
    return whole ? g_bytes_new_take(g_steal_pointer(&bytes), entry->span) : NULL;
}
