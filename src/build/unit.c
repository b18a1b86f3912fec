/* One archive: its papers made one after the other, none of them kept. */
#include "attach.h"
#include "showcase.h"
#include "worker.h"

#include "rapor/arena.h"
#include "rapor/book.h"
#include "rapor/digest.h"
#include "rapor/failure.h"
#include "rapor/form.h"
#include "rapor/pack.h"
#include "rapor/paint.h"
#include "rapor/ranking.h"
#include "rapor/sheet.h"
#include "rapor/sidecar.h"
#include "rapor/standing.h"
#include "rapor/tables.h"
#include "rapor/view.h"

#include <string.h>

/* What an entry is made into. */
struct made {
    GByteArray *bytes;
    GByteArray *sidecar; /* or NULL */
};

static bool print(const struct workshop *workshop, const struct pages *pages, GByteArray *out,
                  GError **error)
{
    const struct painter *painter = workshop->build->painter;
    return painter->paint(pages, workshop->session->press, (struct excerpt){0, 1}, out, error);
}

static bool make_document(const struct workshop *workshop, const struct entry *entry,
                          struct made *made, GError **error)
{
    struct session *session = workshop->session;
    struct arena *arena = arena_create();
    const struct pages *pages =
        session_pages(session, entry->document, entry->subject, arena, error);
    bool paper = g_str_has_suffix(entry->name, ".pdf");
    bool ok =
        pages && (paper ? print(workshop, pages, made->bytes, error)
                        : form_of_file(entry->name)->make(session, pages, made->bytes, error));
    if (ok && paper)
        made->sidecar = sidecar_of(pages, entry->name, made->bytes);
    arena_destroy(arena);
    return ok;
}

static bool make_chart(const struct workshop *workshop, const struct entry *entry, GByteArray *out,
                       GError **error)
{
    return showcase_chart(workshop->session, entry->document, &versions[entry->subject], out,
                          error);
}

static void make_results(const struct workshop *workshop, const struct entry *entry,
                         GByteArray *out)
{
    const GString *text = attach_results(workshop->session, entry->subject);
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
}

static bool make_ranking(const struct workshop *workshop, const struct sheet_form *form,
                         GByteArray *out, GError **error)
{
    const struct standings *standings = workshop->session->standings;
    struct arena *arena = arena_create();
    const struct ranking_choice choice = {ranking_widest(standings), NONE};
    bool ok = form->write(ranking_of(standings, &choice, arena), workshop->date, out, error);
    arena_destroy(arena);
    return ok;
}

static bool make_levels(const struct workshop *workshop, GByteArray *out, GError **error)
{
    struct arena *arena = arena_create();
    const struct ranking *levels = levels_of(workshop->session->evaluation, arena);
    bool ok = sheet_csv.write(levels, workshop->date, out, error);
    arena_destroy(arena);
    return ok;
}

static bool make_entry(const struct workshop *workshop, const struct entry *entry,
                       struct made *made, GError **error)
{
    GByteArray *out = made->bytes;
    switch (entry->kind) {
    case ENTRY_DOCUMENT:
        return make_document(workshop, entry, made, error);
    case ENTRY_RESULTS:
        make_results(workshop, entry, out);
        break;
    case ENTRY_RANKING_CSV:
        return make_ranking(workshop, &sheet_csv, out, error);
    case ENTRY_RANKING_CSV_ID:
        return make_ranking(workshop, &sheet_csv_id, out, error);
    case ENTRY_LEVELS_CSV:
        return make_levels(workshop, out, error);
    case ENTRY_BOOK:
        return book_write(workshop->session->standings, workshop->date, out, error);
    case ENTRY_CHART:
        return make_chart(workshop, entry, out, error);
    case ENTRY_PAGE:
        return showcase_page(workshop->session, workshop->plan, out, error);
    }
    return true;
}

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

static void add_sidecar(struct pack *pack, const char *file, GByteArray *sidecar)
{
    if (!sidecar)
        return;
    g_autofree char *name = sidecar_name(file);
    pack_add(pack, name, sidecar);
}

