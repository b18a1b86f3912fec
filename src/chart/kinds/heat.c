#include "../classes.h"
#include "../kinds.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP      4.0
#define BAND_GAP 14.0

/* A cell for each category and series, in the colour of its class, with its value.  Where the
 * columns would be too narrow for their heads and numbers, they stand in bands, one below another,
 * or have numbers for heads, which are explained above.
 */
struct heat {
    struct rows rows;
    struct plot heads;    /* in the size that the names of columns got */
    struct phrase *names; /* of the columns of this band */
    size_t first, count;  /* of them */
    size_t columns;       /* that have room side by side, as many as in the first band */
    double heads_height, column;
    double size; /* share of the chart's type that heads and names have at least; 0: some are cut */
    bool numbered;
};

/* The room of a table, and what stands above it. */
struct space {
    double top, foot;
    bool numbered;
};

static const double sizes[] = {1.0, 0.85, 0.78, 0.7, 0.6};

#define SIZE_COUNT (sizeof sizes / sizeof *sizes)

#define GOOD_SIZE  0.85 /* where it is reached nothing else is tried */
#define BANDS_MOST 4
#define KEY_GAP    16.0

static const char *head_of(const struct heat *heat, size_t column)
{
    const struct plot *plot = &heat->rows.plot;
    const size_t series = heat->first + column;
    return heat->numbered ? arena_printf(plot->inks->arena, "%zu", series + 1)
                          : plot->chart->series[series].name;
}

static bool try_heads(struct heat *heat, double size)
{
    const struct chart *chart = heat->rows.plot.chart;
    bool fit = true;
    heat->heads = plot_sized(&heat->rows.plot, size);
    heat->heads_height = 0;
    for (size_t i = 0; i < heat->count; i++) {
        heat->names[i] = phrase_wrapped(&heat->heads, head_of(heat, i), heat->column - GAP);
        fit = fit && heat->names[i].width <= heat->column - GAP;
        heat->heads_height = fmax(heat->heads_height, heat->names[i].height);
    }
    return fit && heat->heads_height <= chart->height * 0.25;
}

