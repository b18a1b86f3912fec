/* bars.h - bars as a part of other charts. */
#ifndef CHART_KINDS_BARS_H
#define CHART_KINDS_BARS_H

#include "../plot.h"

/* Draws the bars, and leaves FOOT free below them, or with NUMBERED the numbers of the scale and
 * then FOOT. */
void bars_draw(const struct plot *plot, double foot, bool numbered);

#endif
