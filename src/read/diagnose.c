#include "diagnose.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <glib.h>
#include <string.h>

struct unplaced_note {
    struct read_spot spot;
    const char *id, *text, *hint;
};

struct unplaced {
    struct arena *arena;
    struct unplaced_note notes[SEVERITY_COUNT * DIAGNOSTICS_KEPT];
    size_t note_count;
    size_t counts[SEVERITY_COUNT];
};

struct unplaced *unplaced_create(void)
{
    struct unplaced *unplaced = g_new0(struct unplaced, 1);
    unplaced->arena = arena_create();
    return unplaced;
}

void unplaced_destroy(struct unplaced *unplaced)
{
    if (!unplaced)
        return;
    arena_destroy(unplaced->arena);
    g_free(unplaced);
}

static bool is_hidden(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
           type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* A message quotes the input, which must not steer the terminal nor fill it. */
static const char *tamed(const char *text, struct arena *arena)
{
    const size_t longest = 300;
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
        if (out->len >= longest) {
            g_string_append(out, "…");
            break;
        }
        gunichar c = g_utf8_get_char(at);
        g_string_append_unichar(out, is_hidden(c) ? 0xFFFD : c);
    }
    return arena_strdup(arena, out->str);
}

void diagnose(struct unplaced *unplaced, struct read_spot spot, const char *id, const char *hint,
              const char *format, ...)
{
    if (unplaced->counts[spot.severity]++ >= DIAGNOSTICS_KEPT)
        return;

    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(_(format), args);
    va_end(args);
    if (spot.attribute)
        spot.attribute = arena_strdup(unplaced->arena, spot.attribute);
    unplaced->notes[unplaced->note_count++] = (struct unplaced_note){
        .spot = spot,
        .id = id,
        .text = tamed(text, unplaced->arena),
        .hint = hint ? tamed(_(hint), unplaced->arena) : NULL,
    };
}

size_t unplaced_count(const struct unplaced *unplaced, enum severity severity)
{
    return unplaced->counts[severity];
}

bool unplaced_is_empty(const struct unplaced *unplaced)
{
    return unplaced->note_count == 0;
}

static struct place place_of_spot(const struct source *source, const struct read_spot *spot,
                                  struct arena *arena)
{
    if (spot->element > 0)
        return place_of(source, spot->element, spot->attribute, arena);
    size_t offset = MIN(spot->offset, source->size);
    const char *tag = spot->in_tag ? memrchr(source->bytes, '<', offset) : NULL;
    return place_at(source, tag ? (size_t)(tag - source->bytes) : offset, arena);
}

void unplaced_report(const struct unplaced *unplaced, const struct source *source,
                     struct diagnostics *diagnostics)
{
    /* Those that show only at the end, such as a region that is nowhere, may
     * stand before the others: so all are placed and sorted first. */
    struct diagnostics *placed = diagnostics_create();
    for (size_t i = 0; i < unplaced->note_count; i++) {
        const struct unplaced_note *note = &unplaced->notes[i];
        struct place place = place_of_spot(source, &note->spot, unplaced->arena);
        diagnostics_add(placed, &(struct diagnostic){
                                    .severity = note->spot.severity,
                                    .id = note->id,
                                    .file = source->name,
                                    .line = place.line,
                                    .column = place.column,
                                    .source = place.text,
                                    .text = note->text,
                                    .hint = note->hint,
                                });
    }
    diagnostics_sort(placed);

    size_t count;
    const struct diagnostic *sorted = diagnostics_kept(placed, &count);
    for (size_t i = 0; i < count; i++)
        diagnostics_add(diagnostics, &sorted[i]);
    diagnostics_destroy(placed);

    for (int severity = 0; severity < SEVERITY_COUNT; severity++)
        for (size_t i = DIAGNOSTICS_KEPT; i < unplaced->counts[severity]; i++)
            diagnostics_add(diagnostics, &(struct diagnostic){
                                             .severity = (enum severity)severity,
                                             .file = source->name,
                                             .id = "more",
                                             .text = _("more of the same file"),
                                         });
}