static void arrange_heads(struct heat *heat)
{
    heat->names = ARENA_ARRAY(heat->rows.plot.inks->arena, heat->count, struct phrase);
    for (size_t i = 0; i < SIZE_COUNT; i++)
        if (try_heads(heat, sizes[i])) {
            heat->size = sizes[i];
            return;
        }
    heat->size = 0;
    heat->heads_height = plot_line(&heat->heads);
    for (size_t i = 0; i < heat->count; i++)
        heat->names[i] = phrase_cut(&heat->heads, head_of(heat, i), heat->column - GAP);
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

/* In COUNT bands of the height between top and foot. */
static struct bands bands_of(const struct plot *plot, size_t count, const struct space *space)
{
    const struct chart *chart = plot->chart;
    struct heat *bands = ARENA_ARRAY(plot->inks->arena, count, struct heat);
    const size_t columns = (chart->series_count + count - 1) / count;
    const double height = (chart->height - space->top - space->foot + BAND_GAP) / (double)count;
    for (size_t i = 0; i < count; i++) {
        size_t first = i * columns;
        const double top = space->top + (double)i * height;
        struct heat band = {.first = first, .columns = columns, .numbered = space->numbered};
        if (first >= chart->series_count)
            continue;
        band.count = chart->series_count - first < columns ? chart->series_count - first : columns;
        bands[i] = heat_of(plot, &band, top, top + height - BAND_GAP);
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
    double width = heat->column - 2 * inset, height = rows_height(&heat->rows, row) - 2 * inset;
    double top = rows_middle(&heat->rows, row) - height / 2;
    struct color fill = value_color(plot->chart, value);
    if (width <= 0 || height <= 0)
        return;
    patch_draw(plot, (struct point){left, top}, (struct point){width, height}, fill);
    struct plot small = plot_sized(plot, heat->rows.plot.style.size / plot->chart->style->size);
    struct plot on = plot_colored(&small, color_on(plot, fill));
    struct phrase text = phrase_cut(&on, value_text(value, on.inks->arena), 1e6);
    if (text.width + 2 <= width && text.height <= height + 2 * inset)
        phrase_draw(&on, &text, left + (width - text.width) / 2, top + (height - text.height) / 2,
                    ALIGN_LEFT);
}

static void draw_band(const struct heat *heat)
{
    draw_heads(heat);
    for (size_t i = 0; heat->count > 0 && i < heat->rows.count; i++) {
        rows_name(&heat->rows, i, ALIGN_RIGHT);
        for (size_t s = 0; s < heat->count; s++)
            draw_cell(heat, i, heat->first + s);
    }
}

static double foot_of_patches(const struct plot *plot, struct patch *patches, size_t *count)
{
    *count = classes_patches(plot, patches);
    return *count > 0 ? patches_height(plot, patches, *count) + 2 * GAP : 0;
}

/* As few bands as let everything be read, or those in which type is the largest. */
static struct bands best_bands(const struct plot *plot, const struct space *space)
{
    struct bands best = bands_of(plot, 1, space);
    for (size_t more = 2; least_size(&best) < GOOD_SIZE && more <= BANDS_MOST; more++) {
        const struct bands tried = bands_of(plot, more, space);
        if (least_size(&tried) > least_size(&best))
            best = tried;
    }
    return best;
}

/* What the numbers above the columns stand for, in as many columns as have room; draws them
 * where DRAWN.  Returns the height. */
static double number_key(const struct plot *plot, bool drawn)
{
    const struct chart *chart = plot->chart;
    const struct plot quiet = plot_quiet(plot);
    struct phrase *items = ARENA_ARRAY(plot->inks->arena, chart->series_count, struct phrase);
    double width = 0, height = 0;
    for (size_t i = 0; i < chart->series_count; i++) {
        const char *words = arena_printf(plot->inks->arena, "%zu %s", i + 1, chart->series[i].name);
        items[i] = phrase_wrapped(&quiet, words, chart->width);
        width = fmax(width, items[i].width);
        height = fmax(height, items[i].height);
    }
    const double columns = fmax(floor((chart->width + KEY_GAP) / (width + KEY_GAP)), 1);
    const size_t rows = (size_t)ceil((double)chart->series_count / columns);
    for (size_t i = 0; drawn && i < chart->series_count; i++) {
        const size_t column = i / rows, row = i % rows;
        phrase_draw(&quiet, &items[i], (double)column * (width + KEY_GAP), (double)row * height,
                    ALIGN_LEFT);
    }
    return (double)rows * height;
}

/* With heads; or with numbers, where nothing else is read as well. */
static struct bands numbered_bands(const struct plot *plot, double foot)
{
    const struct space space = {number_key(plot, false) + BAND_GAP, foot, true};
    return best_bands(plot, &space);
}

static struct bands best_of(const struct plot *plot, double foot)
{
    const struct space named = {.foot = foot};
    const struct bands best = best_bands(plot, &named);
    if (least_size(&best) >= GOOD_SIZE)
        return best;
    const struct bands numbered = numbered_bands(plot, foot);
    return least_size(&numbered) >= GOOD_SIZE ? numbered : best;
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

/* Where heads or numbers would be lost, the table is turned, or has numbers for heads. */
static struct bands arranged(const struct plot *plot, double foot)
{
    struct bands bands = best_of(plot, foot);
    if (least_size(&bands) > 0)
        return bands;
    struct chart *other = ARENA_NEW(plot->inks->arena, struct chart);
    *other = turned(plot->chart, plot->inks->arena);
    const struct plot turned_plot = plot_of(other, plot->fonts, plot->inks);
    bands = best_of(&turned_plot, foot);
    return least_size(&bands) > 0 ? bands : numbered_bands(plot, foot);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct patch patches[PATCHES_MOST];
    size_t patch_count;
    const double foot = foot_of_patches(&plot, patches, &patch_count);
    const struct bands bands = arranged(&plot, foot);
    if (bands.items[0].numbered)
        number_key(&bands.items[0].rows.plot, true);
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
