#include "unpack.h"

#include "rapor/pack/pack.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

struct unpack *unpack_open(const char *path)
{
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    const int file = zip ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) {
        zip_discard(zip);
        return NULL;
    }
    struct unpack *unpack = g_new0(struct unpack, 1);
    unpack->zip = zip;
    unpack->file = file;
    return unpack;
}

void unpack_close(struct unpack *unpack)
{
    if (!unpack)
        return;
    zip_discard(unpack->zip);
    close(unpack->file);
    g_free(unpack->places);
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

/* Where the bytes of an entry begin whose head stands at AT (APPNOTE.TXT, 4.3.7); 0 where there is
 * none. */
static uint64_t behind_head(int file, uint64_t at)
{
    enum { HEAD = 30, NAME = 26, MORE = 28 };
    uint16_t name, more;
    char head[HEAD];
    if (pread(file, head, HEAD, (off_t)at) != HEAD || memcmp(head, "PK\3\4", 4) != 0)
        return 0;
    memcpy(&name, head + NAME, sizeof name);
    memcpy(&more, head + MORE, sizeof more);
    return at + HEAD + GUINT16_FROM_LE(name) + GUINT16_FROM_LE(more);
}

/* libzip does not tell where they are; as packs write them, one follows the other. */
static void find_places(struct unpack *unpack)
{
    zip_stat_t stat;
    uint64_t at = 0;
    const zip_int64_t count = zip_get_num_entries(unpack->zip, 0);
    unpack->places = g_new0(uint64_t, (gsize)MAX(count, 1));
    for (zip_int64_t i = 0; i < count; i++) {
        const zip_uint64_t number = (zip_uint64_t)i;
        const uint64_t place = behind_head(unpack->file, at);
        if (place == 0 || zip_stat_index(unpack->zip, number, 0, &stat) != 0)
            return;
        unpack->places[i] = place;
        at = place + stat.comp_size;
    }
}

bool unpack_find(struct unpack *unpack, const char *name, struct packed *entry)
{
    zip_stat_t stat;
    if (zip_stat(unpack->zip, name, 0, &stat) != 0 || !describe(&stat, entry))
        return false;
    if (!unpack->places)
        find_places(unpack);
    entry->from = unpack;
    entry->offset = unpack->places[stat.index];
    return entry->offset > 0;
}

static GBytes *read_bytes(struct unpack *unpack, const zip_stat_t *stat)
{
    zip_file_t *file = zip_fopen_index(unpack->zip, stat->index, ZIP_FL_COMPRESSED);
    if (!file)
        return NULL;
    g_autofree void *bytes = g_try_malloc(MAX(stat->comp_size, 1));
    const bool whole =
        bytes && zip_fread(file, bytes, stat->comp_size) == (zip_int64_t)stat->comp_size;
    zip_fclose(file);
    return whole ? g_bytes_new_take(g_steal_pointer(&bytes), stat->comp_size) : NULL;
}

GBytes *unpack_span(struct unpack *unpack, const char *name, struct packed *entry)
{
    zip_stat_t stat;
    return zip_stat(unpack->zip, name, 0, &stat) == 0 && describe(&stat, entry)
               ? read_bytes(unpack, &stat)
               : NULL;
}
