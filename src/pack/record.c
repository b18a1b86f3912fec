/* The record of a file, or of an entry of an archive. */
#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"

#include <string.h>

char *record_title(const char *file, const char *entry)
{
    return g_strjoin("\t", file, entry, NULL);
}

guint record_hash(const void *record)
{
    const struct record *of = record;
    return g_str_hash(of->file) ^ (of->entry ? g_str_hash(of->entry) : 0);
}

gboolean record_equal(const void *left, const void *right)
{
    const struct record *a = left, *b = right;
    return strcmp(a->file, b->file) == 0 && g_strcmp0(a->entry, b->entry) == 0;
}

struct record *record_write(const char *folder, const char *file, const GByteArray *bytes,
                            struct arena *arena, GError **error)
{
    g_autofree char *path = g_build_filename(folder, file, NULL);
    if (!files_make_parents(path, error) || !files_write(path, bytes->data, bytes->len, error))
        return NULL;
    g_autofree char *digest = digest_bytes(bytes->data, bytes->len);
    struct record *record = ARENA_NEW(arena, struct record);
    *record = (struct record){.file = arena_strdup(arena, file),
                              .size = bytes->len,
                              .digest = arena_strdup(arena, digest)};
    return record;
}
