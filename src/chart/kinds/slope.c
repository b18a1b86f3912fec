#include "../kinds.h"
#include "../rows.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <stdlib.h>

#define GAP 6.0

/* A line for each category from its place before to its place now, the first at the top. */
struct slope {
    struct plot plot;
    struct rows rows;     /* the places now, from the first on */
    size_t *before, *now; /* row of each category; NO_PLACE where it had no place */
    double from_x, to_x;
};

#define NO_PLACE ((size_t)-1)

struct slope_place {
    double value;
    size_t category;
};

static int by_value(const void *left, const void *right)
{
    const struct slope_place *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return a->category < b->category ? -1 : a->category > b->category;
}

/* The rows of the values, the lowest first; what has none comes last, or nowhere. */
static size_t *order_of(const struct plot *plot, size_t series, bool keep)
{
    const struct chart *chart = plot->chart;
    size_t count = chart->category_count;
    struct slope_place *places = ARENA_ARRAY(plot->inks->arena, count, struct slope_place);
    size_t *order = ARENA_ARRAY(plot->inks->arena, count, size_t);
    for (size_t i = 0; i < count; i++) {
        double value = chart->series[series].values[i];
        places[i] = (struct slope_place){isfinite(value) ? value : INFINITY, i};
    }
    qsort(places, count, sizeof *places, by_value);
    for (size_t i = 0; i < count; i++) {
        bool placed = keep || isfinite(places[i].value);
        order[places[i].category] = placed ? i : NO_PLACE;
    }
    return order;
}

static double change_of(const struct chart *chart, size_t category)
{
    return chart->series[0].values[category] - chart->series[1].values[category];
}

static const char *rank_words(const struct plot *plot, double rank)
{
    return isfinite(rank) ? count_text(rank, plot->inks->arena) : "–";
}

/* "+3", "−2", "=". */
static const char *change_words(const struct plot *plot, double change)
{
    if (!isfinite(change))
        return "";
    const char *text = count_text(change, plot->inks->arena);
    return change > 0 ? arena_printf(plot->inks->arena, "+%s", text) : change < 0 ? text : "=";
}

static double widest_rank(const struct plot *plot)
{
    double widest = text_width(plot->fonts, &plot->style, "–");
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < plot->chart->category_count; i++) {
            const char *text = rank_words(plot, plot->chart->series[s].values[i]);
            widest = fmax(widest, text_width(plot->fonts, &plot->style, text));
        }
    return widest;
}

/* Who rose, who fell, who stayed: by colour, by thickness and in words. */
static struct sign_look look_of(const struct slope *slope, size_t category)
{
    const struct plot *plot = &slope->plot;
    double change = change_of(plot->chart, category);
    if (plot->chart->marked && plot->chart->marked[category])
        return (struct sign_look){plot->palette->own, 3.2 * plot->unit, 0};
    if (change > 0)
        return (struct sign_look){plot->palette->own, 1.8 * plot->unit, 0};
    if (change < 0)
        return (struct sign_look){plot->palette->peers, 1.8 * plot->unit, 0};
    return (struct sign_look){plot->palette->others, 1.4 * plot->unit, 0};
}

static void put(const struct plot *plot, const char *words, double x, double y, enum align align)
{
    struct phrase text = phrase_cut(plot, words, plot->chart->width);
    double shift = align == ALIGN_RIGHT ? text.width : 0;
    phrase_draw(plot, &text, x - shift, y - text.height / 2, ALIGN_LEFT);
}

static void draw_line(const struct slope *slope, size_t category)
{
    const struct plot *plot = &slope->plot;
    struct sign_look look = look_of(slope, category);
    double radius = fmin(3 * plot->unit, slope->rows.pitch / 2);
    double after = rows_middle(&slope->rows, slope->now[category]);
    if (slope->before[category] != NO_PLACE) {
        double before = rows_middle(&slope->rows, slope->before[category]);
        line_draw(plot->inks, (struct point){slope->from_x, before},
                  (struct point){slope->to_x, after}, look);
        dot_draw(plot->inks, (struct point){slope->from_x, before}, radius, look.color);
    }
    dot_draw(plot->inks, (struct point){slope->to_x, after}, radius, look.color);
}

