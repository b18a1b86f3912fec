#include "sign.h"

#include "rapor/base/arena.h"

#include <math.h>

#define SIGN_WIDTH 18.0
#define SIGN_GAP   4.0
#define KEY_GAP    16.0
#define HEAD_GAP   8.0

struct legend legend_new(const struct plot *plot)
{
    size_t room = plot->chart->series_count + 1;
    return (struct legend){ARENA_ARRAY(plot->inks->arena, room, struct chart_key), 0, 0};
}

void legend_add(const struct plot *plot, struct legend *legend, enum key_kind kind, size_t series)
{
    const struct chart *chart = plot->chart;
    const char *name = kind == KEY_TARGET ? chart->target_name : chart->series[series].name;
    double limit = chart->width - SIGN_WIDTH - SIGN_GAP;
    struct phrase text = phrase_wrapped(plot, name, limit);
    if (text.width > limit)
        text = phrase_cut(plot, name, limit);
    legend->keys[legend->count++] = (struct chart_key){kind, series, text, 0, 0};
}

struct legend legend_of_bars(const struct plot *plot)
{
    struct legend legend = legend_new(plot);
    for (size_t i = 0; plot->chart->series_count > 1 && i < plot->chart->series_count; i++)
        legend_add(plot, &legend, i == 0 ? KEY_BAR : KEY_MARK, i);
    return legend;
}

static double key_width(const struct chart_key *key)
{
    return SIGN_WIDTH + SIGN_GAP + key->name.width;
}

/* A line of text or a mark, whichever is taller. */
static double sign_height(const struct plot *plot)
{
    return fmax(plot_line(plot), 2 * mark_room(plot));
}

static double key_height(const struct plot *plot, const struct chart_key *key)
{
    return key->name.height + sign_height(plot) - plot_line(plot);
}

/* Returns the index after the last key of the row that begins with FIRST. */
static size_t row_end(const struct legend *legend, size_t first, double limit, double *width)
{
    size_t end = first + 1;
    *width = key_width(&legend->keys[first]);
    while (end < legend->count && *width + KEY_GAP + key_width(&legend->keys[end]) <= limit)
        *width += KEY_GAP + key_width(&legend->keys[end++]);
    return end;
}

void legend_arrange(const struct plot *plot, struct legend *legend)
{
    legend->height = legend->count > 0 ? HEAD_GAP : 0;
    for (size_t i = 0; i < legend->count;) {
        double width, tallest = 0;
        size_t end = row_end(legend, i, plot->chart->width, &width);
        double x = fmax((plot->chart->width - width) / 2, 0);
        for (; i < end; i++) {
            struct chart_key *key = &legend->keys[i];
            key->x = x;
            key->y = legend->height;
            x += key_width(key) + KEY_GAP;
            tallest = fmax(tallest, key_height(plot, key));
        }
        legend->height += tallest;
    }
}

static void sign_draw(const struct plot *plot, const struct chart_key *key, struct point from)
{
    struct point middle = {from.x + SIGN_WIDTH / 2, from.y};
    struct point to = {from.x + SIGN_WIDTH, from.y};
    if (key->kind == KEY_TARGET) {
        line_draw(plot->inks, from, to, look_target(plot));
        return;
    }
    struct color color = plot->chart->series[key->series].color;
    if (key->kind == KEY_LINE)
        line_draw(plot->inks, from, to, look_series(plot, color));
    if (key->kind == KEY_BAR)
        line_draw(plot->inks, from, to, (struct sign_look){color, mark_room(plot), 0});
    else
        mark_draw(plot, key->series, middle, color);
}

void legend_draw(const struct plot *plot, const struct legend *legend)
{
    double top = plot->chart->height - legend->height;
    double sign = sign_height(plot), line = plot_line(plot);
    for (size_t i = 0; i < legend->count; i++) {
        const struct chart_key *key = &legend->keys[i];
        double y = top + key->y;
        sign_draw(plot, key, (struct point){key->x, y + sign / 2});
        phrase_draw(plot, &key->name, key->x + SIGN_WIDTH + SIGN_GAP, y + (sign - line) / 2,
                    ALIGN_LEFT);
    }
}
