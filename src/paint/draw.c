#include "draw.h"

#include "images.h"
#include "press.h"

#include "rapor/base/failure.h"
#include "rapor/type/pages.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MITER  10.0 /* times its thickness does a corner of strokes reach, cairo's limit */
#define LETTER 2.0  /* times the height of a line can a letter reach */

/* What is at hand while a page is drawn; the arrays serve one text after another. */
struct brush {
    cairo_t *cr;
    struct press *press;
    GArray *glyphs, *clusters;
};

/* Not the scaled font itself: it would ignore the scale of the page. */
static void set_font(cairo_t *cr, PangoFont *font)
{
    cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    cairo_matrix_t matrix;
    cairo_scaled_font_get_font_matrix(scaled, &matrix);
    cairo_set_font_face(cr, cairo_scaled_font_get_font_face(scaled));
    cairo_set_font_matrix(cr, &matrix);
}

static void place_glyphs(struct brush *brush, const struct ink *ink)
{
    g_array_set_size(brush->glyphs, 0);
    g_array_set_size(brush->clusters, 0);
    double x = ink->x;
    for (size_t i = 0; i < ink->text->count; i++) {
        const struct glyph *glyph = &ink->text->glyphs[i];
        const cairo_glyph_t placed = {glyph->id, x + glyph->dx, ink->y + glyph->dy};
        g_array_append_val(brush->glyphs, placed);
        x += glyph->advance;

        if (glyph->bytes || brush->clusters->len == 0) {
            const cairo_text_cluster_t cluster = {(int)glyph->bytes, 1};
            g_array_append_val(brush->clusters, cluster);
        } else {
            guint last = brush->clusters->len - 1;
            g_array_index(brush->clusters, cairo_text_cluster_t, last).num_glyphs++;
        }
    }
}

static void draw_text(struct brush *brush, const struct ink *ink)
{
    if (ink->text->count == 0)
        return;
    set_font(brush->cr, ink->text->font);
    place_glyphs(brush, ink);
    cairo_show_text_glyphs(brush->cr, ink->text->words, (int)ink->text->length,
                           (const cairo_glyph_t *)(void *)brush->glyphs->data,
                           (int)brush->glyphs->len,
                           (const cairo_text_cluster_t *)(void *)brush->clusters->data,
                           (int)brush->clusters->len, (cairo_text_cluster_flags_t)0);
}

static void stroke(cairo_t *cr, double thick, double dash)
{
    cairo_set_line_width(cr, thick);
    cairo_set_dash(cr, &dash, dash > 0 ? 1 : 0, 0);
    cairo_stroke(cr);
}

static void draw_line(cairo_t *cr, const struct ink *ink)
{
    cairo_move_to(cr, ink->x, ink->y);
    cairo_rel_line_to(cr, ink->line.dx, ink->line.dy);
    stroke(cr, ink->line.thick, ink->line.dash);
}

static void draw_fill(cairo_t *cr, const struct ink *ink)
{
    cairo_rectangle(cr, ink->x, ink->y, ink->fill.width, ink->fill.height);
    cairo_fill(cr);
}

static void take_step(cairo_t *cr, double x, double y, const struct step *step)
{
    switch (step->kind) {
    case STEP_MOVE:
        cairo_move_to(cr, x + step->x[0], y + step->y[0]);
        break;
    case STEP_LINE:
        cairo_line_to(cr, x + step->x[0], y + step->y[0]);
        break;
    case STEP_CURVE:
        cairo_curve_to(cr, x + step->x[0], y + step->y[0], x + step->x[1], y + step->y[1],
                       x + step->x[2], y + step->y[2]);
        break;
    case STEP_CLOSE:
        cairo_close_path(cr);
        break;
    }
}

static void draw_path(cairo_t *cr, const struct ink *ink)
{
    for (size_t i = 0; i < ink->path.contour->count; i++)
        take_step(cr, ink->x, ink->y, &ink->path.contour->steps[i]);
    if (ink->path.thick > 0)
        stroke(cr, ink->path.thick, ink->path.dash);
    else
        cairo_fill(cr);
}

static bool draw_ink(struct brush *brush, const struct ink *ink, GError **error)
{
    cairo_new_path(brush->cr);
    cairo_set_source_rgb(brush->cr, ink->color.red, ink->color.green, ink->color.blue);
    switch (ink->kind) {
    case INK_TEXT:
        draw_text(brush, ink);
        return true;
    case INK_LINE:
        draw_line(brush->cr, ink);
        return true;
    case INK_LINES:
        for (size_t i = 0; i < ink->lines.count; i++) {
            const struct ink line = ink_line(ink, i);
            draw_line(brush->cr, &line);
        }
        return true;
    case INK_FILL:
        draw_fill(brush->cr, ink);
        return true;
    case INK_PATH:
        draw_path(brush->cr, ink);
        return true;
    case INK_IMAGE:
        return images_draw(
            brush->press->images, ink->image.path,
            &(struct image_frame){ink->x, ink->y, ink->image.width, ink->image.height}, brush->cr,
            error);
    }
    return true;
}

