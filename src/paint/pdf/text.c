/* Glyphs as PDF shows them: codes, and what they are moved by in thousandths of the
 * size, so that nothing drifts from where typesetting put it (ISO 32000-1, 9.4.3). */
#include "content.h"

#include "rapor/pages.h"

#include <math.h>

/* What is left uncorrected, and what is too wide for readers to join: thousandths. */
#define SLACK 1.5
#define WIDE  90

/* A text on its way. */
struct line {
    struct pen *pen;
    const struct cut *cut;
    const struct ink *ink;
    double due;  /* where the next glyph belongs, as pen->said */
    bool spread; /* its letters stand apart */
    bool told;   /* its words are told, since the glyphs do not */
};

static void close_string(struct pen *pen)
{
    if (pen->string)
        bytes_char(pen->out, ')');
    pen->string = false;
}

void text_pause(struct pen *pen)
{
    close_string(pen);
    if (pen->row)
        bytes_text(pen->out, "]TJ\n");
    pen->row = false;
}

void text_close(struct pen *pen)
{
    text_pause(pen);
    if (pen->text)
        bytes_text(pen->out, "ET\n");
    pen->text = false;
}

static void open_row(struct pen *pen)
{
    if (!pen->row)
        bytes_char(pen->out, '[');
    pen->row = true;
}

static inline void put_code(struct pen *pen, uint16_t code)
{
    if (!pen->string) {
        open_row(pen);
        bytes_char(pen->out, '(');
        pen->string = true;
    }
    const char bytes[] = {(char)(code >> 8), (char)code};
    for (int i = 0; i < 2; i++) {
        if (bytes[i] == '\r') {
            bytes_text(pen->out, "\\r");
            continue;
        }
        if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
            bytes_char(pen->out, '\\');
        bytes_char(pen->out, bytes[i]);
    }
}

static void use_font(struct pen *pen, unsigned font, double size)
{
    if (pen->font == font && pen->size == size)
        return;
    text_pause(pen);
    bytes_text(pen->out, "/F");
    bytes_int(pen->out, font);
    bytes_char(pen->out, ' ');
    bytes_fixed(pen->out, llround(size * 1000), 3);
    bytes_text(pen->out, " Tf\n");
    pen->font = font;
    pen->size = size;
}

static void move_to(struct pen *pen, double x, double y)
{
    int64_t to_x = llround(x * 100), to_y = llround((pen->height - y) * 100);
    text_pause(pen);
    if (!pen->text) {
        bytes_text(pen->out, "BT\n");
        pen->x = pen->y = 0;
    }
    pen->text = true;
    bytes_fixed(pen->out, to_x - pen->x, 2);
    bytes_char(pen->out, ' ');
    bytes_fixed(pen->out, to_y - pen->y, 2);
    bytes_text(pen->out, " Td\n");
    pen->x = to_x;
    pen->y = to_y;
    pen->said = 0;
}

static inline void move_by(struct pen *pen, double gap)
{
    if (gap <= SLACK && gap >= -SLACK)
        return;
    long by = lround(gap);
    close_string(pen);
    open_row(pen);
    bytes_int(pen->out, -by);
    pen->said += (double)by;
}

static void tell(struct line *line, const char *text, size_t length)
{
    text_pause(line->pen);
    bytes_text(line->pen->out, "/Span<</ActualText<FEFF");
    bytes_utf16(line->pen->out, text, length);
    bytes_text(line->pen->out, ">>>BDC\n");
    line->told = true;
}

static void end_telling(struct line *line)
{
    if (!line->told)
        return;
    text_pause(line->pen);
    bytes_text(line->pen->out, "EMC\n");
    line->told = false;
}

static void raise_to(struct pen *pen, double height)
{
    text_pause(pen);
    bytes_length(pen->out, height);
    bytes_text(pen->out, "Ts\n");
}

