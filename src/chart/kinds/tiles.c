#include "../classes.h"
#include "../kinds.h"
#include "../mapped.h"

#include "rapor/base/arena.h"

#include <math.h>

/* A square for each area of the map, at its place in a grid. */
struct tiles {
    struct plot plot; /* in the size that fits all squares */
    double side, left, top;
};

/* Areas that were part of another one then have no square. */
static bool is_shown(const struct chart *chart, const struct area *area)
{
    return !area->parent || mapped_category(chart, area->key) != NO_CATEGORY;
}

static void grid_size(const struct chart *chart, size_t *columns, size_t *rows)
{
    *columns = *rows = 1;
    for (size_t i = 0; i < chart->map->area_count; i++) {
        const struct area *area = &chart->map->areas[i];
        if (!is_shown(chart, area))
            continue;
        *columns = area->column + 1 > *columns ? area->column + 1 : *columns;
        *rows = area->row + 1 > *rows ? area->row + 1 : *rows;
    }
}

/* Two lines of text, whatever the name, inside the square. */
static bool fits(const struct tiles *tiles)
{
    const struct plot *plot = &tiles->plot;
    const struct map *map = plot->chart->map;
    bool fit = 2 * plot_line(plot) + 3 <= tiles->side &&
               text_width(plot->fonts, &plot->style, "0,00") + 5 <= tiles->side;
    for (size_t i = 0; fit && i < map->area_count; i++)
        fit = text_width(plot->fonts, &plot->style, map->areas[i].name) + 5 <= tiles->side;
    return fit;
}

static void fit_type(struct tiles *tiles)
{
    double size = 1;
    for (size_t turn = 0; turn < 20; turn++, size *= 0.94) {
        tiles->plot = plot_sized(&tiles->plot, size);
        if (fits(tiles))
            return;
    }
}

static struct tiles tiles_of(const struct plot *plot, double foot)
{
    const struct chart *chart = plot->chart;
    struct tiles tiles = {.plot = *plot};
    size_t columns, rows;
    grid_size(chart, &columns, &rows);
    tiles.side = fmin(chart->width / (double)columns, (chart->height - foot) / (double)rows);
    tiles.left = (chart->width - tiles.side * (double)columns) / 2;
    tiles.top = (chart->height - foot - tiles.side * (double)rows) / 2;
    fit_type(&tiles);
    return tiles;
}

static void draw_tile(const struct tiles *tiles, const struct area *area)
{
    const struct plot *plot = &tiles->plot;
    double value = mapped_value(plot->chart, area), inset = plot->unit;
    double x = tiles->left + (double)area->column * tiles->side;
    double y = tiles->top + (double)area->row * tiles->side;
    double side = tiles->side - 2 * inset;
    struct color fill = value_color(plot->chart, value);
    patch_draw(plot, (struct point){x + inset, y + inset}, (struct point){side, side}, fill);
    struct plot on = plot_colored(plot, color_on(plot, fill)), bold = plot_bold(&on);
    struct phrase name = phrase_cut(&on, area->name, side);
    struct phrase number = phrase_cut(&bold, value_text(value, on.inks->arena), side);
    double top = y + (tiles->side - name.height - number.height) / 2;
    if (name.width > side || number.width > side || name.height + number.height > side)
        return;
    phrase_draw(&on, &name, x + (tiles->side - name.width) / 2, top, ALIGN_LEFT);
    phrase_draw(&bold, &number, x + (tiles->side - number.width) / 2, top + name.height,
                ALIGN_LEFT);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (!chart->map || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    const struct foot foot = foot_of(&plot);
    struct tiles tiles = tiles_of(&plot, foot.height);
    for (size_t i = 0; i < chart->map->area_count; i++)
        if (is_shown(chart, &chart->map->areas[i]))
            draw_tile(&tiles, &chart->map->areas[i]);
    foot_draw(&plot, &foot);
}

const struct chart_kind chart_tiles = {
    .name = "tiles",
    .about = "a square for each area of a map, of equal size, coloured by class",
    .draw = draw,
};
