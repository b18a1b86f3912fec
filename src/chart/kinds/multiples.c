#include "../kinds.h"
#include "../parts.h"
#include "../sign.h"
#include "bars.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP 14.0 /* between panels */

static const char **picked(const char **from, const struct chart_part *part, struct arena *arena)
{
    const char **items = ARENA_ARRAY(arena, part->count, const char *);
    for (size_t i = 0; from && i < part->count; i++)
        items[i] = from[part->members[i]];
    return from ? items : NULL;
}

/* The chart of one group alone; what target and series mean is told once, for all. */
static struct chart chart_of(const struct chart *chart, const struct chart_part *part,
                             struct arena *arena)
{
    struct chart one = *chart;
    bool *marked = ARENA_ARRAY(arena, part->count, bool);
    one.category_count = part->count;
    one.categories = picked(chart->categories, part, arena);
    one.keys = picked(chart->keys, part, arena);
    one.groups = NULL;
    one.target_name = NULL;
    one.series = ARENA_ARRAY(arena, chart->series_count, struct series);
    for (size_t s = 0; s < chart->series_count; s++) {
        double *values = ARENA_ARRAY(arena, part->count, double);
        for (size_t i = 0; i < part->count; i++)
            values[i] = chart->series[s].values[part->members[i]];
        one.series[s] = chart->series[s];
        one.series[s].values = values;
    }
    for (size_t i = 0; chart->marked && i < part->count; i++)
        marked[i] = chart->marked[part->members[i]];
    one.marked = chart->marked ? marked : NULL;
    return one;
}

/* As many side by side as leave each wide enough to be read. */
static size_t columns_of(const struct plot *plot, size_t count)
{
    size_t columns = (size_t)fmax(plot->chart->width / (27 * plot->style.size), 1);
    if (columns > count)
        columns = count;
    size_t rows = (count + columns - 1) / columns;
    return (count + rows - 1) / rows;
}

static void draw_panel(const struct plot *plot, const struct chart_part *part, const double box[4])
{
    struct chart one = chart_of(plot->chart, part, plot->inks->arena);
    struct plot bold = plot_bold(plot);
    struct phrase head = phrase_cut(&bold, part->name, box[2]);
    if (head.width <= box[2])
        phrase_draw(&bold, &head, box[0], box[1], ALIGN_LEFT);
    size_t first = plot->inks->count;
    one.width = box[2];
    one.height = box[3] - head.height - 2;
    struct plot small = *plot;
    small.chart = &one;
    bars_draw(&small, 0);
    inks_move(plot->inks, first, box[0], box[1] + head.height + 2);
}

static struct legend legend_of(const struct plot *plot)
{
    struct legend legend = legend_of_bars(plot);
    if (isfinite(plot->chart->target) && plot->chart->target_name)
        legend_add(plot, &legend, KEY_TARGET, 0);
    legend_arrange(plot, &legend);
    return legend;
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct legend legend = legend_of(&plot);
    struct chart_parts parts = parts_of(chart, inks->arena);
    size_t columns = columns_of(&plot, parts.count);
    size_t rows = (parts.count + columns - 1) / columns;
    double width = (chart->width - GAP * (double)(columns - 1)) / (double)columns;
    double height = (chart->height - legend.height - GAP * (double)(rows - 1)) / (double)rows;
    for (size_t i = 0; i < parts.count; i++) {
        size_t column = i % columns, row = i / columns;
        draw_panel(&plot, &parts.items[i],
                   (double[]){(double)column * (width + GAP), (double)row * (height + GAP), width,
                              height});
    }
    legend_draw(&plot, &legend);
}

const struct chart_kind chart_multiples = {
    .name = "multiples",
    .about = "a small chart of bars for each group, all on one scale",
    .draw = draw,
};
