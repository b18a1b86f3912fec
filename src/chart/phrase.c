#include "sign.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

struct phrase_words {
    const char **items;
    double *widths;
    size_t count;
    double space;
};

static struct phrase_words split(const struct plot *plot, const char *text)
{
    struct arena *arena = plot->inks->arena;
    size_t most = strlen(text) / 2 + 1;
    struct phrase_words words = {.items = ARENA_ARRAY(arena, most, const char *),
                                 .widths = ARENA_ARRAY(arena, most, double),
                                 .space = text_width(plot->fonts, &plot->style, " ")};
    while (*(text += strspn(text, " "))) {
        size_t length = strcspn(text, " ");
        const char *word = arena_strndup(arena, text, length);
        words.items[words.count] = word;
        words.widths[words.count++] = text_width(plot->fonts, &plot->style, word);
        text += length;
    }
    return words;
}

/* Where the lines end: the index after the last word of each. */
struct breaks {
    size_t *ends;
    size_t count;
    double widest;
};

static struct breaks fill(const struct phrase_words *words, double limit, struct arena *arena)
{
    struct breaks breaks = {.ends = ARENA_ARRAY(arena, words->count, size_t)};
    double width = 0;
    for (size_t i = 0; i < words->count; i++) {
        double with = width + words->space + words->widths[i];
        if (breaks.count == 0 || with > limit) {
            breaks.count++;
            with = words->widths[i];
        }
        width = with;
        breaks.ends[breaks.count - 1] = i + 1;
        if (width > breaks.widest)
            breaks.widest = width;
    }
    return breaks;
}

/* The narrowest limit that needs no more lines makes them about equally long. */
static struct breaks balance(const struct phrase_words *words, double limit, struct arena *arena)
{
    struct breaks best = fill(words, limit, arena);
    for (;;) {
        struct breaks next = fill(words, best.widest - 0.01, arena);
        if (next.count > best.count || next.widest >= best.widest)
            return best;
        best = next;
    }
}

static struct phrase phrase_of(const struct plot *plot, const char **lines, size_t count)
{
    struct phrase phrase = {lines, ARENA_ARRAY(plot->inks->arena, count, double), count, 0, 0};
    for (size_t i = 0; i < count; i++) {
        phrase.widths[i] = text_width(plot->fonts, &plot->style, lines[i]);
        if (phrase.widths[i] > phrase.width)
            phrase.width = phrase.widths[i];
    }
    if (count > 0)
        phrase.height = plot_line(plot) + (double)(count - 1) * plot->style.leading;
    return phrase;
}

struct phrase phrase_wrapped(const struct plot *plot, const char *text, double limit)
{
    struct arena *arena = plot->inks->arena;
    struct phrase_words words = split(plot, text);
    struct breaks breaks = balance(&words, limit, arena);
    const char **lines = ARENA_ARRAY(arena, breaks.count, const char *);
    for (size_t line = 0, word = 0; line < breaks.count; line++) {
        lines[line] = words.items[word++];
        for (; word < breaks.ends[line]; word++)
            lines[line] = arena_printf(arena, "%s %s", lines[line], words.items[word]);
    }
    return phrase_of(plot, lines, breaks.count);
}

struct phrase phrase_cut(const struct plot *plot, const char *text, double limit)
{
    struct arena *arena = plot->inks->arena;
    const char **lines = ARENA_ARRAY(arena, 1, const char *);
    lines[0] = text;
    const char *end = text + strlen(text);
    while (end > text && text_width(plot->fonts, &plot->style, lines[0]) > limit) {
        end = g_utf8_prev_char(end);
        lines[0] = arena_printf(arena, "%.*s…", (int)(end - text), text);
    }
    return phrase_of(plot, lines, 1);
}

void phrase_draw(const struct plot *plot, const struct phrase *phrase, double x, double y,
                 enum align align)
{
    double share = align == ALIGN_RIGHT ? 1 : align == ALIGN_CENTER ? 0.5 : 0;
    double baseline = y + fonts_ascent(plot->fonts, &plot->style);
    for (size_t i = 0; i < phrase->count; i++) {
        double start = x + share * (phrase->width - phrase->widths[i]);
        inks_text(plot->inks, plot->fonts, &plot->style, phrase->lines[i],
                  (struct point){start, baseline});
        baseline += plot->style.leading;
    }
}

void phrase_ground(const struct plot *plot, const struct phrase *phrase, double x, double y)
{
    double left = fmax(x - 1, 0), right = fmin(x + phrase->width + 1, plot->chart->width);
    fill_draw(plot->inks, (struct point){left, y}, (struct point){right - left, phrase->height},
              plot->palette->ground);
}
