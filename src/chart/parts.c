#include "parts.h"

#include "rapor/base/arena.h"

#include <string.h>

static struct chart_part *part_named(struct chart_parts *parts, const char *name)
{
    for (size_t i = 0; i < parts->count; i++)
        if (strcmp(parts->items[i].name, name) == 0)
            return &parts->items[i];
    parts->items[parts->count] = (struct chart_part){.name = name};
    return &parts->items[parts->count++];
}

static const char *name_of(const struct chart *chart, size_t category)
{
    return chart->groups ? chart->groups[category] : "";
}

struct chart_parts parts_of(const struct chart *chart, struct arena *arena)
{
    struct chart_parts parts = {ARENA_ARRAY(arena, chart->category_count, struct chart_part), 0};
    for (size_t i = 0; i < chart->category_count; i++)
        part_named(&parts, name_of(chart, i))->count++;
    for (size_t i = 0; i < parts.count; i++) {
        parts.items[i].members = ARENA_ARRAY(arena, parts.items[i].count, size_t);
        parts.items[i].count = 0;
    }
    for (size_t i = 0; i < chart->category_count; i++) {
        struct chart_part *part = part_named(&parts, name_of(chart, i));
        if (part->members)
            part->members[part->count++] = i;
    }
    return parts;
}

static const char **picked(const char **from, const struct chart_part *part, struct arena *arena)
{
    const char **items = ARENA_ARRAY(arena, part->count, const char *);
    for (size_t i = 0; from && i < part->count; i++)
        items[i] = from[part->members[i]];
    return from ? items : NULL;
}

struct chart part_chart(const struct chart *chart, const struct chart_part *part,
                        struct arena *arena)
{
    struct chart one = *chart;
    bool *marked = ARENA_ARRAY(arena, part->count, bool);
    one.category_count = part->count;
    one.categories = picked(chart->categories, part, arena);
    one.keys = picked(chart->keys, part, arena);
    one.groups = NULL;
    one.series = ARENA_ARRAY(arena, chart->series_count, struct series);
    for (size_t s = 0; s < chart->series_count; s++) {
        double *values = ARENA_ARRAY(arena, part->count, double);
        for (size_t i = 0; i < part->count; i++)
            values[i] = chart->series[s].values[part->members[i]];
        one.series[s] = chart->series[s];
        one.series[s].values = values;
    }
    for (size_t i = 0; chart->marked && i < part->count; i++)
        marked[i] = chart->marked[part->members[i]];
    one.marked = chart->marked ? marked : NULL;
    return one;
}
