/* bars.h - bars as a part of other charts. */
#ifndef RAPOR_BARS_H
#define RAPOR_BARS_H

#include "plot.h"

/* Draws the bars, and leaves FOOT free below them. */
void bars_draw(const struct plot *plot, double foot);

#endif
