#include "bars.h"

#include "../kinds.h"
#include "../rows.h"
#include "../sign.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

#define VALUE_GAP 4.0 /* between bar and value */
#define CLEAR     1.5 /* between a value and a mark or line before it */
#define KEY_GAP   7.0 /* between the place in a ranking and the name */

/* A bar for each category, and a row without one above each group of them. */
struct bars {
    struct rows rows;
    size_t *slots; /* the row of each category */
    double keys_width;
};

static bool is_group(const struct chart *chart, size_t category)
{
    return chart->groups &&
           (category == 0 || strcmp(chart->groups[category - 1], chart->groups[category]) != 0);
}

static bool is_marked(const struct chart *chart, size_t category)
{
    return chart->marked && chart->marked[category];
}

/* The labels of all rows; the heads of groups are drawn by themselves. */
static size_t arrange_slots(const struct plot *plot, struct bars *bars, const char **labels,
                            bool *strong)
{
    const struct chart *chart = plot->chart;
    size_t count = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        if (is_group(chart, i))
            labels[count++] = "";
        bars->slots[i] = count;
        strong[count] = is_marked(chart, i);
        labels[count++] = chart->categories[i];
    }
    return count;
}

/* The width that the widest value needs behind the end of the scale. */
static double values_width(const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; i < plot->chart->category_count; i++) {
        const char *text = value_text(plot->chart->series[0].values[i], plot->inks->arena);
        widest = fmax(widest, text_width(plot->fonts, &plot->style, text));
    }
    return widest + mark_room(plot) + fmax(CLEAR, VALUE_GAP);
}

static double keys_width(const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; plot->chart->keys && i < plot->chart->category_count; i++)
        widest = fmax(widest, text_width(plot->fonts, &plot->style, plot->chart->keys[i]));
    return widest;
}

static struct bars bars_of(const struct plot *plot, double foot, bool numbered)
{
    const struct chart *chart = plot->chart;
    struct plot bold = plot_bold(plot);
    struct bars bars = {.keys_width = keys_width(plot)};
    bars.slots = ARENA_ARRAY(plot->inks->arena, chart->category_count, size_t);
    const char **labels = ARENA_ARRAY(plot->inks->arena, 2 * chart->category_count, const char *);
    bool *strong = ARENA_ARRAY(plot->inks->arena, 2 * chart->category_count, bool);
    const struct rows_room room = {
        .labels = labels,
        .strong = strong,
        .count = arrange_slots(plot, &bars, labels, strong),
        .head = bars.keys_width > 0 ? bars.keys_width + KEY_GAP : 0,
        .behind = values_width(&bold),
        .top = rows_top(plot),
        .bottom = chart->height - foot - (numbered ? rows_foot(plot) : 0),
        .unnumbered = !numbered,
    };
    bars.rows = rows_of(plot, &room);
    return bars;
}

static double middle_of(const struct bars *bars, size_t category)
{
    return rows_middle(&bars->rows, bars->slots[category]);
}

/* Where one row is what the chart is about, the others step back. */
static struct color color_of(const struct chart *chart, size_t category)
{
    for (size_t i = 0; chart->marked && i < chart->category_count; i++)
        if (chart->marked[i])
            return chart->marked[category] ? chart->palette->own : chart->palette->others;
    return chart->series[0].color;
}

static double height_of(const struct bars *bars)
{
    const double unit = bars->rows.plot.unit;
    return fmin(bars->rows.pitch * 0.66, 15 * unit * unit);
}

static void draw_bar(const struct bars *bars, size_t category)
{
    const struct plot *plot = &bars->rows.plot;
    double value = plot->chart->series[0].values[category];
    double height = height_of(bars);
    if (isfinite(value))
        fill_draw(plot->inks,
                  (struct point){bars->rows.left, middle_of(bars, category) - height / 2},
                  (struct point){rows_x(&bars->rows, value) - bars->rows.left, height},
                  color_of(plot->chart, category));
}

static void draw_key(const struct bars *bars, size_t category)
{
    const struct plot *plot = &bars->rows.plot;
    const struct plot of = is_marked(plot->chart, category) ? plot_bold(plot) : *plot;
    if (!plot->chart->keys)
        return;
    struct phrase key = phrase_cut(&of, plot->chart->keys[category], plot->chart->width);
    phrase_draw(&of, &key, bars->keys_width - key.width, middle_of(bars, category) - key.height / 2,
                ALIGN_LEFT);
}

/* The name behind its place in the ranking, and above the first of a group what that is called. */
static void draw_name(const struct bars *bars, size_t category)
{
    const struct rows *rows = &bars->rows;
    const struct chart *chart = rows->plot.chart;
    if (is_group(chart, category)) {
        struct plot bold = plot_bold(&bars->rows.plot);
        struct phrase head = phrase_cut(&bold, chart->groups[category], chart->width);
        phrase_draw(&bold, &head, 0, rows_middle(rows, bars->slots[category] - 1) - head.height / 2,
                    ALIGN_LEFT);
    }
    draw_key(bars, category);
    rows_name(rows, bars->slots[category], chart->keys ? ALIGN_LEFT : ALIGN_RIGHT);
}