static inline void show_sort(struct line *line, const struct sort *sort)
{
    struct pen *pen = line->pen;
    const unsigned font = line->cut->face->names[sort->own];
    if (font != pen->font)
        use_font(pen, font, line->cut->size);
    put_code(pen, sort->code);
    pen->said += sort->width;
}

static void show_glyph(struct line *line, const struct glyph *glyph)
{
    struct pen *pen = line->pen;
    const bool raised = glyph->dy != 0;
    move_by(pen, line->due + glyph->dx * line->cut->scale - pen->said);
    if (raised)
        raise_to(pen, -glyph->dy);
    show_sort(line, &line->cut->face->sorts[glyph->id]);
    if (raised)
        raise_to(pen, 0);
    line->due += glyph->advance * line->cut->scale;
}

/* How many bytes the word at TEXT has, up to a space. */
static size_t word_length(const char *text)
{
    return strcspn(text, " ");
}

/* True if the glyph alone says the text that it stands for. */
static inline bool is_plain(const struct sort *sort, const struct glyph *glyph, const char *text)
{
    if (glyph->bytes != sort->length)
        return false;
    return *text == *sort->text &&
           (sort->length == 1 || memcmp(text, sort->text, sort->length) == 0);
}

/* Says what the glyph does not by itself; returns where the next telling may begin. */
static const char *begin_telling(struct line *line, size_t number, const char *text)
{
    const struct ink *ink = line->ink;
    const struct glyph *glyph = &ink->text->glyphs[number];
    const bool joined = number + 1 < ink->text->count && glyph[1].bytes == 0;
    const bool word = line->spread && *text != ' ';
    const size_t length = word ? word_length(text) : glyph->bytes;
    if (word || joined || !is_plain(&line->cut->face->sorts[glyph->id], glyph, text))
        tell(line, text, length);
    return text + length;
}

static void show_word(struct line *line, const char *text)
{
    const struct ink *ink = line->ink;
    const char *end_of_word = text;
    for (size_t i = 0; i < ink->text->count; i++) {
        const struct glyph *glyph = &ink->text->glyphs[i];
        const bool starts = glyph->bytes > 0 || i == 0;
        if (starts && text >= end_of_word)
            end_telling(line);
        if (starts && !line->told)
            end_of_word = begin_telling(line, i, text);
        show_glyph(line, glyph);
        text += glyph->bytes;
    }
    end_telling(line);
}

/* True if the first letters stand so far apart that each would be read as a word. */
static bool is_spread(const struct cut *cut, const struct ink *ink)
{
    if (ink->text->count < 2)
        return false;
    const struct glyph *first = &ink->text->glyphs[0];
    return *ink->text->words != ' ' &&
           first->advance * cut->scale - cut->face->sorts[first->id].width > WIDE;
}

/* True if the text goes on where the pen is, so that nothing need be said but that. */
static bool goes_on(const struct pen *pen, const struct cut *cut, const struct ink *ink)
{
    double x = (double)pen->x / 100 + pen->said / cut->scale;
    return pen->text && pen->size == cut->size && fabs(ink->x - x) < 0.02 * cut->size &&
           llround((pen->height - ink->y) * 100) == pen->y;
}

void text_show(struct pen *pen, const struct cut *cut, const struct ink *ink, bool spaced)
{
    const struct sort *first = &cut->face->sorts[ink->text->glyphs[0].id];
    struct line line = {.pen = pen, .cut = cut, .ink = ink, .spread = is_spread(cut, ink)};
    if (!goes_on(pen, cut, ink))
        move_to(pen, ink->x, ink->y);
    line.due = (ink->x - (double)pen->x / 100) * cut->scale;
    pen_fill(pen, &ink->color);
    use_font(pen, cut->face->names[first->own], cut->size);
    show_word(&line, ink->text->words);
    if (spaced)
        show_sort(&line, &cut->face->sorts[cut->face->space]);
}
