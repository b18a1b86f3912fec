#include "sending.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/unpack.h"

#include <string.h>

/* Papers of an institution lie in its folder; in its own pack they need none. */
const char *sending_entry(const struct record *paper)
{
    const char *slash = strchr(paper->entry, '/');
    return slash && strncmp(paper->entry, "pers/", strlen("pers/")) != 0 ? slash + 1 : paper->entry;
}

const struct record *sending_letter(const struct sending *sending)
{
    static const char *const letters[] = {"letter", "memo", "reminder", NULL};
    const struct record *numbered = NULL;
    for (guint i = 0; i < sending->papers->len; i++) {
        const struct record *paper = sending->papers->pdata[i];
        if (paper->kind && g_strv_contains(letters, paper->kind))
            return paper;
        if (!numbered && paper->number)
            numbered = paper;
    }
    return numbered;
}

static bool take(struct dispatch *dispatch, struct pack *pack, const struct record *paper,
                 GError **error)
{
    struct packed like = {0};
    struct unpack *unpack = opened_archive(&dispatch->opened, paper->file, error);
    if (!unpack)
        return false;
    g_autoptr(GBytes) span = unpack_span(unpack, paper->entry, &like);
    like.digest = (char *)paper->digest;
    return (span && pack_take(pack, sending_entry(paper), &like, span)) ||
           fail(error, FAILURE_DATA, "%s: %s is not as the manifest says", paper->file,
                paper->entry);
}

/* What stands in the pack so far, for `sha256sum -c`. */
static void add_sums(struct pack *pack)
{
    size_t count;
    const struct packed *entries = pack_entries(pack, &count);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(lines, "%s  %s\n", entries[i].digest, entries[i].name);
    const GByteArray bytes = {(guint8 *)lines->str, (guint)lines->len};
    pack_add(pack, SUMS_FILE, &bytes, NULL);
}

/* Of papers it says what the published folder says of them. */
static struct record record_of(const struct dispatch *dispatch, const struct sending *sending,
                               const char *file, const struct packed *entry)
{
    struct record record = {0};
    for (guint i = 0; i < sending->papers->len; i++) {
        const struct record *paper = sending->papers->pdata[i];
        if (strcmp(sending_entry(paper), entry->name) == 0)
            record = *paper;
    }
    record.file = file;
    record.entry = arena_strdup(dispatch->arena, entry->name);
    record.size = entry->size;
    record.digest = arena_strdup(dispatch->arena, entry->digest);
    return record;
}

static void note_entries(struct dispatch *dispatch, const struct sending *sending, const char *file,
                         const struct pack *pack)
{
    size_t count;
    const struct packed *entries = pack_entries(pack, &count);
    for (size_t i = 0; i < count; i++)
        dispatch_note(dispatch, record_of(dispatch, sending, file, &entries[i]));
    dispatch->count->files += count;
}

static bool fill(struct dispatch *dispatch, const struct sending *sending, struct pack *pack,
                 GError **error)
{
    g_autoptr(GByteArray) guide = guide_of(dispatch, sending);
    pack_add(pack, GUIDE_FILE, guide, NULL);
    for (guint i = 0; i < sending->covers->len; i++) {
        const struct sending_cover *cover = sending->covers->pdata[i];
        pack_add(pack, cover->name, cover->bytes, NULL);
    }
    for (guint i = 0; i < sending->papers->len; i++)
        if (!take(dispatch, pack, sending->papers->pdata[i], error))
            return false;
    add_sums(pack);
    return true;
}

bool sending_write(struct dispatch *dispatch, struct sending *sending, GError **error)
{
    const char *file = arena_printf(dispatch->arena, "%s.zip", sending->name);
    g_autofree char *path = g_build_filename(dispatch->into, file, NULL);
    struct pack *pack = pack_create(path, dispatch->date, false);
    struct packed whole;
    if (!fill(dispatch, sending, pack, error)) {
        pack_discard(pack);
        return false;
    }
    note_entries(dispatch, sending, file, pack);
    if (!pack_finish(pack, &whole, error))
        return false;
    dispatch_note(dispatch, (struct record){.file = file,
                                            .size = whole.size,
                                            .digest = arena_strdup(dispatch->arena, whole.digest)});
    sending->pack = dispatch->records->pdata[dispatch->records->len - 1];
    dispatch->count->packs++;
    g_free(whole.digest);
    return true;
}
