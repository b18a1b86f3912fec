/* Shaped text becomes lines, each in its place. */
#include "shaped_text.h"

#include <math.h>
#include <string.h>

/* Signs that are mostly white hang out of the column by so much of their width:
 * edges look straight then. */
static const struct {
    const char *sign;
    double before, behind;
} hanging[] = {
    {".", 0, 0.6},      {",", 0, 0.6},      {";", 0, 0.3},       {":", 0, 0.3},
    {"-", 0, 0.5},      {"\u00ad", 0, 0.5}, {"\u2013", 0, 0.25}, {"\"", 0.5, 0.5},
    {"'", 0.5, 0.5},    {"\u201c", 0.5, 0}, {"\u201d", 0, 0.5},  {"\u2018", 0.5, 0},
    {"\u2019", 0, 0.5}, {"(", 0.2, 0},      {")", 0, 0.2},
};

static double hang_before(const struct words *words)
{
    const struct shaped *shaped = words->count > 0 ? words->items[0].shaped : NULL;
    if (!shaped || shaped->count == 0 || shaped->pieces[0].count == 0)
        return 0;
    const struct piece *piece = &shaped->pieces[0];
    for (size_t i = 0; i < G_N_ELEMENTS(hanging); i++)
        if (g_str_has_prefix(piece->words, hanging[i].sign))
            return hanging[i].before * piece->glyphs[0].advance;
    return 0;
}

static double hang_behind(const struct words *words)
{
    const struct shaped *shaped = words->count > 0 ? words->items[words->count - 1].shaped : NULL;
    if (!shaped || shaped->count == 0 || shaped->pieces[shaped->count - 1].count == 0)
        return 0;
    const struct piece *piece = &shaped->pieces[shaped->count - 1];
    for (size_t i = 0; i < G_N_ELEMENTS(hanging); i++) {
        size_t length = strlen(hanging[i].sign);
        if (piece->length >= length &&
            strncmp(piece->words + piece->length - length, hanging[i].sign, length) == 0)
            return hanging[i].behind * piece->glyphs[piece->count - 1].advance;
    }
    return 0;
}

/* Spaces grow until the line is full, unless they would become holes: better a line
 * that is short than a river. */
static double growth(const struct line *line, double slack, double spaces)
{
    if (spaces <= 0 || (line->last && slack > 0) || slack > STRETCH_MOST * spaces + 1)
        return 0;
    return fmin(slack / spaces, STRETCH_MOST);
}

/* How far from the left edge of its column a line begins that leaves SLACK.  Numbers stand
 * in the middle where they do not stand below the commas of a column, which is not known
 * here. */
static double begin_of(const struct measure *measure, bool first, double slack)
{
    double indent = first ? measure->indent : 0;
    switch (measure->align) {
    case ALIGN_LEFT:
    case ALIGN_JUSTIFY:
        break;
    case ALIGN_CENTER:
    case ALIGN_DECIMAL:
        return indent + slack / 2;
    case ALIGN_RIGHT:
        return indent + slack;
    }
    return indent;
}

static void set_line(const struct script *script, const struct words *words,
                     const struct line *line, const struct measure *measure,
                     struct text_line *text_line)
{
    const struct words shown = words_of_line(script, words, line);
    double indent = line->first == 0 ? measure->indent : 0, grow = 0;
    double spaces = spaces_width(&shown, 0, shown.count);
    double slack =
        measure->width - indent - words_width(&shown, 0, shown.count) + words_trail(script, &shown);
    text_line->x = begin_of(measure, line->first == 0, slack);
    if (measure->align == ALIGN_JUSTIFY) {
        if (measure->optical) {
            text_line->x -= hang_before(&shown);
            slack += hang_before(&shown) + hang_behind(&shown);
        }
        grow = growth(line, slack, spaces);
    }
    if (slack + 0.5 < grow * spaces)
        text_line->excess = -slack;
    text_line_fill(script, text_line, &shown, grow);
    text_line->opening = words_opening(script, words, line);
    text_line->alone = line->first == 0 && line->last;
    text_line->divided = line->end > line->first && words->items[line->end - 1].kind == WORD_HYPHEN;
}

