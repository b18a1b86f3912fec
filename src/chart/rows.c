#include "rows.h"

#include "rapor/base/arena.h"

#include <math.h>

#define NAME_GAP 6.0 /* between name and scale */
#define READABLE                                                                                   \
    0.78 /* share of the chart's own size that names have at least, where that is asked */
#define ROW_GAP    1.0 /* between names of neighbouring rows */
#define NUMBER_GAP 3.0 /* between numbers of the scale */

/* How names are tried, all of them alike: size of type and share of the chart's width. */
static const double attempts[][2] = {{1.0, 0.36}, {1.0, 0.48},  {0.9, 0.5},
                                     {0.85, 0.6}, {0.85, 0.68}, {0.78, 0.6},
                                     {0.7, 0.6},  {0.65, 0.6},  {0.6, 0.62}};

#define ATTEMPT_COUNT (sizeof attempts / sizeof *attempts)
#define LARGE_COUNT   5 /* of them: rows are of one height where these will do */

double rows_x(const struct rows *rows, double value)
{
    return rows->left + scale_share(&rows->scale, value) * (rows->right - rows->left);
}

static double start_of(const struct rows *rows, size_t row)
{
    return row > 0 ? rows->ends[row - 1] : 0;
}

double rows_middle(const struct rows *rows, size_t row)
{
    return rows->top + (start_of(rows, row) + rows->ends[row]) / 2;
}

double rows_height(const struct rows *rows, size_t row)
{
    return rows->ends[row] - start_of(rows, row);
}

/* In bold where the row is a strong one. */
struct plot rows_plot(const struct rows *rows, size_t row)
{
    return rows->strong && rows->strong[row] ? plot_bold(&rows->plot) : rows->plot;
}

static void set_even(struct rows *rows)
{
    rows->pitch = (rows->bottom - rows->top) / (double)fmax((double)rows->count, 1);
    for (size_t i = 0; i < rows->count; i++)
        rows->ends[i] = rows->pitch * (double)(i + 1);
}

static double needed(const struct rows *rows, size_t row)
{
    return fmax(rows->names[row].height, plot_line(&rows->plot)) + ROW_GAP;
}

/* Each row as high as its name needs, and what is left for all; false if that is too much. */
static bool set_uneven(struct rows *rows)
{
    double sum = 0;
    for (size_t i = 0; i < rows->count; i++)
        sum += needed(rows, i);
    const double spare = (rows->bottom - rows->top - sum) / (double)fmax((double)rows->count, 1);
    for (size_t i = 0; i < rows->count; i++) {
        rows->ends[i] = start_of(rows, i) + needed(rows, i) + spare;
        rows->pitch = fmin(i > 0 ? rows->pitch : INFINITY, rows_height(rows, i));
    }
    return spare >= 0;
}

/* Sets the names; false if one of them is too wide, or they are too high. */
static bool try_names(struct rows *rows, const char *const *labels, const double attempt[2],
                      bool even)
{
    const double limit = attempt[1] * rows->plot.chart->width - rows->head;
    double highest = 0;
    bool fit = true;
    rows->plot = plot_sized(&rows->plot, attempt[0]);
    rows->names_width = 0;
    for (size_t i = 0; i < rows->count; i++) {
        struct plot plot = rows_plot(rows, i);
        rows->names[i] = phrase_wrapped(&plot, labels[i], limit);
        fit = fit && rows->names[i].width <= limit;
        highest = fmax(highest, needed(rows, i));
        rows->names_width = fmax(rows->names_width, rows->names[i].width);
    }
    set_even(rows);
    return fit && (highest <= rows->pitch || (!even && set_uneven(rows)));
}

/* When nothing else helps: one line each, cut. */
static void cut_names(struct rows *rows, const char *const *labels)
{
    double limit = attempts[ATTEMPT_COUNT - 1][1] * rows->plot.chart->width - rows->head;
    rows->names_width = 0;
    set_even(rows);
    for (size_t i = 0; i < rows->count; i++) {
        struct plot plot = rows_plot(rows, i);
        rows->names[i] = phrase_cut(&plot, labels[i], limit);
        rows->names_width = fmax(rows->names_width, rows->names[i].width);
    }
}

static void arrange_names(struct rows *rows, const char *const *labels, bool even)
{
    rows->names = ARENA_ARRAY(rows->plot.inks->arena, rows->count, struct phrase);
    rows->ends = ARENA_ARRAY(rows->plot.inks->arena, rows->count, double);
    for (size_t i = 0; i < LARGE_COUNT; i++)
        if (try_names(rows, labels, attempts[i], true))
            return;
    for (size_t i = 0; i < ATTEMPT_COUNT; i++)
        if (try_names(rows, labels, attempts[i], even))
            return;
    cut_names(rows, labels);
}

