#include "../classes.h"
#include "../kinds.h"
#include "../pins.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP        4.0 /* between neighbouring words */
#define LEVELS     5   /* lines of the scale of counts, at most */
#define BINS_MOST  60
#define BINS_LEAST 12

/* Columns of equal width whose edges fall on the bounds of the classes. */
struct histogram {
    struct plot plot;
    struct rows frame; /* the scale along the foot; no rows */
    double step;       /* width of a bin */
    size_t *counts, bin_count, most;
    size_t *in_class; /* how many values each class has */
    size_t all;
    double top; /* of the highest column */
};

static const double steps[] = {1, 0.5, 0.25, 0.2, 0.1, 0.05};

static bool divides(const struct chart *chart, double step)
{
    for (size_t i = 0; i <= chart->class_count; i++) {
        double bound = i < chart->class_count ? chart->classes[i].from : chart->high;
        double bins = (bound - chart->low) / step;
        if (bound > chart->low && fabs(bins - round(bins)) > 1e-6)
            return false;
    }
    return true;
}

/* The widest bins that end where classes do, but not so wide that the shape is lost. */
static double step_of(const struct chart *chart)
{
    double range = chart->high - chart->low;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (divides(chart, steps[i]) && range / steps[i] >= BINS_LEAST &&
            range / steps[i] <= BINS_MOST)
            return steps[i];
    return range / 20;
}

static void count_values(struct histogram *histogram, const struct chart *chart)
{
    const double *values = chart->series[0].values;
    for (size_t i = 0; i < chart->category_count; i++) {
        if (!isfinite(values[i]))
            continue;
        double place = fmax((values[i] - chart->low) / histogram->step + 1e-6, 0);
        size_t bin = (size_t)fmin(place, (double)histogram->bin_count - 1);
        histogram->counts[bin]++;
        histogram->most =
            histogram->counts[bin] > histogram->most ? histogram->counts[bin] : histogram->most;
        histogram->all++;
        histogram->in_class[class_of(chart, values[i])]++;
    }
}

static struct histogram counted(const struct chart *chart, struct arena *arena)
{
    struct histogram histogram = {.step = step_of(chart)};
    histogram.bin_count = (size_t)lround((chart->high - chart->low) / histogram.step);
    histogram.counts = ARENA_ARRAY(arena, histogram.bin_count, size_t);
    histogram.in_class = ARENA_ARRAY(arena, chart->class_count + 1, size_t);
    count_values(&histogram, chart);
    return histogram;
}

enum { COLUMN_FROM, COLUMN_TO, COLUMN_CLASS, COLUMN_COUNT, COLUMNS };

static const struct ranking_column columns[COLUMNS] = {
    [COLUMN_FROM] = {"Dari", "Dari", FIGURE_INDEX},
    [COLUMN_TO] = {"Sampai", "Sampai", FIGURE_INDEX},
    [COLUMN_CLASS] = {"Predikat", "Predikat", FIGURE_TEXT},
    [COLUMN_COUNT] = {"Jumlah", "Jumlah", FIGURE_COUNT},
};

/* A row for each column: its bounds, the class it is in, how many values it counts. */
static struct ranking *table(const struct chart *chart, struct arena *arena)
{
    const struct histogram histogram = counted(chart, arena);
    struct ranking *ranking = ARENA_NEW(arena, struct ranking);
    *ranking = (struct ranking){
        .title = chart->alt,
        .columns = columns,
        .column_count = COLUMNS,
        .cells = ARENA_ARRAY(arena, histogram.bin_count * COLUMNS, struct ranking_cell),
        .row_count = histogram.bin_count,
    };
    for (size_t i = 0; i < histogram.bin_count; i++) {
        struct ranking_cell *row = &ranking->cells[i * COLUMNS];
        double from = chart->low + (double)i * histogram.step, to = from + histogram.step;
        row[COLUMN_FROM].number = llround(from * 100);
        row[COLUMN_TO].number = llround(to * 100);
        row[COLUMN_COUNT].number = (int64_t)histogram.counts[i];
        if (chart->class_count > 0)
            row[COLUMN_CLASS].text = chart->classes[class_of(chart, (from + to) / 2)].name;
    }
    return ranking;
}

