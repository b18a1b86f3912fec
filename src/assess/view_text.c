#include "view_text.h"

#include "scene.h"

#include "rapor/base/arena.h"

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
    case PER_INSTITUTION: /* view_text_one() */
        break;
    }
    return true;
}

/* Starts results, with what is the same whatever it is about. */
static void begin(const struct shape *shape, struct text_pen *text, enum per per)
{
    struct pen *pen = &text->pen;
    g_string_append(text->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    pen->start(pen, "results");
    pen->attribute(pen, "xmlns", RESULTS_NAMESPACE);
    shape_results(shape, pen);
    if (per == PER_NATION)
        shape_source(shape, pen);
    shape_papers(shape, pen);
}

bool view_text_write(const struct shape *shape, struct about about, bool whole, GString *out,
                     const struct sink *sink)
{
    struct text_pen text = text_pen_on(out);
    text.pen.scratch = arena_create();
    begin(shape, &text, about.per);
    bool taken = write_scene(shape, &text, about, whole, sink);
    text.pen.end(&text.pen);
    arena_destroy(text.pen.scratch);
    return taken && flush(&text, sink);
}

struct text_head {
    GString *bytes; /* empty: nothing yet */
    struct surroundings around;
    struct text_pen pen; /* as it stood behind them */
};

struct text_head *text_head_create(void)
{
    struct text_head *head = g_new0(struct text_head, 1);
    head->bytes = g_string_new(NULL);
    return head;
}

void text_head_destroy(struct text_head *head)
{
    g_string_free(head->bytes, TRUE);
    g_free(head);
}

static void write_head(const struct shape *shape, struct text_head *head,
                       const struct surroundings *around)
{
    g_string_truncate(head->bytes, 0);
    head->around = *around;
    head->pen = text_pen_on(head->bytes);
    head->pen.pen.scratch = arena_create();
    begin(shape, &head->pen, PER_INSTITUTION);
    scene_surroundings(shape, &head->pen.pen, around);
    arena_destroy(head->pen.pen.scratch);
}

void view_text_one(const struct shape *shape, size_t institution, struct text_head *head,
                   GString *out)
{
    const struct surroundings around = surroundings_of(shape, institution);
    if (head->bytes->len == 0 || !surroundings_same(&head->around, &around))
        write_head(shape, head, &around);
    struct text_pen text = head->pen;
    text.out = out;
    text.pen.scratch = arena_create();
    g_string_append_len(out, head->bytes->str, (gssize)head->bytes->len);
    scene_details(shape, &text.pen, institution);
    text.pen.end(&text.pen);
    arena_destroy(text.pen.scratch);
}

bool view_write(const struct standings *standings, const struct sink *sink)
{
    struct arena *arena = arena_create();
    struct shape shape = shape_of(standings, arena);
    g_autoptr(GString) out = g_string_new(NULL);
    bool taken = view_text_write(&shape, (struct about){PER_NATION, NONE}, true, out, sink);
    shape_close(&shape);
    arena_destroy(arena);
    return taken;
}
