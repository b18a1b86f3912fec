#include "bins.h"

#include "classes.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <stdlib.h>

#define LEAST 12 /* bins, so that the shape is not lost */
#define MOST  60
#define ABOUT 40 /* bins, where no round step leads to all bounds */
#define EDGE  1e-6

/* Where a class ends, and the ends of the scale. */
struct bounds {
    double *at;
    size_t count;
};

static struct bounds bounds_of(const struct chart *chart, struct arena *arena)
{
    const double high = chart->high > chart->low ? chart->high : chart->low + 1;
    struct bounds bounds = {ARENA_ARRAY(arena, chart->class_count + 2, double), 0};
    bounds.at[bounds.count++] = chart->low;
    for (size_t i = 0; i < chart->class_count; i++) {
        double from = chart->classes[i].from;
        if (from > bounds.at[bounds.count - 1] + EDGE && from < high - EDGE)
            bounds.at[bounds.count++] = from;
    }
    bounds.at[bounds.count++] = high;
    return bounds;
}

static double range_of(const struct bounds *bounds)
{
    return bounds->at[bounds->count - 1] - bounds->at[0];
}

static bool leads_to_all(const struct bounds *bounds, double step)
{
    for (size_t i = 1; i < bounds->count; i++) {
        double steps = (bounds->at[i] - bounds->at[0]) / step;
        if (fabs(steps - round(steps)) > EDGE)
            return false;
    }
    return true;
}

/* The widest round step, of hundredths, that leads to all bounds; 0: there is none. */
static double even_step(const struct bounds *bounds)
{
    const double range = range_of(bounds);
    double step = 0, next = round_step(fmax(range / MOST * (1 - EDGE), 0.01));
    while (range / next >= LEAST - EDGE) {
        bool hundredths = fabs(next * 100 - round(next * 100)) < EDGE;
        if (hundredths && leads_to_all(bounds, next))
            step = next;
        next = round_step(next * 1.01);
    }
    return step;
}

static void add_edges(struct bins *bins, double from, double to, bool even)
{
    const double width = to - from;
    const size_t parts = (size_t)fmax(round(width / bins->step), 1);
    for (size_t i = 1; i <= parts; i++) {
        double edge = from + width * (double)i / (double)parts;
        if (!even && i < parts)
            edge = round(edge * 100) / 100;
        if (edge > bins->edges[bins->count] + EDGE && (i == parts || edge < to - EDGE))
            bins->edges[++bins->count] = edge;
    }
}

static size_t bin_of(const struct bins *bins, double value)
{
    size_t low = 0, high = bins->count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (value >= bins->edges[middle] - EDGE)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void count_values(struct bins *bins, const struct chart *chart)
{
    const double *values = chart->series[0].values;
    for (size_t i = 0; i < chart->category_count; i++) {
        if (!isfinite(values[i]))
            continue;
        bins->counts[bin_of(bins, values[i])]++;
        bins->in_class[class_of(chart, values[i])]++;
        bins->all++;
    }
}

struct bins bins_of(const struct chart *chart, struct arena *arena)
{
    const struct bounds bounds = bounds_of(chart, arena);
    const double step = even_step(&bounds), range = range_of(&bounds);
    struct bins bins = {.step = step > 0 ? step : fmax(round_step(range / ABOUT), 0.01)};
    const size_t most = (size_t)(range / bins.step) + 2 * bounds.count + 1;
    bins.edges = ARENA_ARRAY(arena, most + 1, double);
    bins.counts = ARENA_ARRAY(arena, most, size_t);
    bins.in_class = ARENA_ARRAY(arena, chart->class_count + 1, size_t);
    bins.edges[0] = bounds.at[0];
    for (size_t i = 1; i < bounds.count; i++)
        add_edges(&bins, bounds.at[i - 1], bounds.at[i], step > 0);
    count_values(&bins, chart);
    return bins;
}
