#include "rapor/pack/pack.h"

#include "name.h"
#include "zip/spool.h"
#include "zip/unpack.h"
#include "zip/zipfile.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct pack {
    char *path, *draft; /* under that name first, so that PATH is never half an archive */
    time_t date;
    bool loose, opened;
    GArray *entries;       /* of struct packed */
    GHashTable *names;     /* of the entries, and of all folders they are in */
    struct spool *spool;   /* NULL until there is an entry, and where files are loose */
    FILE *file;            /* the loose one that comes in pieces ... */
    struct digest *digest; /* ... and the digest of what comes so */
    GError *error;         /* the first; kept until the pack ends */
};

static void clear_packed(gpointer data)
{
    struct packed *packed = data;
    g_free(packed->name);
    g_free(packed->digest);
}

struct pack *pack_create(const char *path, time_t date, bool loose)
{
    struct pack *pack = g_new0(struct pack, 1);
    pack->path = g_strdup(path);
    pack->draft = g_strconcat(path, ".draft", NULL);
    pack->date = date;
    pack->loose = loose;
    pack->entries = g_array_new(FALSE, FALSE, sizeof(struct packed));
    g_array_set_clear_func(pack->entries, clear_packed);
    pack->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return pack;
}

struct pack *pack_create_on(int file)
{
    struct pack *pack = pack_create("parts", 0, false);
    g_clear_pointer(&pack->draft, g_free);
    const int twin = fcntl(file, F_DUPFD_CLOEXEC, 0);
    if (twin < 0)
        files_fail(&pack->error, errno, pack->path);
    else
        pack->spool = spool_create(twin);
    return pack;
}

static void destroy(struct pack *pack)
{
    g_free(pack->path);
    g_free(pack->draft);
    g_array_unref(pack->entries);
    g_hash_table_destroy(pack->names);
    spool_destroy(pack->spool);
    digest_destroy(pack->digest);
    g_clear_error(&pack->error);
    g_free(pack);
}

void pack_discard(struct pack *pack)
{
    if (!pack)
        return;
    if (pack->file)
        fclose(pack->file);
    if (pack->opened)
        files_remove_tree(pack->draft);
    destroy(pack);
}

