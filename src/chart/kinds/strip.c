#include "../kinds.h"
#include "../lanes.h"
#include "../parts.h"
#include "../rows.h"
#include "../spread.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#define GAP         6.0
#define LABELS_MOST 5 /* in one row, the median included */

/* A row for each group, a dot for each of its values, side by side where they are equal. */
struct strip_chart {
    struct plot plot;
    struct rows rows; /* the scale and the names; a row is as high as its dots need */
    struct chart_parts parts;
    double lane;             /* height of the words above the dots of a row */
    double *middles, *reach; /* of the dots of each row; half of their height */
};

struct dot {
    double x, shift; /* from the middle of the dots */
    size_t category;
};

struct swarm {
    struct dot *dots;
    size_t count;
    double radius, median; /* NAN: there is nothing */
};

static int by_x(const void *left, const void *right)
{
    const struct dot *a = left, *b = right;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return a->category < b->category ? -1 : a->category > b->category;
}

/* Puts each dot as near to the middle as the ones before it allow. */
static void pack(struct swarm *swarm)
{
    struct lanes *lanes = lanes_new(swarm->count, swarm->radius / 2, 2.1 * swarm->radius);
    for (size_t i = 0; i < swarm->count; i++)
        swarm->dots[i].shift = lanes_take(lanes, swarm->dots[i].x);
    lanes_free(lanes);
}

static double median_of(const struct strip_chart *strip, const struct swarm *swarm)
{
    const double *values = strip->plot.chart->series[0].values;
    size_t half = swarm->count / 2;
    if (swarm->count == 0)
        return NAN;
    double upper = values[swarm->dots[half].category];
    return swarm->count % 2 ? upper : (values[swarm->dots[half - 1].category] + upper) / 2;
}

static struct swarm swarm_of(const struct strip_chart *strip, const struct chart_part *part)
{
    const double *values = strip->plot.chart->series[0].values;
    struct swarm swarm = {ARENA_ARRAY(strip->plot.inks->arena, part->count, struct dot), 0, 0, 0};
    for (size_t i = 0; i < part->count; i++)
        if (isfinite(values[part->members[i]]))
            swarm.dots[swarm.count++] =
                (struct dot){rows_x(&strip->rows, values[part->members[i]]), 0, part->members[i]};
    if (swarm.count > 0)
        qsort(swarm.dots, swarm.count, sizeof *swarm.dots, by_x);
    swarm.median = median_of(strip, &swarm);
    return swarm;
}

/* Half the height that dots have where the name of the row, beside them and the words above, needs
 * more than they. */
static double name_reach(const struct strip_chart *strip, size_t row)
{
    return strip->rows.named ? (strip->rows.names[row].height - strip->lane - GAP) / 2 : 0;
}

/* Packs all rows with dots of that size; returns the height that they need. */
static double height_of(const struct strip_chart *strip, struct swarm *swarms, double radius)
{
    double height = 0;
    for (size_t i = 0; i < strip->parts.count; i++) {
        swarms[i].radius = radius;
        pack(&swarms[i]);
        double farthest = 0;
        for (size_t k = 0; k < swarms[i].count; k++)
            farthest = fmax(farthest, fabs(swarms[i].dots[k].shift));
        strip->reach[i] = fmax(fmax(farthest + radius, 5 * strip->plot.unit), name_reach(strip, i));
        height += 2 * strip->reach[i] + strip->lane + GAP;
    }
    return height;
}

/* The largest dots with which all rows have room, and places for the rows; what is left
 * of the room is shared by all.  Where there are too many dots even for small ones, all
 * rows shrink alike and dots overlap. */
