/* One page as an SVG that stands alone: real text, no script, nothing from elsewhere. */
#include "svg.h"

#include "alternative.h"
#include "draw.h"

#include "rapor/paint/paint.h"
#include "rapor/type/pages.h"

#include <string.h>

#define PIXELS_PER_POINT (96.0 / 72.0)

/* What is being written, and which of its groups is open. */
struct svg_sheet {
    GString *out;
    const struct pages *pages;
    char name[16]; /* goes before all ids, so that several sheets can stand in one page */
    size_t pictures;
    bool grouped, lettered; /* a group of an element is open; in it one of a font */
    uint32_t element;
    const PangoFont *font;
    double tracking;
};

static void write_stroke(GString *out, const struct ink *ink, double thick, double dash)
{
    g_string_append(out, " fill=\"none\"");
    svg_color(out, "stroke", &ink->color);
    svg_number(out, "stroke-width", thick);
    if (dash > 0)
        svg_number(out, "stroke-dasharray", dash);
    g_string_append(out, "/>\n");
}

static void write_point(GString *out, char letter, double x, double y)
{
    g_string_append_c(out, letter);
    svg_decimal(out, x);
    g_string_append_c(out, ' ');
    svg_decimal(out, y);
}

static void write_line(GString *out, const struct ink *ink)
{
    g_string_append(out, "<path d=\"");
    write_point(out, 'M', ink->x, ink->y);
    write_point(out, 'L', ink->x + ink->line.dx, ink->y + ink->line.dy);
    g_string_append_c(out, '"');
    write_stroke(out, ink, ink->line.thick, ink->line.dash);
}

static void write_fill(GString *out, const struct ink *ink)
{
    g_string_append(out, "<rect");
    svg_number(out, "x", ink->x);
    svg_number(out, "y", ink->y);
    svg_number(out, "width", ink->fill.width);
    svg_number(out, "height", ink->fill.height);
    svg_color(out, "fill", &ink->color);
    g_string_append(out, "/>\n");
}

static void write_step(GString *out, const struct ink *ink, const struct step *step)
{
    const double *x = step->x, *y = step->y;
    switch (step->kind) {
    case STEP_MOVE:
        write_point(out, 'M', ink->x + x[0], ink->y + y[0]);
        break;
    case STEP_LINE:
        write_point(out, 'L', ink->x + x[0], ink->y + y[0]);
        break;
    case STEP_CURVE:
        write_point(out, 'C', ink->x + x[0], ink->y + y[0]);
        write_point(out, ' ', ink->x + x[1], ink->y + y[1]);
        write_point(out, ' ', ink->x + x[2], ink->y + y[2]);
        break;
    case STEP_CLOSE:
        g_string_append_c(out, 'z');
        break;
    }
}

static void write_path(GString *out, const struct ink *ink)
{
    g_string_append(out, "<path");
    if (ink->path.contour->key) {
        g_string_append(out, " id=\"i-");
        svg_text(out, ink->path.contour->key, strlen(ink->path.contour->key));
        g_string_append_c(out, '"');
    }
    g_string_append(out, " d=\"");
    for (size_t i = 0; i < ink->path.contour->count; i++)
        write_step(out, ink, &ink->path.contour->steps[i]);
    g_string_append_c(out, '"');
    if (ink->path.thick > 0) {
        write_stroke(out, ink, ink->path.thick, ink->path.dash);
        return;
    }
    svg_color(out, "fill", &ink->color);
    g_string_append(out, "/>\n");
}

static void end_letters(struct svg_sheet *sheet)
{
    if (sheet->lettered)
        g_string_append(sheet->out, "</g>\n");
    sheet->lettered = false;
}

static void end_group(struct svg_sheet *sheet)
{
    end_letters(sheet);
    if (sheet->grouped)
        g_string_append(sheet->out, "</g>\n");
    sheet->grouped = false;
}

static void begin_group(struct svg_sheet *sheet, uint32_t element)
{
    if (sheet->grouped && sheet->element == element)
        return;
    end_group(sheet);
    g_string_append(sheet->out, element == DECORATION ? "<g aria-hidden=\"true\">\n" : "<g>\n");
    sheet->grouped = true;
    sheet->element = element;
}

static void write_text(struct svg_sheet *sheet, const struct ink *ink)
{
    bool same =
        sheet->lettered && sheet->font == ink->text->font && sheet->tracking == ink->text->tracking;
    if (!same) {
        end_letters(sheet);
        g_string_append(sheet->out, "<g");
        svg_font(sheet->out, ink);
        g_string_append(sheet->out, ">\n");
        sheet->lettered = true;
        sheet->font = ink->text->font;
        sheet->tracking = ink->text->tracking;
    }
    svg_words(sheet->out, ink);
}

