/* One archive: its papers made one after the other, none of them kept. */
#include "making.h"
#include "shared.h"

#include "rapor/base/times.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/sidecar.h"
#include "rapor/press/showcase.h"

#include <inttypes.h>
#include <string.h>

static struct packed packed_like(const char *name, const char *digest, uint64_t size)
{
    return (struct packed){.name = (char *)name, .digest = (char *)digest, .size = size};
}

static const char *name_beside(const char *name)
{
    return name + strlen(KIT_FOLDER "/");
}

/* An entry as it stands in another archive. */
static bool take_span(struct making *making, size_t entry, const struct packed *like, GBytes *span)
{
    if (!span || !pack_take(making->pack, like->name, like, span))
        return false;
    g_ptr_array_add(making->pack_keys, (char *)making_key(making, entry));
    return true;
}

/* The file of before is linked, where it is as it was left. */
static bool link_beside(struct making *making, size_t entry, const struct packed *like)
{
    const struct previous_output *previous = making->workshop->previous;
    const struct record *record =
        previous ? previous_output_find(previous, like->name, NULL) : NULL;
    g_autofree char *path = NULL;
    if (record && strcmp(record->key, making_key(making, entry)) == 0)
        path = previous_output_path(previous, record);
    return path && pack_link(making->beside, name_beside(like->name), like, path);
}

static void put_beside(struct making *making, size_t entry, const struct packed *like, GBytes *span)
{
    if (!making_is_beside(making, entry, like->name))
        return;
    if (link_beside(making, entry, like) ||
        pack_take(making->beside, name_beside(like->name), like, span))
        g_ptr_array_add(making->beside_keys, (char *)making_key(making, entry));
}

/* What has lain loose is linked. */
static bool take_file(struct making *making, size_t entry, const struct packed *like,
                      const struct record *record)
{
    g_autofree char *path = previous_output_path(making->workshop->previous, record);
    if (!path || !pack_link(making->pack, like->name, like, path))
        return false;
    g_ptr_array_add(making->pack_keys, (char *)making_key(making, entry));
    return true;
}

static bool take_previous(struct making *making, size_t entry, const char *name)
{
    const struct record *record = making_same(making, entry, name);
    if (!record)
        return false;
    struct packed like = packed_like(name, record->digest, record->size);
    if (!making->file)
        return take_file(making, entry, &like, record);
    g_autoptr(GBytes) span = previous_output_span(making->previous, record, &like);
    like.name = (char *)name;
    if (!take_span(making, entry, &like, span))
        return false;
    put_beside(making, entry, &like, span);
    return true;
}

static bool take_shared(struct making *making, size_t entry, const char *name,
                        const struct shared_file *shared_file)
{
    const struct shared_entry *known = making_known(making, entry);
    struct packed like;
    g_autoptr(GBytes) span = shared_span(making->workshop->shared, known, shared_file, &like);
    like.name = (char *)name;
    if (!take_span(making, entry, &like, span))
        return false;
    put_beside(making, entry, &like, span);
    return true;
}

/* What was made by others, or would come out as before; with what belongs to it. */
static bool take_over(struct making *making, size_t entry)
{
    const char *name = making->archive->entries[entry].name;
    g_autofree char *sidecar = sidecar_name(name);
    const struct shared_entry *known = making_known(making, entry);
    if (known && known->file.digest[0])
        return take_shared(making, entry, name, &known->file) &&
               (!known->sidecar.digest[0] || take_shared(making, entry, sidecar, &known->sidecar));
    if (!take_previous(making, entry, name))
        return false;
    take_previous(making, entry, sidecar);
    making_give_known(making, entry);
    return true;
}

/* Of the archive of the nation, most was said by those who made its parts. */
static bool is_said(const struct making *making, size_t entry)
{
    return making->archive == making->workshop->plan->nation &&
           !making->archive->entries[entry].given;
}

static bool fill_pack(struct making *making, GError **error)
{
    for (size_t i = 0; i < making->archive->count; i++) {
        if (!is_said(making, i))
            making_say(making, "> %s", making->archive->entries[i].whom);
        if (!take_over(making, i) && !making_add(making, i, error))
            return false;
        if (!is_said(making, i))
            making_say(making, ".");
    }
    return true;
}

static void say_record(const struct making *making, const struct record *record)
{
    making_say(making, "= %s %" PRIu64 " %s %s%s%s", record->file, record->size, record->digest,
               record->key, record->entry ? " " : "", record->entry ? record->entry : "");
}

