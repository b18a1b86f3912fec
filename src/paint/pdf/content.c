#include "content.h"

#include "rapor/type/pages.h"

static int64_t one_number(const struct color *color)
{
    const double parts[] = {color->red, color->green, color->blue};
    int64_t number = 0;
    for (int i = 0; i < 3; i++)
        number = number * 1024 + nearest(parts[i] * 1000);
    return number;
}

static void put_color(struct bytes *out, int64_t color, const char *operator)
{
    for (int shift = 20; shift >= 0; shift -= 10) {
        bytes_fixed(out, color >> shift & 1023, 3);
        bytes_char(out, ' ');
    }
    bytes_text(out, operator);
}

void pen_fill(struct pen *pen, const struct color *color)
{
    int64_t number = one_number(color);
    if (number == pen->fill)
        return;
    text_pause(pen);
    pen->fill = number;
    put_color(pen->out, number, "rg\n");
}

void pen_stroke(struct pen *pen, const struct color *color, double thick, double dash)
{
    int64_t number = one_number(color), width = nearest(thick * 1000), gap = nearest(dash * 100);
    if (number != pen->stroke)
        put_color(pen->out, number, "RG\n");
    if (width != pen->thick) {
        bytes_fixed(pen->out, width, 3);
        bytes_text(pen->out, " w\n");
    }
    if (gap != pen->dash) {
        bytes_char(pen->out, '[');
        if (gap > 0)
            bytes_fixed(pen->out, gap, 2);
        bytes_text(pen->out, "]0 d\n");
    }
    pen->stroke = number;
    pen->thick = width;
    pen->dash = gap;
}

void pen_point(struct pen *pen, double x, double y)
{
    bytes_length(pen->out, x);
    bytes_length(pen->out, pen->height - y);
}

static void put_line(struct pen *pen, const struct ink *ink)
{
    pen_stroke(pen, &ink->color, ink->line.thick, ink->line.dash);
    pen_point(pen, ink->x, ink->y);
    bytes_text(pen->out, "m ");
    pen_point(pen, ink->x + ink->line.dx, ink->y + ink->line.dy);
    bytes_text(pen->out, "l S\n");
}

static void put_lines(struct pen *pen, const struct ink *ink)
{
    for (size_t i = 0; i < ink->lines.count; i++) {
        const struct ink line = ink_line(ink, i);
        put_line(pen, &line);
    }
}

static bool put_image(struct pdf_paper *paper, struct pen *pen, const struct ink *ink,
                      GError **error)
{
    unsigned name = pictures_use(paper->pictures, ink, error);
    if (name == 0)
        return false;
    bytes_text(pen->out, "q 1 0 0 1 ");
    pen_point(pen, ink->x, ink->y + ink->image.height);
    bytes_text(pen->out, "cm/P");
    bytes_int(pen->out, name);
    bytes_text(pen->out, " Do Q\n");
    return true;
}

static bool put_ink(struct pdf_paper *paper, struct pen *pen, const struct ink *ink, GError **error)
{
    if (ink->kind != INK_TEXT)
        text_close(pen);
    switch (ink->kind) {
    case INK_TEXT:
        if (ink->text->count > 0)
            text_show(pen, faces_cut(paper->faces, ink->text->font), ink,
                      paper->notes[paper->inks]);
        return true;
    case INK_LINE:
        put_line(pen, ink);
        return true;
    case INK_LINES:
        put_lines(pen, ink);
        return true;
    case INK_FILL:
        path_fill(pen, ink);
        return true;
    case INK_PATH:
        path_put(pen, ink);
        return true;
    case INK_IMAGE:
        return put_image(paper, pen, ink, error);
    }
    return true;
}

/* What a marked sequence is: an element, decoration, or what every page has. */
#define PAGE_HEAD (NOWHERE - 1)

static void open_mark(struct pdf_paper *paper, uint32_t mark, uint32_t page, struct bytes *out)
{
    if (mark == DECORATION) {
        bytes_text(out, "/Artifact BMC\n");
        return;
    }
    if (mark == PAGE_HEAD) {
        bytes_text(out, "/Artifact<</Type/Pagination>>BDC\n");
        return;
    }
    bytes_char(out, '/');
    bytes_text(out, structure_name(paper->structure, mark));
    bytes_text(out, "<</MCID ");
    bytes_int(out, structure_content(paper->structure, mark, page));
    bytes_text(out, ">>BDC\n");
}

