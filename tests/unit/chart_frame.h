/* chart_frame.h - where a piece of ink is. */
#ifndef TEST_CHART_FRAME_H
#define TEST_CHART_FRAME_H

#include "rapor/type/pages.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct frame {
    double left, top, right, bottom;
};

static inline struct frame text_frame(const struct ink *ink)
{
    PangoFontMetrics *metrics = pango_font_get_metrics(ink->text->font, NULL);
    double ascent = pango_units_to_double(pango_font_metrics_get_ascent(metrics));
    double descent = pango_units_to_double(pango_font_metrics_get_descent(metrics));
    pango_font_metrics_unref(metrics);
    return (struct frame){ink->x, ink->y - ascent, ink->x + ink->text->width, ink->y + descent};
}

static inline struct frame path_frame(const struct ink *ink)
{
    struct frame frame = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < ink->path.contour->count; i++) {
        const struct step *step = &ink->path.contour->steps[i];
        size_t points = step->kind == STEP_CLOSE ? 0 : step->kind == STEP_CURVE ? 3 : 1;
        for (size_t p = 0; p < points; p++) {
            frame.left = fmin(frame.left, ink->x + step->x[p] - ink->path.thick / 2);
            frame.right = fmax(frame.right, ink->x + step->x[p] + ink->path.thick / 2);
            frame.top = fmin(frame.top, ink->y + step->y[p] - ink->path.thick / 2);
            frame.bottom = fmax(frame.bottom, ink->y + step->y[p] + ink->path.thick / 2);
        }
    }
    return frame;
}

/* Lines end squarely at their ends. */
static inline struct frame line_frame(const struct ink *ink)
{
    double across = ink->line.dx, down = ink->line.dy, length = hypot(across, down);
    double half_x = length > 0 ? fabs(down) / length * ink->line.thick / 2 : 0;
    double half_y = length > 0 ? fabs(across) / length * ink->line.thick / 2 : 0;
    return (struct frame){
        fmin(ink->x, ink->x + across) - half_x, fmin(ink->y, ink->y + down) - half_y,
        fmax(ink->x, ink->x + across) + half_x, fmax(ink->y, ink->y + down) + half_y};
}

static inline struct frame frame_of(const struct ink *ink)
{
    switch (ink->kind) {
    case INK_TEXT:
        return text_frame(ink);
    case INK_LINE:
        return line_frame(ink);
    case INK_FILL:
        return (struct frame){ink->x, ink->y, ink->x + ink->fill.width, ink->y + ink->fill.height};
    case INK_PATH:
        return path_frame(ink);
    case INK_LINES: /* of tables */
    case INK_IMAGE:
        break;
    }
    fail_msg("a chart has no images");
    return (struct frame){0, 0, 0, 0};
}

static inline bool meet(struct frame a, struct frame b)
{
    const double hair = 0.05;
    return a.left + hair < b.right && b.left + hair < a.right && a.top + hair < b.bottom &&
           b.top + hair < a.bottom;
}

/* Lines of a paragraph are the typesetter's own: they may touch. */
static inline bool in_figure(const struct pages *pages, const struct ink *ink)
{
    return pages->elements[ink->element].role == ROLE_FIGURE;
}

/* Returns what is wrong with where the ink of a chart's page is, to be freed; or NULL. */
static inline char *page_fault(const struct pages *pages)
{
    const struct page *page = &pages->items[0];
    const struct inks *inks = &page->inks;
    g_autofree struct frame *frames = g_new(struct frame, inks->count);
    for (size_t i = 0; i < inks->count; i++) {
        const struct frame a = frames[i] = frame_of(&inks->items[i]);
        const bool text = inks->items[i].kind == INK_TEXT;
        if (text && strstr(inks->items[i].text->words, "…"))
            return g_strdup_printf("\"%s\" is cut", inks->items[i].text->words);
        if (a.left < -0.01 || a.top < -0.01 || a.right > page->width + 0.01 ||
            a.bottom > page->height + 0.01)
            return g_strdup_printf("%s leaves the sheet",
                                   text ? inks->items[i].text->words : "ink");
        for (size_t j = 0; text && j < i; j++)
            if (inks->items[j].kind == INK_TEXT && meet(a, frames[j]) &&
                (in_figure(pages, &inks->items[i]) || in_figure(pages, &inks->items[j])))
                return g_strdup_printf("\"%s\" meets \"%s\"", inks->items[i].text->words,
                                       inks->items[j].text->words);
    }
    return NULL;
}

#endif
