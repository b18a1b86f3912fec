/* Where the words of a line stand. */
#include "rapor/arena.h"
#include "text.h"

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

double baseline_of(struct setter *setter, const struct style *style)
{
    double ascent = fonts_ascent(setter->fonts, style);
    double descent = fonts_descent(setter->fonts, style);
    return (style->leading - ascent - descent) / 2 + ascent;
}

double text_room(const struct text *text)
{
    return text->measure.width - fmax(text->measure.indent, 0);
}

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

/* The space behind the last letter, which is not seen. */
static double tail_of(const struct words *words)
{
    return words->count > 0 ? words->items[words->count - 1].run->style->tracking : 0;
}

/* Where the number in TEXT ends before its comma; 0 where there is none. */
static size_t number_end(const char *text)
{
    const char *at = text;
    while (*at && !g_ascii_isdigit(*at))
        at++;
    while (g_ascii_isdigit(*at) || (*at == '.' && g_ascii_isdigit(at[1])))
        at++;
    return at > text && g_ascii_isdigit(at[-1]) ? (size_t)(at - text) : 0;
}

bool find_comma(struct setter *setter, const struct runs *runs, double *before)
{
    *before = 0;
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->items[i];
        if (run->kind != RUN_TEXT)
            continue;
        size_t end = number_end(run->text);
        size_t length = end > 0 ? end : strlen(run->text);
        *before += fonts_shape(setter->fonts, run->style, run->text, length)->width;
        if (end > 0)
            return true;
    }
    return false;
}

/* Below the commas of the column; what holds no number, or stands in no column, in
 * the middle. */
static double decimal_drift(const struct text *text, const struct line *line, double slack)
{
    struct setter *setter = text->setter;
    double before;
    bool alone = line->first == 0 && line->last;
    if (alone && setter->comma > 0 && find_comma(setter, &text->block->paragraph.runs, &before))
        return setter->comma - before;
    return slack / 2;
}

/* Spaces grow until the line is full, unless they would become holes: better a line
 * that is short than a river. */
static double growth(const struct line *line, double slack, double spaces)
{
    if (spaces <= 0 || (line->last && slack > 0) || slack > STRETCH_MOST * spaces + 1)
        return 0;
    return fmin(slack / spaces, STRETCH_MOST);
}

void put_line(const struct text *text, const struct line *line, struct slab *slab)
{
    const struct words words = words_of_line(text->setter, &text->words, line);
    double indent = line->first == 0 ? text->measure.indent : 0, x = text->left + indent, grow = 0;
    double slack =
        text->measure.width - indent - words_width(&words, 0, words.count) + tail_of(&words);
    switch (text->style->align) {
    case ALIGN_LEFT:
        break;
    case ALIGN_CENTER:
        x += slack / 2;
        break;
    case ALIGN_RIGHT:
        x += slack;
        break;
    case ALIGN_DECIMAL:
        x += decimal_drift(text, line, slack);
        break;
    case ALIGN_JUSTIFY:
        if (text->style->optical) {
            x -= hang_before(&words);
            slack += hang_before(&words) + hang_behind(&words);
        }
        grow = growth(line, slack, spaces_width(&words, 0, words.count));
        break;
    }
    const struct point at = {x, baseline_of(text->setter, text->style)};
    put_words(&slab->inks, &words, grow, at);
    if (slack + 0.5 < grow * spaces_width(&words, 0, words.count))
        setter_fail(text->setter, &text->block->origin, "a line is %.1f mm wider than its column",
                    -slack / 72 * 25.4);
}
