#include "../classes.h"
#include "../kinds.h"
#include "../map/mapped.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>

#define WIDE  0.5 /* height of a wide room, in parts of its width */
#define BROAD 1.4 /* width of a tile at most, in heights: names are longer than high */

/* A tile for each area of the map, at its place in a grid; in a room that is not wide, where those
 * would be too small for words, one after another as the map lists them. */
struct tiles {
    struct plot plot; /* in the size that fits all tiles */
    bool listed;
    size_t columns, rows;
    double width, height, left, top; /* of a tile; of the first one */
};

/* Areas that were part of another one then have no tile. */
static bool is_shown(const struct chart *chart, const struct area *area)
{
    return !area->parent || mapped_category(chart, area->key) != NO_CATEGORY;
}

static void set_grid(struct tiles *tiles)
{
    const struct chart *chart = tiles->plot.chart;
    tiles->columns = tiles->rows = 1;
    for (size_t i = 0; i < chart->map->area_count; i++) {
        const struct area *area = &chart->map->areas[i];
        if (!is_shown(chart, area))
            continue;
        tiles->columns = MAX(tiles->columns, area->column + 1);
        tiles->rows = MAX(tiles->rows, area->row + 1);
    }
}

/* About twice as wide as high, since names are. */
static void set_list(struct tiles *tiles, double height)
{
    const struct chart *chart = tiles->plot.chart;
    size_t count = 0;
    for (size_t i = 0; i < chart->map->area_count; i++)
        count += is_shown(chart, &chart->map->areas[i]);
    count = MAX(count, 1);
    tiles->listed = true;
    tiles->columns = (size_t)fmax(round(sqrt((double)count * chart->width / height / 1.5)), 1);
    tiles->rows = (count + tiles->columns - 1) / tiles->columns;
}

/* Two lines of text, whatever the name, inside the tile. */
static bool fits(const struct tiles *tiles)
{
    const struct plot *plot = &tiles->plot;
    const struct map *map = plot->chart->map;
    const char *widest = value_text(plot->chart->high, plot->inks->arena);
    bool fit = 2 * plot_line(plot) + 3 <= tiles->height &&
               text_width(plot->fonts, &plot->style, widest) + 5 <= tiles->width;
    for (size_t i = 0; fit && i < map->area_count; i++)
        fit = text_width(plot->fonts, &plot->style, map->areas[i].name) + 5 <= tiles->width;
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
    const double height = chart->height - foot;
    struct tiles tiles = {.plot = *plot};
    if (height > WIDE * chart->width) {
        set_list(&tiles, height);
        tiles.width = chart->width / (double)tiles.columns;
        tiles.height = height / (double)tiles.rows;
    } else {
        set_grid(&tiles);
        tiles.height = fmin(chart->width / (double)tiles.columns, height / (double)tiles.rows);
        tiles.width = fmin(chart->width / (double)tiles.columns, BROAD * tiles.height);
    }
    tiles.left = (chart->width - tiles.width * (double)tiles.columns) / 2;
    tiles.top = (height - tiles.height * (double)tiles.rows) / 2;
    fit_type(&tiles);
    return tiles;
}

/* PLACE: how many were drawn before. */
static void draw_tile(const struct tiles *tiles, const struct area *area, size_t place)
{
    const struct plot *plot = &tiles->plot;
    const size_t column = tiles->listed ? place % tiles->columns : area->column;
    const size_t row = tiles->listed ? place / tiles->columns : area->row;
    double value = mapped_value(plot->chart, area), inset = plot->unit;
    double x = tiles->left + (double)column * tiles->width;
    double y = tiles->top + (double)row * tiles->height;
    double width = tiles->width - 2 * inset, height = tiles->height - 2 * inset;
    struct color fill = value_color(plot->chart, value);
    patch_draw(plot, (struct point){x + inset, y + inset}, (struct point){width, height}, fill);
    struct plot on = plot_colored(plot, color_on(plot, fill)), bold = plot_bold(&on);
    struct phrase name = phrase_cut(&on, area->name, width);
    struct phrase number = phrase_cut(&bold, value_text(value, on.inks->arena), width);
    double top = y + (tiles->height - name.height - number.height) / 2;
    if (name.width > width || number.width > width || name.height + number.height > height)
        return;
    phrase_draw(&on, &name, x + (tiles->width - name.width) / 2, top, ALIGN_LEFT);
    phrase_draw(&bold, &number, x + (tiles->width - number.width) / 2, top + name.height,
                ALIGN_LEFT);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (!chart->map || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    const struct foot foot = foot_of(&plot);
    struct tiles tiles = tiles_of(&plot, foot.height);
    for (size_t i = 0, place = 0; i < chart->map->area_count; i++)
        if (is_shown(chart, &chart->map->areas[i]))
            draw_tile(&tiles, &chart->map->areas[i], place++);
    foot_draw(&plot, &foot);
}

const struct chart_kind chart_tiles = {
    .name = "tiles",
    .about = "a tile for each area of a map, of equal size, coloured by class",
    .draw = draw,
};
