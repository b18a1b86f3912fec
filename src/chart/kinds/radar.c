#include "../kinds.h"
#include "rose.h"

#include "rapor/base/arena.h"

#include <math.h>

struct radar {
    struct plot plot;
    struct scale scale;
    struct rose rose;
};

static struct point place_of(const struct radar *radar, size_t axis, double value)
{
    return rose_point(&radar->rose, axis, scale_share(&radar->scale, value));
}

static bool is_whole(const struct radar *radar, const double *values)
{
    for (size_t i = 0; i < radar->rose.count; i++)
        if (!isfinite(values[i]))
            return false;
    return true;
}

static void draw_outline(const struct radar *radar, const double *values, struct sign_look look)
{
    size_t count = radar->rose.count;
    struct point *points = ARENA_ARRAY(radar->plot.inks->arena, count, struct point);
    for (size_t i = 0; i < count; i++)
        points[i] = place_of(radar, i, values[i]);
    outline_draw(radar->plot.inks, points, count, look);
}

/* The polygon at one value on every axis. */
static void draw_ring(const struct radar *radar, double value, struct sign_look look)
{
    double *values = ARENA_ARRAY(radar->plot.inks->arena, radar->rose.count, double);
    for (size_t i = 0; i < radar->rose.count; i++)
        values[i] = value;
    draw_outline(radar, values, look);
}

/* Paths are opaque, so this lies below the grid. */
static void draw_area(const struct radar *radar)
{
    const struct chart *chart = radar->plot.chart;
    if (chart->series_count == 0 || !is_whole(radar, chart->series[0].values))
        return;
    struct sign_look look = {color_pale(&radar->plot, chart->series[0].color), 0, 0};
    draw_outline(radar, chart->series[0].values, look);
}

static void draw_grid(const struct radar *radar)
{
    for (size_t i = 1; i <= radar->scale.count; i++)
        draw_ring(radar, scale_value(&radar->scale, i), look_grid(&radar->plot));
    for (size_t i = 0; i < radar->rose.count; i++)
        line_draw(radar->plot.inks, radar->rose.middle, rose_point(&radar->rose, i, 1),
                  look_grid(&radar->plot));
}

/* Where a value is missing, the line is open. */
static void draw_line(const struct radar *radar, const struct series *series)
{
    const double *values = series->values;
    struct sign_look look = look_series(&radar->plot, series->color);
    if (is_whole(radar, values)) {
        draw_outline(radar, values, look);
        return;
    }
    for (size_t i = 0; i < radar->rose.count; i++) {
        size_t next = (i + 1) % radar->rose.count;
        if (isfinite(values[i]) && isfinite(values[next]))
            line_draw(radar->plot.inks, place_of(radar, i, values[i]),
                      place_of(radar, next, values[next]), look);
    }
}

static void draw_marks(const struct radar *radar, size_t series)
{
    const struct series *data = &radar->plot.chart->series[series];
    for (size_t i = 0; i < radar->rose.count; i++)
        if (isfinite(data->values[i]))
            mark_draw(&radar->plot, series, place_of(radar, i, data->values[i]), data->color);
}

/* The first series comes last: it is what the chart is about. */
static void draw_series(const struct radar *radar)
{
    const struct chart *chart = radar->plot.chart;
    if (isfinite(chart->target))
        draw_ring(radar, chart->target, look_target(&radar->plot));
    for (size_t i = chart->series_count; i-- > 0;)
        draw_line(radar, &chart->series[i]);
    for (size_t i = chart->series_count; i-- > 0;)
        draw_marks(radar, i);
}

struct radar_spot {
    struct point corner;
    double width, height;
};

/* Clips the line to the strip between LOW and HIGH in one direction: FROM and TO
 * are shares of its length. */
static void clip(double start, double length, const double strip[2], double *from, double *to)
{
    double enter = (strip[0] - start) / length, leave = (strip[1] - start) / length;
    if (length == 0) {
        bool inside = start > strip[0] && start < strip[1];
        enter = inside ? 0 : 2;
        leave = inside ? 1 : 2;
    }
    *from = fmax(*from, fmin(enter, leave));
    *to = fmin(*to, fmax(enter, leave));
}

static bool crosses(struct point a, struct point b, const struct radar_spot *spot)
{
    double from = 0, to = 1;
    const double across[] = {spot->corner.x - 1, spot->corner.x + spot->width + 1};
    const double down[] = {spot->corner.y, spot->corner.y + spot->height};
    clip(a.x, b.x - a.x, across, &from, &to);
    clip(a.y, b.y - a.y, down, &from, &to);
    return from < to;
}

