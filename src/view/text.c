#include "text.h"

#include "writer.h"

#include "rapor/base/arena.h"
#include "rapor/view/results.h"
#include "rapor/view/view.h"

/* Hands over what is written so far, so that only one institution is held. */
static bool flush(GString *out, const struct sink *sink)
{
    if (!sink)
        return true;
    bool taken = sink->take(sink->to, out->str, out->len);
    g_string_truncate(out, 0);
    return taken;
}

/* The start of the file, and what is always there; returns the element results. */
static struct view_element *write_start(const struct builder *builder, bool of_all,
                                        struct view_piece *piece, GString *out)
{
    struct view_element *results =
        build_results(builder, of_all, piece, view_piece_document(piece));
    build_always(builder, piece, results);
    write_begin(out, results, RESULTS_NAMESPACE);
    for (const struct view_element *at = results->children; at; at = at->next)
        write_element(out, at, 1);
    return results;
}

static void write_around(const struct builder *builder, const struct coverage *coverage,
                         GString *out)
{
    struct view_piece *piece = view_piece_create(0);
    struct view_element *nowhere = view_piece_document(piece);
    build_around(builder, coverage, piece, nowhere);
    for (const struct view_element *at = nowhere->children; at; at = at->next)
        write_element(out, at, 1);
    view_piece_destroy(piece);
}

static void write_institution(const struct builder *builder, size_t institution, bool whole,
                              GString *out)
{
    struct view_piece *piece = view_piece_create(0);
    struct view_element *nowhere = view_piece_document(piece);
    const struct much much = {whole, PARTS_ALL};
    write_element(out, build_institution(builder, institution, much, piece, nowhere), 1);
    view_piece_destroy(piece);
}

bool text_many(const struct builder *builder, const struct coverage *coverage, bool whole,
               GString *out, const struct sink *sink)
{
    const struct standings *standings = builder->facts->standings;
    struct view_piece *piece = view_piece_create(0);
    const struct view_element *results =
        write_start(builder, coverage->per == PER_NATION, piece, out);
    write_around(builder, coverage, out);
    bool taken = flush(out, sink);
    for (size_t i = 0; taken && i < standings->evaluation->institution_count; i++) {
        if (!coverage_has(coverage, standings, i))
            continue;
        write_institution(builder, i, whole, out);
        taken = flush(out, sink);
    }
    write_end(out, results);
    view_piece_destroy(piece);
    return taken && flush(out, sink);
}

struct text_head {
    GString *start, *around, *end; /* empty: nothing yet */
    struct coverage coverage;      /* of what is around */
};

struct text_head *text_head_create(void)
{
    struct text_head *head = g_new0(struct text_head, 1);
    head->start = g_string_new(NULL);
    head->around = g_string_new(NULL);
    head->end = g_string_new(NULL);
    return head;
}

void text_head_destroy(struct text_head *head)
{
    g_string_free(head->start, TRUE);
    g_string_free(head->around, TRUE);
    g_string_free(head->end, TRUE);
    g_free(head);
}

static void start_head(const struct builder *builder, struct text_head *head)
{
    if (head->start->len > 0)
        return;
    struct view_piece *piece = view_piece_create(0);
    write_end(head->end, write_start(builder, false, piece, head->start));
    view_piece_destroy(piece);
}

static void write_head(const struct builder *builder, const struct coverage *coverage,
                       struct text_head *head)
{
    start_head(builder, head);
    if (head->around->len > 0 && coverage_same(&head->coverage, coverage))
        return;
    g_string_truncate(head->around, 0);
    head->coverage = *coverage;
    write_around(builder, coverage, head->around);
}

void text_around(const struct builder *builder, const struct coverage *coverage,
                 struct text_head *head, GString *out)
{
    write_head(builder, coverage, head);
    g_string_append_len(out, head->start->str, (gssize)head->start->len);
    g_string_append_len(out, head->around->str, (gssize)head->around->len);
}

void text_one(const struct builder *builder, const struct coverage *coverage,
              const struct view_element *element, struct text_head *head, GString *out)
{
    text_around(builder, coverage, head, out);
    write_element(out, element, 1);
    g_string_append_len(out, head->end->str, (gssize)head->end->len);
}

void text_own(const struct builder *builder, const struct view_element *element,
              struct text_head *head, GString *out)
{
    start_head(builder, head);
    g_string_append_len(out, head->start->str, (gssize)head->start->len);
    write_element_without(out, element, g_quark_from_static_string("peer"), 1);
    g_string_append_len(out, head->end->str, (gssize)head->end->len);
}

bool view_write(const struct standings *standings, const struct sink *sink)
{
    struct arena *arena = arena_create();
    struct facts *facts = facts_of(standings, arena);
    const struct builder *builder = builder_create(facts, arena);
    const struct coverage all = coverage_of(standings, PER_NATION, NONE);
    g_autoptr(GString) out = g_string_new(NULL);
    bool taken = text_many(builder, &all, true, out, sink);
    facts_close(facts);
    arena_destroy(arena);
    return taken;
}
