/* kinds.h - the kinds of chart: a new one is a file in kinds/ and a row here. */
#ifndef CHART_KINDS_H
#define CHART_KINDS_H

#include "rapor/chart/chart.h"

/* In the order in which messages list them. */
#define CHART_KINDS(row)                                                                           \
    row(arrows) row(bars) row(choropleth) row(dumbbell) row(heat) row(histogram) row(maps)         \
        row(multiples) row(pareto) row(radar) row(slope) row(stacked) row(strip) row(tiles)        \
            row(trend)

#define CHART_KIND_DECLARED(name) extern const struct chart_kind chart_##name;
CHART_KINDS(CHART_KIND_DECLARED)

#endif
