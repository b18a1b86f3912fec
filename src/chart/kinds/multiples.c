#include "../kinds.h"
#include "../panels.h"
#include "../parts.h"
#include "../rows.h"
#include "../sign.h"
#include "bars.h"

#include "rapor/base/arena.h"

#include <math.h>

#define PANEL_LEAST 21.0 /* width of a panel, in sizes of its type */

/* The last of a column has the numbers of the scale, for those above it too. */
static void draw_panel(const struct plot *plot, const struct chart_part *part, struct panel panel,
                       bool numbered)
{
    struct chart one = part_chart(plot->chart, part, plot->inks->arena);
    struct plot bold = plot_bold(plot);
    struct phrase head = phrase_cut(&bold, part->name, panel.width);
    if (head.width <= panel.width)
        phrase_draw(&bold, &head, panel.x, panel.y, ALIGN_LEFT);
    size_t first = plot->inks->count;
    one.target_name = NULL; /* what target and series mean is told once, for all */
    one.width = panel.width;
    one.height = panel.height - head.height - 2;
    struct plot small = *plot;
    small.chart = &one;
    bars_draw(&small, 0, numbered);
    inks_move(plot->inks, first, panel.x, panel.y + head.height + 2);
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
    const double least = PANEL_LEAST * plot.style.size, numbers = rows_foot(&plot);
    const struct panels panels =
        panels_of(parts.count, chart->width, chart->height - legend.height - numbers, least);
    for (size_t i = 0; i < parts.count; i++) {
        struct panel panel = panel_at(&panels, i);
        const bool last = i + panels.columns >= parts.count;
        panel.height += last ? numbers : 0;
        draw_panel(&plot, &parts.items[i], panel, last);
    }
    legend_draw(&plot, &legend);
}

const struct chart_kind chart_multiples = {
    .name = "multiples",
    .about = "a small chart of bars for each group, all on one scale",
    .draw = draw,
};
