#include "rapor/pack.h"

#include "files.h"
#include "name.h"
#include "span.h"
#include "zipfile.h"

#include "rapor/digest.h"
#include "rapor/failure.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct pack {
    char *path, *draft; /* under that name first, so that PATH is never half an archive */
    time_t date;
    bool loose, opened;
    GArray *entries;         /* of struct packed */
    GHashTable *names;       /* of the entries, and of all folders they are in */
    struct zipfile *zipfile; /* NULL until there is an entry, and where files are loose */
    FILE *file;              /* the loose one that comes in pieces ... */
    struct digest *digest;   /* ... and the digest of what comes so */
    GError *error;           /* the first; kept until the pack ends */
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

struct pack *pack_create_on(int file, time_t date)
{
    struct pack *pack = pack_create("parts", date, false);
    g_clear_pointer(&pack->draft, g_free);
    const int twin = dup(file);
    FILE *stream = twin < 0 ? NULL : fdopen(twin, "wb");
    if (!stream)
        files_fail(&pack->error, errno, pack->path);
    else
        pack->zipfile = zipfile_create(stream, date);
    return pack;
}

void pack_flush(struct pack *pack)
{
    if (pack->zipfile)
        zipfile_flush(pack->zipfile);
}

/* Returns 0, or errno. */
static int close_zipfile(struct pack *pack, struct packed *whole)
{
    const int problem = pack->zipfile ? zipfile_finish(pack->zipfile, whole) : 0;
    pack->zipfile = NULL;
    return problem;
}

static void destroy(struct pack *pack)
{
    g_free(pack->path);
    g_free(pack->draft);
    g_array_unref(pack->entries);
    g_hash_table_destroy(pack->names);
    digest_destroy(pack->digest);
    g_clear_error(&pack->error);
    g_free(pack);
}

void pack_discard(struct pack *pack)
{
    struct packed whole = {0};
    if (!pack)
        return;
    close_zipfile(pack, &whole);
    g_free(whole.digest);
    if (pack->file)
        fclose(pack->file);
    if (pack->opened)
        files_remove_tree(pack->draft);
    destroy(pack);
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
    if (pack->loose)
        return true;
    FILE *file = fopen(pack->draft, "wbe");
    if (!file)
        return files_fail(error, errno, pack->draft);
    pack->zipfile = zipfile_create(file, pack->date);
    return true;
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
    const struct packed packed = {
        .name = g_strdup(name),
        .offset = pack->zipfile ? zipfile_length(pack->zipfile) : 0,
    };
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

/* The last entry is whole. */
static void end(struct pack *pack)
{
    struct packed *entry = last_entry(pack);
    entry->span = pack->zipfile ? zipfile_length(pack->zipfile) - entry->offset : 0;
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
        zipfile_add(pack->zipfile, name, bytes->data, bytes->len);
    end(pack);
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
    g_autoptr(GByteArray) content = pack_content(span);
    if (!content)
        return false;
    if (begin_like(pack, name, like->digest, like->size))
        add_file(pack, name, content);
    return true;
}

bool pack_take(struct pack *pack, const char *name, const struct packed *like, GBytes *span)
{
    gsize count;
    struct span head;
    const void *bytes = g_bytes_get_data(span, &count);
    if (pack->loose)
        return unpack(pack, name, like, span);
    if (!span_read(bytes, count, &head))
        return false;
    if (begin_like(pack, name, like->digest, like->size))
        zipfile_take(pack->zipfile, name, bytes, count);
    end(pack);
    return true;
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

GByteArray *pack_content(GBytes *span)
{
    gsize count;
    const void *bytes = g_bytes_get_data(span, &count);
    return span_content(bytes, count);
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

void pack_begin(struct pack *pack, const char *name)
{
    const bool good = begin(pack, name);
    pack->digest = digest_create();
    if (good && pack->loose)
        pack->file = open_file(pack, name, &pack->error);
    else if (good)
        zipfile_begin(pack->zipfile, name);
}

bool pack_append(struct pack *pack, const void *bytes, size_t count)
{
    digest_add(pack->digest, bytes, count);
    last_entry(pack)->size += count;
    if (pack->error)
        return false;
    if (!pack->loose)
        zipfile_append(pack->zipfile, bytes, count);
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
    if (!pack->error && pack->zipfile)
        zipfile_end(pack->zipfile);
    end(pack);
}

const struct packed *pack_entries(const struct pack *pack, size_t *count)
{
    *count = pack->entries->len;
    return (const struct packed *)(void *)pack->entries->data;
}

static bool finish(struct pack *pack, struct packed *whole, GError **error)
{
    const int problem = close_zipfile(pack, whole);
    if (pack->error) {
        g_propagate_error(error, g_steal_pointer(&pack->error));
        return false;
    }
    if (problem)
        return files_fail(error, problem, pack->path);
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
