/* kinds.h - the rows of chart_kinds[], each from a file of its own. */
#ifndef RAPOR_KINDS_H
#define RAPOR_KINDS_H

#include "rapor/chart.h"

extern const struct chart_kind chart_bars, chart_histogram, chart_radar, chart_trend;

#endif