static void say_entries(const struct making *making)
{
    size_t count;
    const struct packed *entries = pack_entries(making->pack, &count);
    for (size_t i = 0; i < count; i++) {
        const struct packed *entry = &entries[i];
        g_autofree char *path =
            making->file ? NULL : g_strconcat(making->archive->path, "/", entry->name, NULL);
        const struct record record = {
            .file = making->file ? making->file : path,
            .entry = making->file ? entry->name : NULL,
            .size = entry->size,
            .digest = entry->digest,
            .key = making->pack_keys->pdata[i],
        };
        say_record(making, &record);
    }
}

static void say_beside(const struct making *making)
{
    size_t count;
    const struct packed *entries = pack_entries(making->beside, &count);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *path = g_strconcat(KIT_FOLDER "/", entries[i].name, NULL);
        say_record(making, &(struct record){.file = path,
                                            .size = entries[i].size,
                                            .digest = entries[i].digest,
                                            .key = making->beside_keys->pdata[i]});
    }
}

/* How many entries of before would come out as they are; 0 where one would not. */
static size_t count_same(const struct making *making)
{
    size_t count = 0;
    for (size_t i = 0; i < making->archive->count; i++) {
        const char *name = making->archive->entries[i].name;
        g_autofree char *sidecar = sidecar_name(name);
        if (!making_same(making, i, name))
            return 0;
        count += making_same(making, i, sidecar) ? 2 : 1;
    }
    return count;
}

static bool link_all_beside(struct making *making)
{
    for (size_t i = 0; i < making->archive->count; i++) {
        const char *name = making->archive->entries[i].name;
        if (!making_is_beside(making, i, name))
            continue;
        const struct record *record = making_same(making, i, name);
        const struct packed like = packed_like(name, record->digest, record->size);
        if (!link_beside(making, i, &like))
            return false;
        g_ptr_array_add(making->beside_keys, (char *)making_key(making, i));
    }
    return true;
}

static void say_same(const struct making *making, size_t entry)
{
    const char *name = making->archive->entries[entry].name;
    g_autofree char *sidecar = sidecar_name(name);
    if (!is_said(making, entry))
        making_say(making, "> %s", making->archive->entries[entry].whom);
    say_record(making, making_same(making, entry, name));
    if (making_same(making, entry, sidecar))
        say_record(making, making_same(making, entry, sidecar));
    making_give_known(making, entry);
    if (!is_said(making, entry))
        making_say(making, ".");
}

/* Folders show what is in them: nothing stands beside them. */
static void open_beside(struct making *making)
{
    const struct workshop *workshop = making->workshop;
    g_autofree char *beside = g_build_filename(workshop->folder, KIT_FOLDER, NULL);
    pack_discard(making->beside);
    making->beside = making->file ? pack_create(beside, workshop->date, true) : NULL;
    g_ptr_array_set_size(making->beside_keys, 0);
}

static bool finish_beside(struct making *making, GError **error)
{
    struct packed none;
    if (!making->beside)
        return true;
    say_beside(making);
    return pack_finish(g_steal_pointer(&making->beside), &none, error);
}

/* Where nothing of an archive has changed it is not even read: its records are said again. */
static bool take_over_whole(struct making *making, const char *path)
{
    const struct previous_output *previous = making->workshop->previous;
    const size_t count = making->previous ? count_same(making) : 0;
    if (count == 0 || count != previous_output_count(previous, making->file) ||
        !link_all_beside(making) || !previous_archive_link(making->previous, path))
        return false;
    for (size_t i = 0; i < making->archive->count; i++)
        say_same(making, i);
    say_record(making, previous_output_find(previous, making->file, NULL));
    return true;
}

static bool finish_pack(struct making *making, GError **error)
{
    struct packed whole;
    say_entries(making);
    if (!pack_finish(g_steal_pointer(&making->pack), &whole, error))
        return false;
    if (making->file)
        say_record(making, &(struct record){.file = making->file,
                                            .size = whole.size,
                                            .digest = whole.digest,
                                            .key = "-"});
    g_free(whole.digest);
    return true;
}

static bool make_pack(struct making *making, const char *path, GError **error)
{
    open_beside(making);
    making->pack = pack_create(path, making->workshop->date, !making->file);
    return fill_pack(making, error) && finish_pack(making, error);
}

bool archive_make(const struct workshop *workshop, const struct archive *archive,
                  const struct voice *voice, GError **error)
{
    struct making making;
    const enum phase before = times_enter(PHASE_PACK);
    making_open(&making, workshop, archive, voice);
    open_beside(&making);
    g_autofree char *path =
        g_build_filename(workshop->folder, making.file ? making.file : archive->path, NULL);
    const bool made = (take_over_whole(&making, path) || make_pack(&making, path, error)) &&
                      finish_beside(&making, error);
    pack_discard(making.pack);
    pack_discard(making.beside);
    making_close(&making);
    times_enter(before);
    return made;
}
