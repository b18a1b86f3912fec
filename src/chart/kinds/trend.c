#include "../along.h"
#include "../kinds.h"
#include "../tags.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>

#define NUMBER_GAP 4.0  /* between the numbers of the scale and its lines */
#define TAG_GAP    10.0 /* between the last point and the names of the lines */
#define NAME_GAP   4.0  /* between neighbouring names */
#define INSET_MOST 24.0 /* between the ends of the lines and the ends of the scale */
#define NAME_LEAST 24.0 /* width that a name is cut to; where there is less, some are left out */

static const double name_sizes[] = {1.0, 0.9, 0.8, 0.7};

struct trend {
    struct plot plot;
    double *places;        /* of the categories, from 0 to 1 */
    struct plot name_plot; /* in the size that the names of categories got */
    struct scale scale;
    struct tags tags;
    struct phrase *names;
    size_t stride; /* every so many categories have a name */
    double names_height, breaks_height;
    double left, right, top, bottom; /* of the scale */
};

/* Where the first point is, and as far from the right the last. */
static double inset_of(const struct trend *trend)
{
    size_t count = trend->plot.chart->category_count;
    double half = (trend->right - trend->left) / (double)count / 2;
    return count == 1 ? half : fmin(half, INSET_MOST);
}

static double x_of(const struct trend *trend, size_t category)
{
    double room = trend->right - trend->left - 2 * inset_of(trend);
    return trend->left + inset_of(trend) + trend->places[category] * room;
}

/* Where what belongs to a category begins: half-way from the one before. */
static double edge_of(const struct trend *trend, size_t category)
{
    if (category == 0)
        return trend->left;
    if (category == trend->plot.chart->category_count)
        return trend->right;
    return (x_of(trend, category - 1) + x_of(trend, category)) / 2;
}

static double y_of(const struct trend *trend, double value)
{
    return trend->bottom - scale_share(&trend->scale, value) * (trend->bottom - trend->top);
}

static struct point place_of(const struct trend *trend, const struct series *series, size_t i)
{
    return (struct point){x_of(trend, i), y_of(trend, series->values[i])};
}

/* True if the category is measured by something else than the one before. */
static bool is_broken(const struct chart *chart, size_t category)
{
    return chart->breaks && category > 0 &&
           g_strcmp0(chart->breaks[category - 1], chart->breaks[category]) != 0;
}

/* The category that follows those measured like FIRST. */
static size_t part_end(const struct chart *chart, size_t first)
{
    size_t end = first + 1;
    while (end < chart->category_count && !is_broken(chart, end))
        end++;
    return end;
}

/* What the categories from FIRST on are measured by, inside their WIDTH. */
static struct phrase part_name(const struct plot *quiet, size_t first, double width)
{
    const char *name = quiet->chart->breaks[first] ? quiet->chart->breaks[first] : "";
    struct phrase phrase = phrase_wrapped(quiet, name, width);
    return phrase.width <= width && phrase.count <= 2 ? phrase : phrase_cut(quiet, name, width);
}

static double numbers_width(const struct trend *trend, const struct plot *quiet)
{
    double widest = 0;
    for (size_t i = 0; i <= trend->scale.count; i++) {
        double value = scale_value(&trend->scale, i);
        const char *text = scale_text(&trend->scale, value, quiet->inks->arena);
        widest = fmax(widest, text_width(quiet->fonts, &quiet->style, text));
    }
    return widest;
}

/* How wide a name may be: clear of its neighbours and inside the chart. */
static double name_limit(const struct trend *trend)
{
    const size_t count = trend->plot.chart->category_count;
    double limit = 2 * fmin(x_of(trend, 0), trend->plot.chart->width - x_of(trend, count - 1));
    for (size_t i = trend->stride; i < count; i += trend->stride)
        limit = fmin(limit, x_of(trend, i) - x_of(trend, i - trend->stride) - NAME_GAP);
    return limit;
}

