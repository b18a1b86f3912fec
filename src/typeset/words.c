/* What runs say becomes shaped words. */
#include "lines.h"

#include "rapor/base/arena.h"

#include <string.h>

#define NO_BREAK "\u00a0"

/* What a run says, as a key has it. */
struct run_said {
    bool forced; /* nothing but the end of a line */
    const char *text;
    size_t length;
};

/* Finds what stands AT an item of a key, two before the text of each run (write_key() in
 * shaped_text.c); returns where the next is. */
static const uint64_t *said_next(const uint64_t *at, struct run_said *said)
{
    said->forced = (at[0] >> 1 & 0x7f) == RUN_BREAK;
    said->length = at[1];
    said->text = (const char *)(at + 2);
    return at + 2 + (said->length + sizeof *at - 1) / sizeof *at;
}

struct cutter {
    const struct script *script;
    struct words *out;
    double width; /* of the column, or 0 */
    uint32_t run; /* in hand */
};

void words_add(const struct script *script, struct words *words, struct word word)
{
    words->items = arena_grow(script->typesetter->scratch, words->items, words->count, &words->room,
                              sizeof *words->items);
    words->items[words->count++] = word;
}

const struct style *word_style(const struct script *script, const struct word *word)
{
    return script->runs->items[word->run].style;
}

struct word word_shaped(const struct script *script, uint32_t run, enum word_kind kind,
                        const char *text, size_t length)
{
    const struct style *style = script->runs->items[run].style;
    const struct shaped *shaped = fonts_shape(script->typesetter->fonts, style, text, length);
    return (struct word){.kind = kind,
                         .run = run,
                         .text = text,
                         .length = (uint32_t)length,
                         .shaped = shaped,
                         .width = shaped->width};
}

static void add(const struct cutter *cutter, enum word_kind kind, const char *text, size_t length)
{
    words_add(cutter->script, cutter->out,
              word_shaped(cutter->script, cutter->run, kind, text, length));
}

/* A line may end here without a sign, or must. */
static void add_end(const struct cutter *cutter, enum word_kind kind)
{
    words_add(cutter->script, cutter->out, (struct word){.kind = kind, .run = cutter->run});
}

/* A word wider than the column that cannot be divided is cut between characters. */
static void add_wide(const struct cutter *cutter, const char *text, size_t length)
{
    const struct script *script = cutter->script;
    const struct style *style = script->runs->items[cutter->run].style;
    const char *end = text + length, *start = text;
    while (start < end) {
        const char *stop = g_utf8_next_char(start);
        while (stop < end) {
            const char *next = g_utf8_next_char(stop);
            size_t more = (size_t)(next - start);
            if (fonts_shape(script->typesetter->fonts, style, start, more)->width > cutter->width)
                break;
            stop = next;
        }
        if (start > text)
            add_end(cutter, WORD_CUT);
        add(cutter, WORD_TEXT, start, (size_t)(stop - start));
        start = stop;
    }
}

static void add_part(const struct cutter *cutter, const char *text, size_t length)
{
    const struct word word = word_shaped(cutter->script, cutter->run, WORD_TEXT, text, length);
    const bool wide = cutter->width > 0 && word.width > cutter->width;
    if (wide && words_add_parts(cutter->script, &word, cutter->width, cutter->out))
        return;
    if (wide && g_utf8_strlen(text, (gssize)length) > 1)
        add_wide(cutter, text, length);
    else
        words_add(cutter->script, cutter->out, word);
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

static void add_word(const struct cutter *cutter, const char *text, size_t length)
{
    while (length > 0) {
        size_t part = part_length(text, length);
        add_part(cutter, text, part);
        text += part;
        length -= part;
        if (length > 0)
            add_end(cutter, WORD_CUT);
    }
}

static bool is_tie(const char *text, const char *end)
{
    return end - text >= 2 && memcmp(text, NO_BREAK, strlen(NO_BREAK)) == 0;
}

static void add_text(const struct cutter *cutter, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *start = text;
        while (text < end && *text != ' ' && !is_tie(text, end))
            text++;
        add_word(cutter, start, (size_t)(text - start));
        if (text < end && *text == ' ') {
            add(cutter, WORD_SPACE, " ", 1);
            while (text < end && *text == ' ')
                text++;
        } else if (text < end) {
            add(cutter, WORD_TIE, NO_BREAK, strlen(NO_BREAK));
            text += strlen(NO_BREAK);
        }
    }
}

/* Letter by letter: what GLib does for whole texts depends on the locale. */
static void add_capitals(const struct cutter *cutter, const char *text, size_t length)
{
    g_autoptr(GString) upper = g_string_new(NULL);
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at))
        g_string_append_unichar(upper, g_unichar_toupper(g_utf8_get_char(at)));
    char *kept = fonts_keep(cutter->script->typesetter->fonts, upper->len + 1, 1);
    memcpy(kept, upper->str, upper->len);
    add_text(cutter, kept, upper->len);
}

struct words words_of(const struct script *script, const struct text_key *key, double width)
{
    struct words out = {0};
    const uint64_t *at = key->items + 1;
    for (size_t i = 0; i < script->runs->count; i++) {
        const struct cutter cutter = {script, &out, width, (uint32_t)i};
        struct run_said said;
        at = said_next(at, &said);
        if (said.forced)
            add_end(&cutter, WORD_BREAK);
        else if (script->runs->items[i].style->capitals)
            add_capitals(&cutter, said.text, said.length);
        else
            add_text(&cutter, said.text, said.length);
    }
    bind_words(script->typesetter, &out);
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

double words_trail(const struct script *script, const struct words *words)
{
    return words->count > 0 ? word_style(script, &words->items[words->count - 1])->tracking : 0;
}