/* Breaks WORDS into lines.  They are divided only where the lines would be too loose, and
 * where it helps. */
static struct line_list break_words(const struct script *script, struct words *words,
                                    const struct measure *measure, struct broken_text *broken_text)
{
    static const double loose = 0.7; /* a space grows by so much of itself */
    struct typesetter *typesetter = script->typesetter;
    const struct line_list lines = lines_of(typesetter, words, *measure);
    broken_text->plain_count = lines.count;
    if (lines.loosest < loose || !measure->divides)
        return lines;
    const struct words divided = words_divided(script, words);
    const struct line_list others = lines_of(typesetter, &divided, *measure);
    if (others.ragged != lines.ragged ? others.ragged : others.cost >= lines.cost)
        return lines;
    *words = divided;
    return others;
}

static void set_lines(const struct script *script, const struct shaped_text *shaped_text,
                      const struct measure *measure, struct broken_text *broken_text)
{
    struct words words = shaped_text->words;
    double room = measure->width - fmax(measure->indent, 0);
    if (shaped_text->widest > room)
        words = words_of(script, &shaped_text->key, room);
    const struct line_list lines = break_words(script, &words, measure, broken_text);
    struct measure own = *measure;
    if (lines.ragged)
        own.align = ALIGN_LEFT;
    struct text_line *text_lines =
        fonts_keep(script->typesetter->fonts, lines.count, sizeof *text_lines);
    for (size_t i = 0; i < lines.count; i++)
        set_line(script, &words, &lines.items[i], &own, &text_lines[i]);
    broken_text->measure = *measure;
    broken_text->text_lines = text_lines;
    broken_text->count = lines.count;
}

/* One that is added does not compile here until it is compared. */
static const struct measure measure_fields __attribute__((unused)) = {0, 0, ALIGN_LEFT, 0, 0, 0};

static bool same_measure(const struct measure *a, const struct measure *b)
{
    return a->width == b->width && a->indent == b->indent && a->align == b->align &&
           a->optical == b->optical && a->divides == b->divides && a->even == b->even;
}

/* What fits on one line is not broken: no other way costs less (lines.c).  A full line is
 * left to the search, since its spaces may have to shrink. */
static bool fits(const struct script *script, struct shaped_text *shaped_text,
                 const struct measure *measure, struct broken_text *broken_text)
{
    if (shaped_text->broken || shaped_text->width > measure->width - measure->indent)
        return false;
    const struct text_line *text_line = shaped_text_line(script, shaped_text);
    double slack = measure->width - measure->indent - text_line->width + text_line->trail;
    double shift = begin_of(measure, true, slack);
    if (measure->align == ALIGN_JUSTIFY && slack <= 0)
        return false;
    if (measure->align == ALIGN_JUSTIFY && measure->optical)
        shift -= hang_before(&shaped_text->words);
    *broken_text =
        (struct broken_text){.text_lines = text_line, .count = 1, .plain_count = 1, .shift = shift};
    return true;
}

struct broken_text break_text(const struct script *script, struct shaped_text *shaped_text,
                              const struct measure *measure)
{
    struct typesetter *typesetter = script->typesetter;
    struct broken_text one;
    if (fits(script, shaped_text, measure, &one))
        return one;
    struct broken_text *broken_text = shaped_text->broken_texts;
    while (broken_text && !same_measure(&broken_text->measure, measure))
        broken_text = broken_text->next;
    if (broken_text)
        return *broken_text;
    broken_text = fonts_keep(typesetter->fonts, 1, sizeof *broken_text);
    set_lines(script, shaped_text, measure, broken_text);
    if (typesetter->error) /* reported here alone: whoever comes next must find it too */
        return *broken_text;
    broken_text->next = shaped_text->broken_texts;
    shaped_text->broken_texts = broken_text;
    return *broken_text;
}
