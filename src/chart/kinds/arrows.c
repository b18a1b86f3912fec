#include "../kinds.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP 8.0 /* between the scale and the numbers behind it, and between those */

/* An arrow for each category, from its value in the first series to that in the second, all on
 * one scale; behind it the value now, and by how much it changed. */
struct arrows {
    struct rows rows;
    double now_width, change_width;
};

static double before_of(const struct chart *chart, size_t row)
{
    return chart->series[0].values[row];
}

static double now_of(const struct chart *chart, size_t row)
{
    return chart->series[1].values[row];
}

/* To hundredths. */
static double change_of(const struct chart *chart, size_t row)
{
    return round((now_of(chart, row) - before_of(chart, row)) * 100) / 100;
}

/* "+0,38", "−0,10", "0,00". */
static const char *change_words(const struct plot *plot, size_t row)
{
    const double change = change_of(plot->chart, row);
    const char *text = value_text(change, plot->inks->arena);
    return change > 0 ? arena_printf(plot->inks->arena, "+%s", text) : text;
}

static const char *now_words(const struct plot *plot, size_t row)
{
    return value_text(now_of(plot->chart, row), plot->inks->arena);
}

static double widest(const struct plot *plot, const char *(*words)(const struct plot *, size_t))
{
    double width = 0;
    for (size_t i = 0; i < plot->chart->category_count; i++)
        width = fmax(width, text_width(plot->fonts, &plot->style, words(plot, i)));
    return width;
}

static struct color color_of(const struct chart *chart, size_t row)
{
    const double change = change_of(chart, row);
    return change > 0   ? chart->palette->own
           : change < 0 ? chart->palette->peers
                        : chart->palette->quiet;
}

/* The head ends at the value now; where nothing changed there is a dot alone. */
static void draw_arrow(const struct arrows *arrows, size_t row)
{
    const struct plot *plot = &arrows->rows.plot;
    const struct color color = color_of(plot->chart, row);
    const double y = rows_middle(&arrows->rows, row), thick = 2 * plot->unit;
    const double from = rows_x(&arrows->rows, before_of(plot->chart, row));
    const double to = rows_x(&arrows->rows, now_of(plot->chart, row));
    const double head = fmin(7 * plot->unit, fabs(to - from)), side = to > from ? 1 : -1;
    const double half = fmin(4.2 * plot->unit, arrows->rows.pitch / 2 - 0.5);
    dot_draw(plot->inks, (struct point){from, y}, fmin(2.2 * plot->unit, half), color);
    if (head < plot->unit / 2)
        return;
    line_draw(plot->inks, (struct point){from, y}, (struct point){to - side * head * 0.8, y},
              (struct sign_look){color, thick, 0});
    const struct point tip[] = {
        {to, y}, {to - side * head, y - half}, {to - side * head, y + half}};
    outline_draw(plot->inks, tip, 3, (struct sign_look){.color = color});
}

static void put(const struct plot *plot, const char *words, double right, double middle)
{
    struct phrase text = phrase_cut(plot, words, plot->chart->width);
    phrase_draw(plot, &text, right - text.width, middle - text.height / 2, ALIGN_LEFT);
}

static void draw_row(const struct arrows *arrows, size_t row)
{
    const struct rows *rows = &arrows->rows;
    const struct chart *chart = rows->plot.chart;
    const double middle = rows_middle(rows, row);
    const struct plot bold = plot_bold(&rows->plot);
    const struct plot colored = plot_colored(&bold, color_of(chart, row));
    if (isfinite(before_of(chart, row)) && isfinite(now_of(chart, row)))
        draw_arrow(arrows, row);
    if (!rows->named)
        return;
    rows_name(rows, row, ALIGN_RIGHT);
    put(&rows->plot, now_words(&rows->plot, row), chart->width - arrows->change_width - GAP,
        middle);
    put(&colored, change_words(&colored, row), chart->width, middle);
}

/* What the arrows lead from and to stands above the numbers. */
static void draw_heads(const struct arrows *arrows, const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct plot quiet = plot_quiet(plot);
    const char *words =
        arena_printf(plot->inks->arena, "%s → %s", chart->series[0].name, chart->series[1].name);
    struct phrase text = phrase_cut(&quiet, words, chart->width * 0.4);
    const double left = chart->width - text.width;
    const double target = isfinite(chart->target) && chart->target_name
                              ? rows_x(&arrows->rows, chart->target) +
                                    text_width(quiet.fonts, &quiet.style, chart->target_name)
                              : 0;
    if (target < left)
        phrase_draw(&quiet, &text, left, 0, ALIGN_LEFT);
}

static double top_of(const struct plot *plot)
{
    return rows_foot(plot);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count < 2)
        return;
    struct plot plot = plot_of(chart, fonts, inks), bold = plot_bold(&plot);
    struct arrows arrows = {.now_width = widest(&plot, now_words),
                            .change_width = widest(&bold, change_words)};
    const struct rows_room room = {
        .labels = chart->categories,
        .strong = chart->marked,
        .count = chart->category_count,
        .behind = arrows.now_width + arrows.change_width + 2 * GAP + mark_room(&plot),
        .top = top_of(&plot),
        .bottom = chart->height - rows_foot(&plot),
    };
    arrows.rows = rows_of(&plot, &room);
    draw_heads(&arrows, &plot);
    rows_scale(&arrows.rows);
    rows_target(&arrows.rows);
    for (size_t i = 0; i < chart->category_count; i++)
        draw_row(&arrows, i);
}

static double least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct plot plot = plot_of(chart, fonts, inks);
    return top_of(&plot) + rows_least(&plot, chart->category_count) + rows_foot(&plot);
}

const struct chart_kind chart_arrows = {
    .name = "arrows",
    .about = "an arrow for each category, from the first series to the second, on one scale",
    .draw = draw,
    .least = least,
};
