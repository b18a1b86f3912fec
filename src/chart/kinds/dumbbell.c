#include "../kinds.h"
#include "../pins.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define VALUE_GAP 8.0 /* between the scale and the values */

static double values_width(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    double widest = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        const char *text = value_text(chart->series[0].values[i], plot->inks->arena);
        widest = fmax(widest, text_width(plot->fonts, &plot->style, text));
    }
    return widest + VALUE_GAP;
}

/* What has a value in the first row is named above it, all else in the legend. */
static bool is_pinned(const struct chart *chart, size_t series)
{
    return isfinite(chart->series[series].values[0]);
}

static struct legend legend_of(const struct plot *plot)
{
    struct legend legend = legend_new(plot);
    for (size_t i = 0; i < plot->chart->series_count; i++)
        if (!is_pinned(plot->chart, i))
            legend_add(plot, &legend, KEY_MARK, i);
    legend_arrange(plot, &legend);
    return legend;
}

static struct pins find_pins(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct pin *pins = ARENA_ARRAY(plot->inks->arena, chart->series_count + 1, struct pin);
    size_t count = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        if (is_pinned(chart, i))
            pins[count++] = (struct pin){chart->series[i].name, 0, chart->series[i].color, i == 0};
    if (isfinite(chart->target) && chart->target_name)
        pins[count++] = (struct pin){chart->target_name, 0, plot->palette->goal, false};
    return pins_of(plot, pins, count);
}

/* They point at the values of the first row, and at the target's line. */
static void draw_pins(const struct rows *rows, const struct pins *pins)
{
    const struct chart *chart = rows->plot.chart;
    size_t count = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        if (is_pinned(chart, i)) {
            struct pin *pin = &pins->items[count++];
            pin->x = rows_x(rows, chart->series[i].values[0]);
            line_draw(rows->plot.inks, (struct point){pin->x, rows->top},
                      (struct point){pin->x, rows_middle(rows, 0)},
                      (struct sign_look){pin->color, 0.8 * rows->plot.unit, 0});
        }
    if (count < pins->count)
        pins->items[count].x = rows_x(rows, chart->target);
    pins_draw(pins, rows->top - pins->height);
}

/* A line from the lowest to the highest of the row's values. */
static void draw_span(const struct rows *rows, size_t row)
{
    const struct chart *chart = rows->plot.chart;
    double low = INFINITY, high = -INFINITY, y = rows_middle(rows, row);
    for (size_t i = 0; i < chart->series_count; i++) {
        double value = chart->series[i].values[row];
        low = isfinite(value) ? fmin(low, value) : low;
        high = isfinite(value) ? fmax(high, value) : high;
    }
    if (low < high)
        line_draw(rows->plot.inks, (struct point){rows_x(rows, low), y},
                  (struct point){rows_x(rows, high), y},
                  (struct sign_look){rows->plot.palette->others, 2.4 * rows->plot.unit, 0});
}

static void draw_value(const struct rows *rows, size_t row)
{
    struct plot bold = plot_bold(&rows->plot);
    const struct chart *chart = rows->plot.chart;
    struct phrase text =
        phrase_cut(&bold, value_text(chart->series[0].values[row], bold.inks->arena), chart->width);
    phrase_draw(&bold, &text, chart->width - text.width, rows_middle(rows, row) - text.height / 2,
                ALIGN_LEFT);
}

static void draw_row(const struct rows *rows, size_t row)
{
    const struct chart *chart = rows->plot.chart;
    draw_span(rows, row);
    for (size_t i = chart->series_count; i-- > 0;) {
        double value = chart->series[i].values[row];
        struct point at = {rows_x(rows, value), rows_middle(rows, row)};
        if (isfinite(value))
            mark_draw(&rows->plot, i, at, chart->series[i].color);
    }
    if (!rows->named)
        return;
    rows_name(rows, row, ALIGN_RIGHT);
    draw_value(rows, row);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks), bold = plot_bold(&plot);
    struct legend legend = legend_of(&plot);
    const struct pins pins = find_pins(&plot);
    const struct rows_room room = {
        .labels = chart->categories,
        .count = chart->category_count,
        .behind = values_width(&bold),
        .top = pins.height,
        .bottom = chart->height - legend.height - rows_foot(&plot),
    };
    struct rows rows = rows_of(&plot, &room);
    rows_scale(&rows);
    rows_line(&rows, chart->target, look_target(&plot));
    draw_pins(&rows, &pins);
    for (size_t i = 0; i < chart->category_count; i++)
        draw_row(&rows, i);
    legend_draw(&plot, &legend);
}

static double least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct plot plot = plot_of(chart, fonts, inks);
    return find_pins(&plot).height + rows_least(&plot, chart->category_count) + rows_foot(&plot) +
           legend_of(&plot).height;
}

const struct chart_kind chart_dumbbell = {
    .name = "dumbbell",
    .about = "a mark for each series on the row of each category, joined by a line",
    .draw = draw,
    .least = least,
    .parted = true,
};
