/* Runs of text become shaped words. */
#include "lines.h"
#include "rapor/arena.h"

#include <string.h>

struct cutter {
    struct setter *setter;
    struct words *out;
    double width; /* of the column, or 0 */
};

static void add(const struct cutter *cutter, struct word word)
{
    struct words *out = cutter->out;
    out->items =
        arena_grow(cutter->setter->arena, out->items, out->count, &out->room, sizeof *out->items);
    out->items[out->count++] = word;
}

static void report_missing(struct setter *setter, const struct run *run, uint32_t missing)
{
    char character[7] = "";
    g_unichar_to_utf8(missing, character);
    setter_fail(setter, &run->origin, "no listed font has the character U+%04X \"%s\" of %s%s%s",
                missing, character, run->origin.field ? "{" : "the text",
                run->origin.field ? run->origin.field : "", run->origin.field ? "}" : "");
}

static struct word shape(const struct cutter *cutter, const struct run *run, enum word_kind kind,
                         const char *text, size_t length)
{
    struct word word = {.kind = kind, .run = run};
    word.shaped = fonts_shape(cutter->setter->fonts, run->style, text, length);
    word.width = word.shaped->width;
    if (word.shaped->missing)
        report_missing(cutter->setter, run, word.shaped->missing);
    return word;
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
        add(cutter, shape(cutter, run, WORD_TEXT, start, (size_t)(stop - start)));
        start = stop;
    }
}

static void add_word(const struct cutter *cutter, const struct run *run, const char *text,
                     size_t length)
{
    struct word word = shape(cutter, run, WORD_TEXT, text, length);
    if (cutter->width > 0 && word.width > cutter->width && g_utf8_strlen(text, (gssize)length) > 1)
        add_wide(cutter, run, text, length);
    else
        add(cutter, word);
}

/* Length of the part of a word up to where a line may end inside it: behind a
 * slash or a hyphen between letters. */
static size_t part_length(const char *text, size_t length)
{
    for (size_t i = 1; i + 1 < length; i++)
        if ((text[i] == '/' || text[i] == '-') && g_ascii_isalpha(text[i - 1]) &&
            g_ascii_isalpha(text[i + 1]))
            return i + 1;
    return length;
}

static void add_parts(const struct cutter *cutter, const struct run *run, const char *text,
                      size_t length)
{
    while (length > 0) {
        size_t part = part_length(text, length);
        add_word(cutter, run, text, part);
        text += part;
        length -= part;
        if (length > 0)
            add(cutter, (struct word){.kind = WORD_CUT, .run = run});
    }
}

static void add_text(const struct cutter *cutter, const struct run *run, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, " ");
        add_parts(cutter, run, text, length);
        text += length;
        if (*text == ' ') {
            add(cutter, shape(cutter, run, WORD_SPACE, " ", 1));
            text += strspn(text, " ");
        }
    }
}

static void add_number(const struct cutter *cutter, const struct run *run, unsigned number)
{
    if (number == 0)
        setter_fail(cutter->setter, &run->origin,
                    "a page number can stand only in a page's <head>");
    add_text(cutter, run, arena_printf(cutter->setter->arena, "%u", number));
}

static const char *text_of(struct setter *setter, const struct run *run)
{
    if (!run->style->capitals)
        return run->text;
    g_autofree char *upper = g_utf8_strup(run->text, -1);
    return arena_strdup(setter->arena, upper);
}

struct words words_of(struct setter *setter, const struct runs *runs, double width)
{
    struct words out = {0};
    const struct cutter cutter = {setter, &out, width};
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->items[i];
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
        }
    }
    return out;
}

double words_width(const struct words *words, size_t first, size_t end)
{
    double width = 0;
    for (size_t i = first; i < end; i++)
        width += words->items[i].width;
    return width;
}

/* One piece of ink in the making: glyphs of one font and colour in a row. */
struct pen {
    struct inks *inks;
    struct ink *ink; /* the last one, or NULL */
    const struct run *run;
    struct glyph *glyphs; /* room for all of the line */
    GString *text;
    double x, y;
};

static void lift(struct pen *pen)
{
    if (pen->ink)
        pen->ink->text.words = arena_strndup(pen->inks->arena, pen->text->str, pen->text->len);
    g_string_truncate(pen->text, 0);
    pen->ink = NULL;
}

static void write_piece(struct pen *pen, const struct piece *piece, const struct run *run,
                        double extra)
{
    if (pen->ink && (pen->ink->text.font != piece->font || pen->run->style != run->style))
        lift(pen);
    if (!pen->ink) {
        pen->ink = inks_add(pen->inks, INK_TEXT, pen->x, pen->y);
        pen->ink->color = run->style->color;
        pen->ink->text.font = piece->font;
        pen->ink->text.glyphs = pen->glyphs;
        pen->ink->text.tracking = run->style->tracking;
        pen->run = run;
    }
    memcpy(pen->glyphs, piece->glyphs, piece->count * sizeof *piece->glyphs);
    pen->glyphs[piece->count - 1].advance += extra;
    g_string_append_len(pen->text, piece->text, (gssize)piece->length);
    for (size_t i = 0; i < piece->count; i++) {
        pen->ink->text.width += pen->glyphs[i].advance;
        pen->x += pen->glyphs[i].advance;
    }
    pen->ink->text.count += piece->count;
    pen->glyphs += piece->count;
}

static size_t count_glyphs(const struct words *words, const struct line *line)
{
    size_t count = 0;
    for (size_t i = line->first; i < line->end; i++)
        for (size_t p = 0; words->items[i].shaped && p < words->items[i].shaped->count; p++)
            count += words->items[i].shaped->pieces[p].count;
    return count;
}

void put_words(struct inks *inks, const struct words *words, const struct line *line, double extra,
               struct point at)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct pen pen = {.inks = inks, .text = text, .x = at.x, .y = at.y};
    pen.glyphs = ARENA_ARRAY(inks->arena, count_glyphs(words, line), struct glyph);
    for (size_t i = line->first; i < line->end; i++) {
        const struct word *word = &words->items[i];
        for (size_t p = 0; word->shaped && p < word->shaped->count; p++)
            write_piece(&pen, &word->shaped->pieces[p], word->run,
                        word->kind == WORD_SPACE ? extra : 0);
    }
    lift(&pen);
}