/* Outlines as they are, neither fitted to pixels nor in the colours of a screen. */
static void be_exact(cairo_t *cr)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
}

static struct reach reach_of_path(const struct ink *ink)
{
    struct reach reach = {INFINITY, -INFINITY};
    for (size_t i = 0; i < ink->path.contour->count; i++) {
        const struct step *step = &ink->path.contour->steps[i];
        const size_t points = step->kind == STEP_CURVE ? 3 : step->kind == STEP_CLOSE ? 0 : 1;
        for (size_t k = 0; k < points; k++) {
            reach.top = fmin(reach.top, ink->y + step->y[k]);
            reach.bottom = fmax(reach.bottom, ink->y + step->y[k]);
        }
    }
    const double corner = ink->path.thick * MITER; /* of two strokes */
    return (struct reach){reach.top - corner, reach.bottom + corner};
}

static struct reach reach_of_line(const struct ink *ink)
{
    return (struct reach){ink->y + fmin(ink->line.dy, 0) - ink->line.thick,
                          ink->y + fmax(ink->line.dy, 0) + ink->line.thick};
}

static struct reach reach_of_lines(const struct ink *ink)
{
    struct reach all = {INFINITY, -INFINITY};
    for (size_t i = 0; i < ink->lines.count; i++) {
        const struct ink line = ink_line(ink, i);
        const struct reach one = reach_of_line(&line);
        all = (struct reach){fmin(all.top, one.top), fmax(all.bottom, one.bottom)};
    }
    return all;
}

/* No letter is higher or deeper than so many times its size. */
static struct reach reach_of_text(const struct ink *ink)
{
    cairo_scaled_font_t *scaled =
        pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(ink->text->font));
    cairo_font_extents_t extents;
    cairo_scaled_font_extents(scaled, &extents);
    const double reach = LETTER * fmax(extents.height, extents.ascent + extents.descent);
    return (struct reach){ink->y - reach, ink->y + reach};
}

static struct reach reach_of(const struct ink *ink)
{
    switch (ink->kind) {
    case INK_TEXT:
        return reach_of_text(ink);
    case INK_LINE:
        return reach_of_line(ink);
    case INK_LINES:
        return reach_of_lines(ink);
    case INK_FILL:
        return (struct reach){ink->y, ink->y + ink->fill.height};
    case INK_PATH:
        return reach_of_path(ink);
    case INK_IMAGE:
        break;
    }
    return (struct reach){ink->y, ink->y + ink->image.height};
}

struct reach *draw_reaches(const struct page *page)
{
    struct reach *reaches = g_new(struct reach, page->inks.count);
    for (size_t i = 0; i < page->inks.count; i++)
        reaches[i] = reach_of(&page->inks.items[i]);
    return reaches;
}

static bool is_within(const struct band *band, size_t ink)
{
    const struct reach *reach = &band->reaches[ink];
    return reach->bottom >= band->top && reach->top <= band->bottom;
}

bool draw_band(cairo_t *cr, const struct page *page, struct press *press, const struct band *band,
               GError **error)
{
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
    struct brush brush = {cr, press, glyphs, clusters};

    be_exact(cr);
    for (size_t i = 0; i < page->inks.count; i++)
        if ((!band || is_within(band, i)) && !draw_ink(&brush, &page->inks.items[i], error))
            return false;
    return true;
}

bool draw_page(cairo_t *cr, const struct page *page, struct press *press, GError **error)
{
    return draw_band(cr, page, press, NULL, error);
}

bool draw_extent(const struct pages *pages, unsigned page, struct extent *extent, GError **error)
{
    unsigned wanted = page ? page : 1;
    if (wanted > pages->count)
        return fail(error, FAILURE_USAGE, "%s: there is no page %u, the last one is %zu",
                    pages->doc->name, wanted, pages->count);
    extent->first = wanted - 1;
    extent->count = page ? 1 : pages->count;
    return true;
}

bool draw_check(const struct pages *pages, cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    return fail(error, FAILURE_SOFTWARE, "%s: cannot be painted: %s", pages->doc->name,
                cairo_status_to_string(status));
}

cairo_status_t draw_keep(void *out, const unsigned char *data, unsigned count)
{
    g_byte_array_append(out, data, count);
    return CAIRO_STATUS_SUCCESS;
}
