#include "content.h"

#include "rapor/pages.h"

#include <math.h>

static int64_t one_number(const struct color *color)
{
    const double parts[] = {color->red, color->green, color->blue};
    int64_t number = 0;
    for (int i = 0; i < 3; i++)
        number = number * 1024 + llround(parts[i] * 1000);
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

static void set_stroke(struct pen *pen, const struct color *color, double thick, double dash)
{
    int64_t number = one_number(color), width = llround(thick * 1000), gap = llround(dash * 100);
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

static void put_point(struct pen *pen, double x, double y)
{
    bytes_length(pen->out, x);
    bytes_length(pen->out, pen->height - y);
}

static void put_line(struct pen *pen, const struct ink *ink)
{
    set_stroke(pen, &ink->color, ink->line.thick, ink->line.dash);
    put_point(pen, ink->x, ink->y);
    bytes_text(pen->out, "m ");
    put_point(pen, ink->x + ink->line.dx, ink->y + ink->line.dy);
    bytes_text(pen->out, "l S\n");
}

static void put_step(struct pen *pen, const struct ink *ink, const struct step *step)
{
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    static const unsigned points[] = {1, 1, 3, 0};
    for (unsigned i = 0; i < points[step->kind]; i++)
        put_point(pen, ink->x + step->x[i], ink->y + step->y[i]);
    bytes_text(pen->out, operators[step->kind]);
}

/* True if the five steps go round an upright rectangle. */
static bool is_box(const struct step *step)
{
    return step[0].kind == STEP_MOVE && step[1].kind == STEP_LINE && step[2].kind == STEP_LINE &&
           step[3].kind == STEP_LINE && step[4].kind == STEP_CLOSE &&
           step[0].y[0] == step[1].y[0] && step[1].x[0] == step[2].x[0] &&
           step[2].y[0] == step[3].y[0] && step[3].x[0] == step[0].x[0];
}

/* Sides are rounded rather than lengths, so that neighbours touch. */
static void put_box(struct pen *pen, double x, double y, const struct step *step)
{
    const int64_t left = llround((x + step[0].x[0]) * 100);
    const int64_t right = llround((x + step[2].x[0]) * 100);
    const int64_t top = llround((pen->height - y - step[0].y[0]) * 100);
    const int64_t bottom = llround((pen->height - y - step[2].y[0]) * 100);
    const int64_t numbers[] = {left, bottom, right - left, top - bottom};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        bytes_fixed(pen->out, numbers[i], 2);
        bytes_char(pen->out, ' ');
    }
    bytes_text(pen->out, "re\n");
}

static void put_fill(struct pen *pen, const struct ink *ink)
{
    pen_fill(pen, &ink->color);
    const double right = ink->fill.width, bottom = ink->fill.height;
    const struct step corners[] = {{.kind = STEP_MOVE},
                                   {.kind = STEP_LINE, .x = {right}},
                                   {.kind = STEP_LINE, .x = {right}, .y = {bottom}}};
    put_box(pen, ink->x, ink->y, corners);
    bytes_text(pen->out, "f\n");
}

static void put_path(struct pen *pen, const struct ink *ink)
{
    if (ink->path.thick > 0)
        set_stroke(pen, &ink->color, ink->path.thick, ink->path.dash);
    else
        pen_fill(pen, &ink->color);
    const struct step *steps = ink->path.steps;
    for (size_t i = 0; i < ink->path.count;) {
        if (i + 5 <= ink->path.count && is_box(&steps[i])) {
            put_box(pen, ink->x, ink->y, &steps[i]);
            i += 5;
        } else {
            put_step(pen, ink, &steps[i++]);
        }
    }
    bytes_text(pen->out, ink->path.thick > 0 ? "S\n" : "f\n");
}

static bool put_image(struct paper *paper, struct pen *pen, const struct ink *ink, GError **error)
{
    unsigned name = pictures_use(paper->pictures, ink, error);
    if (name == 0)
        return false;
    bytes_text(pen->out, "q 1 0 0 1 ");
    put_point(pen, ink->x, ink->y + ink->image.height);
    bytes_text(pen->out, "cm/P");
    bytes_int(pen->out, name);
    bytes_text(pen->out, " Do Q\n");
    return true;
}

static bool put_ink(struct paper *paper, struct pen *pen, const struct ink *ink, GError **error)
{
    if (ink->kind != INK_TEXT)
        text_close(pen);
    switch (ink->kind) {
    case INK_TEXT:
        if (ink->text.count > 0)
            text_show(pen, faces_cut(paper->faces, ink->text.font), ink,
                      paper->spaced[paper->inks]);
        return true;
    case INK_LINE:
        put_line(pen, ink);
        return true;
    case INK_FILL:
        put_fill(pen, ink);
        return true;
    case INK_PATH:
        put_path(pen, ink);
        return true;
    case INK_IMAGE:
        return put_image(paper, pen, ink, error);
    }
    return true;
}

/* What a marked sequence is: an element, decoration, or what every page has. */
#define PAGE_HEAD (NOWHERE - 1)

static uint32_t mark_of(const struct paper *paper, const struct page *page, size_t index)
{
    uint32_t element = structure_element(&paper->structure, &page->inks.items[index]);
    return element == DECORATION && index >= page->head ? PAGE_HEAD : element;
}

static void open_mark(struct paper *paper, uint32_t mark, uint32_t page, struct bytes *out)
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
    bytes_text(out, structure_name(&paper->structure, mark));
    bytes_text(out, "<</MCID ");
    bytes_int(out, structure_content(&paper->structure, mark, page));
    bytes_text(out, ">>BDC\n");
}

bool content_page(struct paper *paper, const struct page *page, uint32_t number, struct bytes *out,
                  GError **error)
{
    struct pen pen = {.out = out, .height = page->height, .fill = -1, .stroke = -1, .thick = -1};
    uint32_t mark = NOWHERE;
    for (size_t i = 0; i < page->inks.count; i++, paper->inks++) {
        const struct ink *ink = &page->inks.items[i];
        uint32_t wanted = mark_of(paper, page, i);
        if (wanted != mark) {
            text_close(&pen);
            bytes_text(out, mark == NOWHERE ? "" : "EMC\n");
            open_mark(paper, wanted, number, out);
            mark = wanted;
        }
        if (!put_ink(paper, &pen, ink, error))
            return false;
        structure_note(&paper->structure, ink, number);
    }
    text_close(&pen);
    bytes_text(out, mark == NOWHERE ? "" : "EMC\n");
    structure_turn(&paper->structure, number);
    return true;
}
