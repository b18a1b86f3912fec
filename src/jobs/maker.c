#include "maker.h"

#include "page.h"

#include "rapor/assess/ranking.h"
#include "rapor/assess/standing.h"
#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"
#include "rapor/base/times.h"
#include "rapor/pack/book.h"
#include "rapor/pack/sheet.h"
#include "rapor/pack/sidecar.h"
#include "rapor/paint/paint.h"
#include "rapor/press/exhibits.h"
#include "rapor/press/form.h"
#include "rapor/press/showcase.h"
#include "rapor/session/attach.h"
#include "rapor/type/fonts.h"
#include "rapor/view/view.h"

struct maker {
    const struct workshop *workshop;
    struct stock stock;
    struct arena *arena;       /* of the pages */
    const struct pages *pages; /* made last, of this document and subject; or NULL */
    size_t document, subject;
};

struct maker *maker_create(const struct workshop *workshop, const struct stock *stock)
{
    struct maker *maker = g_new0(struct maker, 1);
    maker->workshop = workshop;
    maker->stock = *stock;
    return maker;
}

void maker_destroy(struct maker *maker)
{
    arena_destroy(maker->arena);
    g_free(maker);
}

static bool print(const struct workshop *workshop, const struct pages *pages, GByteArray *out,
                  GError **error)
{
    const struct painter *painter = workshop->build->painter;
    return painter->paint(pages, workshop->session->press, (struct excerpt){0, 1}, out, error);
}

static bool is_at_hand(const struct maker *maker, const struct entry *entry)
{
    return maker->pages && maker->document == entry->document && maker->subject == entry->subject;
}

/* The pages are kept until others are asked for: some documents are published in several
 * forms. */
static const struct pages *pages_of(struct maker *maker, const struct entry *entry, GError **error)
{
    if (is_at_hand(maker, entry))
        return maker->pages;
    arena_destroy(maker->arena);
    exhibits_clear(maker->workshop->session);
    fonts_trim(maker->workshop->session->fonts);
    maker->arena = arena_create();
    maker->document = entry->document;
    maker->subject = entry->subject;
    maker->pages = session_pages(maker->workshop->session, entry->document, entry->subject,
                                 maker->arena, error);
    return maker->pages;
}

static bool make_document(struct maker *maker, const struct entry *entry, struct made *made,
                          GError **error)
{
    const struct workshop *workshop = maker->workshop;
    const struct pages *pages = pages_of(maker, entry, error);
    if (!pages)
        return false;
    bool paper = g_str_has_suffix(entry->name, ".pdf");
    times_enter(paper ? PHASE_PAINT : PHASE_PICTURES);
    if (!paper)
        return form_of_file(entry->name)->make(workshop->session, pages, made->bytes, error);
    made->pages = pages;
    return print(workshop, pages, made->bytes, error);
}

GByteArray *maker_sidecar(const struct made *made, const char *name, const char *digest)
{
    return made->pages ? sidecar_of(made->pages, name, digest) : NULL;
}

bool maker_pours(const struct entry *entry)
{
    return entry->kind == ENTRY_RESULTS && entry->subject == NONE;
}

void maker_pour(const struct maker *maker, const struct sink *sink)
{
    view_write(maker->workshop->session->standings, sink);
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

bool maker_make(struct maker *maker, const struct entry *entry, struct made *made, GError **error)
{
    const struct workshop *workshop = maker->workshop;
    GByteArray *out = made->bytes;
    switch (entry->kind) {
    case ENTRY_DOCUMENT:
        return make_document(maker, entry, made, error);
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
        return showcase_page(workshop, &maker->stock, out, error);
    }
    return true;
}