/* The archive of a unit, and the folder beside it for what stands there as well. */
struct shelf {
    struct pack *pack, *beside;
};

static void add_beside(const struct shelf *shelf, const struct entry *entry,
                       const GByteArray *bytes)
{
    GByteArray *copy = g_byte_array_sized_new(bytes->len);
    g_byte_array_append(copy, bytes->data, bytes->len);
    pack_add(shelf->beside, entry->name + strlen(KIT_FOLDER "/"), copy);
}

static bool fill_shelf(const struct workshop *workshop, const struct unit *unit,
                       const struct voice *voice, const struct shelf *shelf, GError **error)
{
    for (size_t i = 0; i < unit->count; i++) {
        const struct entry *entry = &unit->entries[i];
        struct made made = {.bytes = g_byte_array_new()};
        say(voice, "> %s", entry->whom);
        if (!make_entry(workshop, entry, &made, error)) {
            g_byte_array_unref(made.bytes);
            return false;
        }
        if (entry->beside && shelf->beside)
            add_beside(shelf, entry, made.bytes);
        pack_add(shelf->pack, entry->name, made.bytes);
        add_sidecar(shelf->pack, entry->name, made.sidecar);
        say(voice, ".");
    }
    return true;
}

static void say_files(const struct voice *voice, const char *folder, const struct pack *pack)
{
    size_t count;
    const struct packed *entries = pack_entries(pack, &count);
    for (size_t i = 0; i < count; i++)
        say(voice, "= %s/%s %" G_GUINT64_FORMAT " %s", folder, entries[i].name, entries[i].size,
            entries[i].digest);
}

static void say_entries(const struct voice *voice, const char *path, const struct pack *pack)
{
    size_t count;
    const struct packed *entries = pack_entries(pack, &count);
    for (size_t i = 0; i < count; i++)
        say(voice, "= %s.zip %" G_GUINT64_FORMAT " %s %s", path, entries[i].size, entries[i].digest,
            entries[i].name);
}

static bool say_file(const struct unit *unit, const struct voice *voice, const char *path,
                     GError **error)
{
    uint64_t size;
    g_autofree char *digest = digest_file(path, &size, error);
    if (digest)
        say(voice, "= %s.zip %" G_GUINT64_FORMAT " %s", unit->path, size, digest);
    return digest != NULL;
}

/* Folders show what is in them: nothing stands beside them. */
static struct shelf shelf_open(const struct workshop *workshop, const char *path)
{
    bool loose = workshop->build->loose;
    g_autofree char *beside = g_build_filename(workshop->folder, KIT_FOLDER, NULL);
    return (struct shelf){
        .pack = pack_create(path, workshop->date, loose),
        .beside = loose ? NULL : pack_create(beside, workshop->date, true),
    };
}

static bool shelf_finish(const struct shelf *shelf, GError **error)
{
    if (shelf->beside && !pack_finish(shelf->beside, error)) {
        pack_discard(shelf->pack);
        return false;
    }
    return pack_finish(shelf->pack, error);
}

bool unit_make(const struct workshop *workshop, const struct unit *unit, const struct voice *voice,
               GError **error)
{
    bool loose = workshop->build->loose;
    g_autofree char *path =
        g_strdup_printf("%s/%s%s", workshop->folder, unit->path, loose ? "" : ".zip");
    struct shelf shelf = shelf_open(workshop, path);
    if (!fill_shelf(workshop, unit, voice, &shelf, error)) {
        pack_discard(shelf.beside);
        pack_discard(shelf.pack);
        return false;
    }
    if (loose)
        say_files(voice, unit->path, shelf.pack);
    else
        say_entries(voice, unit->path, shelf.pack);
    if (shelf.beside)
        say_files(voice, KIT_FOLDER, shelf.beside);
    return shelf_finish(&shelf, error) && (loose || say_file(unit, voice, path, error));
}
