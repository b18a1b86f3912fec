#include "../bins.h"
#include "../classes.h"
#include "../kinds.h"
#include "../pins.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP        4.0 /* between neighbouring words */
#define LEVELS     5   /* lines of the scale of counts, at most */
#define HEAD_LINES 3   /* that the name of a class may have above it */
#define PINS_MOST  4

/* Columns that end where classes do. */
struct histogram {
    struct plot plot;
    struct rows frame; /* the scale along the foot; no rows */
    struct bins bins;
    struct phrase heads[CLASSES_MOST]; /* of the classes */
    struct patch patches[CLASSES_MOST];
    bool keyed; /* in place of the heads there are patches of colour */
    double heads_height;
    struct pins pins;
    double most, top; /* of the highest column: its count, its place */
};

enum { COLUMN_FROM, COLUMN_TO, COLUMN_CLASS, COLUMN_COUNT, COLUMNS };

static const struct ranking_column columns[COLUMNS] = {
    [COLUMN_FROM] = {"Dari", "Dari", FIGURE_INDEX},
    [COLUMN_TO] = {"Sampai", "Sampai", FIGURE_INDEX},
    [COLUMN_CLASS] = {"Predikat", "Predikat", FIGURE_TEXT},
    [COLUMN_COUNT] = {"Jumlah", "Jumlah", FIGURE_COUNT},
};

static double middle_of(const struct bins *bins, size_t bin)
{
    return (bins->edges[bin] + bins->edges[bin + 1]) / 2;
}

/* A row for each column: its bounds, the class it is in, how many values it counts. */
static struct ranking *table(const struct chart *chart, struct arena *arena)
{
    const struct bins bins = bins_of(chart, arena);
    struct ranking *ranking = ARENA_NEW(arena, struct ranking);
    *ranking = (struct ranking){
        .title = chart->alt,
        .columns = columns,
        .column_count = COLUMNS,
        .cells = ARENA_ARRAY(arena, bins.count * COLUMNS, struct ranking_cell),
        .row_count = bins.count,
    };
    for (size_t i = 0; i < bins.count; i++) {
        struct ranking_cell *row = &ranking->cells[i * COLUMNS];
        row[COLUMN_FROM].number = llround(bins.edges[i] * 100);
        row[COLUMN_TO].number = llround(bins.edges[i + 1] * 100);
        row[COLUMN_COUNT].number = (int64_t)bins.counts[i];
        if (chart->class_count > 0)
            row[COLUMN_CLASS].text = chart->classes[class_of(chart, middle_of(&bins, i))].name;
    }
    return ranking;
}

/* The name of a class, and how many values and what share of them it has. */
static const char *words_of(const struct histogram *histogram, size_t class)
{
    struct arena *arena = histogram->plot.inks->arena;
    const double count = (double)histogram->bins.in_class[class];
    return arena_printf(arena, "%s %s (%s)", histogram->plot.chart->classes[class].name,
                        count_text(count, arena),
                        share_text(count, (double)histogram->bins.all, arena));
}

static double class_width(const struct histogram *histogram, size_t class)
{
    const struct chart *chart = histogram->plot.chart;
    return rows_x(&histogram->frame, class_end(chart, class)) -
           rows_x(&histogram->frame, chart->classes[class].from);
}

/* They stand above their classes; where one of those is too narrow, beside patches of colour. */
static void arrange_heads(struct histogram *histogram)
{
    const struct chart *chart = histogram->plot.chart;
    const struct plot quiet = plot_quiet(&histogram->plot);
    for (size_t i = 0; i < chart->class_count; i++) {
        const double limit = class_width(histogram, i) - GAP;
        histogram->heads[i] = phrase_wrapped(&quiet, words_of(histogram, i), fmax(limit, 0));
        histogram->patches[i] =
            (struct patch){words_of(histogram, i), class_color(chart, i, chart->class_count)};
        histogram->keyed = histogram->keyed || histogram->heads[i].width > limit ||
                           histogram->heads[i].count > HEAD_LINES;
        histogram->heads_height = fmax(histogram->heads_height, histogram->heads[i].height);
    }
    if (histogram->keyed)
        histogram->heads_height =
            patches_height(&quiet, histogram->patches, chart->class_count) + GAP;
    histogram->heads_height += GAP;
}

/* The marked values and the target are pointed at. */
static size_t find_pins(const struct histogram *histogram, struct pin *pins)
{
    const struct plot *plot = &histogram->plot;
    const struct chart *chart = plot->chart;
    size_t count = 0;
    for (size_t i = 0; chart->marked && i < chart->category_count && count + 1 < PINS_MOST; i++) {
        double value = chart->series[0].values[i];
        if (!chart->marked[i] || !isfinite(value))
            continue;
        const char *words = arena_printf(plot->inks->arena, "%s %s", chart->categories[i],
                                         value_text(value, plot->inks->arena));
        pins[count++] =
            (struct pin){words, rows_x(&histogram->frame, value), plot->palette->own, true};
    }
    if (isfinite(chart->target) && chart->target_name)
        pins[count++] = (struct pin){chart->target_name, rows_x(&histogram->frame, chart->target),
                                     plot->palette->goal, false};
    return count;
}

