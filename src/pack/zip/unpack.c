#include "unpack.h"

#include "rapor/pack/pack.h"

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

GPtrArray *unpack_names(struct unpack *unpack)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const zip_int64_t count = zip_get_num_entries(unpack->zip, 0);
    for (zip_int64_t i = 0; i < count; i++)
        g_ptr_array_add(names, g_strdup(zip_get_name(unpack->zip, (zip_uint64_t)i, 0)));
    return names;
}

/* libzip takes what the archive says for local time. */
time_t unpack_date(struct unpack *unpack)
{
    zip_stat_t stat;
    struct tm local;
    if (zip_stat_index(unpack->zip, 0, 0, &stat) != 0 || !localtime_r(&stat.mtime, &local))
        return 0;
    return timegm(&local);
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

bool unpack_find(struct unpack *unpack, const char *name, struct packed *entry)
{
    zip_stat_t stat;
    if (zip_stat(unpack->zip, name, 0, &stat) != 0 || !describe(&stat, entry))
        return false;
    entry->from = unpack;
    entry->index = stat.index;
    return true;
}

GBytes *unpack_bytes(const struct packed *entry)
{
    zip_file_t *file = zip_fopen_index(entry->from->zip, entry->index, ZIP_FL_COMPRESSED);
    if (!file)
        return NULL;
    g_autofree void *bytes = g_try_malloc(MAX(entry->span, 1));
    const bool whole = bytes && zip_fread(file, bytes, entry->span) == (zip_int64_t)entry->span;
    zip_fclose(file);
    return whole ? g_bytes_new_take(g_steal_pointer(&bytes), entry->span) : NULL;
}

GBytes *unpack_span(struct unpack *unpack, const char *name, struct packed *entry)
{
    return unpack_find(unpack, name, entry) ? unpack_bytes(entry) : NULL;
}
