/* Words divided at the end of a line, where a style allows it. */
#include "lines.h"

#include "rapor/base/arena.h"

#include <string.h>

/* What a search for "-" must not find: the reader sees a hyphen, the text has none. */
#define SOFT_HYPHEN "\u00ad"

/* The hyphen of a style, that stands for nothing in the text. */
static const struct shaped *hyphen_of(const struct script *script, const struct word *word)
{
    struct fonts *fonts = script->typesetter->fonts;
    const struct shaped *plain = fonts_shape(fonts, word_style(script, word), "-", 1);
    struct shaped *soft = fonts_keep(fonts, 1, sizeof *soft);
    struct piece *piece = fonts_keep(fonts, 1, sizeof *piece);
    struct glyph *glyph = fonts_keep(fonts, 1, sizeof *glyph);
    *soft = *plain;
    *piece = plain->pieces[0];
    *glyph = piece->glyphs[0];
    glyph->bytes = sizeof SOFT_HYPHEN - 1;
    piece->words = SOFT_HYPHEN;
    piece->length = sizeof SOFT_HYPHEN - 1;
    piece->glyphs = glyph;
    soft->pieces = piece;
    return soft;
}

/* The letters of a word that may be divided: small ones only, so that names,
 * abbreviations and what has digits in it stay whole; signs around do not count. */
static size_t letters_of(const struct word *word, size_t *first)
{
    size_t start = 0, end = word->length;
    while (start < end && g_ascii_ispunct(word->text[start]))
        start++;
    while (end > start && g_ascii_ispunct(word->text[end - 1]))
        end--;
    for (size_t i = start; i < end; i++)
        if (!g_ascii_islower(word->text[i]))
            return 0;
    *first = start;
    return end - start;
}

static void find_points(const struct script *script, const struct word *word, size_t first,
                        size_t letters, bool *points)
{
    struct typesetter *typesetter = script->typesetter;
    const char *language = word_style(script, word)->hyphenate;
    if (letters > 0 &&
        !fonts_hyphens(typesetter->fonts, language, word->text + first, letters, points))
        typesetter_fail(typesetter, &script->runs->items[word->run].origin,
                        "the patterns for hyphens of \"%s\" cannot be read", language);
}

static void add_divided(const struct script *script, const struct word *word, struct words *out)
{
    size_t first = 0, letters = letters_of(word, &first), start = 0;
    bool *points = ARENA_ARRAY(script->typesetter->scratch, word->length + 1, bool);
    find_points(script, word, first, letters, points);
    for (size_t i = 0; i < letters; i++) {
        size_t end = first + i + 1;
        if (!points[i])
            continue;
        words_add(script, out,
                  word_shaped(script, word->run, WORD_TEXT, word->text + start, end - start));
        words_add(script, out,
                  (struct word){
                      .kind = WORD_HYPHEN, .run = word->run, .shaped = hyphen_of(script, word)});
        start = end;
    }
    words_add(script, out,
              word_shaped(script, word->run, WORD_TEXT, word->text + start, word->length - start));
}

/* The points of a word whatever its letters are, but for signs and figures; false where it
 * has none. */
static bool find_all_points(const struct script *script, const struct word *word, bool *points)
{
    const char *language = word_style(script, word)->hyphenate;
    bool any = false;
    for (size_t i = 0; i < word->length; i++)
        if (!g_ascii_isalpha(word->text[i]))
            return false;
    g_autofree char *small = g_ascii_strdown(word->text, (gssize)word->length);
    if (!fonts_hyphens(script->typesetter->fonts, language ? language : "id", small, word->length,
                       points))
        return false;
    for (size_t i = 0; i < word->length; i++)
        any |= points[i];
    return any;
}

bool words_add_parts(const struct script *script, const struct word *word, double width,
                     struct words *out)
{
    bool *points = ARENA_ARRAY(script->typesetter->scratch, word->length + 1, bool);
    const struct shaped *hyphen = hyphen_of(script, word);
    struct words parts = {0};
    size_t start = 0;
    if (!find_all_points(script, word, points))
        return false;
    for (size_t end = 1; end <= word->length; end++) {
        if (end < word->length && !points[end - 1])
            continue;
        const struct word part =
            word_shaped(script, word->run, WORD_TEXT, word->text + start, end - start);
        if (part.width + hyphen->width > width)
            return false;
        words_add(script, &parts, part);
        if (end < word->length)
            words_add(script, &parts,
                      (struct word){.kind = WORD_HYPHEN, .run = word->run, .shaped = hyphen});
        start = end;
    }
    for (size_t i = 0; i < parts.count; i++)
        words_add(script, out, parts.items[i]);
    return true;
}

struct words words_divided(const struct script *script, const struct words *words)
{
    struct words out = {0};
    for (size_t i = 0; i < words->count; i++) {
        const struct word *word = &words->items[i];
        if (word->kind == WORD_TEXT && word_style(script, word)->hyphenate)
            add_divided(script, word, &out);
        else
            words_add(script, &out, *word);
    }
    return out;
}

/* Takes the parts from FIRST on together; returns how many words that were. */
static size_t add_joined(const struct script *script, const struct words *words,
                         const struct line *line, size_t first, struct words *out)
{
    const struct word *word = &words->items[first];
    size_t end = first, length = word->length;
    while (end + 2 < line->end && words->items[end + 1].kind == WORD_HYPHEN) {
        end += 2;
        length += words->items[end].length;
    }
    words_add(script, out,
              end > first ? word_shaped(script, word->run, WORD_TEXT, word->text, length) : *word);
    return end + 1 - first;
}

struct words words_of_line(const struct script *script, const struct words *words,
                           const struct line *line)
{
    bool whole = true;
    for (size_t i = line->first; i < line->end && whole; i++)
        whole = words->items[i].kind != WORD_HYPHEN;
    if (whole)
        return (struct words){words->items + line->first, line->end - line->first, 0};
    struct words out = {0};
    for (size_t i = line->first; i < line->end;) {
        struct word word = words->items[i];
        if (word.kind == WORD_TEXT) {
            i += add_joined(script, words, line, i, &out);
            continue;
        }
        if (word.kind == WORD_HYPHEN) {
            word.kind = WORD_TEXT;
            word.width = word.shaped->width;
        }
        words_add(script, &out, word);
        i++;
    }
    return out;
}
