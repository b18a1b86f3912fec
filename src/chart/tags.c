#include "tags.h"

#include "spread.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <stdlib.h>

#define GAP 2.0 /* between one name and the next */

/* How names are tried: size of type and share of the chart's width. */
static const double attempts[][2] = {
    {1.0, 0.24}, {1.0, 0.32}, {0.9, 0.34}, {0.8, 0.36}, {0.7, 0.38}};

#define ATTEMPT_COUNT (sizeof attempts / sizeof *attempts)

/* The last category that has a value, or the count of them. */
static size_t last_of(const struct chart *chart, const struct series *series)
{
    for (size_t i = chart->category_count; i-- > 0;)
        if (isfinite(series->values[i]))
            return i;
    return chart->category_count;
}

static const char *words_of(const struct chart *chart, const struct chart_tag *tag,
                            struct arena *arena)
{
    const struct series *series = &chart->series[tag->series];
    const char *value = value_text(series->values[tag->category], arena);
    return arena_printf(arena, "%s %s", series->name, value);
}

static struct tags tags_empty(const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct tags tags = {.items =
                            ARENA_ARRAY(plot->inks->arena, chart->series_count, struct chart_tag)};
    for (size_t s = 0; s < chart->series_count; s++) {
        size_t last = last_of(chart, &chart->series[s]);
        if (last < chart->category_count)
            tags.items[tags.count++] = (struct chart_tag){.series = s, .category = last};
    }
    return tags;
}

/* The first series is what the chart is about. */
static struct plot plot_of_tag(const struct plot *plot, const struct chart_tag *tag, double size)
{
    struct plot sized = plot_sized(plot, size);
    sized.style.color = plot->chart->series[tag->series].color;
    sized.style.bold = tag->series == 0;
    return sized;
}

static double heights(const struct tags *tags)
{
    double height = 0;
    for (size_t i = 0; i < tags->count; i++)
        height += tags->items[i].name.height + (i > 0 ? GAP : 0);
    return height;
}

static bool try_names(const struct plot *plot, struct tags *tags, const double *attempt,
                      double height)
{
    double limit = attempt[1] * plot->chart->width;
    tags->width = 0;
    for (size_t i = 0; i < tags->count; i++) {
        struct chart_tag *tag = &tags->items[i];
        tag->plot = plot_of_tag(plot, tag, attempt[0]);
        tag->name =
            phrase_wrapped(&tag->plot, words_of(plot->chart, tag, plot->inks->arena), limit);
        tags->width = fmax(tags->width, tag->name.width);
    }
    return tags->width <= limit && heights(tags) <= height;
}

/* When nothing else helps: one line each, cut, and only as many as have room. */
static void cut_names(const struct plot *plot, struct tags *tags, double height)
{
    const double *attempt = attempts[ATTEMPT_COUNT - 1];
    tags->width = 0;
    for (size_t i = 0; i < tags->count; i++) {
        struct chart_tag *tag = &tags->items[i];
        const char *words = words_of(plot->chart, tag, plot->inks->arena);
        tag->name = phrase_cut(&tag->plot, words, attempt[1] * plot->chart->width);
        tags->width = fmax(tags->width, tag->name.width);
    }
    while (tags->count > 0 && heights(tags) > height)
        tags->count--;
}

struct tags tags_of(const struct plot *plot, double height)
{
    struct tags tags = tags_empty(plot);
    for (size_t i = 0; i < ATTEMPT_COUNT; i++)
        if (try_names(plot, &tags, attempts[i], height))
            return tags;
    cut_names(plot, &tags, height);
    return tags;
}

void tags_place(struct tags *tags, const double *wish, const double limits[2], struct arena *arena)
{
    struct chart_span *spans = ARENA_ARRAY(arena, tags->count, struct chart_span);
    for (size_t i = 0; i < tags->count; i++)
        spans[i] =
            (struct chart_span){wish[tags->items[i].series], tags->items[i].name.height, 0, i};
    tags->count = spread(spans, tags->count, limits, GAP, arena);
    for (size_t i = 0; i < tags->count; i++)
        tags->items[spans[i].item].y = spans[i].at;
}