static void draw_marks(const struct bars *bars, size_t row)
{
    const struct chart *chart = bars->rows.plot.chart;
    for (size_t i = chart->series_count; i-- > 1;) {
        double value = chart->series[i].values[row];
        struct point at = {rows_x(&bars->rows, value), middle_of(bars, row)};
        if (isfinite(value))
            mark_draw(&bars->rows.plot, i, at, chart->series[i].color);
    }
}

/* Moves START behind what stands at MIDDLE, if the text would touch it. */
static double behind(double start, double width, double middle, double room)
{
    bool clear = start + width <= middle - room || start >= middle + room;
    return clear ? start : middle + room;
}

/* Returns where a text that wants to begin at START is clear of marks and target. */
static double value_start(const struct bars *bars, size_t row, double start, double width)
{
    const struct chart *chart = bars->rows.plot.chart;
    for (size_t turn = 0; turn <= chart->series_count; turn++) {
        for (size_t i = 1; i < chart->series_count; i++) {
            double value = chart->series[i].values[row];
            if (isfinite(value))
                start = behind(start, width, rows_x(&bars->rows, value),
                               mark_room(&bars->rows.plot) + CLEAR);
        }
        if (isfinite(chart->target))
            start = behind(start, width, rows_x(&bars->rows, chart->target), 2 * CLEAR);
    }
    return start;
}

/* True where a mark stands between the bar, whose end is at END, and a text that begins at START:
 * the text would seem to say what the mark is. */
static bool is_apart(const struct bars *bars, size_t row, double end, double start)
{
    const struct chart *chart = bars->rows.plot.chart;
    bool apart = false;
    for (size_t i = 1; i < chart->series_count; i++) {
        double value = chart->series[i].values[row];
        double x = isfinite(value) ? rows_x(&bars->rows, value) : end;
        apart = apart || (x > end && x < start);
    }
    return apart;
}

/* Draws it within the end of the bar; false where there is no room. */
static bool draw_inside(const struct bars *bars, size_t row, const char *value, double end)
{
    const struct plot *plot = &bars->rows.plot;
    const struct plot bold = plot_bold(plot),
                      on = plot_colored(&bold, color_on(plot, color_of(plot->chart, row)));
    struct phrase text = phrase_cut(&on, value, plot->chart->width);
    const double start = end - VALUE_GAP - text.width;
    if (start < bars->rows.left + VALUE_GAP || text.height > height_of(bars) ||
        value_start(bars, row, start, text.width) > start)
        return false;
    phrase_draw(&on, &text, start, middle_of(bars, row) - text.height / 2, ALIGN_LEFT);
    return true;
}

static void draw_value(const struct bars *bars, size_t row)
{
    struct plot bold = plot_bold(&bars->rows.plot);
    double value = bars->rows.plot.chart->series[0].values[row];
    const char *said = value_text(value, bold.inks->arena);
    struct phrase text = phrase_cut(&bold, said, bold.chart->width);
    double end = isfinite(value) ? rows_x(&bars->rows, value) : bars->rows.left;
    double start = value_start(bars, row, end + VALUE_GAP, text.width);
    double top = middle_of(bars, row) - text.height / 2;
    if (is_apart(bars, row, end, start)) {
        if (draw_inside(bars, row, said, end))
            return;
        /* Far from the mark, behind the scale, it is nobody's but the row's. */
        start = value_start(bars, row, bars->rows.right + VALUE_GAP, text.width);
    }
    phrase_ground(&bold, &text, start, top);
    phrase_draw(&bold, &text, start, top, ALIGN_LEFT);
}

/* What is painted first is read first: each row is told whole, above all bars. */
static void draw_rows(struct bars *bars)
{
    struct rows *rows = &bars->rows;
    const size_t count = rows->plot.chart->category_count;
    rows_scale(rows);
    for (size_t i = 0; i < count; i++)
        draw_bar(bars, i);
    rows_target(rows);
    line_draw(rows->plot.inks, (struct point){rows->left, rows->top},
              (struct point){rows->left, rows->bottom}, look_axis(&rows->plot));
    for (size_t i = 0; i < count; i++) {
        if (rows->named)
            draw_name(bars, i);
        draw_marks(bars, i);
        if (rows->named)
            draw_value(bars, i);
    }
}

void bars_draw(const struct plot *plot, double foot, bool numbered)
{
    struct bars bars = bars_of(plot, foot, numbered);
    draw_rows(&bars);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count == 0)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct legend legend = legend_of_bars(&plot);
    legend_arrange(&plot, &legend);
    bars_draw(&plot, legend.height, true);
    legend_draw(&plot, &legend);
}

static double least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct plot plot = plot_of(chart, fonts, inks);
    struct legend legend = legend_of_bars(&plot);
    size_t rows = chart->category_count;
    legend_arrange(&plot, &legend);
    for (size_t i = 0; i < chart->category_count; i++)
        rows += is_group(chart, i);
    return rows_top(&plot) + rows_least(&plot, rows) + rows_foot(&plot) + legend.height;
}

const struct chart_kind chart_bars = {
    .name = "bars",
    .about = "a horizontal bar for each category, marks for the other series",
    .draw = draw,
    .least = least,
    .parted = true,
};
