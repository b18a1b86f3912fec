/* Texts in words, each distinct text once per face and run: most texts of a paper are
 * those of all others. */
#include "rapor/arena.h"
#include "type.h"

#include <string.h>

#define NO_BREAK "\u00a0"

struct slicer {
    struct fonts *fonts;
    const struct style *style;
    struct slice *items;
    size_t count, room;
    struct slices *out;
};

static void add(struct slicer *slicer, struct slice slice)
{
    slicer->items = arena_grow(slicer->fonts->shaped, slicer->items, slicer->count, &slicer->room,
                               sizeof *slicer->items);
    slicer->items[slicer->count++] = slice;
}

static void add_shaped(struct slicer *slicer, enum slice_kind kind, const char *text, size_t length)
{
    const struct shaped *shaped = fonts_shape(slicer->fonts, slicer->style, text, length);
    add(slicer, (struct slice){kind, text, length, shaped});
    if (shaped->missing && !slicer->out->missing)
        slicer->out->missing = shaped->missing;
    if (kind == SLICE_WORD && shaped->width > slicer->out->widest)
        slicer->out->widest = shaped->width;
}

/* Length of the part of a word up to where a line may end inside it: behind a
 * slash or a hyphen between letters, but not in "e-Government". */
static size_t part_length(const char *text, size_t length)
{
    for (size_t i = 2; i + 1 < length; i++)
        if ((text[i] == '/' || text[i] == '-') && g_ascii_isalpha(text[i - 1]) &&
            g_ascii_isalpha(text[i + 1]) && g_ascii_isalpha(text[i - 2]))
            return i + 1;
    return length;
}

static void add_word(struct slicer *slicer, const char *text, size_t length)
{
    while (length > 0) {
        size_t part = part_length(text, length);
        add_shaped(slicer, SLICE_WORD, text, part);
        text += part;
        length -= part;
        if (length > 0)
            add(slicer, (struct slice){.kind = SLICE_BREAK});
    }
}

static void add_text(struct slicer *slicer, const char *text)
{
    while (*text) {
        size_t length = 0;
        while (text[length] && text[length] != ' ' && !g_str_has_prefix(text + length, NO_BREAK))
            length++;
        add_word(slicer, text, length);
        text += length;
        if (*text == ' ') {
            add_shaped(slicer, SLICE_SPACE, " ", 1);
            text += strspn(text, " ");
        } else if (*text) {
            add_shaped(slicer, SLICE_TIE, NO_BREAK, strlen(NO_BREAK));
            text += strlen(NO_BREAK);
        }
    }
}

static const struct slices *slice(struct fonts *fonts, const struct style *style, const char *text)
{
    struct slices *out = ARENA_NEW(fonts->shaped, struct slices);
    struct slicer slicer = {.fonts = fonts, .style = style, .out = out};
    add_text(&slicer, text);
    out->items = slicer.items;
    out->count = slicer.count;
    return out;
}

const struct slices *fonts_slice(struct fonts *fonts, const struct style *style, const char *text)
{
    struct face *face = face_of(fonts, style);
    const struct slices *known = g_hash_table_lookup(face->slices, text);
    if (known)
        return known;
    const char *own = arena_strdup(fonts->shaped, text);
    known = slice(fonts, style, own);
    fonts->held += strlen(own) + sizeof *known + known->count * sizeof *known->items;
    g_hash_table_insert(face->slices, (char *)own, (struct slices *)known);
    return known;
}