bool content_signed(struct pdf_paper *paper, uint32_t number, const struct placed_field *field,
                    struct bytes *out, GError **error)
{
    const struct page *page = &paper->pages->items[paper->first + number];
    const size_t first = paper->inks;
    struct pen pen = {.out = out, .height = page->height, .fill = -1, .stroke = -1, .thick = -1};
    bool painted = true;
    for (size_t i = 0; painted && i < page->signed_only.count; i++) {
        const struct ink *ink = &page->signed_only.items[i];
        if (structure_field_around(paper->structure, number, ink) != field)
            continue;
        if (out->count == 0)
            bytes_text(out, "/Artifact BMC\n");
        paper->inks = first + i;
        painted = put_ink(paper, &pen, ink, error);
    }
    paper->inks = first;
    text_close(&pen);
    if (out->count > 0)
        bytes_text(out, "EMC\n");
    return painted;
}

/* What is one thing to who reads the page, one ink after the other. */
struct sequence {
    const struct page *page;
    uint32_t number; /* of the page */
    uint32_t mark;
    size_t first, end; /* of its inks */
    bool text;         /* that is all it holds */
};

static uint32_t mark_of(const struct pdf_paper *paper, const struct page *page, size_t ink)
{
    const uint32_t element = structure_element(paper->structure, &page->inks.items[ink]);
    return element == DECORATION && ink >= page->head ? PAGE_HEAD : element;
}

/* Goes to the sequence that begins where the last one ends; false if none does. */
static bool next_sequence(const struct pdf_paper *paper, struct sequence *sequence)
{
    const struct inks *inks = &sequence->page->inks;
    size_t at = sequence->first = sequence->end;
    if (at == inks->count)
        return false;
    sequence->mark = mark_of(paper, sequence->page, at);
    sequence->text = true;
    do
        sequence->text = sequence->text && inks->items[at].kind == INK_TEXT;
    while (++at < inks->count && mark_of(paper, sequence->page, at) == sequence->mark);
    sequence->end = at;
    return true;
}

/* Sequences of text follow each other within a text object, any other has its own within: they
 * do not cross (ISO 32000-1, 14.6.1). */
static bool put_sequence(struct pdf_paper *paper, struct pen *pen, const struct sequence *sequence,
                         GError **error)
{
    if (sequence->text)
        text_open(pen);
    else
        text_close(pen);
    open_mark(paper, sequence->mark, sequence->number, pen->out);
    for (size_t i = sequence->first; i < sequence->end; i++, paper->inks++) {
        const struct ink *ink = &sequence->page->inks.items[i];
        if (!put_ink(paper, pen, ink, error))
            return false;
        if (sequence->mark < PAGE_HEAD && sequence->mark != DECORATION)
            structure_note(paper->structure, sequence->mark, ink, sequence->number);
    }
    if (sequence->text)
        text_pause(pen);
    else
        text_close(pen);
    bytes_text(pen->out, "EMC\n");
    return true;
}

bool content_page(struct pdf_paper *paper, const struct page *page, uint32_t number,
                  struct bytes *out, GError **error)
{
    struct pen pen = {.out = out, .height = page->height, .fill = -1, .stroke = -1, .thick = -1};
    struct sequence sequence = {.page = page, .number = number};
    while (next_sequence(paper, &sequence))
        if (!put_sequence(paper, &pen, &sequence, error))
            return false;
    text_close(&pen);
    structure_turn(paper->structure);
    return true;
}

/* The sheet lies at the origin, whatever is painted around it. */
static void put_around(struct bytes *out, const char *name, const struct page *page, double around)
{
    bytes_text(out, name);
    bytes_length(out, -around);
    bytes_length(out, -around);
    bytes_length(out, page->width + around);
    bytes_length(out, page->height + around);
    bytes_char(out, ']');
}

void content_boxes(const struct page *page, struct bytes *out)
{
    put_around(out, "/MediaBox[", page, page->margin);
    if (page->margin <= 0)
        return;
    put_around(out, "/TrimBox[", page, 0);
    put_around(out, "/BleedBox[", page, page->bleed);
}
