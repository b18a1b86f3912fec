#include "../classes.h"
#include "../kinds.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP      4.0
#define BAND_GAP 14.0

/* A cell for each category and series, in the colour of its class, with its value.  Where the
 * columns would be too narrow for their heads and numbers, they stand in bands, one below another.
 */
struct heat {
    struct rows rows;
    struct plot heads;    /* in the size that the names of columns got */
    struct phrase *names; /* of the columns of this band */
    size_t first, count;  /* of them */
    size_t columns;       /* that have room side by side, as many as in the first band */
    double heads_height, column;
    double size; /* share of the chart's type that heads and names have at least; 0: some are cut */
};

static const double sizes[] = {1.0, 0.9, 0.8, 0.7, 0.6};

#define GOOD_SIZE  0.8 /* where it is reached no more bands are tried */
#define BANDS_MOST 4

static bool try_heads(struct heat *heat, double size)
{
    const struct chart *chart = heat->rows.plot.chart;
    bool fit = true;
    heat->heads = plot_sized(&heat->rows.plot, size);
    heat->heads_height = 0;
    for (size_t i = 0; i < heat->count; i++) {
        const char *name = chart->series[heat->first + i].name;
        heat->names[i] = phrase_wrapped(&heat->heads, name, heat->column - GAP);
        fit = fit && heat->names[i].width <= heat->column - GAP;
        heat->heads_height = fmax(heat->heads_height, heat->names[i].height);
    }
    return fit && heat->heads_height <= chart->height * 0.25;
}

static void arrange_heads(struct heat *heat)
{
    const struct chart *chart = heat->rows.plot.chart;
    heat->names = ARENA_ARRAY(heat->rows.plot.inks->arena, heat->count, struct phrase);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (try_heads(heat, sizes[i])) {
            heat->size = sizes[i];
            return;
        }
    heat->size = 0;
    heat->heads_height = plot_line(&heat->heads);
    for (size_t i = 0; i < heat->count; i++)
        heat->names[i] =
            phrase_cut(&heat->heads, chart->series[heat->first + i].name, heat->column - GAP);
}

static double column_of(const struct heat *heat)
{
    return (heat->rows.right - heat->rows.left) / (double)heat->columns;
}

/* The names of rows decide how wide columns are, and their heads how high rows are. */
static struct heat heat_of(const struct plot *plot, const struct heat *band, double top,
                           double bottom)
{
    const struct chart *chart = plot->chart;
    struct rows_room room = {
        .labels = chart->categories,
        .strong = chart->marked,
        .count = chart->category_count,
        .behind = 1,
        .top = top,
        .bottom = bottom,
    };
    struct heat heat = *band;
    heat.rows = rows_of(plot, &room);
    for (int turn = 0; turn < 2; turn++) {
        heat.column = column_of(&heat);
        arrange_heads(&heat);
        room.top = top + heat.heads_height + GAP;
        heat.rows = rows_of(plot, &room);
    }
    heat.column = column_of(&heat);
    const char *widest = value_text(chart->high, plot->inks->arena);
    double number = text_width(plot->fonts, &heat.rows.plot.style, widest);
    double names = heat.rows.plot.style.size / chart->style->size;
    bool whole = heat.rows.named && number + 2 * GAP <= heat.column;
    heat.size = whole ? fmin(heat.size, names) : 0;
    return heat;
}

struct bands {
    struct heat *items;
    size_t count;
};

/* In COUNT bands of the height down to FOOT. */
static struct bands bands_of(const struct plot *plot, size_t count, double foot)
{
    const struct chart *chart = plot->chart;
    struct heat *bands = ARENA_ARRAY(plot->inks->arena, count, struct heat);
    const size_t columns = (chart->series_count + count - 1) / count;
    const double height = (chart->height - foot + BAND_GAP) / (double)count;
    for (size_t i = 0; i < count; i++) {
        size_t first = i * columns;
        struct heat band = {.first = first, .columns = columns};
        if (first >= chart->series_count)
            continue;
        band.count = chart->series_count - first < columns ? chart->series_count - first : columns;
        bands[i] = heat_of(plot, &band, (double)i * height, (double)(i + 1) * height - BAND_GAP);
    }
    return (struct bands){bands, count};
}

