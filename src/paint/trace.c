#include "trace.h"

#include "draw.h"

#include "rapor/base/digest.h"
#include "rapor/paint/paint.h"
#include "rapor/type/pages.h"

#include <math.h>

#define STEPS_SHOWN 16 /* of a path; a longer one is shown by its digest */

void trace_number(GString *out, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    double rounded = round(number * 10) / 10;
    if (rounded == 0)
        rounded = 0; /* not -0.0 */
    g_string_append(out, g_ascii_formatd(digits, sizeof digits, "%.1f", rounded));
}

void trace_words(GString *out, const char *words)
{
    g_string_append_c(out, '"');
    for (const char *at = words; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '"' || c == '\\')
            g_string_append_printf(out, "\\%c", (char)c);
        else if (c == ' ' || (g_unichar_isgraph(c) && g_unichar_type(c) != G_UNICODE_FORMAT))
            g_string_append_unichar(out, c);
        else
            g_string_append_printf(out, "\\u{%x}", c);
    }
    g_string_append_c(out, '"');
}

void trace_pair(GString *out, const char *before, double x, double y)
{
    g_string_append(out, before);
    trace_number(out, x);
    g_string_append_c(out, ' ');
    trace_number(out, y);
}

static void write_color(GString *out, const struct color *color)
{
    const double parts[] = {color->red, color->green, color->blue};
    unsigned rgb = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        rgb = rgb << 8 | (unsigned)lround(CLAMP(parts[i], 0, 1) * 255);
    if (rgb)
        g_string_append_printf(out, " #%06x", rgb);
}

/* A thickness of a tenth and less says more with two decimals. */
static void write_stroke(GString *out, double thick, double dash)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(out, " thick %s", g_ascii_formatd(digits, sizeof digits, "%.2f", thick));
    if (dash > 0) {
        g_string_append(out, " dash ");
        trace_number(out, dash);
    }
}

static void write_step(GString *out, const struct step *step)
{
    switch (step->kind) {
    case STEP_MOVE:
        trace_pair(out, " move ", step->x[0], step->y[0]);
        return;
    case STEP_LINE:
        trace_pair(out, " line ", step->x[0], step->y[0]);
        return;
    case STEP_CURVE:
        trace_pair(out, " curve ", step->x[0], step->y[0]);
        trace_pair(out, " ", step->x[1], step->y[1]);
        trace_pair(out, " ", step->x[2], step->y[2]);
        return;
    case STEP_CLOSE:
        g_string_append(out, " close");
        return;
    }
}

static void write_path(GString *out, const struct ink *ink)
{
    g_autoptr(GString) steps = g_string_new(NULL);
    for (size_t i = 0; i < ink->path.contour->count; i++)
        write_step(steps, &ink->path.contour->steps[i]);
    if (ink->path.contour->count > STEPS_SHOWN) {
        g_autofree char *digest = digest_bytes(steps->str, steps->len);
        g_string_printf(steps, " %zu steps %.8s", ink->path.contour->count, digest);
    }
    if (ink->path.thick > 0)
        write_stroke(out, ink->path.thick, ink->path.dash);
    g_string_append(out, steps->str);
}

static const char *kind_name(enum ink_kind kind)
{
    switch (kind) {
    case INK_TEXT:
        return "text";
    case INK_LINE:
    case INK_LINES: /* one by one */
        return "line";
    case INK_FILL:
        return "fill";
    case INK_PATH:
        return "path";
    case INK_IMAGE:
        return "image";
    }
    return "unknown";
}

static void write_rest(GString *out, const struct ink *ink)
{
    switch (ink->kind) {
    case INK_TEXT:
        g_string_append(out, " wide ");
        trace_number(out, ink->text->width);
        g_string_append_c(out, ' ');
        trace_words(out, ink->text->words);
        return;
    case INK_LINE:
        trace_pair(out, " by ", ink->line.dx, ink->line.dy);
        write_stroke(out, ink->line.thick, ink->line.dash);
        return;
    case INK_LINES:
        break;
    case INK_FILL:
        trace_pair(out, " by ", ink->fill.width, ink->fill.height);
        return;
    case INK_PATH:
        write_path(out, ink);
        return;
    case INK_IMAGE: {
        g_autofree char *name = g_path_get_basename(ink->image.path);
        trace_pair(out, " by ", ink->image.width, ink->image.height);
        g_string_append_printf(out, " %s", name);
        return;
    }
    }
}