double rows_least(const struct plot *plot, size_t count)
{
    const struct plot small = plot_sized(plot, READABLE);
    return (double)count * (plot_line(&small) + ROW_GAP);
}

struct rows rows_of(const struct plot *plot, const struct rows_room *room)
{
    const struct chart *chart = plot->chart;
    struct rows rows = {.plot = *plot,
                        .scale = scale_of(chart),
                        .count = room->count,
                        .strong = room->strong,
                        .head = room->head,
                        .top = room->top,
                        .bottom = room->bottom,
                        .unnumbered = room->unnumbered};
    arrange_names(&rows, room->labels, room->even);
    rows.named = plot_line(&rows.plot) <= rows.pitch;
    rows.left = rows.head + rows.names_width + NAME_GAP;
    rows.right = fmax(chart->width - room->behind, rows.left);
    return rows;
}

/* WORDS in one line, and where they start: centred at X, but inside the chart. */
static double centred(const struct plot *plot, const char *words, double x, struct phrase *text)
{
    *text = phrase_cut(plot, words, plot->chart->width);
    return fmax(fmin(x - text->width / 2, plot->chart->width - text->width), 0);
}

static void words_centred(const struct plot *plot, const char *words, double x, double y)
{
    struct phrase text;
    const double start = centred(plot, words, x, &text);
    phrase_draw(plot, &text, start, y, ALIGN_LEFT);
}

/* The number of a line, and where that line is. */
static const char *number_of(const struct rows *rows, size_t line, double *x)
{
    const double value = scale_value(&rows->scale, line);
    *x = rows_x(rows, value);
    return scale_text(&rows->scale, value, rows->plot.inks->arena);
}

static bool numbers_meet(const struct rows *rows, const struct plot *quiet)
{
    double free_from = -INFINITY, x;
    for (size_t i = 0; i <= rows->scale.count; i++) {
        struct phrase text;
        const char *number = number_of(rows, i, &x);
        const double start = centred(quiet, number, x, &text);
        if (start < free_from)
            return true;
        free_from = start + text.width + NUMBER_GAP;
    }
    return false;
}

/* Fewer lines may need longer numbers: 2,5 instead of 2. */
static void space_scale(struct rows *rows, const struct plot *quiet)
{
    while (rows->scale.count > 0 && numbers_meet(rows, quiet))
        rows->scale = scale_coarser(&rows->scale);
}

double rows_foot(const struct plot *plot)
{
    struct plot quiet = plot_quiet(plot);
    return plot_line(&quiet) + 2;
}

void rows_scale(struct rows *rows)
{
    struct plot quiet = plot_quiet(&rows->plot);
    space_scale(rows, &quiet);
    for (size_t i = 0; i <= rows->scale.count; i++) {
        double x;
        const char *number = number_of(rows, i, &x);
        struct point from = {x, rows->top}, to = {x, rows->bottom};
        line_draw(rows->plot.inks, from, to, look_grid(&rows->plot));
        if (!rows->unnumbered)
            words_centred(&quiet, number, x, rows->bottom + 2);
    }
}

void rows_name(const struct rows *rows, size_t row, enum align align)
{
    const struct phrase *name = &rows->names[row];
    double slack = align == ALIGN_RIGHT ? rows->names_width - name->width : 0;
    struct plot plot = rows_plot(rows, row);
    if (rows->named)
        phrase_draw(&plot, name, rows->head + slack, rows_middle(rows, row) - name->height / 2,
                    align);
}

double rows_top(const struct plot *plot)
{
    bool named = isfinite(plot->chart->target) && plot->chart->target_name;
    return named ? rows_foot(plot) : 1;
}

/* The ground along both sides keeps the dashes visible on bars. */
void rows_line(const struct rows *rows, double value, struct sign_look look)
{
    if (!isfinite(value))
        return;
    double x = rows_x(rows, value);
    struct point from = {x, rows->top}, to = {x, rows->bottom};
    line_draw(rows->plot.inks, from, to,
              (struct sign_look){rows->plot.palette->ground, 2 * look.thick, 0});
    line_draw(rows->plot.inks, from, to, look);
}

void rows_target(const struct rows *rows)
{
    const struct chart *chart = rows->plot.chart;
    struct plot quiet = plot_quiet(&rows->plot);
    rows_line(rows, chart->target, look_target(&rows->plot));
    if (isfinite(chart->target) && chart->target_name)
        words_centred(&quiet, chart->target_name, rows_x(rows, chart->target),
                      rows->top - rows_top(&rows->plot));
}
