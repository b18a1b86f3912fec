#include "../classes.h"
#include "../kinds.h"
#include "../map/mapped.h"
#include "../map/spots.h"

#include "rapor/base/arena.h"

#include <math.h>

static void draw_areas(const struct plot *plot, const struct atlas *atlas)
{
    const struct map *map = plot->chart->map;
    for (size_t i = 0; i < map->area_count; i++) /* half of it stays, along the coasts */
        atlas_draw(atlas, &map->areas[i], plot->inks,
                   (struct sign_look){plot->palette->quiet, 1.2 * plot->unit, 0});
    for (size_t i = 0; i < map->area_count; i++) {
        struct color fill = value_color(plot->chart, mapped_value(plot->chart, &map->areas[i]));
        atlas_draw(atlas, &map->areas[i], plot->inks, (struct sign_look){.color = fill});
    }
    for (size_t i = 0; i < map->area_count; i++)
        atlas_draw(atlas, &map->areas[i], plot->inks,
                   (struct sign_look){plot->palette->ground, 0.5 * plot->unit, 0});
}

/* What an area is called, and its value. */
static const char *words_of(const struct plot *plot, const struct area *area)
{
    double value = mapped_value(plot->chart, area);
    return arena_printf(plot->inks->arena, "%s %s", area->name,
                        value_text(value, plot->inks->arena));
}

static void draw_label(const struct plot *plot, const struct phrase *name, const struct spot *spot,
                       const struct area *area)
{
    struct color fill = value_color(plot->chart, mapped_value(plot->chart, area));
    struct plot on = spot->inside ? plot_colored(plot, color_on(plot, fill)) : *plot;
    if (!spot->placed)
        return;
    if (!spot->inside) {
        line_draw(plot->inks, spot->edge, spot->anchor,
                  (struct sign_look){plot->palette->ground, 1.8 * plot->unit, 0});
        line_draw(plot->inks, spot->edge, spot->anchor,
                  (struct sign_look){plot->style.color, 0.7 * plot->unit, 0});
        dot_draw(plot->inks, spot->anchor, 2.4 * plot->unit, plot->palette->ground);
        dot_draw(plot->inks, spot->anchor, 1.5 * plot->unit, plot->style.color);
        phrase_ground(plot, name, spot->corner.x, spot->corner.y);
    }
    phrase_draw(&on, name, spot->corner.x, spot->corner.y, ALIGN_LEFT);
}

/* Those that were part of another one then say nothing by themselves. */
static bool is_named(const struct chart *chart, const struct area *area)
{
    return !area->parent || mapped_category(chart, area->key) != NO_CATEGORY;
}

static size_t place_labels(const struct plot *plot, const struct atlas *atlas, struct phrase *names,
                           struct spot *spots)
{
    const struct map *map = plot->chart->map;
    for (size_t i = 0; i < map->area_count; i++) {
        if (!is_named(plot->chart, &map->areas[i]))
            continue;
        names[i] = phrase_cut(plot, words_of(plot, &map->areas[i]), plot->chart->width);
        spots[i].size = (struct point){names[i].width, names[i].height};
    }
    return spots_place(atlas, spots, plot->inks->arena);
}

/* In type as large as leaves room for all of them. */
static void draw_labels(const struct plot *plot, const struct atlas *atlas)
{
    static const double sizes[] = {0.8, 0.72, 0.66, 0.6, 0.54};
    const struct map *map = plot->chart->map;
    struct plot small = *plot;
    struct spot *spots = ARENA_ARRAY(plot->inks->arena, map->area_count, struct spot);
    struct phrase *names = ARENA_ARRAY(plot->inks->arena, map->area_count, struct phrase);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        small = plot_sized(plot, sizes[i]);
        if (place_labels(&small, atlas, names, spots) == 0)
            break;
    }
    for (size_t i = 0; i < map->area_count; i++)
        if (spots[i].size.x > 0)
            draw_label(&small, &names[i], &spots[i], &map->areas[i]);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (!chart->map || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    const struct foot foot = foot_of(&plot);
    struct atlas atlas =
        atlas_of(chart->map, chart->width, chart->height - foot.height, inks->arena);
    draw_areas(&plot, &atlas);
    draw_labels(&plot, &atlas);
    foot_draw(&plot, &foot);
}

const struct chart_kind chart_choropleth = {
    .name = "choropleth",
    .about = "the outlines of the areas of a map, coloured by class, with names and values",
    .draw = draw,
};
