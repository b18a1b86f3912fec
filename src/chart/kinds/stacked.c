#include "../classes.h"
#include "../kinds.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP 6.0

/* Bars that make a hundred percent, a part for each series, from the lowest on. */
struct stacked {
    struct rows rows;
    struct patch *patches;
};

static double sum_of(const struct chart *chart, size_t row)
{
    double sum = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        if (chart->series[i].values[row] > 0)
            sum += chart->series[i].values[row];
    return sum;
}

/* What stands behind the bar: how many there are. */
static double keys_width(const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; plot->chart->keys && i < plot->chart->category_count; i++)
        widest = fmax(widest, text_width(plot->fonts, &plot->style, plot->chart->keys[i]));
    return widest > 0 ? widest + GAP : 0;
}

static void draw_share(const struct stacked *stacked, size_t row, size_t series, const double at[2])
{
    const struct plot *plot = &stacked->rows.plot;
    double height = fmin(stacked->rows.pitch * 0.72, 34 * plot->unit);
    double left = at[0] + plot->unit / 2, width = at[1] - at[0] - plot->unit;
    double middle = rows_middle(&stacked->rows, row);
    struct color fill = stacked->patches[series].color;
    if (width <= 0.2)
        return;
    patch_draw(plot, (struct point){left, middle - height / 2}, (struct point){width, height},
               fill);
    struct plot on = plot_colored(plot, color_on(plot, fill));
    const char *share = share_text(plot->chart->series[series].values[row],
                                   sum_of(plot->chart, row), on.inks->arena);
    struct phrase text = phrase_cut(&on, share, 1e6);
    if (text.width + GAP <= width && text.height <= height && stacked->rows.named)
        phrase_draw(&on, &text, left + (width - text.width) / 2, middle - text.height / 2,
                    ALIGN_LEFT);
}

static void draw_bar(const struct stacked *stacked, size_t row)
{
    const struct rows *rows = &stacked->rows;
    const struct chart *chart = rows->plot.chart;
    double sum = sum_of(chart, row), x = rows->left;
    for (size_t i = 0; i < chart->series_count && sum > 0; i++) {
        double value = chart->series[i].values[row];
        double end = x + (value > 0 ? value / sum * (rows->right - rows->left) : 0);
        draw_share(stacked, row, i, (double[]){x, end});
        x = end;
    }
}

static void draw_key(const struct stacked *stacked, size_t row)
{
    const struct rows *rows = &stacked->rows;
    const struct chart *chart = rows->plot.chart;
    struct plot plain = plot_colored(&rows->plot, rows->plot.palette->quiet);
    struct phrase key = phrase_cut(&plain, chart->keys[row], chart->width);
    phrase_draw(&plain, &key, chart->width - key.width, rows_middle(rows, row) - key.height / 2,
                ALIGN_LEFT);
}

static struct patch *patches_of(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct patch *patches = ARENA_ARRAY(plot->inks->arena, chart->series_count, struct patch);
    for (size_t i = 0; i < chart->series_count; i++)
        patches[i] =
            (struct patch){chart->series[i].name, class_color(chart, i, chart->series_count)};
    return patches;
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct stacked stacked = {.patches = patches_of(&plot)};
    const struct rows_room room = {
        .labels = chart->categories,
        .strong = chart->marked,
        .count = chart->category_count,
        .behind = keys_width(&plot),
        .top = patches_height(&plot, stacked.patches, chart->series_count) + GAP,
        .bottom = chart->height,
    };
    stacked.rows = rows_of(&plot, &room);
    patches_draw(&plot, stacked.patches, chart->series_count, 0);
    for (size_t i = 0; i < chart->category_count; i++) {
        rows_name(&stacked.rows, i, ALIGN_RIGHT);
        draw_bar(&stacked, i);
        if (chart->keys && stacked.rows.named)
            draw_key(&stacked, i);
    }
}

static double least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct plot plot = plot_of(chart, fonts, inks);
    return patches_height(&plot, patches_of(&plot), chart->series_count) + GAP +
           rows_least(&plot, chart->category_count);
}

const struct chart_kind chart_stacked = {
    .name = "stacked",
    .about = "a bar of a hundred percent for each category, a part for each series",
    .draw = draw,
    .least = least,
};
