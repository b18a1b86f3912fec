#include "renderer.h"

#include "page.h"

#include "rapor/assess/ranking.h"
#include "rapor/assess/standing.h"
#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"
#include "rapor/base/times.h"
#include "rapor/pack/book.h"
#include "rapor/pack/sidecar.h"
#include "rapor/pack/table_format.h"
#include "rapor/paint/paint.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/data_tables.h"
#include "rapor/press/dictionary.h"
#include "rapor/press/kit.h"
#include "rapor/press/output_format.h"
#include "rapor/press/press_files.h"
#include "rapor/session/attach.h"
#include "rapor/session/issue.h"
#include "rapor/type/fonts.h"
#include "rapor/view/view.h"

#include <malloc.h>

struct renderer {
    const struct build_run *run;
    struct ready_files ready;
    struct arena *arena;       /* of the pages */
    const struct pages *pages; /* made last, of this document and subject; or NULL */
    size_t document, subject;
    struct kit_source *kit; /* of the texts of the press kit, NULL until one is asked for */
};

struct renderer *renderer_create(const struct build_run *run, const struct ready_files *ready)
{
    struct renderer *renderer = g_new0(struct renderer, 1);
    renderer->run = run;
    renderer->ready = *ready;
    return renderer;
}

void renderer_destroy(struct renderer *renderer)
{
    arena_destroy(renderer->arena);
    kit_close(renderer->kit);
    g_free(renderer);
}

static bool print(const struct build_run *run, const struct pages *pages, GByteArray *out,
                  GError **error)
{
    const struct painter *painter = run->build->painter;
    return painter->paint(pages, run->session->press, (struct excerpt){0, 1}, out, error);
}

static bool is_at_hand(const struct renderer *renderer, const struct entry *entry)
{
    return renderer->pages && renderer->document == entry->document &&
           renderer->subject == entry->subject;
}

/* The pages are kept until others are asked for: some documents are published in several
 * formats. */
static const struct pages *pages_of(struct renderer *renderer, const struct entry *entry,
                                    GError **error)
{
    if (is_at_hand(renderer, entry))
        return renderer->pages;
    arena_destroy(renderer->arena);
    chart_cache_clear(renderer->run->session);
    fonts_trim(renderer->run->session->fonts);
    renderer->arena = arena_create();
    renderer->document = entry->document;
    renderer->subject = entry->subject;
    renderer->pages = session_pages(renderer->run->session, entry->document, entry->subject,
                                    renderer->arena, error);
    return renderer->pages;
}

/* The edition that is in force, or was last. */
static struct paper *issued_of(struct paper *last)
{
    struct paper *paper = last;
    while (paper && paper->state == PAPER_RESERVED)
        paper = paper->before;
    return paper && paper->state == PAPER_ISSUED ? paper : NULL;
}

static const struct pages *pages_as(struct renderer *renderer, const struct entry *entry,
                                    unsigned edition, struct rendered *rendered, GError **error)
{
    struct session *session = renderer->run->session;
    renderer->pages = NULL;
    session->edition = edition;
    const struct pages *pages = pages_of(renderer, entry, error);
    session->edition = 0;
    g_free(rendered->content);
    rendered->content = pages ? attach_content(pages) : NULL;
    rendered->edition = edition;
    return pages;
}

/* What was issued stays as it is as long as it shows the same; else there is a new edition,
 * and so there is of what was withdrawn. */
static const struct pages *paper_pages(struct renderer *renderer, const struct entry *entry,
                                       struct rendered *rendered, GError **error)
{
    struct session *session = renderer->run->session;
    struct paper *last = session_paper(session, entry->document, entry->subject);
    struct paper *issued = issued_of(last);
    if (issued) {
        const struct pages *pages = pages_as(renderer, entry, issued->edition, rendered, error);
        const bool same = pages && g_strcmp0(rendered->content, issued->content) == 0;
        rendered->issued = same ? issued : NULL;
        if (!pages || same)
            return pages;
    }
    if (last && last->state != PAPER_RESERVED)
        last = issuing_next(session->papers, last);
    const unsigned edition = last ? last->edition : session->papers ? 1 : 0;
    return pages_as(renderer, entry, edition, rendered, error);
}

static bool is_paper(const struct renderer *renderer, const struct entry *entry)
{
    const struct instrument *instrument = renderer->run->session->evaluation->instrument;
    return paper_is_issued(&instrument->documents[entry->document]) &&
           g_str_has_suffix(entry->name, ".pdf");
}

