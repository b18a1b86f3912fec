/* Words of a line become letters. */
#include "references.h"
#include "shaped_text.h"

#include "rapor/base/arena.h"

#include <string.h>

/* A piece of a word. */
struct line_part {
    const struct piece *piece;
    const struct word *word;
    double extra; /* to be added behind it */
};

struct line_parts {
    struct line_part *items;
    size_t count;
};

static bool is_space(const struct word *word)
{
    return word->kind == WORD_SPACE || word->kind == WORD_TIE;
}

static struct line_parts parts_of(const struct script *script, const struct words *words,
                                  double extra)
{
    struct line_parts parts = {0};
    for (size_t i = 0; i < words->count; i++)
        parts.count += words->items[i].shaped ? words->items[i].shaped->count : 0;
    parts.items = ARENA_ARRAY(script->typesetter->scratch, parts.count, struct line_part);
    struct line_part *part = parts.items;
    for (size_t i = 0; i < words->count; i++) {
        const struct word *word = &words->items[i];
        for (size_t p = 0; word->shaped && p < word->shaped->count; p++)
            *part++ = (struct line_part){&word->shaped->pieces[p], word,
                                         is_space(word) ? extra * word->width : 0};
    }
    return parts;
}

/* True where ink that began with A goes on with B. */
static bool joins(const struct script *script, const struct line_part *a, const struct line_part *b)
{
    const struct run *one = &script->runs->items[a->word->run];
    const struct run *other = &script->runs->items[b->word->run];
    return a->piece->font == b->piece->font && one->style == other->style &&
           one->target == other->target;
}

/* How many parts from FIRST on are one ink. */
static size_t stretch(const struct script *script, const struct line_parts *parts, size_t first)
{
    size_t end = first + 1;
    while (end < parts->count && joins(script, &parts->items[first], &parts->items[end]))
        end++;
    return end - first;
}

/* COUNT parts as one piece, the spaces grown. */
static const struct piece *join(struct fonts *fonts, const struct line_part *parts, size_t count)
{
    size_t glyph_count = 0, length = 0;
    for (size_t i = 0; i < count; i++) {
        glyph_count += parts[i].piece->count;
        length += parts[i].piece->length;
    }
    struct piece *all = fonts_keep(fonts, 1, sizeof *all);
    struct glyph *glyphs = fonts_keep(fonts, glyph_count, sizeof *glyphs);
    char *words = fonts_keep(fonts, length + 1, 1);
    *all = (struct piece){parts->piece->font,    glyphs, glyph_count, words, length, 0,
                          parts->piece->tracking};
    for (size_t i = 0; i < count; i++) {
        const struct piece *piece = parts[i].piece;
        memcpy(glyphs, piece->glyphs, piece->count * sizeof *glyphs);
        glyphs += piece->count;
        glyphs[-1].advance += parts[i].extra;
        memcpy(words, piece->words, piece->length);
        words += piece->length;
    }
    for (size_t i = 0; i < glyph_count; i++)
        all->width += all->glyphs[i].advance;
    return all;
}

/* Equal to the word alone where nothing is added to it. */
static const struct piece *piece_of(struct fonts *fonts, const struct line_part *parts,
                                    size_t count)
{
    return count == 1 && parts->extra == 0 ? parts->piece : join(fonts, parts, count);
}

/* Glyph by glyph, as pens go, so that rounding is theirs. */
static double end_of(double x, const struct piece *piece)
{
    for (size_t i = 0; i < piece->count; i++)
        x += piece->glyphs[i].advance;
    return x;
}

const char *words_opening(const struct script *script, const struct words *words,
                          const struct line *line)
{
    size_t length = 0, end = line->first;
    for (; end < line->end && !is_space(&words->items[end]); end++)
        length += words->items[end].kind == WORD_TEXT ? words->items[end].length : 0;
    char *opening = fonts_keep(script->typesetter->fonts, length + 1, 1), *at = opening;
    for (size_t i = line->first; i < end; i++) {
        const struct word *word = &words->items[i];
        if (word->kind != WORD_TEXT)
            continue;
        memcpy(at, word->text, word->length);
        at += word->length;
    }
    return opening;
}

void text_line_fill(const struct script *script, struct text_line *text_line,
                    const struct words *words, double extra)
{
    const struct line_parts parts = parts_of(script, words, extra);
    struct fonts *fonts = script->typesetter->fonts;
    size_t count = 0;
    for (size_t i = 0; i < parts.count; i += stretch(script, &parts, i))
        count++;
    struct letters *letters = fonts_keep(fonts, count, sizeof *letters);
    double x = 0;
    for (size_t i = 0, length; i < parts.count; i += length) {
        length = stretch(script, &parts, i);
        const struct piece *piece = piece_of(fonts, &parts.items[i], length);
        letters[text_line->count++] = (struct letters){x, piece, parts.items[i].word->run};
        x = text_line->count < count ? end_of(x, piece) : x;
    }
    text_line->items = letters;
    text_line->width = words_width(words, 0, words->count);
    text_line->trail = words_trail(script, words);
}

void put_text_line(const struct script *script, const struct text_line *text_line,
                   struct line_spot spot)
{
    struct typesetter *typesetter = script->typesetter;
    const double y = look_of(typesetter, spot.style)->baseline;
    for (size_t i = 0; i < text_line->count; i++) {
        const struct letters *letters = &text_line->items[i];
        const struct run *run = &script->runs->items[letters->run];
        struct ink *ink = inks_add(&typesetter->ink, INK_TEXT, spot.x + letters->x, y);
        ink->color = run->style->color;
        ink->text = letters->piece;
        const uint32_t element =
            run->target ? link_element(typesetter, run->target->number, spot.element, spot.style)
                        : spot.element;
        ink->element = element & ELEMENT_BITS;
    }
}
