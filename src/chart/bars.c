#include "kinds.h"
#include "rapor/arena.h"
#include "sign.h"

#include <math.h>

#define NAME_GAP  6.0  /* between name and bar */
#define VALUE_GAP 4.0  /* between bar and value */
#define CLEAR     1.5  /* between a value and a mark or line before it */
#define BAR_MOST  15.0 /* height of a bar */
#define ROW_GAP   2.0  /* between names of neighbouring rows */

struct bars {
    struct plot plot; /* in the size that the names got */
    struct scale scale;
    struct phrase *names;
    double names_width;
    double left, right, top, bottom; /* of the scale */
    double row;                      /* height of one */
};

/* How names are tried: size of type and share of the chart's width. */
static const double attempts[][2] = {{1.0, 0.36}, {1.0, 0.48}, {0.9, 0.48},
                                     {0.8, 0.52}, {0.7, 0.56}, {0.6, 0.6}};

#define ATTEMPT_COUNT (sizeof attempts / sizeof *attempts)

static double x_of(const struct bars *bars, double value)
{
    return bars->left + scale_share(&bars->scale, value) * (bars->right - bars->left);
}

/* Sets the names; false if one of them is too wide or too high. */
static bool try_names(struct bars *bars, double size, double limit)
{
    const struct chart *chart = bars->plot.chart;
    bool fit = true;
    bars->plot = plot_sized(&bars->plot, size);
    bars->names_width = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        struct phrase *name = &bars->names[i];
        *name = phrase_wrapped(&bars->plot, chart->categories[i], limit);
        fit = fit && name->width <= limit && name->height + ROW_GAP <= bars->row;
        bars->names_width = fmax(bars->names_width, name->width);
    }
    return fit;
}

/* When nothing else helps: one line each, cut. */
static void cut_names(struct bars *bars, double limit)
{
    const struct chart *chart = bars->plot.chart;
    bars->names_width = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        bars->names[i] = phrase_cut(&bars->plot, chart->categories[i], limit);
        bars->names_width = fmax(bars->names_width, bars->names[i].width);
    }
}

static void arrange_names(struct bars *bars)
{
    const struct chart *chart = bars->plot.chart;
    bars->names = ARENA_ARRAY(bars->plot.inks->arena, chart->category_count, struct phrase);
    for (size_t i = 0; i < ATTEMPT_COUNT; i++)
        if (try_names(bars, attempts[i][0], attempts[i][1] * chart->width))
            return;
    cut_names(bars, attempts[ATTEMPT_COUNT - 1][1] * chart->width);
}

/* The width that the widest value needs behind the end of the scale. */
static double values_width(const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; i < plot->chart->category_count; i++) {
        const char *text = value_text(plot->chart->series[0].values[i], plot->inks->arena);
        widest = fmax(widest, text_width(plot->fonts, &plot->style, text));
    }
    return widest + MARK_ROOM + fmax(CLEAR, VALUE_GAP);
}

static bool has_target(const struct chart *chart)
{
    return isfinite(chart->target);
}

static struct bars bars_of(const struct plot *plot, double legend)
{
    const struct chart *chart = plot->chart;
    struct plot quiet = plot_quiet(plot), bold = plot_bold(plot);
    struct bars bars = {.plot = *plot, .scale = scale_of(chart)};
    bars.top = has_target(chart) && chart->target_name ? plot_line(&quiet) + 2 : 1;
    bars.bottom = chart->height - legend - plot_line(&quiet) - 2;
    bars.row = (bars.bottom - bars.top) / (double)chart->category_count;
    arrange_names(&bars);
    bars.left = bars.names_width + NAME_GAP;
    bars.right = fmax(chart->width - values_width(&bold), bars.left);
    return bars;
}

/* Leaves out every other line until the numbers below have room. */
static void space_scale(struct bars *bars, const struct plot *quiet)
{
    double widest = 0;
    for (size_t i = 0; i <= bars->scale.count; i++) {
        double value = scale_value(&bars->scale, i);
        const char *text = scale_text(&bars->scale, value, quiet->inks->arena);
        widest = fmax(widest, text_width(quiet->fonts, &quiet->style, text));
    }
    double share = bars->scale.step / (bars->scale.high - bars->scale.low);
    double room = share * (bars->right - bars->left);
    for (; bars->scale.count > 1 && room < widest + 3; room *= 2)
        bars->scale = scale_coarser(&bars->scale);
}

/* Draws the words centred at X, but inside the chart. */
static void draw_centred(const struct plot *plot, const char *words, double x, double y)
{
    struct phrase text = phrase_cut(plot, words, plot->chart->width);
    double start = fmin(x - text.width / 2, plot->chart->width - text.width);
    phrase_draw(plot, &text, fmax(start, 0), y, ALIGN_LEFT);
}

static void draw_scale(struct bars *bars)
{
    struct plot quiet = plot_quiet(&bars->plot);
    space_scale(bars, &quiet);
    for (size_t i = 0; i <= bars->scale.count; i++) {
        double value = scale_value(&bars->scale, i), x = x_of(bars, value);
        struct point from = {x, bars->top}, to = {x, bars->bottom};
        line_draw(bars->plot.inks, from, to, look_grid);
        const char *number = scale_text(&bars->scale, value, quiet.inks->arena);
        draw_centred(&quiet, number, x, bars->bottom + 2);
    }
}

