/* kinds.h - the rows of chart_kinds[], each from a file of its own. */
#ifndef CHART_KINDS_H
#define CHART_KINDS_H

#include "rapor/chart/chart.h"

extern const struct chart_kind chart_bars, chart_choropleth, chart_dumbbell, chart_heat,
    chart_histogram, chart_multiples, chart_pareto, chart_radar, chart_slope, chart_stacked,
    chart_strip, chart_tiles, chart_trend;

#endif
