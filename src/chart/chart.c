#include "rapor/chart/chart.h"

#include "kinds.h"

#include <string.h>

const struct chart_kind *const chart_kinds[] = {
    &chart_bars,      &chart_choropleth, &chart_dumbbell, &chart_heat,  &chart_histogram,
    &chart_multiples, &chart_pareto,     &chart_radar,    &chart_slope, &chart_stacked,
    &chart_strip,     &chart_tiles,      &chart_trend,    NULL,
};

const struct chart_kind *chart_kind_find(const char *name)
{
    for (const struct chart_kind *const *kind = chart_kinds; *kind; kind++)
        if (strcmp((*kind)->name, name) == 0)
            return *kind;
    return NULL;
}