static double middle_of(const struct bars *bars, size_t row)
{
    return bars->top + ((double)row + 0.5) * bars->row;
}

static void draw_bar(const struct bars *bars, size_t row)
{
    const struct series *series = &bars->plot.chart->series[0];
    double height = fmin(bars->row * 0.6, BAR_MOST);
    if (!isfinite(series->values[row]))
        return;
    struct ink *ink =
        inks_add(bars->plot.inks, INK_FILL, bars->left, middle_of(bars, row) - height / 2);
    ink->color = series->color;
    ink->fill.width = x_of(bars, series->values[row]) - bars->left;
    ink->fill.height = height;
}

static void draw_name(const struct bars *bars, size_t row)
{
    const struct phrase *name = &bars->names[row];
    phrase_draw(&bars->plot, name, bars->names_width - name->width,
                middle_of(bars, row) - name->height / 2, ALIGN_RIGHT);
}

/* White along both sides keeps the dashes visible on the bars. */
static void draw_target(const struct bars *bars)
{
    const struct chart *chart = bars->plot.chart;
    if (!has_target(chart))
        return;
    double x = x_of(bars, chart->target);
    struct point from = {x, bars->top}, to = {x, bars->bottom};
    line_draw(bars->plot.inks, from, to, (struct look){color_white, 2, 0});
    line_draw(bars->plot.inks, from, to, look_target);
    struct plot quiet = plot_quiet(&bars->plot);
    if (chart->target_name)
        draw_centred(&quiet, chart->target_name, x, 0);
}

static void draw_marks(const struct bars *bars, size_t row)
{
    const struct chart *chart = bars->plot.chart;
    for (size_t i = chart->series_count; i-- > 1;) {
        double value = chart->series[i].values[row];
        struct point at = {x_of(bars, value), middle_of(bars, row)};
        if (isfinite(value))
            mark_draw(bars->plot.inks, i, at, chart->series[i].color);
    }
}

/* Moves START behind what stands at MIDDLE, if the text would touch it. */
static double behind(double start, double width, double middle, double room)
{
    bool clear = start + width <= middle - room || start >= middle + room;
    return clear ? start : middle + room;
}

/* Returns where a text that wants to begin at START is clear of marks and target. */
static double value_start(const struct bars *bars, size_t row, double start, double width)
{
    const struct chart *chart = bars->plot.chart;
    for (size_t turn = 0; turn <= chart->series_count; turn++) {
        for (size_t i = 1; i < chart->series_count; i++) {
            double value = chart->series[i].values[row];
            if (isfinite(value))
                start = behind(start, width, x_of(bars, value), MARK_ROOM + CLEAR);
        }
        if (has_target(chart))
            start = behind(start, width, x_of(bars, chart->target), 2 * CLEAR);
    }
    return start;
}

static void draw_value(const struct bars *bars, size_t row)
{
    struct plot bold = plot_bold(&bars->plot);
    double value = bars->plot.chart->series[0].values[row];
    struct phrase text = phrase_cut(&bold, value_text(value, bold.inks->arena), bold.chart->width);
    double end = isfinite(value) ? x_of(bars, value) : bars->left;
    double start = value_start(bars, row, end + VALUE_GAP, text.width);
    double top = middle_of(bars, row) - text.height / 2;
    phrase_ground(&bold, &text, start, top);
    phrase_draw(&bold, &text, start, top, ALIGN_LEFT);
}

static void draw_rows(struct bars *bars)
{
    const size_t count = bars->plot.chart->category_count;
    draw_scale(bars);
    bool room = plot_line(&bars->plot) <= bars->row;
    for (size_t i = 0; i < count; i++) {
        draw_bar(bars, i);
        if (room)
            draw_name(bars, i);
    }
    draw_target(bars);
    line_draw(bars->plot.inks, (struct point){bars->left, bars->top},
              (struct point){bars->left, bars->bottom}, (struct look){color_axis, 0.5, 0});
    for (size_t i = 0; i < count; i++) {
        draw_marks(bars, i);
        if (room)
            draw_value(bars, i);
    }
}

/* A single series is named by the chart's caption. */
static struct legend legend_of(const struct plot *plot)
{
    struct legend legend = legend_new(plot);
    for (size_t i = 0; plot->chart->series_count > 1 && i < plot->chart->series_count; i++)
        legend_add(plot, &legend, i == 0 ? KEY_BAR : KEY_MARK, i);
    legend_arrange(plot, &legend);
    return legend;
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct legend legend = legend_of(&plot);
    struct bars bars = bars_of(&plot, legend.height);
    draw_rows(&bars);
    legend_draw(&plot, &legend);
}

const struct chart_kind chart_bars = {
    .name = "bars",
    .about = "a horizontal bar for each category, marks for the other series",
    .draw = draw,
};
