#include "making.h"

#include "shared.h"

#include "rapor/base/digest.h"
#include "rapor/base/times.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/sidecar.h"
#include "rapor/press/showcase.h"
#include "rapor/view/view.h"

#include <string.h>

/* Returns a file of the nation made before, as it stands among the shared results or in the archive
 * of before; NULL where there is none. */
static GByteArray *find_content(const void *data, size_t entry)
{
    const struct making *making = data;
    const struct shared_entry *known = making_known(making, entry);
    g_autoptr(GBytes) span = NULL;
    struct packed like;
    if (known && known->file.digest[0]) {
        span = shared_span(making->workshop->shared, known, &known->file, &like);
    } else if (known && making->previous) {
        const struct record *record =
            making_same(making, entry, making->archive->entries[entry].name);
        span = record ? previous_output_span(making->previous, record, &like) : NULL;
    }
    return span ? pack_content(&like, span) : NULL;
}

void making_open(struct making *making, const struct workshop *workshop,
                 const struct archive *archive, const struct voice *voice)
{
    const bool loose = workshop->build->loose;
    *making = (struct making){.workshop = workshop, .archive = archive, .voice = voice};
    making->maker = maker_create(workshop, &(struct stock){find_content, making});
    making->file = loose ? NULL : g_strconcat(archive->path, ".zip", NULL);
    making->keys = g_new0(char *, archive->count);
    making->pack_keys = g_ptr_array_new();
    making->beside_keys = g_ptr_array_new();
    if (workshop->previous && !loose)
        making->previous = previous_archive_open(workshop->previous, making->file);
}

void making_close(struct making *making)
{
    previous_archive_close(making->previous);
    maker_destroy(making->maker);
    for (size_t i = 0; i < making->archive->count; i++)
        g_free(making->keys[i]);
    g_free(making->keys);
    g_ptr_array_unref(making->pack_keys);
    g_ptr_array_unref(making->beside_keys);
    g_free(making->file);
}

void making_say(const struct making *making, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *line = g_strdup_vprintf(format, args);
    va_end(args);
    making->voice->say(making->voice->data, line);
}

const struct shared_entry *making_known(const struct making *making, size_t entry)
{
    if (making->archive != making->workshop->plan->nation)
        return NULL;
    const struct shared_entry *known = shared_known(making->workshop->shared, entry);
    return known->key[0] ? known : NULL;
}

const char *making_key(const struct making *making, size_t entry)
{
    if (making->keys[entry])
        return making->keys[entry];
    const enum phase before = times_enter(PHASE_KEYS);
    const struct shared_entry *known = making_known(making, entry);
    making->keys[entry] = known ? g_strdup(known->key)
                                : key_of(making->workshop->keys, making->workshop->session,
                                         &making->archive->entries[entry]);
    times_enter(before);
    return making->keys[entry];
}

static const struct record *find_previous(const struct making *making, const char *name)
{
    const struct previous_output *previous = making->workshop->previous;
    if (!previous || (making->file && !making->previous))
        return NULL;
    if (making->file)
        return previous_output_find(previous, making->file, name);
    g_autofree char *path = g_strconcat(making->archive->path, "/", name, NULL);
    return previous_output_find(previous, path, NULL);
}

const struct record *making_same(const struct making *making, size_t entry, const char *name)
{
    const struct record *record = find_previous(making, name);
    return record && strcmp(record->key, making_key(making, entry)) == 0 ? record : NULL;
}

static void explain(const struct making *making, const struct archive *archive, const char *name,
                    const char *why)
{
    if (making->workshop->previous)
        making_say(making, "? %s%s%s: %s", archive->path, making->file ? ".zip: " : "/", name, why);
}

static void explain_entry(const struct making *making, size_t entry)
{
    const char *name = making->archive->entries[entry].name;
    const struct record *record = find_previous(making, name);
    explain(making, making->archive, name,
            record ? key_difference(record->key, making_key(making, entry)) : "it was not there");
}

void making_explain_copy(const struct making *making, size_t entry)
{
    const struct archive *nation = making->workshop->plan->nation;
    explain(making, nation, nation->entries[making->archive->entries[entry].also].name,
            "it is a copy of what is made anew");
}

bool making_is_beside(const struct making *making, size_t entry, const char *name)
{
    return making->beside && making->archive->entries[entry].beside &&
           g_str_equal(name, making->archive->entries[entry].name);
}

/* DIGEST is that of the BYTES. */
static void keep(struct making *making, size_t entry, const char *name, const GByteArray *bytes,
                 const char *digest)
{
    char *key = (char *)making_key(making, entry);
    if (making_is_beside(making, entry, name)) {
        pack_add(making->beside, name + strlen(KIT_FOLDER "/"), bytes, digest);
        g_ptr_array_add(making->beside_keys, key);
    }
    pack_add(making->pack, name, bytes, digest);
    g_ptr_array_add(making->pack_keys, key);
}

/* The copy of what was kept last, in the archive of the nation; BYTES are NULL where they
 * would be as before. */
static void give(const struct making *making, size_t number, const GByteArray *bytes,
                 const char *digest)
{
    const struct entry *entry = &making->archive->entries[number];
    const struct plan *plan = making->workshop->plan;
    if (entry->also == NONE || making->archive == plan->nation)
        return;
    size_t before;
    struct pack *shared = shared_pack(making->workshop->shared);
    pack_entries(shared, &before);
    if (bytes) {
        making_explain_copy(making, number);
        const char *name = plan->nation->entries[entry->also].name;
        if (!pack_repeat(shared, name, making->pack))
            pack_add(shared, name, bytes, digest);
    }
    shared_put(making->workshop->shared, entry->also, making_key(making, number), before);
}

void making_give_known(const struct making *making, size_t entry)
{
    give(making, entry, NULL, NULL);
}

static void keep_made(struct making *making, size_t number, const struct made *made)
{
    const struct entry *entry = &making->archive->entries[number];
    g_autofree char *digest = digest_bytes(made->bytes->data, made->bytes->len);
    g_autoptr(GByteArray) sidecar = maker_sidecar(made, entry->name, digest);
    keep(making, number, entry->name, made->bytes, digest);
    give(making, number, made->bytes, digest);
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
    pack_begin(making->pack, making->archive->entries[number].name);
    maker_pour(making->maker, &sink);
    pack_end(making->pack);
    g_ptr_array_add(making->pack_keys, (char *)making_key(making, number));
}

bool making_add(struct making *making, size_t number, GError **error)
{
    const struct entry *entry = &making->archive->entries[number];
    explain_entry(making, number);
    making->voice->flush(making->voice->data);
    const enum phase before = times_enter(PHASE_TABLES);
    if (maker_pours(entry)) {
        pour(making, number);
        times_enter(before);
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
    times_enter(before);
    return true;
}
