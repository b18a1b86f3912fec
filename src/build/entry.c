/* Entries of archives, each made from what the session knows. */
#include "entry.h"

#include "attach.h"
#include "showcase.h"

#include "rapor/arena.h"
#include "rapor/book.h"
#include "rapor/form.h"
#include "rapor/paint.h"
#include "rapor/ranking.h"
#include "rapor/sheet.h"
#include "rapor/sidecar.h"
#include "rapor/standing.h"
#include "rapor/tables.h"

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

bool entry_make(const struct workshop *workshop, const struct entry *entry, struct made *made,
                GError **error)
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
        return showcase_chart(workshop->session, entry->document, &versions[entry->subject], out,
                              error);
    case ENTRY_PAGE:
        return showcase_page(workshop->session, workshop->plan, out, error);
    }
    return true;
}

/* Makes the first of the papers that the document is made as, and throws it away. */
static void rehearse(const struct workshop *workshop, size_t document)
{
    for (size_t u = 0; u < workshop->plan->count; u++)
        for (size_t i = 0; i < workshop->plan->units[u].count; i++) {
            const struct entry *entry = &workshop->plan->units[u].entries[i];
            if (entry->kind != ENTRY_DOCUMENT || entry->document != document)
                continue;
            struct made made = {.bytes = g_byte_array_new()};
            make_document(workshop, entry, &made, NULL); /* a failure comes again, and is told */
            g_byte_array_unref(made.bytes);
            if (made.sidecar)
                g_byte_array_unref(made.sidecar);
            return;
        }
}

void entries_rehearse(const struct workshop *workshop)
{
    const struct instrument *instrument = workshop->session->evaluation->instrument;
    for (size_t i = 0; i < instrument->document_count; i++)
        if (instrument->documents[i].per == PER_INSTITUTION)
            rehearse(workshop, i);
}