/* A font stands on a line of its own where it changes. */
static void write_font(GString *out, const struct ink *ink, char **last)
{
    if (ink->kind != INK_TEXT)
        return;
    PangoFontDescription *description = pango_font_describe(ink->text->font);
    g_autofree char *name = pango_font_description_to_string(description);
    pango_font_description_free(description);
    if (g_strcmp0(name, *last) == 0)
        return;
    g_string_append_printf(out, "  font %s\n", name);
    g_free(*last);
    *last = g_steal_pointer(&name);
}

static void write_ink(GString *out, const struct pages *pages, const struct ink *ink,
                      const char *before)
{
    g_string_append_printf(out, "%s%s ", before, kind_name(ink->kind));
    trace_role(out, pages, ink->element);
    trace_pair(out, " ", ink->x, ink->y);
    write_color(out, &ink->color);
    write_rest(out, ink);
    g_string_append_c(out, '\n');
}

static void write_inks(GString *out, const struct pages *pages, const struct inks *inks,
                       const char *before, char **font)
{
    for (size_t i = 0; i < inks->count; i++) {
        const struct ink *ink = &inks->items[i];
        write_font(out, ink, font);
        if (ink->kind != INK_LINES)
            write_ink(out, pages, ink, before);
        for (size_t k = 0; ink->kind == INK_LINES && k < ink->lines.count; k++) {
            const struct ink line = ink_line(ink, k);
            write_ink(out, pages, &line, before);
        }
    }
}

static void write_fields(GString *out, const struct pages *pages, size_t page)
{
    for (size_t i = 0; i < pages->signing_count; i++) {
        const struct signing *signing = &pages->signings[i];
        if (signing->page != page)
            continue;
        trace_pair(out, "  field ", signing->x, signing->y);
        trace_pair(out, " by ", signing->width, signing->height);
        g_string_append_c(out, ' ');
        trace_words(out, signing->signature->name);
        g_string_append_c(out, '\n');
    }
}

static void write_page(GString *out, const struct pages *pages, size_t index)
{
    const struct page *page = &pages->items[index];
    g_string_append_printf(out, "page %zu", index + 1);
    trace_pair(out, " of ", page->width, page->height);
    g_string_append_c(out, '\n');

    g_autofree char *font = NULL;
    write_inks(out, pages, &page->inks, "  ", &font);
    write_inks(out, pages, &page->signed_only, "  signed: ", &font);
    trace_links(out, page);
    write_fields(out, pages, index);
}

static void write_fact(GString *out, const char *name, const char *value)
{
    if (!value)
        return;
    g_string_append_printf(out, "%s ", name);
    trace_words(out, value);
    g_string_append_c(out, '\n');
}

static bool paint(const struct pages *pages, struct press *press, struct excerpt excerpt,
                  GByteArray *out, GError **error)
{
    (void)press;
    struct extent extent;
    if (!draw_extent(pages, excerpt.page, &extent, error))
        return false;
    g_autoptr(GString) text = g_string_new(NULL);
    write_fact(text, "title", pages->doc->title);
    write_fact(text, "author", pages->doc->author);
    write_fact(text, "subject", pages->doc->subject);
    write_fact(text, "language", pages->doc->language);
    write_fact(text, "date", pages->doc->date);
    for (size_t i = 0; i < extent.count; i++)
        write_page(text, pages, extent.first + i);
    trace_bookmarks(text, pages);
    trace_elements(text, pages);
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const struct painter painter_trace = {.name = "trace",
                                      .format = "trace",
                                      .suffix = "txt",
                                      .about = "what stands where, as text",
                                      .paint = paint};