static bool try_names(struct trend *trend, double size)
{
    const struct chart *chart = trend->plot.chart;
    double limit = name_limit(trend);
    bool fit = true;
    trend->name_plot = plot_sized(&trend->plot, size);
    trend->names_height = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        struct phrase *name = &trend->names[i];
        *name = phrase_wrapped(&trend->name_plot, chart->categories[i], limit);
        fit = fit && name->width <= limit && name->height <= 0.3 * chart->height;
        trend->names_height = fmax(trend->names_height, name->height);
    }
    return fit;
}

/* When nothing else helps: one line each, cut, and perhaps not all. */
static void cut_names(struct trend *trend)
{
    const struct chart *chart = trend->plot.chart;
    while (trend->stride < chart->category_count && name_limit(trend) < NAME_LEAST)
        trend->stride *= 2;
    trend->names_height = plot_line(&trend->name_plot);
    for (size_t i = 0; i < chart->category_count; i++)
        trend->names[i] = phrase_cut(&trend->name_plot, chart->categories[i], name_limit(trend));
}

static void arrange_names(struct trend *trend)
{
    size_t count = trend->plot.chart->category_count;
    trend->names = ARENA_ARRAY(trend->plot.inks->arena, count, struct phrase);
    trend->stride = 1;
    for (size_t i = 0; i < G_N_ELEMENTS(name_sizes); i++)
        if (try_names(trend, name_sizes[i]))
            return;
    cut_names(trend);
}

static double breaks_height(const struct trend *trend)
{
    const struct chart *chart = trend->plot.chart;
    struct plot quiet = plot_quiet(&trend->plot);
    double height = 0;
    for (size_t first = 0, end; first < chart->category_count; first = end) {
        end = part_end(chart, first);
        if (first == 0 && end == chart->category_count)
            return 0;
        double width = edge_of(trend, end) - edge_of(trend, first) - NAME_GAP;
        height = fmax(height, part_name(&quiet, first, width).height);
    }
    return height + 2;
}

static struct trend trend_of(const struct plot *plot, double legend)
{
    const struct chart *chart = plot->chart;
    struct plot quiet = plot_quiet(plot);
    struct trend trend = {
        .plot = *plot, .places = places_along(chart, plot->inks->arena), .scale = scale_of(chart)};
    trend.tags = tags_of(plot, (chart->height - legend) * 0.6);
    trend.left = numbers_width(&trend, &quiet) + NUMBER_GAP;
    trend.right = fmax(chart->width - trend.tags.width - TAG_GAP, trend.left);
    arrange_names(&trend);
    trend.breaks_height = breaks_height(&trend);
    trend.top = trend.breaks_height + mark_room(plot);
    trend.bottom = chart->height - legend - trend.names_height - mark_room(plot) - 1;
    return trend;
}

static void draw_scale(struct trend *trend)
{
    struct plot quiet = plot_quiet(&trend->plot);
    const double height = trend->bottom - trend->top;
    while (trend->scale.count > 1 && scale_gap(&trend->scale) * height < plot_line(&quiet))
        trend->scale = scale_coarser(&trend->scale);
    for (size_t i = 0; i <= trend->scale.count; i++) {
        double value = scale_value(&trend->scale, i), y = y_of(trend, value);
        struct point from = {trend->left, y}, to = {trend->right, y};
        line_draw(trend->plot.inks, from, to, look_grid(&trend->plot));
        const char *number = scale_text(&trend->scale, value, quiet.inks->arena);
        struct phrase text = phrase_wrapped(&quiet, number, trend->plot.chart->width);
        phrase_draw(&quiet, &text, trend->left - NUMBER_GAP - text.width, y - text.height / 2,
                    ALIGN_LEFT);
    }
}

static void draw_names(const struct trend *trend)
{
    for (size_t i = 0; i < trend->plot.chart->category_count; i += trend->stride) {
        const struct phrase *name = &trend->names[i];
        if (name->width <= name_limit(trend))
            phrase_draw(&trend->name_plot, name, x_of(trend, i) - name->width / 2,
                        trend->bottom + mark_room(&trend->plot) + 1, ALIGN_CENTER);
    }
}