static struct histogram histogram_of(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct arena *arena = plot->inks->arena;
    struct histogram histogram = {.plot = *plot, .bins = bins_of(chart, arena), .most = 2};
    struct plot quiet = plot_quiet(plot);
    struct pin *pins = ARENA_ARRAY(arena, PINS_MOST, struct pin);
    for (size_t i = 0; i < histogram.bins.count; i++)
        histogram.most = fmax(histogram.most, (double)histogram.bins.counts[i]);
    double left = text_width(plot->fonts, &quiet.style, count_text(histogram.most, arena)) + GAP;
    histogram.frame = (struct rows){.plot = *plot,
                                    .scale = scale_of(chart),
                                    .left = left,
                                    .right = chart->width - GAP,
                                    .bottom = chart->height - rows_foot(plot)};
    histogram.frame.top = histogram.frame.bottom; /* no lines across */
    arrange_heads(&histogram);
    histogram.pins = pins_of(plot, pins, find_pins(&histogram, pins));
    histogram.top = histogram.heads_height + histogram.pins.height + plot_line(&quiet);
    return histogram;
}

static double y_of(const struct histogram *histogram, double count)
{
    return histogram->frame.bottom -
           count / histogram->most * (histogram->frame.bottom - histogram->top);
}

static void draw_levels(const struct histogram *histogram)
{
    struct plot quiet = plot_quiet(&histogram->plot);
    double step = fmax(round_step(histogram->most / LEVELS), 1);
    step = step > 2 && step < 3 ? 5 : step; /* of things that are counted there is no half */
    double pitch = y_of(histogram, 0) - y_of(histogram, step);
    if (pitch < plot_line(&quiet))
        return;
    size_t levels = (size_t)(histogram->most / step);
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

static void draw_heads(const struct histogram *histogram)
{
    const struct chart *chart = histogram->plot.chart;
    struct plot quiet = plot_quiet(&histogram->plot);
    if (histogram->keyed)
        patches_draw(&quiet, histogram->patches, chart->class_count, 0);
    for (size_t i = 0; !histogram->keyed && i < chart->class_count; i++) {
        const struct phrase *head = &histogram->heads[i];
        double slack = class_width(histogram, i) - head->width;
        phrase_draw(&quiet, head, rows_x(&histogram->frame, chart->classes[i].from) + slack / 2, 0,
                    ALIGN_CENTER);
    }
}

/* Dashed lines where one class ends and the next begins; none goes through the words of a pin. */
static void draw_classes(const struct histogram *histogram)
{
    const struct chart *chart = histogram->plot.chart;
    const struct plot *plot = &histogram->plot;
    const struct sign_look look = {plot->palette->quiet, 0.5 * plot->unit, 2 * plot->unit};
    const double below = histogram->heads_height + histogram->pins.height;
    for (size_t i = 1; i < chart->class_count; i++) {
        double x = rows_x(&histogram->frame, chart->classes[i].from);
        if (!histogram->keyed)
            line_draw(plot->inks, (struct point){x, 0},
                      (struct point){x, histogram->heads_height - GAP}, look);
        line_draw(plot->inks, (struct point){x, below}, (struct point){x, histogram->frame.bottom},
                  look);
    }
}

static void draw_columns(const struct histogram *histogram)
{
    const struct chart *chart = histogram->plot.chart;
    const struct bins *bins = &histogram->bins;
    for (size_t i = 0; i < bins->count; i++) {
        double left = rows_x(&histogram->frame, bins->edges[i]) + histogram->plot.unit * 0.4;
        double right = rows_x(&histogram->frame, bins->edges[i + 1]);
        double top = y_of(histogram, (double)bins->counts[i]);
        struct color color = chart->class_count > 0 ? value_color(chart, middle_of(bins, i))
                                                    : chart->series[0].color;
        if (bins->counts[i] > 0)
            patch_draw(&histogram->plot, (struct point){left, top},
                       (struct point){fmax(right - left - histogram->plot.unit * 0.4, 0.2),
                                      histogram->frame.bottom - top},
                       color);
    }
}

static void draw_pins(const struct histogram *histogram)
{
    const struct plot *plot = &histogram->plot;
    const struct pins *pins = &histogram->pins;
    for (size_t i = 0; i < pins->count; i++) {
        const struct pin *pin = &pins->items[i];
        struct sign_look look = {pin->color, (pin->bold ? 1.6 : 1) * plot->unit,
                                 pin->bold ? 0 : 3 * plot->unit};
        struct point from = {pin->x, histogram->heads_height + pins->height};
        struct point to = {pin->x, histogram->frame.bottom};
        line_draw(plot->inks, from, to,
                  (struct sign_look){plot->palette->ground, 3 * look.thick, 0});
        line_draw(plot->inks, from, to, look);
    }
    pins_draw(pins, histogram->heads_height);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct histogram histogram = histogram_of(&plot);
    draw_levels(&histogram);
    draw_heads(&histogram);
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
