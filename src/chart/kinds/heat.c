#include "../classes.h"
#include "../kinds.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP 4.0

/* A cell for each category and series, in the colour of its class, with its value. */
struct heat {
    struct rows rows;
    struct plot heads; /* in the size that the names of columns got */
    struct phrase *names;
    double heads_height, column;
};

static const double sizes[] = {0.9, 0.8, 0.7, 0.6};

static bool try_heads(struct heat *heat, double size)
{
    const struct chart *chart = heat->rows.plot.chart;
    bool fit = true;
    heat->heads = plot_sized(&heat->rows.plot, size);
    heat->heads_height = 0;
    for (size_t i = 0; i < chart->series_count; i++) {
        heat->names[i] = phrase_wrapped(&heat->heads, chart->series[i].name, heat->column - GAP);
        fit = fit && heat->names[i].width <= heat->column - GAP;
        heat->heads_height = fmax(heat->heads_height, heat->names[i].height);
    }
    return fit && heat->heads_height <= chart->height * 0.25;
}

static void arrange_heads(struct heat *heat)
{
    const struct chart *chart = heat->rows.plot.chart;
    heat->names = ARENA_ARRAY(heat->rows.plot.inks->arena, chart->series_count, struct phrase);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (try_heads(heat, sizes[i]))
            return;
    heat->heads_height = plot_line(&heat->heads);
    for (size_t i = 0; i < chart->series_count; i++)
        heat->names[i] = phrase_cut(&heat->heads, chart->series[i].name, heat->column - GAP);
}

/* The names of rows decide how wide columns are, and their heads how high rows are. */
static struct heat heat_of(const struct plot *plot, double foot)
{
    const struct chart *chart = plot->chart;
    struct rows_room room = {
        .labels = chart->categories,
        .strong = chart->marked,
        .count = chart->category_count,
        .behind = 1,
        .bottom = chart->height - foot,
    };
    struct heat heat = {.rows = rows_of(plot, &room)};
    for (int turn = 0; turn < 2; turn++) {
        heat.column = (heat.rows.right - heat.rows.left) / (double)chart->series_count;
        arrange_heads(&heat);
        room.top = heat.heads_height + GAP;
        heat.rows = rows_of(plot, &room);
    }
    heat.column = (heat.rows.right - heat.rows.left) / (double)chart->series_count;
    return heat;
}

static void draw_heads(const struct heat *heat)
{
    for (size_t i = 0; i < heat->rows.plot.chart->series_count; i++) {
        const struct phrase *name = &heat->names[i];
        double x = heat->rows.left + ((double)i + 0.5) * heat->column - name->width / 2;
        if (name->width <= heat->column)
            phrase_draw(&heat->heads, name, x, heat->heads_height - name->height, ALIGN_CENTER);
    }
}

static void draw_cell(const struct heat *heat, size_t row, size_t series)
{
    const struct plot *plot = &heat->rows.plot;
    double value = plot->chart->series[series].values[row], inset = 0.6 * plot->unit;
    double left = heat->rows.left + (double)series * heat->column + inset;
    double width = heat->column - 2 * inset, height = heat->rows.pitch - 2 * inset;
    double top = heat->rows.top + (double)row * heat->rows.pitch + inset;
    struct color fill = value_color(plot->chart, value);
    if (width <= 0 || height <= 0)
        return;
    patch_draw(plot, (struct point){left, top}, (struct point){width, height}, fill);
    struct plot small = plot_sized(plot, heat->rows.plot.style.size / plot->chart->style->size);
    struct plot on = plot_colored(&small, color_on(plot, fill));
    struct phrase text = phrase_cut(&on, value_text(value, on.inks->arena), 1e6);
    if (text.width + 2 <= width && text.height <= height)
        phrase_draw(&on, &text, left + (width - text.width) / 2, top + (height - text.height) / 2,
                    ALIGN_LEFT);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct patch patches[PATCHES_MOST];
    size_t count = classes_patches(&plot, patches);
    double foot = count > 0 ? patches_height(&plot, patches, count) + 2 * GAP : 0;
    struct heat heat = heat_of(&plot, foot);
    draw_heads(&heat);
    for (size_t i = 0; i < chart->category_count; i++) {
        for (size_t s = 0; s < chart->series_count; s++)
            draw_cell(&heat, i, s);
        rows_name(&heat.rows, i, ALIGN_RIGHT);
    }
    patches_draw(&plot, patches, count, chart->height - foot + 2 * GAP);
}

const struct chart_kind chart_heat = {
    .name = "heat",
    .about = "a cell for each category and series, coloured by class",
    .draw = draw,
};