static double least_size(const struct bands *bands)
{
    double least = 1;
    for (size_t i = 0; i < bands->count; i++)
        least = bands->items[i].count > 0 ? fmin(least, bands->items[i].size) : least;
    return least;
}

static void draw_heads(const struct heat *heat)
{
    for (size_t i = 0; i < heat->count; i++) {
        const struct phrase *name = &heat->names[i];
        double x = heat->rows.left + ((double)i + 0.5) * heat->column - name->width / 2;
        if (name->width <= heat->column)
            phrase_draw(&heat->heads, name, x, heat->rows.top - GAP - name->height, ALIGN_CENTER);
    }
}

static void draw_cell(const struct heat *heat, size_t row, size_t series)
{
    const struct plot *plot = &heat->rows.plot;
    double value = plot->chart->series[series].values[row], inset = 0.6 * plot->unit;
    double left = heat->rows.left + (double)(series - heat->first) * heat->column + inset;
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

static void draw_band(const struct heat *heat)
{
    draw_heads(heat);
    for (size_t i = 0; heat->count > 0 && i < heat->rows.count; i++) {
        for (size_t s = 0; s < heat->count; s++)
            draw_cell(heat, i, heat->first + s);
        rows_name(&heat->rows, i, ALIGN_RIGHT);
    }
}

static double foot_of_patches(const struct plot *plot, struct patch *patches, size_t *count)
{
    *count = classes_patches(plot, patches);
    return *count > 0 ? patches_height(plot, patches, *count) + 2 * GAP : 0;
}

/* As few bands as let everything be read, or those in which type is the largest. */
static struct bands best_bands(const struct plot *plot, double foot)
{
    struct bands best = bands_of(plot, 1, foot);
    for (size_t more = 2; least_size(&best) < GOOD_SIZE && more <= BANDS_MOST; more++) {
        const struct bands tried = bands_of(plot, more, foot);
        if (least_size(&tried) > least_size(&best))
            best = tried;
    }
    return best;
}

/* The same cells, with a row for each series and a column for each category. */
static struct chart turned(const struct chart *chart, struct arena *arena)
{
    struct chart other = *chart;
    const char **labels = ARENA_ARRAY(arena, chart->series_count, const char *);
    struct series *series = ARENA_ARRAY(arena, chart->category_count, struct series);
    for (size_t s = 0; s < chart->series_count; s++)
        labels[s] = chart->series[s].name;
    for (size_t i = 0; i < chart->category_count; i++) {
        series[i] = (struct series){.name = chart->categories[i]};
        double *values = ARENA_ARRAY(arena, chart->series_count, double);
        for (size_t s = 0; s < chart->series_count; s++)
            values[s] = chart->series[s].values[i];
        series[i].values = values;
    }
    other.categories = labels;
    other.marked = NULL;
    other.category_count = chart->series_count;
    other.series = series;
    other.series_count = chart->category_count;
    return other;
}

/* Where heads or numbers would be lost, the table is turned. */
static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct patch patches[PATCHES_MOST];
    size_t patch_count;
    const double foot = foot_of_patches(&plot, patches, &patch_count);
    struct bands bands = best_bands(&plot, foot);
    const struct chart other = turned(chart, inks->arena);
    const struct plot turned_plot = plot_of(&other, fonts, inks);
    if (least_size(&bands) == 0) {
        const struct bands rows = best_bands(&turned_plot, foot);
        bands = least_size(&rows) > 0 ? rows : bands;
    }
    for (size_t i = 0; i < bands.count; i++)
        draw_band(&bands.items[i]);
    patches_draw(&plot, patches, patch_count, chart->height - foot + 2 * GAP);
}

static double least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    struct plot plot = plot_of(chart, fonts, inks);
    struct patch patches[PATCHES_MOST];
    size_t count;
    return foot_of_patches(&plot, patches, &count) + 2 * plot_line(&plot) +
           rows_least(&plot, chart->category_count);
}

const struct chart_kind chart_heat = {
    .name = "heat",
    .about = "a cell for each category and series, coloured by class",
    .draw = draw,
    .least = least,
};