/* A line between what is measured differently, with a name on either side. */
static void draw_breaks(const struct trend *trend)
{
    const struct chart *chart = trend->plot.chart;
    struct plot quiet = plot_quiet(&trend->plot);
    for (size_t first = 0, end; trend->breaks_height > 0 && first < chart->category_count;
         first = end) {
        end = part_end(chart, first);
        double left = edge_of(trend, first), width = edge_of(trend, end) - left;
        struct phrase name = part_name(&quiet, first, width - NAME_GAP);
        if (name.width <= width - NAME_GAP)
            phrase_draw(&quiet, &name, left + (width - name.width) / 2, 0, ALIGN_CENTER);
        struct point from = {left, 0}, to = {left, trend->bottom};
        if (first > 0)
            line_draw(trend->plot.inks, from, to, (struct sign_look){quiet.style.color, 0.8, 3});
    }
}

static void draw_line(const struct trend *trend, const struct series *series)
{
    const struct sign_look look = look_series(&trend->plot, series->color);
    for (size_t i = 1; i < trend->plot.chart->category_count; i++)
        if (isfinite(series->values[i - 1]) && isfinite(series->values[i]) &&
            !is_broken(trend->plot.chart, i))
            line_draw(trend->plot.inks, place_of(trend, series, i - 1), place_of(trend, series, i),
                      look);
}

static void draw_marks(const struct trend *trend, size_t number)
{
    const struct series *series = &trend->plot.chart->series[number];
    for (size_t i = 0; i < trend->plot.chart->category_count; i++)
        if (isfinite(series->values[i]))
            mark_draw(&trend->plot, number, place_of(trend, series, i), series->color);
}

/* A thin line leads from the end of each line to its name. */
static void draw_tags(struct trend *trend)
{
    const struct chart *chart = trend->plot.chart;
    double *ends = ARENA_ARRAY(trend->plot.inks->arena, chart->series_count, double);
    for (size_t i = 0; i < trend->tags.count; i++) {
        const struct chart_tag *tag = &trend->tags.items[i];
        ends[tag->series] = y_of(trend, chart->series[tag->series].values[tag->category]);
    }
    const double limits[] = {trend->breaks_height, trend->bottom};
    tags_place(&trend->tags, ends, limits, trend->plot.inks->arena);
    for (size_t i = 0; i < trend->tags.count; i++) {
        const struct chart_tag *tag = &trend->tags.items[i];
        struct point from = {x_of(trend, tag->category), ends[tag->series]};
        struct point to = {trend->right + TAG_GAP - 2, tag->y + tag->name.height / 2};
        line_draw(trend->plot.inks, from, to,
                  (struct sign_look){chart->series[tag->series].color, 0.4, 0});
        phrase_draw(&tag->plot, &tag->name, trend->right + TAG_GAP, tag->y, ALIGN_LEFT);
    }
}

/* The first series comes last: it is what the chart is about. */
static void draw_series(struct trend *trend)
{
    const struct chart *chart = trend->plot.chart;
    const double target = y_of(trend, chart->target);
    struct point from = {trend->left, target}, to = {trend->right, target};
    if (isfinite(chart->target))
        line_draw(trend->plot.inks, from, to, look_target(&trend->plot));
    for (size_t i = chart->series_count; i-- > 0;)
        draw_line(trend, &chart->series[i]);
    draw_tags(trend);
    for (size_t i = chart->series_count; i-- > 0;)
        draw_marks(trend, i);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct legend legend = legend_new(&plot);
    if (isfinite(chart->target) && chart->target_name)
        legend_add(&plot, &legend, KEY_TARGET, 0);
    legend_arrange(&plot, &legend);
    struct trend trend = trend_of(&plot, legend.height);
    draw_scale(&trend);
    draw_breaks(&trend);
    draw_series(&trend);
    draw_names(&trend);
    legend_draw(&plot, &legend);
}

const struct chart_kind chart_trend = {
    .name = "trend",
    .about = "a line over the categories for each series, with its name at the end",
    .draw = draw,
};
