#include "../kinds.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP 6.0

/* Bars from the longest on, and beside them, on a scale of its own, what share they
 * make together: no two scales in one place. */
struct pareto {
    struct rows rows, shares;
};

static double widest_count(const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; i < plot->chart->category_count; i++) {
        const char *text = count_text(plot->chart->series[0].values[i], plot->inks->arena);
        widest = fmax(widest, text_width(plot->fonts, &plot->style, text));
    }
    return widest;
}

static const char *share_words(const struct plot *plot, double share)
{
    return arena_printf(plot->inks->arena, "%s%%", count_text(share, plot->inks->arena));
}

static void draw_head(const struct plot *plot, const char *words, double left, double right)
{
    struct plot quiet = plot_quiet(plot);
    struct phrase head = phrase_cut(&quiet, words ? words : "", right - left);
    if (head.width <= right - left)
        phrase_draw(&quiet, &head, left, 0, ALIGN_LEFT);
}

static void draw_count(const struct pareto *pareto, size_t row)
{
    const struct rows *rows = &pareto->rows;
    const struct plot *plot = &rows->plot;
    double value = plot->chart->series[0].values[row], middle = rows_middle(rows, row);
    double height = fmin(rows->pitch * 0.66, 15 * plot->unit * plot->unit), end = rows->left;
    struct plot bold = plot_bold(plot);
    if (isfinite(value)) {
        end = rows_x(rows, value);
        fill_draw(plot->inks, (struct point){rows->left, middle - height / 2},
                  (struct point){end - rows->left, height}, plot->chart->series[0].color);
    }
    if (!rows->named)
        return;
    rows_name(rows, row, ALIGN_RIGHT);
    const char *words = isfinite(value) ? count_text(value, plot->inks->arena) : "–";
    struct phrase text = phrase_cut(&bold, words, plot->chart->width);
    phrase_draw(&bold, &text, end + GAP, middle - text.height / 2, ALIGN_LEFT);
}

static struct point share_point(const struct pareto *pareto, size_t row)
{
    const struct chart *chart = pareto->rows.plot.chart;
    return (struct point){rows_x(&pareto->shares, chart->series[1].values[row]),
                          rows_middle(&pareto->rows, row)};
}

static void draw_share(const struct pareto *pareto, size_t row)
{
    const struct plot *plot = &pareto->rows.plot;
    const struct series *series = &plot->chart->series[1];
    struct plot quiet = plot_quiet(plot);
    if (!isfinite(series->values[row]))
        return;
    struct point at = share_point(pareto, row);
    line_draw(plot->inks, (struct point){pareto->shares.left, at.y}, at,
              look_series(plot, series->color));
    mark_draw(plot, 0, at, series->color);
    struct phrase text = phrase_cut(&quiet, share_words(&quiet, series->values[row]), 1e6);
    if (!pareto->rows.named)
        return;
    double x = at.x + mark_room(plot);
    phrase_ground(&quiet, &text, x, at.y - text.height / 2);
    phrase_draw(&quiet, &text, x, at.y - text.height / 2, ALIGN_LEFT);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks), bold = plot_bold(&plot);
    struct plot quiet = plot_quiet(&plot);
    bool shared = chart->series_count > 1;
    double counts = widest_count(&bold) + 2 * GAP;
    double last = text_width(fonts, &plot.style, "100%") + mark_room(&plot) + 2;
    const struct rows_room room = {
        .labels = chart->categories,
        .count = chart->category_count,
        .behind = counts + (shared ? 0.36 * chart->width : 0),
        .top = plot_line(&quiet) + GAP,
        .bottom = chart->height - rows_foot(&plot),
    };
    struct pareto pareto = {.rows = rows_of(&plot, &room)};
    pareto.shares = pareto.rows;
    pareto.shares.scale = (struct scale){0, 100, 25, 25, 4};
    pareto.shares.right = chart->width - last;
    pareto.shares.left = fmin(pareto.rows.right + counts + 2 * GAP, pareto.shares.right);
    shared = shared && pareto.shares.right - pareto.shares.left > 1.5 * last;
    draw_head(&plot, chart->series[0].name, pareto.rows.left,
              shared ? pareto.shares.left - GAP : chart->width);
    rows_scale(&pareto.rows);
    if (shared) {
        draw_head(&plot, chart->series[1].name, pareto.shares.left, chart->width);
        rows_scale(&pareto.shares);
    }
    for (size_t i = 0; i < chart->category_count; i++) {
        draw_count(&pareto, i);
        if (shared)
            draw_share(&pareto, i);
    }
}

static double least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct plot plot = plot_of(chart, fonts, inks);
    const struct plot quiet = plot_quiet(&plot);
    return plot_line(&quiet) + GAP + rows_least(&plot, chart->category_count) + rows_foot(&plot);
}

const struct chart_kind chart_pareto = {
    .name = "pareto",
    .about = "bars from the longest on, and the share that they make together",
    .draw = draw,
    .least = least,
};
