#include "rapor/chart/chart.h"

#include "kinds.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

#define COLUMNS_MOST 3
#define COLUMN_LEAST 27.0 /* width of a column, in sizes of its type */
#define COLUMN_GAP   2.0

#define ADDRESS(name) &chart_##name,
const struct chart_kind *const chart_kinds[] = {CHART_KINDS(ADDRESS) NULL};

const struct chart_kind *chart_kind_find(const char *name)
{
    for (const struct chart_kind *const *kind = chart_kinds; *kind; kind++)
        if (strcmp((*kind)->name, name) == 0)
            return *kind;
    return NULL;
}

double chart_least(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct chart_kind *kind = chart_kind_find(chart->kind);
    bool rows = kind->least && chart->category_count > 0 && chart->series_count > 0;
    return rows ? kind->least(chart, fonts, inks) : 0;
}

/* The rows from FIRST on. */
static struct chart part_of(const struct chart *chart, size_t first, size_t count,
                            struct arena *arena)
{
    struct chart part = *chart;
    part.category_count = count;
    part.categories += first;
    part.groups = chart->groups ? chart->groups + first : NULL;
    part.keys = chart->keys ? chart->keys + first : NULL;
    part.marked = chart->marked ? chart->marked + first : NULL;
    part.breaks = chart->breaks ? chart->breaks + first : NULL;
    part.series = ARENA_ARRAY(arena, chart->series_count, struct series);
    for (size_t s = 0; s < chart->series_count; s++) {
        part.series[s] = chart->series[s];
        part.series[s].values += first;
    }
    return part;
}

/* As many columns as there have to be, of those that have room side by side. */
static size_t columns_of(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const double size = chart->style->size;
    size_t columns = 1;
    for (; columns < COLUMNS_MOST; columns++) {
        size_t rows = (chart->category_count + columns - 1) / columns;
        const struct chart part = part_of(chart, 0, rows, inks->arena);
        double next = chart->width / (double)(columns + 1) - COLUMN_GAP * size;
        if (chart_least(&part, fonts, inks) <= chart->height || next < COLUMN_LEAST * size)
            break;
    }
    return columns;
}

void chart_draw(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    const struct chart_kind *kind = chart_kind_find(chart->kind);
    const size_t columns = kind->parted ? columns_of(chart, fonts, inks) : 1;
    const size_t rows = (chart->category_count + columns - 1) / columns;
    const double gap = COLUMN_GAP * chart->style->size;
    const double width = (chart->width - gap * (double)(columns - 1)) / (double)columns;
    if (columns == 1) {
        kind->draw(chart, fonts, inks);
        return;
    }
    for (size_t first = 0, column = 0; first < chart->category_count; first += rows, column++) {
        size_t left = chart->category_count - first, from = inks->count;
        struct chart part = part_of(chart, first, left < rows ? left : rows, inks->arena);
        part.width = width;
        part.height = chart->height;
        kind->draw(&part, fonts, inks);
        inks_move(inks, from, (double)column * (width + gap), 0);
    }
}
