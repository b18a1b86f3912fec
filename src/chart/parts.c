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