static void draw_words(const struct slope *slope, size_t category)
{
    struct rows rows = slope->rows;
    const struct chart *chart = slope->plot.chart;
    size_t row = slope->now[category];
    double y = rows_middle(&rows, row), reach = slope->to_x + 2 * GAP;
    struct plot bold = plot_bold(&rows.plot);
    double ranks = widest_rank(&bold);
    if (!rows.named)
        return;
    if (slope->before[category] != NO_PLACE)
        put(&rows.plot, rank_words(&rows.plot, chart->series[0].values[category]),
            slope->from_x - 2 * GAP, rows_middle(&rows, slope->before[category]), ALIGN_RIGHT);
    put(&bold, rank_words(&bold, chart->series[1].values[category]), reach + ranks, y, ALIGN_RIGHT);
    rows.head = reach + ranks + GAP;
    rows_name(&rows, row, ALIGN_LEFT);
    double change = change_of(chart, category);
    struct color color = change == 0 ? rows.plot.palette->quiet : look_of(slope, category).color;
    struct plot colored = plot_colored(&bold, color);
    put(&colored, change_words(&colored, change), chart->width, y, ALIGN_RIGHT);
}

static double widest_change(const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; i < plot->chart->category_count; i++) {
        const char *text = change_words(plot, change_of(plot->chart, i));
        widest = fmax(widest, text_width(plot->fonts, &plot->style, text));
    }
    return widest;
}

static struct slope slope_of(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct plot bold = plot_bold(plot);
    struct slope slope = {
        .plot = *plot, .before = order_of(plot, 0, false), .now = order_of(plot, 1, true)};
    const char **labels = ARENA_ARRAY(plot->inks->arena, chart->category_count, const char *);
    bool *strong = ARENA_ARRAY(plot->inks->arena, chart->category_count, bool);
    for (size_t i = 0; i < chart->category_count; i++) {
        labels[slope.now[i]] = chart->categories[i];
        strong[slope.now[i]] = chart->marked && chart->marked[i];
    }
    const struct rows_room room = {
        .labels = labels,
        .strong = strong,
        .count = chart->category_count,
        .even = true,
        .top = plot_line(&bold) + GAP,
        .bottom = chart->height,
    };
    slope.rows = rows_of(plot, &room);
    double ranks = widest_rank(&bold);
    slope.from_x = ranks + 2 * GAP;
    slope.to_x =
        chart->width - widest_change(&bold) - 2 * GAP - slope.rows.names_width - ranks - 3 * GAP;
    slope.to_x = fmax(slope.to_x, slope.from_x);
    return slope;
}

/* The years stand above their ends, unless there is no room for both. */
static void draw_heads(const struct slope *slope)
{
    struct plot bold = plot_bold(&slope->plot);
    const struct chart *chart = slope->plot.chart;
    double half = (slope->to_x - slope->from_x) / 2;
    struct phrase before = phrase_cut(&bold, chart->series[0].name, half);
    struct phrase now = phrase_cut(&bold, chart->series[1].name, half);
    double left = fmax(slope->from_x - before.width / 2, 0);
    if (before.width > half || now.width > half || left + before.width + GAP > slope->to_x)
        return;
    phrase_draw(&bold, &before, left, 0, ALIGN_LEFT);
    phrase_draw(&bold, &now, fmax(slope->to_x - now.width / 2, left + before.width + GAP), 0,
                ALIGN_LEFT);
}

static void draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    if (chart->category_count == 0 || chart->series_count < 2)
        return;
    struct plot plot = plot_of(chart, fonts, inks);
    struct slope slope = slope_of(&plot);
    draw_heads(&slope);
    for (size_t i = 0; i < chart->category_count; i++)
        draw_line(&slope, i);
    for (size_t i = 0; i < chart->category_count; i++)
        draw_words(&slope, i);
}

static double least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct plot plot = plot_of(chart, fonts, inks);
    const struct plot bold = plot_bold(&plot);
    return plot_line(&bold) + GAP + rows_least(&plot, chart->category_count);
}

const struct chart_kind chart_slope = {
    .name = "slope",
    .about = "a line for each category from its rank in the first series to that in the second",
    .draw = draw,
    .least = least,
};