static double arrange(struct strip_chart *strip, struct swarm *swarms)
{
    double radius = 4.5 * strip->plot.unit, room = strip->rows.bottom - strip->rows.top;
    double height = height_of(strip, swarms, radius);
    while (height > room && radius > 1.2) {
        radius *= 0.9;
        height = height_of(strip, swarms, radius);
    }
    double words = (strip->lane + GAP) * (double)strip->parts.count;
    double shrink = height > room ? fmax(room - words, 0) / (height - words) : 1;
    double spare = fmax(room - height, 0) / (double)strip->parts.count;
    double y = strip->rows.top;
    for (size_t i = 0; i < strip->parts.count; i++) {
        strip->reach[i] *= shrink;
        for (size_t k = 0; k < swarms[i].count; k++)
            swarms[i].dots[k].shift *= shrink;
        strip->middles[i] = y + strip->lane + GAP / 2 + spare / 2 + strip->reach[i];
        y = strip->middles[i] + strip->reach[i] + spare / 2 + GAP / 2;
    }
    return radius * fmin(shrink * 1.5, 1);
}

struct caption {
    const char *words;
    double x, y; /* what it belongs to */
    bool marked;
};

static size_t find_labels(const struct strip_chart *strip, const struct swarm *swarm, size_t row,
                          struct caption *labels)
{
    const struct chart *chart = strip->plot.chart;
    struct arena *arena = strip->plot.inks->arena;
    double reach = strip->reach[row];
    size_t count = 0;
    for (size_t i = 0; chart->marked && i < swarm->count && count + 1 < LABELS_MOST; i++) {
        const struct dot *dot = &swarm->dots[i];
        const char *value = value_text(chart->series[0].values[dot->category], arena);
        if (chart->marked[dot->category])
            labels[count++] = (struct caption){
                arena_printf(arena, "%s %s", chart->categories[dot->category], value), dot->x,
                strip->middles[row] + dot->shift - swarm->radius, true};
    }
    if (isfinite(swarm->median))
        labels[count++] = (struct caption){
            arena_printf(arena, "Median %s", value_text(swarm->median, arena)),
            rows_x(&strip->rows, swarm->median), strip->middles[row] - reach, false};
    return count;
}

static void draw_labels(const struct strip_chart *strip, const struct swarm *swarm, size_t row)
{
    struct caption labels[LABELS_MOST];
    struct chart_span spans[LABELS_MOST];
    struct phrase names[LABELS_MOST];
    struct plot own = plot_colored(&strip->plot, strip->plot.palette->own);
    struct plot plots[2] = {plot_quiet(&strip->plot), plot_sized(&own, 0.85)};
    plots[1].style.bold = true;
    const double limits[] = {strip->rows.left, strip->plot.chart->width};
    size_t count = find_labels(strip, swarm, row, labels);
    for (size_t i = 0; i < count; i++) {
        names[i] = phrase_cut(&plots[labels[i].marked], labels[i].words,
                              (limits[1] - limits[0]) / (double)count - GAP);
        spans[i] = (struct chart_span){labels[i].x, names[i].width, 0, i};
    }
    const double target = strip->plot.chart->target;
    const double beside[] = {limits[0], rows_x(&strip->rows, target), limits[1]};
    count = isfinite(target) ? spread_beside(spans, count, beside, GAP, strip->plot.inks->arena)
                             : spread(spans, count, limits, GAP, strip->plot.inks->arena);
    double top = strip->middles[row] - strip->reach[row] - strip->lane - GAP / 2;
    for (size_t s = 0; s < count; s++) {
        const struct caption *caption = &labels[spans[s].item];
        const struct phrase *name = &names[spans[s].item];
        double start = fmin(fmax(caption->x, spans[s].at), spans[s].at + name->width);
        phrase_ground(&plots[caption->marked], name, spans[s].at, top);
        phrase_draw(&plots[caption->marked], name, spans[s].at, top, ALIGN_LEFT);
        line_draw(
            strip->plot.inks, (struct point){start, top + name->height},
            (struct point){caption->x, caption->y},
            (struct sign_look){plots[caption->marked].style.color, 0.8 * strip->plot.unit, 0});
    }
}

