#include "../classes.h"
#include "../kinds.h"
#include "../map/mapped.h"
#include "../map/outline.h"
#include "../panels.h"
#include "../parts.h"

#include "rapor/base/arena.h"

#include <math.h>

#define HEAD_GAP    2.0
#define FINE        1.0  /* of outlines so small */
#define PANEL_LEAST 13.0 /* width of a panel, in sizes of its type */

/* "1,20 sampai 3,40": numbers that the colours stand for. */
static const char *range_words(const struct chart *chart, struct arena *arena)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < chart->category_count; i++) {
        double value = chart->series[0].values[i];
        low = isfinite(value) ? fmin(low, value) : low;
        high = isfinite(value) ? fmax(high, value) : high;
    }
    return low <= high
               ? arena_printf(arena, "%s–%s", value_text(low, arena), value_text(high, arena))
               : "–";
}

/* Coasts in a dark line, then the areas in their colours, parted by lines of the ground. */
static void draw_map(const struct plot *plot, const struct atlas *atlas)
{
    const struct map *map = atlas->map;
    for (size_t i = 0; i < map->area_count; i++)
        atlas_draw(atlas, &map->areas[i], plot->inks,
                   (struct sign_look){plot->palette->quiet, 0.7 * plot->unit, 0});
    for (size_t i = 0; i < map->area_count; i++) {
        struct color fill = value_color(plot->chart, mapped_value(plot->chart, &map->areas[i]));
        atlas_draw(atlas, &map->areas[i], plot->inks, (struct sign_look){.color = fill});
    }
}

static void draw_panel(const struct plot *plot, const struct chart_part *part, struct panel panel)
{
    struct arena *arena = plot->inks->arena;
    struct chart one = part_chart(plot->chart, part, arena);
    const struct plot bold = plot_bold(plot), quiet = plot_quiet(plot);
    struct phrase range = phrase_cut(&quiet, range_words(&one, arena), panel.width);
    struct phrase head = phrase_wrapped(&bold, part->name, panel.width);
    if (head.width > panel.width)
        head = phrase_cut(&bold, part->name, panel.width);
    phrase_draw(&bold, &head, panel.x, panel.y, ALIGN_LEFT);
    phrase_draw(&quiet, &range, panel.x, panel.y + head.height, ALIGN_LEFT);
    const double top = head.height + range.height + HEAD_GAP;
    if (panel.height - top < 2 * range.height)
        return;
    size_t first = plot->inks->count;
    struct atlas atlas = atlas_of(one.map, panel.width, panel.height - top, arena);
    atlas.fine = FINE;
    struct plot small = *plot;
    small.chart = &one;
    draw_map(&small, &atlas);
    inks_move(plot->inks, first, panel.x, panel.y + top);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (!chart->map || chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    const struct foot foot = foot_of(&plot);
    const struct chart_parts parts = parts_of(chart, inks->arena);
    const struct panels panels = panels_of(parts.count, chart->width, chart->height - foot.height,
                                           PANEL_LEAST * plot.style.size);
    for (size_t i = 0; i < parts.count; i++)
        draw_panel(&plot, &parts.items[i], panel_at(&panels, i));
    foot_draw(&plot, &foot);
}

const struct chart_kind chart_maps = {
    .name = "maps",
    .about = "a small map for each group, all with the same classes",
    .draw = draw,
};
