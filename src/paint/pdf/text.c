/* Glyphs as PDF shows them: codes, and what they are moved by in thousandths of the
 * size, so that nothing drifts from where typesetting put it (ISO 32000-1, 9.4.3). */
#include "content.h"

#include "rapor/type/pages.h"

#include <math.h>

/* What is left uncorrected, a hundredth of a millimetre, and what is too wide for readers to join:
 * thousandths. */
#define SLACK 4
#define WIDE  90

/* A text on its way. */
struct pdf_line {
    struct pen *pen;
    const struct cut *cut;
    const struct glyph *glyphs;
    size_t count, at; /* at: the glyph that comes next */
    const char *text; /* and what it stands for */
    double due;       /* where it belongs, as pen->said */
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

void text_open(struct pen *pen)
{
    if (pen->text)
        return;
    bytes_text(pen->out, "BT\n");
    pen->x = pen->y = 0;
    pen->said = 0;
    pen->text = true;
}

void text_close(struct pen *pen)
{
    text_pause(pen);
    if (pen->text)
        bytes_text(pen->out, "ET\n");
    pen->text = false;
}

static void use_font(struct pen *pen, unsigned font, double size)
{
    if (pen->font == font && pen->size == size)
        return;
    text_pause(pen);
    char *at = bytes_open(pen->out, 2 * NUMBER_MOST + 8);
    *at++ = '/';
    *at++ = 'F';
    at = number_put(at, font);
    *at++ = ' ';
    at = number_put_fixed(at, nearest(size * 1000), 3);
    bytes_close(pen->out, at);
    bytes_text(pen->out, " Tf\n");
    pen->font = font;
    pen->size = size;
}

static void move_to(struct pen *pen, double x, double y)
{
    int64_t to_x = nearest(x * 100), to_y = nearest((pen->height - y) * 100);
    text_pause(pen);
    text_open(pen);
    char *at = bytes_open(pen->out, 2 * NUMBER_MOST + 8);
    at = number_put_fixed(at, to_x - pen->x, 2);
    *at++ = ' ';
    at = number_put_fixed(at, to_y - pen->y, 2);
    bytes_close(pen->out, at);
    bytes_text(pen->out, " Td\n");
    pen->x = to_x;
    pen->y = to_y;
    pen->said = 0;
}

static void tell(struct pen *pen, const char *text, size_t length)
{
    text_pause(pen);
    bytes_text(pen->out, "/Span<</ActualText<FEFF");
    bytes_utf16(pen->out, text, length);
    bytes_text(pen->out, ">>>BDC\n");
}

static void raise_to(struct pen *pen, double height)
{
    text_pause(pen);
    bytes_length(pen->out, height);
    bytes_text(pen->out, "Ts\n");
}

/* Shows glyphs up to END, all of one subset and on the line.  Nothing is called and
 * nothing but the output written to while it lasts: most of all painting is here. */
static void show(struct pdf_line *line, size_t end)
{
    struct pen *pen = line->pen;
    const struct sort *sorts = line->cut->face->sorts;
    const struct glyph *glyphs = line->glyphs;
    const double scale = line->cut->scale;
    use_font(pen, line->cut->face->names[sorts[glyphs[line->at].id].own], line->cut->size);
    char *at = bytes_open(pen->out, (end - line->at) * (NUMBER_MOST + 8));
    double due = line->due, said = pen->said;
    bool row = pen->row, string = pen->string;
    const char *text = line->text;
    for (size_t i = line->at; i < end; i++) {
        const struct glyph *glyph = &glyphs[i];
        const struct sort *sort = &sorts[glyph->id];
        const double gap = due + glyph->dx * scale - said;
        if (gap > SLACK || gap < -SLACK) {
            int64_t by = nearest(gap);
            *at = string ? ')' : '[';
            at += string || !row;
            at = number_put(at, -by);
            said += (double)by;
            row = true;
            string = false;
        }
        if (!string) {
            *at = '[';
            at += !row;
            *at++ = '(';
            row = string = true;
        }
        memcpy(at, sort->shown, sizeof sort->shown);
        at += sort->shown_length;
        said += sort->width;
        due += glyph->advance * scale;
        text += glyph->bytes;
    }
    bytes_close(pen->out, at);
    pen->row = row;
    pen->string = string;
    pen->said = said;
    line->due = due;
    line->text = text;
    line->at = end;
}

/* Returns the end of the glyphs from the next one on that can be shown as they are,
 * for they say their text alone, are of one subset and not raised. */
static size_t find_special(const struct pdf_line *line)
{
    const struct sort *sorts = line->cut->face->sorts;
    const struct glyph *glyphs = line->glyphs;
    const char *text = line->text;
    size_t i = line->at;
    for (; i < line->count; i++) {
        const struct sort *sort = &sorts[glyphs[i].id];
        const bool joined = i + 1 < line->count && glyphs[i + 1].bytes == 0;
        if (joined || !sort_says(sort, &glyphs[i], text) || glyphs[i].dy != 0 ||
            sort->own != sorts[glyphs[line->at].id].own)
            break;
        text += glyphs[i].bytes;
    }
    return i;
}

static void show_raised(struct pdf_line *line)
{
    const double raised = -line->glyphs[line->at].dy;
    if (raised != 0)
        raise_to(line->pen, raised);
    show(line, line->at + 1);
    if (raised != 0)
        raise_to(line->pen, 0);
}

/* Shows the glyphs for the next LENGTH bytes, and says what they do not by themselves. */
static void show_cluster(struct pdf_line *line, size_t length, bool told)
{
    const char *end = line->text + length;
    if (told)
        tell(line->pen, line->text, length);
    do
        show_raised(line);
    while (line->at < line->count && (line->text < end || line->glyphs[line->at].bytes == 0));
    if (told) {
        text_pause(line->pen);
        bytes_text(line->pen->out, "EMC\n");
    }
}

static void show_special(struct pdf_line *line)
{
    const struct glyph *glyph = &line->glyphs[line->at];
    const bool joined = line->at + 1 < line->count && glyph[1].bytes == 0;
    const struct sort *sort = &line->cut->face->sorts[glyph->id];
    show_cluster(line, glyph->bytes, joined || !sort_says(sort, glyph, line->text));
}

/* Words whose letters stand apart are told whole. */
static void show_spread(struct pdf_line *line)
{
    if (*line->text == ' ')
        show_special(line);
    else
        show_cluster(line, strcspn(line->text, " "), true);
}

/* True if letters stand so far apart that each would be read as a word: those that were set
 * apart, whichever pair it is. */
static bool is_spread(const struct cut *cut, const struct ink *ink)
{
    const char *at = ink->text->words;
    if (ink->text->tracking <= 0)
        return false;
    for (size_t i = 0; i + 1 < ink->text->count; at += ink->text->glyphs[i++].bytes) {
        const struct glyph *glyph = &ink->text->glyphs[i];
        if (*at != ' ' && glyph->advance * cut->scale - cut->face->sorts[glyph->id].width > WIDE)
            return true;
    }
    return false;
}

/* True if the text goes on where the pen is, so that nothing need be said but that. */
static bool goes_on(const struct pen *pen, const struct cut *cut, const struct ink *ink)
{
    double x = (double)pen->x / 100 + pen->said / cut->scale;
    return pen->text && pen->size == cut->size && fabs(ink->x - x) < 0.02 * cut->size &&
           nearest((pen->height - ink->y) * 100) == pen->y;
}

static void show_space(struct pen *pen, const struct cut *cut)
{
    const struct glyph space = {.id = cut->face->space, .bytes = 1};
    struct pdf_line line = {pen, cut, &space, 1, 0, " ", pen->said};
    show(&line, 1);
}

void text_show(struct pen *pen, const struct cut *cut, const struct ink *ink, uint8_t notes)
{
    const bool one_subset = !cut->face->names[0] || !cut->face->names[1];
    const bool spread = is_spread(cut, ink);
    struct pdf_line line = {.pen = pen,
                            .cut = cut,
                            .glyphs = ink->text->glyphs,
                            .count = ink->text->count,
                            .text = ink->text->words};
    if (!goes_on(pen, cut, ink))
        move_to(pen, ink->x, ink->y);
    line.due = (ink->x - (double)pen->x / 100) * cut->scale;
    pen_fill(pen, &ink->color);
    if (one_subset && (notes & NOTE_PLAIN) && !spread)
        show(&line, line.count);
    while (line.at < line.count) {
        const size_t special = spread ? line.at : find_special(&line);
        if (special > line.at)
            show(&line, special);
        else
            (spread ? show_spread : show_special)(&line);
    }
    if (notes & NOTE_SPACE)
        show_space(pen, cut);
}