static bool series_crosses(const struct radar *radar, const double *values,
                           const struct radar_spot *spot)
{
    for (size_t i = 0; i < radar->rose.count; i++) {
        size_t next = (i + 1) % radar->rose.count;
        if (!isfinite(values[i]) || !isfinite(values[next]))
            continue;
        if (crosses(place_of(radar, i, values[i]), place_of(radar, next, values[next]), spot))
            return true;
    }
    return false;
}

static bool is_crossed(const struct radar *radar, const struct radar_spot *spot)
{
    const struct chart *chart = radar->plot.chart;
    for (size_t i = 0; i < chart->series_count; i++)
        if (series_crosses(radar, chart->series[i].values, spot))
            return true;
    return false;
}

/* The distance between the lines of a scale. */
static double pitch_of(const struct radar *radar, const struct scale *scale)
{
    return radar->rose.radius * scale_gap(scale);
}

/* Puts the number where no line crosses it: beside its ring, left or right of
 * the first axis, or else close above or below the ring.  False if there is no
 * such place; then it stands left of the axis. */
static bool place_number(const struct radar *radar, struct point at, struct radar_spot *spot)
{
    double pitch = pitch_of(radar, &radar->scale);
    double shift = pitch > 2 * spot->height + 2 ? spot->height / 2 + 1 : 0;
    const double downs[] = {0, shift, -shift};
    const double highest =
        rose_point(&radar->rose, 0, 1).y - spot->height / 2; /* the name is above */
    const double gap = mark_room(&radar->plot);
    const double lefts[] = {-gap - spot->width, gap};
    for (size_t i = 0; i < 6; i++) {
        spot->corner.x = at.x + lefts[i % 2];
        spot->corner.y = at.y - spot->height / 2 + downs[i / 2];
        if (spot->corner.y >= highest && !is_crossed(radar, spot))
            return true;
    }
    spot->corner.x = at.x + lefts[0];
    spot->corner.y = at.y - spot->height / 2;
    return false;
}

static void draw_number(const struct radar *radar, const struct plot *quiet, double value)
{
    struct point at = place_of(radar, 0, value);
    const char *number = scale_text(&radar->scale, value, quiet->inks->arena);
    struct phrase text = phrase_wrapped(quiet, number, radar->plot.chart->width);
    struct radar_spot spot = {.width = text.width, .height = text.height};
    if (!place_number(radar, at, &spot))
        phrase_ground(quiet, &text, spot.corner.x, spot.corner.y);
    phrase_draw(quiet, &text, spot.corner.x, spot.corner.y, ALIGN_LEFT);
}

/* Where the rings are too close, not all have a number. */
static void draw_numbers(const struct radar *radar)
{
    struct plot quiet = plot_quiet(&radar->plot);
    struct scale scale = radar->scale;
    while (scale.count > 0 && pitch_of(radar, &scale) < plot_line(&quiet))
        scale = scale_coarser(&scale);
    for (size_t i = 0; i <= scale.count; i++)
        draw_number(radar, &quiet, scale_value(&scale, i));
}

static void draw_names(const struct rose *rose)
{
    for (size_t i = 0; rose->named && i < rose->count; i++) {
        const struct spoke *spoke = &rose->spokes[i];
        enum align align = fabs(spoke->right) < 1e-6 ? ALIGN_CENTER
                           : spoke->right > 0        ? ALIGN_LEFT
                                                     : ALIGN_RIGHT;
        phrase_draw(&rose->plot, &spoke->name, rose->middle.x + spoke->corner.x,
                    rose->middle.y + spoke->corner.y, align);
    }
}

static struct legend legend_of(const struct plot *plot)
{
    struct legend legend = legend_new(plot);
    for (size_t i = 0; i < plot->chart->series_count; i++)
        legend_add(plot, &legend, KEY_LINE, i);
    if (isfinite(plot->chart->target) && plot->chart->target_name)
        legend_add(plot, &legend, KEY_TARGET, 0);
    legend_arrange(plot, &legend);
    return legend;
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct legend legend = legend_of(&plot);
    struct radar radar = {plot, scale_of(chart),
                          rose_of(&plot, chart->width, chart->height - legend.height)};
    draw_area(&radar);
    draw_grid(&radar);
    draw_series(&radar);
    draw_numbers(&radar);
    draw_names(&radar.rose);
    legend_draw(&plot, &legend);
}

const struct chart_kind chart_radar = {
    .name = "radar",
    .about = "an axis for each category around a middle, a polygon for each series",
    .draw = draw,
};
