#include "svg.h"

#include "rapor/type/pages.h"

#include <string.h>

/* What to set text in where the family is not there, most alike first. */
static const struct stand_in {
    const char *family, *others;
} stand_ins[] = {
    {"URW Bookman", "Bookman Old Style,TeX Gyre Bonum,serif"},
    {"Liberation Sans", "Arial,Helvetica,sans-serif"},
    {"Noto Sans", "Open Sans,Segoe UI,Roboto,sans-serif"},
};

static const char *stand_in_for(const char *family)
{
    for (size_t i = 0; i < G_N_ELEMENTS(stand_ins); i++)
        if (strcmp(stand_ins[i].family, family) == 0)
            return stand_ins[i].others;
    return "sans-serif";
}

/* A typeface has two weights for us, whatever its own scale calls them: in
 * another one "light" would be too thin. */
void svg_font(GString *out, const struct ink *ink)
{
    PangoFontDescription *font = pango_font_describe_with_absolute_size(ink->text->font);
    const char *family = pango_font_description_get_family(font);
    g_string_append_printf(out, " font-family=\"%s,%s\"", family, stand_in_for(family));
    svg_number(out, "font-size", pango_units_to_double(pango_font_description_get_size(font)));
    if (pango_font_description_get_weight(font) >= PANGO_WEIGHT_SEMIBOLD)
        g_string_append(out, " font-weight=\"700\"");
    if (pango_font_description_get_style(font) != PANGO_STYLE_NORMAL)
        g_string_append(out, " font-style=\"italic\"");
    if (ink->text->tracking != 0)
        svg_number(out, "letter-spacing", ink->text->tracking);
    pango_font_description_free(font);
}

/* A word of an ink, in bytes of its text and in points. */
struct word_span {
    const char *text;
    size_t length;
    double x, width;
};

static struct word_span *add_span(GArray *spans, const char *text, double x)
{
    const struct word_span span = {text, 0, x, 0};
    g_array_append_val(spans, span);
    return &g_array_index(spans, struct word_span, spans->len - 1);
}

/* A glyph without text belongs to the one before, and a space to no word. */
static GArray *spans_of(const struct ink *ink)
{
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(struct word_span));
    struct word_span *span = NULL;
    const char *text = ink->text->words;
    double x = ink->x;
    for (size_t i = 0; i < ink->text->count; i++) {
        const struct glyph *glyph = &ink->text->glyphs[i];
        if (glyph->bytes > 0 && *text == ' ')
            span = NULL;
        else if (!span && glyph->bytes > 0)
            span = add_span(spans, text, x);
        if (span) {
            span->length += glyph->bytes;
            span->width += glyph->advance;
        }
        text += glyph->bytes;
        x += glyph->advance;
    }
    return spans;
}

/* Each word is a text of its own: within one, librsvg and Inkscape know no length of a part. */
static void write_span(GString *out, const struct ink *ink, const struct word_span *span)
{
    g_string_append(out, "<text");
    svg_number(out, "x", span->x);
    svg_number(out, "y", ink->y);
    if (span->length > 1)
        svg_number(out, "textLength", span->width);
    svg_color(out, "fill", &ink->color);
    g_string_append_c(out, '>');
    svg_text(out, span->text, span->length);
    g_string_append(out, "</text>");
}

void svg_words(GString *out, const struct ink *ink)
{
    g_autoptr(GArray) spans = spans_of(ink);
    if (spans->len == 0)
        return;
    for (guint i = 0; i < spans->len; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        write_span(out, ink, &g_array_index(spans, struct word_span, i));
    }
    g_string_append_c(out, '\n');
}