static bool write_ink(struct svg_sheet *sheet, const struct ink *ink, GError **error)
{
    begin_group(sheet, ink->element);
    if (ink->kind != INK_TEXT)
        end_letters(sheet);
    switch (ink->kind) {
    case INK_TEXT:
        write_text(sheet, ink);
        break;
    case INK_LINE:
        write_line(sheet->out, ink);
        break;
    case INK_LINES:
        for (size_t i = 0; i < ink->lines.count; i++) {
            const struct ink line = ink_line(ink, i);
            write_line(sheet->out, &line);
        }
        break;
    case INK_FILL:
        write_fill(sheet->out, ink);
        break;
    case INK_PATH:
        write_path(sheet->out, ink);
        break;
    case INK_IMAGE: {
        g_autofree char *name = g_strdup_printf("%s-%zu-", sheet->name, ++sheet->pictures);
        return svg_picture(sheet->out, ink, name, error);
    }
    }
    return true;
}

static void write_label(struct svg_sheet *sheet, const char *element, const char *text)
{
    g_string_append_printf(sheet->out, "<%s id=\"%s-%s\">", element, sheet->name, element);
    svg_text(sheet->out, text, strlen(text));
    g_string_append_printf(sheet->out, "</%s>\n", element);
}

/* The same in all runs, and another for each picture, in whatever colours. */
static void name_sheet(struct svg_sheet *sheet, const struct page *page, const char *words)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)words, -1);
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        const struct color *color = &ink->color;
        const guchar parts[] = {(guchar)svg_part(color->red), (guchar)svg_part(color->green),
                                (guchar)svg_part(color->blue)};
        for (size_t k = ink->kind == INK_LINES ? ink->lines.count : 1; k > 0; k--)
            g_checksum_update(sum, parts, sizeof parts);
    }
    g_snprintf(sheet->name, sizeof sheet->name, "s%.10s", g_checksum_get_string(sum));
    g_checksum_free(sum);
}

/* With a text that stands for it a page is one picture to who cannot see; without
 * one its words are read. */
static void write_head(struct svg_sheet *sheet, const struct page *page)
{
    const struct doc *doc = sheet->pages->doc;
    const char *title = doc->title ? doc->title : doc->name;
    const char *language = doc->language ? doc->language : "id";
    g_autofree char *desc = page_alternative(sheet->pages, page);
    name_sheet(sheet, page, desc ? desc : title);

    GString *out = sheet->out;
    g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    svg_number(out, "width", page->width * PIXELS_PER_POINT);
    svg_number(out, "height", page->height * PIXELS_PER_POINT);
    g_string_append(out, " viewBox=\"0 0 ");
    svg_decimal(out, page->width);
    g_string_append_c(out, ' ');
    svg_decimal(out, page->height);
    g_string_append_printf(out, "\" lang=\"%s\" xml:lang=\"%s\" role=\"%s\"", language, language,
                           desc ? "img" : "document");
    g_string_append_printf(out,
                           " aria-labelledby=\"%s-title%s%s%s\" stroke-miterlimit=\"10\" "
                           "text-rendering=\"geometricPrecision\">\n",
                           sheet->name, desc ? " " : "", desc ? sheet->name : "",
                           desc ? "-desc" : "");
    write_label(sheet, "title", title);
    if (desc)
        write_label(sheet, "desc", desc);
}

static bool has_keys(const struct page *page)
{
    for (size_t i = 0; i < page->inks.count; i++)
        if (page->inks.items[i].kind == INK_PATH && page->inks.items[i].path.contour->key)
            return true;
    return false;
}

/* What an address such as strip.svg#i-13.01 points at stands out, whatever the ground: this orange
 * has a contrast of 3 to 1 to those of all themes. */
static const char targeted[] =
    "<style>path:target{fill:#e8590c;stroke:#e8590c;stroke-width:7}</style>\n";

static bool paint(const struct pages *pages, struct press *press, struct excerpt excerpt,
                  GByteArray *out, GError **error)
{
    (void)press;
    struct extent extent;
    if (!draw_extent(pages, excerpt.page, &extent, error))
        return false;
    const struct page *page = &pages->items[extent.first];
    g_autoptr(GString) text = g_string_new(NULL);
    struct svg_sheet sheet = {.out = text, .pages = pages};
    write_head(&sheet, page);
    if (has_keys(page))
        g_string_append(text, targeted);
    g_string_append(text, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    for (size_t i = 0; i < page->inks.count; i++)
        if (!write_ink(&sheet, &page->inks.items[i], error))
            return false;
    end_group(&sheet);
    g_string_append(text, "</svg>\n");
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const struct painter painter_svg = {
    .name = "vector",
    .format = "svg",
    .suffix = "svg",
    .about = "one page as an SVG picture with real text",
    .paint = paint,
};