/* A round number so that at most LEVELS lines reach the highest column. */
static double level_step(size_t most)
{
    static const double round_numbers[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    size_t i = 0;
    while (i < 9 && (double)most / round_numbers[i] > LEVELS)
        i++;
    return round_numbers[i];
}

/* The name of a class, and how many values and what share of them it has. */
static struct phrase head_of(const struct histogram *histogram, const struct plot *plot,
                             size_t class, double limit)
{
    struct arena *arena = plot->inks->arena;
    size_t count = histogram->in_class[class];
    double share = histogram->all > 0 ? 100 * (double)count / (double)histogram->all : 0;
    const char *words = arena_printf(arena, "%s %s (%s%%)", plot->chart->classes[class].name,
                                     count_text((double)count, arena), count_text(share, arena));
    struct phrase head = phrase_wrapped(plot, words, limit);
    return head.width <= limit ? head : phrase_cut(plot, words, limit);
}

static double class_width(const struct histogram *histogram, size_t class)
{
    const struct chart *chart = histogram->plot.chart;
    return rows_x(&histogram->frame, class_end(chart, class)) -
           rows_x(&histogram->frame, chart->classes[class].from);
}

static double heads_height(const struct histogram *histogram, const struct plot *plot)
{
    double height = 0;
    for (size_t i = 0; i < plot->chart->class_count; i++)
        height = fmax(height, head_of(histogram, plot, i, class_width(histogram, i) - GAP).height);
    return height + GAP;
}

static double marks_height(const struct plot *plot)
{
    bool any = isfinite(plot->chart->target);
    for (size_t i = 0; plot->chart->marked && i < plot->chart->category_count; i++)
        any = any || plot->chart->marked[i];
    return any ? pins_height(plot) : 0;
}

static struct histogram histogram_of(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct arena *arena = plot->inks->arena;
    struct histogram histogram = counted(chart, arena);
    struct plot quiet = plot_quiet(plot);
    histogram.plot = *plot;
    double left = text_width(plot->fonts, &quiet.style, count_text(1e3, arena)) + GAP;
    histogram.frame = (struct rows){.plot = *plot,
                                    .scale = scale_of(chart),
                                    .left = left,
                                    .right = chart->width - GAP,
                                    .bottom = chart->height - rows_foot(plot)};
    histogram.top = heads_height(&histogram, &quiet) + marks_height(plot) + plot_line(&quiet);
    histogram.frame.top = histogram.frame.bottom; /* no lines across */
    return histogram;
}

static double y_of(const struct histogram *histogram, double count)
{
    double most = fmax((double)histogram->most, 2);
    return histogram->frame.bottom - count / most * (histogram->frame.bottom - histogram->top);
}

static void draw_levels(const struct histogram *histogram)
{
    struct plot quiet = plot_quiet(&histogram->plot);
    double step = level_step(histogram->most);
    double pitch = y_of(histogram, 0) - y_of(histogram, step);
    if (pitch < plot_line(&quiet))
        return;
    size_t levels = (size_t)((double)histogram->most / step);
    for (size_t i = 1; i <= levels; i++) {
        double level = (double)i * step, y = y_of(histogram, level);
        struct point from = {histogram->frame.left, y}, to = {histogram->frame.right, y};
        line_draw(quiet.inks, from, to, look_grid(&quiet));
        struct phrase number =
            phrase_cut(&quiet, count_text(level, quiet.inks->arena), quiet.chart->width);
        phrase_draw(&quiet, &number, histogram->frame.left - GAP - number.width,
                    y - number.height / 2, ALIGN_LEFT);
    }
}

/* Dashed lines where one class ends and the next begins. */
static void draw_classes(const struct histogram *histogram)
{
    const struct chart *chart = histogram->plot.chart;
    struct plot quiet = plot_quiet(&histogram->plot);
    struct sign_look look = {quiet.style.color, 0.5 * quiet.unit, 2 * quiet.unit};
    for (size_t i = 0; i < chart->class_count; i++) {
        double x = rows_x(&histogram->frame, chart->classes[i].from);
        double width = class_width(histogram, i);
        struct phrase head = head_of(histogram, &quiet, i, width - GAP);
        if (head.width <= width - GAP)
            phrase_draw(&quiet, &head, x + (width - head.width) / 2, 0, ALIGN_CENTER);
        if (i > 0)
            line_draw(quiet.inks, (struct point){x, 0}, (struct point){x, histogram->frame.bottom},
                      look);
    }
}

static void draw_columns(const struct histogram *histogram)
{
    const struct chart *chart = histogram->plot.chart;
    for (size_t i = 0; i < histogram->bin_count; i++) {
        double from = chart->low + (double)i * histogram->step;
        double left = rows_x(&histogram->frame, from) + histogram->plot.unit * 0.4;
        double right = rows_x(&histogram->frame, from + histogram->step);
        double top = y_of(histogram, (double)histogram->counts[i]);
        double middle = from + histogram->step / 2;
        struct color color =
            chart->class_count > 0 ? value_color(chart, middle) : chart->series[0].color;
        if (histogram->counts[i] > 0)
            patch_draw(&histogram->plot, (struct point){left, top},
                       (struct point){fmax(right - left - histogram->plot.unit * 0.4, 0.2),
                                      histogram->frame.bottom - top},
                       color);
    }
}

#define PINS_MOST 4
#define PIN_MOST  0.3 /* of the width; the value stands behind the name */

/* The marked values and the target are pointed at. */
static size_t find_pins(const struct histogram *histogram, struct pin *pins)
{
    const struct plot *plot = &histogram->plot;
    const struct chart *chart = plot->chart;
    struct plot bold = plot_bold(plot);
    size_t count = 0;
    for (size_t i = 0; chart->marked && i < chart->category_count && count + 1 < PINS_MOST; i++) {
        double value = chart->series[0].values[i];
        if (!chart->marked[i] || !isfinite(value))
            continue;
        struct phrase name = phrase_cut(&bold, chart->categories[i], PIN_MOST * chart->width);
        const char *words = arena_printf(plot->inks->arena, "%s %s", name.lines[0],
                                         value_text(value, plot->inks->arena));
        pins[count++] =
            (struct pin){words, rows_x(&histogram->frame, value), plot->palette->own, true};
    }
    if (isfinite(chart->target) && chart->target_name)
        pins[count++] = (struct pin){chart->target_name, rows_x(&histogram->frame, chart->target),
                                     plot->palette->goal, false};
    return count;
}

static void draw_pins(const struct histogram *histogram)
{
    const struct plot *plot = &histogram->plot;
    struct plot quiet = plot_quiet(plot);
    struct pin pins[PINS_MOST];
    size_t count = find_pins(histogram, pins);
    double y = heads_height(histogram, &quiet);
    for (size_t i = 0; i < count; i++) {
        struct sign_look look = {pins[i].color, (pins[i].bold ? 1.6 : 1) * plot->unit,
                                 pins[i].bold ? 0 : 3 * plot->unit};
        struct point from = {pins[i].x, y + pins_height(plot)};
        struct point to = {pins[i].x, histogram->frame.bottom};
        line_draw(plot->inks, from, to,
                  (struct sign_look){plot->palette->ground, 3 * look.thick, 0});
        line_draw(plot->inks, from, to, look);
    }
    pins_draw(plot, pins, count, y);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct histogram histogram = histogram_of(&plot);
    draw_levels(&histogram);
    draw_classes(&histogram);
    draw_columns(&histogram);
    draw_pins(&histogram);
    rows_scale(&histogram.frame);
    line_draw(inks, (struct point){histogram.frame.left, histogram.frame.bottom},
              (struct point){histogram.frame.right, histogram.frame.bottom}, look_axis(&plot));
}

const struct chart_kind chart_histogram = {
    .name = "histogram",
    .about = "columns that count values, with edges at the bounds of the classes",
    .draw = draw,
    .table = table,
};
