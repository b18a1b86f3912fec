#include "view_text.h"

#include "scene.h"

#include "rapor/arena.h"

#define RESULTS_NAMESPACE "urn:rapor:results:1"

/* Hands over what is written so far, so that only one institution is held. */
static bool flush(struct text_pen *text, const struct sink *sink)
{
    if (!sink)
        return true;
    bool taken = sink->take(sink->to, text->out->str, text->out->len);
    g_string_truncate(text->out, 0);
    return taken;
}

static void write_one(const struct shape *shape, struct pen *pen, size_t institution, bool whole)
{
    struct arena *outer = pen->scratch;
    pen->scratch = arena_create();
    (whole ? scene_details : scene_line)(shape, pen, institution);
    arena_destroy(pen->scratch);
    pen->scratch = outer;
}

static bool write_all(const struct shape *shape, struct text_pen *text, bool whole,
                      const struct sink *sink)
{
    scene_all(shape, &text->pen);
    bool taken = flush(text, sink);
    for (size_t i = 0; taken && i < shape->standings->evaluation->institution_count; i++) {
        write_one(shape, &text->pen, i, whole);
        taken = flush(text, sink);
    }
    return taken;
}

static bool write_scene(const struct shape *shape, struct text_pen *text, struct about about,
                        bool whole, const struct sink *sink)
{
    switch (about.per) {
    case PER_NATION:
        return write_all(shape, text, whole, sink);
    case PER_REGION:
        scene_region(shape, &text->pen, about.subject);
        break;
    case PER_PARENT:
        scene_parent(shape, &text->pen, about.subject);
        break;
    case PER_INSTITUTION:
        scene_institution(shape, &text->pen, about.subject);
        break;
    }
    return true;
}

bool view_text_write(const struct shape *shape, struct about about, bool whole, GString *out,
                     const struct sink *sink)
{
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    struct text_pen text = text_pen_on(out);
    struct pen *pen = &text.pen;
    pen->scratch = arena_create();

    pen->start(pen, "results");
    pen->attribute(pen, "xmlns", RESULTS_NAMESPACE);
    shape_results(shape, pen);
    if (about.per == PER_NATION)
        shape_source(shape, pen);
    shape_papers(shape, pen);
    bool taken = write_scene(shape, &text, about, whole, sink);
    pen->end(pen);
    arena_destroy(pen->scratch);
    return taken && flush(&text, sink);
}

bool view_write(const struct standings *standings, const struct sink *sink)
{
    struct arena *arena = arena_create();
    struct shape shape = shape_of(standings, arena);
    g_autoptr(GString) out = g_string_new(NULL);
    bool taken = view_text_write(&shape, (struct about){PER_NATION, NONE}, true, out, sink);
    arena_destroy(arena);
    return taken;
}
