/* One archive: its papers made one after the other, none of them kept. */
#include "maker.h"
#include "showcase.h"

#include "rapor/digest.h"
#include "rapor/pack.h"
#include "rapor/sidecar.h"
#include "rapor/times.h"
#include "rapor/view.h"

#include <string.h>

static void say(const struct voice *voice, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void say(const struct voice *voice, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *line = g_strdup_vprintf(format, args);
    va_end(args);
    voice->say(voice->data, line);
}

/* A unit while it is made. */
struct making {
    const struct workshop *workshop;
    const struct unit *unit;
    const struct voice *voice;
    struct maker *maker;
    char *file; /* the archive below the folder; NULL where files lie loose */
    struct former_pack *former;
    char **keys; /* of each entry; NULL: not asked for yet */
    struct pack *pack;
    GPtrArray *pack_keys; /* of each entry of the pack; owned by keys */
    struct pack *beside;  /* the folder of what stands beside the archive, too; or NULL */
    GPtrArray *beside_keys;
};

/* Asked for only when an entry is at hand: it is read from what the view shows then. */
static const char *key_at(const struct making *making, size_t entry)
{
    if (making->keys[entry])
        return making->keys[entry];
    const enum phase before = times_enter(PHASE_KEYS);
    making->keys[entry] =
        key_of(making->workshop->keys, making->workshop->session, &making->unit->entries[entry]);
    times_enter(before);
    return making->keys[entry];
}

static bool is_beside(const struct making *making, size_t entry, const char *name)
{
    return making->beside && making->unit->entries[entry].beside &&
           g_str_equal(name, making->unit->entries[entry].name);
}

/* DIGEST is that of the BYTES. */
static void keep(struct making *making, size_t entry, const char *name, const GByteArray *bytes,
                 const char *digest)
{
    char *key = (char *)key_at(making, entry);
    if (is_beside(making, entry, name)) {
        pack_add(making->beside, name + strlen(KIT_FOLDER "/"), bytes, digest);
        g_ptr_array_add(making->beside_keys, key);
    }
    pack_add(making->pack, name, bytes, digest);
    g_ptr_array_add(making->pack_keys, key);
}

static const struct record *find_former(const struct making *making, const char *name)
{
    const struct former *former = making->workshop->former;
    if (!former || (making->file && !making->former))
        return NULL;
    if (making->file)
        return former_find(former, making->file, name);
    g_autofree char *path = g_strdup_printf("%s/%s", making->unit->path, name);
    return former_find(former, path, NULL);
}

/* The record of an entry that would come out as it is already. */
static const struct record *find_same(const struct making *making, size_t entry, const char *name)
{
    const struct record *record = find_former(making, name);
    return record && strcmp(record->key, key_at(making, entry)) == 0 ? record : NULL;
}

/* What is poured when it is made comes in pieces here too, and so to the same bytes. */
static void keep_former(struct making *making, size_t entry, const char *name,
                        const GByteArray *bytes, const char *digest)
{
    if (!maker_pours(&making->unit->entries[entry])) {
        keep(making, entry, name, bytes, digest);
        return;
    }
    pack_begin(making->pack, name);
    pack_append(making->pack, bytes->data, bytes->len);
    pack_end(making->pack);
    g_ptr_array_add(making->pack_keys, (char *)key_at(making, entry));
}

/* The digest of what is taken over is known from the run before. */
static bool take_over_one(struct making *making, size_t entry, const char *name)
{
    const struct record *record = find_same(making, entry, name);
    g_autoptr(GByteArray) bytes = NULL;
    if (record)
        bytes = making->file ? former_bytes(making->former, record)
                             : former_file(making->workshop->former, record);
    if (bytes)
        keep_former(making, entry, name, bytes, record->digest);
    return bytes != NULL;
}

static bool take_over(struct making *making, size_t entry)
{
    const char *name = making->unit->entries[entry].name;
    if (!take_over_one(making, entry, name))
        return false;
    g_autofree char *beside = sidecar_name(name);
    take_over_one(making, entry, beside);
    return true;
}

static void explain(const struct making *making, size_t entry)
{
    const char *name = making->unit->entries[entry].name;
    const struct record *record = find_former(making, name);
    if (!making->workshop->former)
        return;
    say(making->voice, "? %s%s%s: %s", making->unit->path, making->file ? ".zip: " : "/", name,
        record ? key_difference(record->key, key_at(making, entry)) : "it was not there");
}

static void keep_made(struct making *making, size_t number, const struct made *made)
{
    const struct entry *entry = &making->unit->entries[number];
    g_autofree char *digest = digest_bytes(made->bytes->data, made->bytes->len);
    g_autoptr(GByteArray) sidecar = maker_sidecar(made, entry->name, digest);
    keep(making, number, entry->name, made->bytes, digest);
    if (sidecar) {
        g_autofree char *beside = sidecar_name(entry->name);
        keep(making, number, beside, sidecar, NULL);
    }
}

static bool append(void *pack, const char *bytes, size_t length)
{
    return pack_append(pack, bytes, length);
}

/* Straight into the archive, and never held. */
static void pour(struct making *making, size_t number)
{
    const struct sink sink = {append, making->pack};
    pack_begin(making->pack, making->unit->entries[number].name);
    maker_pour(making->maker, &sink);
    pack_end(making->pack);
    g_ptr_array_add(making->pack_keys, (char *)key_at(making, number));
}

static bool make_anew(struct making *making, size_t number, GError **error)
{
    const struct entry *entry = &making->unit->entries[number];
    explain(making, number);
    times_enter(PHASE_TABLES);
    if (maker_pours(entry)) {
        pour(making, number);
        return true;
    }
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct made made = {.bytes = bytes};
    if (!maker_make(making->maker, entry, &made, error))
        return false;
    times_enter(PHASE_PACK);
    if (entry->kind == ENTRY_DOCUMENT)
        times_add_paper(bytes->len);
    keep_made(making, number, &made);
    return true;
}

static bool fill_pack(struct making *making, GError **error)
{
    for (size_t i = 0; i < making->unit->count; i++) {
        say(making->voice, "> %s", making->unit->entries[i].whom);
        if (!take_over(making, i) && !make_anew(making, i, error))
            return false;
        say(making->voice, ".");
    }
    return true;
}

static void say_record(const struct making *making, const struct record *record)
{
    say(making->voice, "= %s %" G_GUINT64_FORMAT " %s %s%s%s", record->file, (guint64)record->size,
        record->digest, record->key, record->entry ? " " : "", record->entry ? record->entry : "");
}

static void say_entries(const struct making *making)
{
    size_t count;
    const struct packed *entries = pack_entries(making->pack, &count);
    for (size_t i = 0; i < count; i++) {
        const struct packed *entry = &entries[i];
        g_autofree char *path = g_strdup_printf("%s/%s", making->unit->path, entry->name);
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
        g_autofree char *path = g_strdup_printf("%s/%s", KIT_FOLDER, entries[i].name);
        say_record(making, &(struct record){.file = path,
                                            .size = entries[i].size,
                                            .digest = entries[i].digest,
                                            .key = making->beside_keys->pdata[i]});
    }
}

/* Where nothing of an archive has changed it is not even read: its records are said again. */
static bool take_over_whole(const struct making *making, const char *path)
{
    const struct unit *unit = making->unit;
    size_t count = 0;
    for (size_t i = 0; i < unit->count; i++) {
        g_autofree char *beside = sidecar_name(unit->entries[i].name);
        if (unit->entries[i].beside || !find_same(making, i, unit->entries[i].name))
            return false;
        count += find_same(making, i, beside) ? 2 : 1;
    }
    if (count != former_count(making->workshop->former, making->file) ||
        !former_pack_link(making->former, path))
        return false;
    for (size_t i = 0; i < unit->count; i++) {
        g_autofree char *beside = sidecar_name(unit->entries[i].name);
        say(making->voice, "> %s", unit->entries[i].whom);
        say_record(making, find_same(making, i, unit->entries[i].name));
        if (find_same(making, i, beside))
            say_record(making, find_same(making, i, beside));
        say(making->voice, ".");
    }
    say_record(making, former_find(making->workshop->former, making->file, NULL));
    return true;
}

static bool finish_packs(struct making *making, GError **error)
{
    struct packed whole;
    say_entries(making);
    if (making->beside)
        say_beside(making);
    bool beside = !making->beside || pack_finish(making->beside, &whole, error);
    making->beside = NULL;
    if (!beside) {
        pack_discard(making->pack);
        return false;
    }
    if (!pack_finish(making->pack, &whole, error))
        return false;
    if (making->file)
        say_record(making, &(struct record){.file = making->file,
                                            .size = whole.size,
                                            .digest = whole.digest,
                                            .key = "-"});
    g_free(whole.digest);
    return true;
}

/* Folders show what is in them: nothing stands beside them. */
static bool make_pack(struct making *making, const char *path, GError **error)
{
    const struct workshop *workshop = making->workshop;
    g_autofree char *beside = g_build_filename(workshop->folder, KIT_FOLDER, NULL);
    making->pack = pack_create(path, workshop->date, !making->file);
    making->pack_keys = g_ptr_array_new();
    making->beside = making->file ? pack_create(beside, workshop->date, true) : NULL;
    making->beside_keys = g_ptr_array_new();
    bool made = fill_pack(making, error);
    if (made) {
        made = finish_packs(making, error);
    } else {
        pack_discard(making->beside);
        pack_discard(making->pack);
    }
    g_ptr_array_unref(making->pack_keys);
    g_ptr_array_unref(making->beside_keys);
    return made;
}

bool unit_make(const struct workshop *workshop, const struct unit *unit, const struct voice *voice,
               GError **error)
{
    const bool loose = workshop->build->loose;
    struct making making = {
        .workshop = workshop, .unit = unit, .voice = voice, .maker = maker_create(workshop)};
    making.file = loose ? NULL : g_strconcat(unit->path, ".zip", NULL);
    making.keys = g_new0(char *, unit->count);
    if (workshop->former && !loose)
        making.former = former_pack_open(workshop->former, making.file);

    g_autofree char *path =
        g_build_filename(workshop->folder, loose ? unit->path : making.file, NULL);
    bool made =
        (making.former && take_over_whole(&making, path)) || make_pack(&making, path, error);
    former_pack_close(making.former);
    maker_destroy(making.maker);
    for (size_t i = 0; i < unit->count; i++)
        g_free(making.keys[i]);
    g_free(making.keys);
    g_free(making.file);
    return made;
}