static bool make_document(struct renderer *renderer, const struct entry *entry,
                          struct rendered *rendered, GError **error)
{
    const struct build_run *run = renderer->run;
    const struct pages *pages = is_paper(renderer, entry)
                                    ? paper_pages(renderer, entry, rendered, error)
                                    : pages_of(renderer, entry, error);
    if (!pages)
        return false;
    bool paper = g_str_has_suffix(entry->name, ".pdf");
    times_enter(paper ? PHASE_PAINT : PHASE_PICTURES);
    if (!paper)
        return output_format_of(entry->name)->make(run->session, pages, rendered->bytes, error);
    rendered->pages = pages;
    return print(run, pages, rendered->bytes, error);
}

GByteArray *renderer_sidecar(const struct rendered *rendered, const char *name, const char *digest)
{
    return rendered->pages ? sidecar_of(rendered->pages, name, digest) : NULL;
}

bool renderer_pours(const struct entry *entry)
{
    return entry->kind == ENTRY_RESULTS && entry->subject == NONE;
}

void renderer_pour(const struct renderer *renderer, const struct sink *sink)
{
    view_write(renderer->run->session->standings, sink);
}

static void make_results(const struct build_run *run, const struct entry *entry, GByteArray *out)
{
    const GString *text = attach_results(run->session, entry->subject);
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
}

static bool make_ranking(const struct build_run *run, const struct table_format *format,
                         GByteArray *out, GError **error)
{
    const struct standings *standings = run->session->standings;
    struct arena *arena = arena_create();
    const struct ranking_choice choice = {ranking_widest(standings), NONE};
    bool ok = format->write(ranking_of(standings, &choice, arena), run->date, out, error);
    arena_destroy(arena);
    return ok;
}

static bool make_levels(const struct build_run *run, GByteArray *out, GError **error)
{
    struct arena *arena = arena_create();
    const struct ranking *levels = levels_of(run->session->evaluation, arena);
    bool ok = table_csv.write(levels, run->date, out, error);
    arena_destroy(arena);
    return ok;
}

static bool make_data(const struct build_run *run, const struct entry *entry, GByteArray *out,
                      GError **error)
{
    struct arena *arena = arena_create();
    const struct ranking *table = data_table(run->session, entry->document, arena, error);
    bool ok = table && data_forms[entry->subject].format->write(table, run->date, out, error);
    arena_destroy(arena);
    return ok;
}

static bool make_text(struct renderer *renderer, const struct kit_text *text, GByteArray *out,
                      GError **error)
{
    if (!renderer->kit)
        renderer->kit = page_source(renderer->run, &renderer->ready, error);
    return renderer->kit && kit_write(renderer->kit, text, out, error);
}

/* Pages, and the words they were set of, are not held on top of what is made of others. */
static void turn_over(struct renderer *renderer)
{
    struct session *session = renderer->run->session;
    g_clear_pointer(&renderer->arena, arena_destroy);
    renderer->pages = NULL;
    chart_cache_clear(session);
    fonts_forget(session->fonts);
}

static bool make_chart(struct renderer *renderer, const struct entry *entry, GByteArray *out,
                       GError **error)
{
    if (entry->subject == 0)
        turn_over(renderer);
    return press_chart(renderer->run->session, entry->document, &versions[entry->subject], out,
                       error);
}

/* Sheets are made of the standings alone. */
static void rest(struct renderer *renderer)
{
    struct session *session = renderer->run->session;
    turn_over(renderer);
    view_some(session->view, NULL, 0);
    malloc_trim(0);
}

bool renderer_make(struct renderer *renderer, const struct entry *entry, struct rendered *rendered,
                   GError **error)
{
    const struct build_run *run = renderer->run;
    GByteArray *out = rendered->bytes;
    switch (entry->kind) {
    case ENTRY_DOCUMENT:
        return make_document(renderer, entry, rendered, error);
    case ENTRY_RESULTS:
        make_results(run, entry, out);
        break;
    case ENTRY_RANKING_CSV:
        return make_ranking(run, &table_csv, out, error);
    case ENTRY_RANKING_CSV_ID:
        return make_ranking(run, &table_csv_id, out, error);
    case ENTRY_LEVELS_CSV:
        return make_levels(run, out, error);
    case ENTRY_DICTIONARY:
        return dictionary_write(run->session, out, error);
    case ENTRY_BOOK:
        rest(renderer);
        return book_write(&(struct book_order){.evaluation = run->session->evaluation,
                                               .standings = run->session->standings,
                                               .date = run->date},
                          NULL, out, error);
    case ENTRY_CHART:
        return make_chart(renderer, entry, out, error);
    case ENTRY_DATA:
        return make_data(run, entry, out, error);
    case ENTRY_PAGE:
        return make_text(renderer, &kit_texts[entry->document], out, error);
    }
    return true;
}
