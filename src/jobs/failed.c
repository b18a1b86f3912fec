#include "failed.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/unpack.h"
#include "rapor/session/names.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define NATION_ARCHIVE NAME_NATION ".zip"

static int by_title(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    int order = strcmp(a->file, b->file);
    return order ? order : g_strcmp0(a->entry, b->entry);
}

static GString *failed_lines(const struct build_run *run)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < run->failed->len; i++) {
        const struct record *record = run->failed->pdata[i];
        g_string_append_printf(text, "%s%s%s: %s\n", record->file, record->entry ? ": " : "",
                               record->entry ? record->entry : "", record->digest);
    }
    return text;
}

/* Lays the list beside the archives, and lists it with them. */
static bool keep_list(const struct build_run *run, const GString *lines, GError **error)
{
    const GByteArray bytes = {(guint8 *)lines->str, (guint)lines->len};
    struct record *record =
        record_write(run->folder, FAILED_FILE, &bytes, run->session->arena, error);
    if (!record)
        return false;
    record->key = "-";
    g_ptr_array_add(run->records, record);
    return true;
}

static struct record *record_of(const struct build_run *run, const char *file, const char *entry)
{
    for (guint i = 0; i < run->records->len; i++) {
        struct record *record = run->records->pdata[i];
        if (strcmp(record->file, file) == 0 && g_strcmp0(record->entry, entry) == 0)
            return record;
    }
    struct record *record = ARENA_NEW(run->session->arena, struct record);
    *record = (struct record){.file = file, .entry = entry, .key = "-"};
    g_ptr_array_add(run->records, record);
    return record;
}

static void set_record(const struct build_run *run, struct record *record, uint64_t size,
                       const char *digest)
{
    record->size = size;
    record->digest = arena_strdup(run->session->arena, digest);
}

/* Copies all entries but an older list. */
static bool copy_entries(struct unpack *from, struct pack *to)
{
    g_autoptr(GPtrArray) names = unpack_names(from);
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        struct packed like = {.name = (char *)name, .digest = (char *)"-"};
        g_autoptr(GBytes) span = unpack_span(from, name, &like);
        if (strcmp(name, FAILED_FILE) != 0 && (!span || !pack_take(to, name, &like, span)))
            return false;
    }
    return true;
}

/* What goes out for the whole nation says what is missing anywhere. */
static bool tell_nation(const struct build_run *run, const GString *lines, GError **error)
{
    const GByteArray text = {(guint8 *)lines->str, (guint)lines->len};
    g_autofree char *path = g_build_filename(run->folder, NATION_ARCHIVE, NULL);
    g_autofree char *beside = g_strconcat(path, ".gagal", NULL);
    struct unpack *nation = run->build->loose ? NULL : unpack_open(path);
    struct packed whole;
    if (!nation)
        return true;
    struct pack *pack = pack_create(beside, run->date, false);
    const bool copied = copy_entries(nation, pack);
    unpack_close(nation);
    if (!copied) {
        pack_discard(pack);
        return fail(error, FAILURE_IO, "%s: cannot be read again", NATION_ARCHIVE);
    }
    pack_add(pack, FAILED_FILE, &text, NULL);
    if (!pack_finish(pack, &whole, error))
        return false;
    g_autofree char *digest = digest_bytes(lines->str, lines->len);
    set_record(run, record_of(run, NATION_ARCHIVE, FAILED_FILE), lines->len, digest);
    set_record(run, record_of(run, NATION_ARCHIVE, NULL), whole.size, whole.digest);
    g_free(whole.digest);
    return g_rename(beside, path) == 0 ||
           fail(error, FAILURE_IO, "%s: %s", NATION_ARCHIVE, g_strerror(errno));
}

bool failed_settle(const struct build_run *run, GError **error)
{
    const guint count = run->failed->len;
    if (count == 0)
        return true;
    g_ptr_array_sort(run->failed, by_title);
    g_autoptr(GString) lines = failed_lines(run);
    if (run->build->keep_going) {
        *run->build->failed = count;
        return run->build->selection.shard.count > 0 ||
               (keep_list(run, lines, error) && tell_nation(run, lines, error));
    }
    const struct record *first = run->failed->pdata[0];
    if (count == 1)
        return fail(error, FAILURE_DATA, "%s", first->digest);
    return fail(error, FAILURE_DATA, "%u files cannot be made; nothing was published\n%s", count,
                g_strchomp(lines->str));
}

/* Parts of the archive of the nation are tried once more when it is packed. */
void failed_keep(const struct build_run *run, const struct message *message)
{
    struct arena *arena = run->session->arena;
    const struct record *told = &message->record;
    for (guint i = 0; i < run->failed->len; i++) {
        const struct record *known = run->failed->pdata[i];
        if (strcmp(known->file, told->file) == 0 && g_strcmp0(known->entry, told->entry) == 0)
            return;
    }
    struct record *record = ARENA_NEW(arena, struct record);
    *record = (struct record){
        .file = arena_strdup(arena, told->file),
        .entry = told->entry ? arena_strdup(arena, told->entry) : NULL,
        .digest = arena_strdup(arena, message->text ? message->text : ""),
    };
    g_ptr_array_add(run->failed, record);
}