static void draw_median(const struct strip_chart *strip, const struct swarm *swarm, size_t row)
{
    const struct plot *plot = &strip->plot;
    if (!isfinite(swarm->median))
        return;
    double x = rows_x(&strip->rows, swarm->median), middle = strip->middles[row];
    double reach = strip->reach[row];
    struct point from = {x, middle - reach}, to = {x, middle + reach};
    line_draw(plot->inks, from, to, (struct sign_look){plot->palette->ground, 4 * plot->unit, 0});
    line_draw(plot->inks, from, to, (struct sign_look){plot->style.color, 2 * plot->unit, 0});
}

static void draw_dots(const struct strip_chart *strip, const struct swarm *swarm, size_t row)
{
    const struct plot *plot = &strip->plot;
    const bool *marked = plot->chart->marked;
    for (size_t i = 0; i < swarm->count; i++) {
        const struct dot *dot = &swarm->dots[i];
        const size_t ink = plot->inks->count;
        dot_draw(plot->inks, (struct point){dot->x, strip->middles[row] + dot->shift},
                 swarm->radius, plot->palette->others);
        plot->inks->items[ink].path.contour->key =
            plot->chart->keys ? plot->chart->keys[dot->category] : NULL;
    }
    draw_median(strip, swarm, row);
    for (size_t i = 0; marked && i < swarm->count; i++) {
        const struct dot *dot = &swarm->dots[i];
        struct point at = {dot->x, strip->middles[row] + dot->shift};
        double edge = fmin(fmin(at.y, plot->chart->height - at.y), plot->chart->width - at.x);
        double halo = fmin(fmax(swarm->radius * 1.7, 4 * plot->unit), edge);
        if (!marked[dot->category])
            continue;
        dot_draw(plot->inks, at, halo, plot->palette->ground);
        dot_draw(plot->inks, at, halo / 1.3, plot->palette->own);
    }
}

/* Beside the middle of the dots, but not below its row. */
static void draw_name(const struct strip_chart *strip, size_t row)
{
    const struct rows *rows = &strip->rows;
    const struct phrase *name = &rows->names[row];
    struct plot plot = rows_plot(rows, row);
    const double below = fmin(name->height / 2, strip->reach[row] + GAP / 2);
    if (rows->named)
        phrase_draw(&plot, name, rows->names_width - name->width,
                    strip->middles[row] + below - name->height, ALIGN_RIGHT);
}

static struct strip_chart strip_of(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct arena *arena = plot->inks->arena;
    struct plot quiet = plot_quiet(plot);
    struct strip_chart strip = {.plot = *plot, .parts = parts_of(chart, arena)};
    const char **labels = ARENA_ARRAY(arena, strip.parts.count, const char *);
    for (size_t i = 0; i < strip.parts.count; i++)
        labels[i] = strip.parts.items[i].name;
    const struct rows_room room = {
        .labels = labels,
        .count = strip.parts.count,
        .behind = GAP,
        .even = true,
        .top = rows_top(plot),
        .bottom = chart->height - rows_foot(plot),
    };
    strip.rows = rows_of(plot, &room);
    bool room_for_words = strip.rows.pitch > 2.5 * plot_line(&quiet) + GAP;
    strip.lane = room_for_words ? plot_line(&quiet) + 3 : 0;
    strip.middles = ARENA_ARRAY(arena, strip.parts.count, double);
    strip.reach = ARENA_ARRAY(arena, strip.parts.count, double);
    return strip;
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct strip_chart strip = strip_of(&plot);
    struct swarm *swarms = ARENA_ARRAY(inks->arena, strip.parts.count, struct swarm);
    for (size_t i = 0; i < strip.parts.count; i++)
        swarms[i] = swarm_of(&strip, &strip.parts.items[i]);
    double radius = arrange(&strip, swarms);
    rows_scale(&strip.rows);
    rows_target(&strip.rows);
    for (size_t i = 0; i < strip.parts.count; i++) {
        swarms[i].radius = radius;
        draw_name(&strip, i);
        draw_dots(&strip, &swarms[i], i);
        if (strip.lane > 0)
            draw_labels(&strip, &swarms[i], i);
    }
}

const struct chart_kind chart_strip = {
    .name = "strip",
    .about = "a dot for each value, a row for each group, with the median",
    .draw = draw,
};
