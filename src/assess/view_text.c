#include "view_text.h"

#include "rapor/arena.h"

#define RESULTS_NAMESPACE "urn:rapor:results:1"

/* Hands over what is written so far, so that only one institution is held. */
static bool flush(struct text_pen *text, const struct sink *sink)
{
    bool taken = sink->take(sink->to, text->out->str, text->out->len);
    g_string_truncate(text->out, 0);
    return taken;
}

static bool write_institution(const struct shape *shape, struct text_pen *text, size_t institution,
                              const struct sink *sink)
{
    struct arena *outer = text->pen.scratch;
    text->pen.scratch = arena_create();
    shape_institution(shape, &text->pen, institution);
    shape_details(shape, &text->pen, institution);
    text->pen.end(&text->pen);
    arena_destroy(text->pen.scratch);
    text->pen.scratch = outer;
    return flush(text, sink);
}

static bool write_all(const struct shape *shape, struct text_pen *text, const struct sink *sink)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    for (size_t g = 0; g < evaluation->instrument->group_count; g++)
        if (shape->standings->groups[g].count > 0)
            shape_group(shape, &text->pen, g);
    for (size_t r = 0; r < evaluation->region_count; r++)
        shape_region(shape, &text->pen, r);
    for (size_t p = 0; p < shape->standings->parent_count; p++)
        shape_parent(shape, &text->pen, p);
    shape_years(shape, &text->pen);
    shape_improved(shape, &text->pen);

    bool taken = flush(text, sink);
    for (size_t i = 0; taken && i < evaluation->institution_count; i++)
        taken = write_institution(shape, text, i, sink);
    return taken;
}

static void write_parent(const struct shape *shape, struct text_pen *text, size_t institution)
{
    const size_t parent =
        institution == NONE ? NONE : standings_parent(shape->standings, institution);
    if (parent != NONE)
        shape_parent(shape, &text->pen, parent);
}

/* With one institution come only the means it is compared with, as they are printed, and
 * those of its units: else its papers would be others whenever a level of any changes. */
static bool write_one(const struct shape *shape, struct text_pen *text, size_t number,
                      const struct sink *sink)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct institution *institution = &evaluation->institutions[number];
    shape_group(shape, &text->pen, institution->group);
    if (institution->region != NONE)
        shape_region(shape, &text->pen, institution->region);
    write_parent(shape, text, shape->parents[number]);
    write_parent(shape, text, number);
    shape_years(shape, &text->pen);
    return write_institution(shape, text, number, sink);
}

bool view_text_write(const struct shape *whole, size_t institution, const struct sink *sink)
{
    struct shape narrow = *whole, *shape = &narrow;
    shape->brief = institution != NONE;
    g_autoptr(GString) out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    struct text_pen text = text_pen_on(out);
    struct pen *pen = &text.pen;
    pen->scratch = arena_create();

    pen->start(pen, "results");
    pen->attribute(pen, "xmlns", RESULTS_NAMESPACE);
    shape_results(shape, pen);
    shape_papers(shape, pen);
    shape_national(shape, pen);
    bool taken = institution == NONE ? write_all(shape, &text, sink)
                                     : write_one(shape, &text, institution, sink);
    pen->end(pen);
    arena_destroy(pen->scratch);
    return taken && flush(&text, sink);
}

bool view_write(const struct standings *standings, size_t institution, const struct sink *sink)
{
    struct arena *arena = arena_create();
    struct shape shape = shape_of(standings, arena);
    bool taken = view_text_write(&shape, institution, sink);
    arena_destroy(arena);
    return taken;
}
