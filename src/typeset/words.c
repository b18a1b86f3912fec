/* Runs of text become shaped words. */
#include "lead.h"
#include "lines.h"
#include "rapor/arena.h"

#include <string.h>

struct cutter {
    struct setter *setter;
    struct words *out;
    double width; /* of the column, or 0 */
};

void words_add(struct setter *setter, struct words *words, struct word word)
{
    words->items =
        arena_grow(setter->arena, words->items, words->count, &words->room, sizeof *words->items);
    words->items[words->count++] = word;
}

static void report_missing(struct setter *setter, const struct run *run, uint32_t missing)
{
    char character[7] = "";
    g_unichar_to_utf8(missing, character);
    setter_fail(setter, &run->origin, "no listed font has the character U+%04X \"%s\" of %s%s%s",
                missing, character, run->origin.field ? "{" : "the text",
                run->origin.field ? run->origin.field : "", run->origin.field ? "}" : "");
}

struct word word_shaped(struct setter *setter, const struct run *run, enum word_kind kind,
                        const char *text, size_t length)
{
    struct word word = {.kind = kind, .run = run, .text = text, .length = length};
    word.shaped = fonts_shape(setter->fonts, run->style, text, length);
    word.width = word.shaped->width;
    if (word.shaped->missing)
        report_missing(setter, run, word.shaped->missing);
    return word;
}

static void add(const struct cutter *cutter, struct word word)
{
    words_add(cutter->setter, cutter->out, word);
}

/* A word wider than the column is cut where it must be, between characters. */
static void add_wide(const struct cutter *cutter, const struct run *run, const char *text,
                     size_t length)
{
    const char *end = text + length, *start = text;
    while (start < end) {
        const char *stop = g_utf8_next_char(start);
        while (stop < end) {
            const char *next = g_utf8_next_char(stop);
            size_t more = (size_t)(next - start);
            if (fonts_shape(cutter->setter->fonts, run->style, start, more)->width > cutter->width)
                break;
            stop = next;
        }
        if (start > text)
            add(cutter, (struct word){.kind = WORD_CUT, .run = run});
        add(cutter, word_shaped(cutter->setter, run, WORD_TEXT, start, (size_t)(stop - start)));
        start = stop;
    }
}

static void add_word(const struct cutter *cutter, const struct run *run, const char *text,
                     size_t length)
{
    struct word word = word_shaped(cutter->setter, run, WORD_TEXT, text, length);
    if (cutter->width > 0 && word.width > cutter->width && g_utf8_strlen(text, (gssize)length) > 1)
        add_wide(cutter, run, text, length);
    else
        add(cutter, word);
}

static enum word_kind kind_of(enum slice_kind kind)
{
    static const enum word_kind kinds[] = {[SLICE_WORD] = WORD_TEXT,
                                           [SLICE_SPACE] = WORD_SPACE,
                                           [SLICE_TIE] = WORD_TIE,
                                           [SLICE_BREAK] = WORD_CUT};
    return kinds[kind];
}

static void reserve(const struct cutter *cutter, size_t more)
{
    struct words *out = cutter->out;
    if (out->count + more <= out->room)
        return;
    size_t room = MAX(out->count + more, out->room * 2);
    struct word *items = ARENA_ARRAY(cutter->setter->arena, room, struct word);
    if (out->count)
        memcpy(items, out->items, out->count * sizeof *items);
    out->items = items;
    out->room = room;
}

static void add_text(const struct cutter *cutter, const struct run *run, const char *text)
{
    struct setter *setter = cutter->setter;
    const struct slices *slices = fonts_slice(setter->fonts, run->style, text);
    bool wide = cutter->width > 0 && slices->widest > cutter->width;
    if (slices->missing)
        report_missing(setter, run, slices->missing);
    reserve(cutter, slices->count);
    for (size_t i = 0; i < slices->count; i++) {
        const struct slice *slice = &slices->items[i];
        if (wide && slice->kind == SLICE_WORD)
            add_word(cutter, run, slice->text, slice->length);
        else
            add(cutter, (struct word){.kind = kind_of(slice->kind),
                                      .run = run,
                                      .text = slice->text,
                                      .length = slice->length,
                                      .shaped = slice->shaped,
                                      .width = slice->shaped ? slice->shaped->width : 0});
    }
}

static void add_number(const struct cutter *cutter, const struct run *run, unsigned number)
{
    if (number == 0)
        setter_fail(cutter->setter, &run->origin,
                    "a page number can stand only in a page's <head>");
    add_text(cutter, run, arena_printf(cutter->setter->arena, "%u", number));
}

/* Letter by letter: what GLib does for whole texts depends on the locale. */
static const char *text_of(struct setter *setter, const struct run *run)
{
    if (!run->style->capitals)
        return run->text;
    g_autoptr(GString) upper = g_string_new(NULL);
    for (const char *at = run->text; *at; at = g_utf8_next_char(at))
        g_string_append_unichar(upper, g_unichar_toupper(g_utf8_get_char(at)));
    return arena_strdup(setter->arena, upper->str);
}

/* Small capitals are drawn by whoever made the font, or not at all. */
static void check_style(struct setter *setter, const struct run *run)
{
    const struct style *style = run->style;
    if (style->small_capitals && !fonts_have(setter->fonts, style, "smcp"))
        setter_fail(setter, &run->origin,
                    "%s has no small capitals: give the style \"%s\" another family, or "
                    "capitals=\"yes\" and a smaller size",
                    style->family, style->name);
}

struct words words_of(struct setter *setter, const struct runs *runs, double width)
{
    struct words out = {0};
    const struct cutter cutter = {setter, &out, width};
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->items[i];
        check_style(setter, run);
        switch (run->kind) {
        case RUN_TEXT:
            add_text(&cutter, run, text_of(setter, run));
            break;
        case RUN_BREAK:
            add(&cutter, (struct word){.kind = WORD_BREAK, .run = run});
            break;
        case RUN_PAGE:
            add_number(&cutter, run, setter->page);
            break;
        case RUN_PAGES:
            add_number(&cutter, run, setter->page_count);
            break;
        case RUN_CHAPTER:
        case RUN_LABEL_OF:
        case RUN_PAGE_OF:
        case RUN_PAGES_OF:
            add_text(&cutter, run, lead_words(setter, run));
            break;
        }
    }
    bind_words(setter, &out);
    return out;
}

double words_width(const struct words *words, size_t first, size_t end)
{
    double width = 0;
    for (size_t i = first; i < end; i++)
        width += words->items[i].width;
    return width;
}

double spaces_width(const struct words *words, size_t first, size_t end)
{
    double width = 0;
    for (size_t i = first; i < end; i++)
        if (words->items[i].kind == WORD_SPACE || words->items[i].kind == WORD_TIE)
            width += words->items[i].width;
    return width;
}