/* Its name is free again for the archive, and nothing is left of it whatever happens. */
static bool open_spool(struct pack *pack, GError **error)
{
    const int file = open(pack->draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return files_fail(error, errno, pack->draft);
    const int number = unlink(pack->draft) == 0 ? 0 : errno;
    pack->spool = spool_create(file);
    return number == 0 || files_fail(error, number, pack->draft);
}

/* Makes the draft before its first entry. */
static bool open_draft(struct pack *pack, GError **error)
{
    if (pack->opened || !pack->draft)
        return true;
    pack->opened = true;
    if (!files_make_parents(pack->draft, error))
        return false;
    files_remove_tree(pack->draft); /* of a run that was killed */
    return pack->loose || open_spool(pack, error);
}

/* Lists an entry of which size and digest are not known yet; false where there is no
 * use in adding it. */
static bool begin(struct pack *pack, const char *name)
{
    assert(name_is_safe(name));
    const bool claimed = name_claim(pack->names, name);
    if (!claimed && !pack->error)
        fail(&pack->error, FAILURE_DATA, "%s: two entries would have the name %s", pack->path,
             name);
    const bool good = !pack->error && open_draft(pack, &pack->error);
    const struct packed packed = {.name = g_strdup(name)};
    g_array_append_val(pack->entries, packed);
    return good;
}

static char *file_of(const struct pack *pack, const char *name)
{
    return g_build_filename(pack->draft, name, NULL);
}

static void add_file(struct pack *pack, const char *name, const GByteArray *bytes)
{
    g_autofree char *file = file_of(pack, name);
    if (files_make_parents(file, &pack->error))
        files_write(file, bytes->data, bytes->len, &pack->error);
}

static struct packed *last_entry(const struct pack *pack)
{
    return &g_array_index(pack->entries, struct packed, pack->entries->len - 1);
}

/* Something was written to the spool, or errno says why not. */
static void check(struct pack *pack, bool written)
{
    if (!written && !pack->error)
        files_fail(&pack->error, errno, pack->path);
}

void pack_add(struct pack *pack, const char *name, const GByteArray *bytes, const char *digest)
{
    const bool good = begin(pack, name);
    struct packed *entry = last_entry(pack);
    entry->size = bytes->len;
    entry->digest = digest ? g_strdup(digest) : digest_bytes(bytes->data, bytes->len);
    if (good && pack->loose)
        add_file(pack, name, bytes);
    else if (good)
        check(pack, spool_add(pack->spool, entry, bytes->data, bytes->len));
}

/* Lists an entry that is known already; false where there is no use in adding it. */
static bool begin_like(struct pack *pack, const char *name, const char *digest, uint64_t size)
{
    const bool good = begin(pack, name);
    last_entry(pack)->digest = g_strdup(digest);
    last_entry(pack)->size = size;
    return good;
}

static bool unpack(struct pack *pack, const char *name, const struct packed *like, GBytes *span)
{
    g_autoptr(GBytes) bytes = span ? g_bytes_ref(span) : pack_span(like, like->from->file);
    g_autoptr(GByteArray) content = bytes ? pack_content(like, bytes) : NULL;
    if (!content)
        return false;
    if (begin_like(pack, name, like->digest, like->size))
        add_file(pack, name, content);
    return true;
}

/* Nothing is read: libzip takes the bytes from there. */
static bool refer(struct pack *pack, const char *name, const struct packed *like)
{
    begin_like(pack, name, like->digest, like->size);
    struct packed *entry = last_entry(pack);
    entry->from = like->from;
    entry->offset = like->offset;
    entry->span = like->span;
    entry->crc = like->crc;
    entry->deflated = like->deflated;
    return true;
}

bool pack_take(struct pack *pack, const char *name, const struct packed *like, GBytes *span)
{
    if (!span && !like->from)
        return false;
    if (pack->loose)
        return unpack(pack, name, like, span);
    if (!span)
        return refer(pack, name, like);
    if (!spool_fits(like, span))
        return false;
    if (begin_like(pack, name, like->digest, like->size))
        check(pack, spool_take(pack->spool, last_entry(pack), like, g_bytes_get_data(span, NULL)));
    return true;
}

bool pack_repeat(struct pack *pack, const char *name, const struct pack *other)
{
    const struct packed *like = last_entry(other);
    g_autoptr(GBytes) span = other->spool ? pack_span(like, spool_file(other->spool)) : NULL;
    return span && pack_take(pack, name, like, span);
}

bool pack_link(struct pack *pack, const char *name, const struct packed *like, const char *path)
{
    g_autofree char *file = file_of(pack, name);
    if (pack->error || !open_draft(pack, &pack->error) || !files_make_parents(file, &pack->error) ||
        link(path, file) != 0)
        return false;
    begin_like(pack, name, like->digest, like->size);
    return true;
}

static FILE *open_file(const struct pack *pack, const char *name, GError **error)
{
    g_autofree char *path = file_of(pack, name);
    if (!files_make_parents(path, error))
        return NULL;
    FILE *file = fopen(path, "wbe");
    if (!file)
        files_fail(error, errno, path);
    return file;
}

void pack_begin(struct pack *pack, const char *name, const struct packed *like)
{
    const bool good = begin(pack, name);
    pack->digest = digest_create();
    if (good && pack->loose)
        pack->file = open_file(pack, name, &pack->error);
    else if (good)
        spool_begin_parts(pack->spool, last_entry(pack), like);
}

bool pack_append(struct pack *pack, const void *bytes, size_t count)
{
    digest_add(pack->digest, bytes, count);
    last_entry(pack)->size += count;
    if (pack->error)
        return false;
    if (!pack->loose)
        check(pack, spool_append(pack->spool, last_entry(pack), bytes, count));
    else if (fwrite(bytes, 1, count, pack->file) != count)
        files_fail(&pack->error, errno, pack->draft);
    return !pack->error;
}

void pack_end(struct pack *pack)
{
    last_entry(pack)->digest = digest_end(pack->digest);
    g_clear_pointer(&pack->digest, digest_destroy);
    if (pack->file && fclose(pack->file) != 0 && !pack->error)
        files_fail(&pack->error, errno, pack->draft);
    pack->file = NULL;
    if (!pack->error && pack->spool)
        check(pack, spool_end(pack->spool, last_entry(pack)));
}

const struct packed *pack_entries(const struct pack *pack, size_t *count)
{
    *count = pack->entries->len;
    return (const struct packed *)(void *)pack->entries->data;
}

static bool write_archive(const struct pack *pack, struct packed *whole, GError **error)
{
    struct zipfile zipfile = {.spool = spool_file(pack->spool), .date = pack->date};
    zipfile.entries = pack_entries(pack, &zipfile.count);
    return zipfile_write(pack->draft, &zipfile, whole, error);
}

static bool finish(struct pack *pack, struct packed *whole, GError **error)
{
    if (pack->error) {
        g_propagate_error(error, g_steal_pointer(&pack->error));
        return false;
    }
    if (!pack->loose && !write_archive(pack, whole, error))
        return false;
    return rename(pack->draft, pack->path) == 0 || files_fail(error, errno, pack->path);
}

bool pack_finish(struct pack *pack, struct packed *whole, GError **error)
{
    *whole = (struct packed){0};
    const bool finished = pack->entries->len == 0 || finish(pack, whole, error);
    if (finished)
        destroy(pack);
    else
        pack_discard(pack);
    return finished;
}
