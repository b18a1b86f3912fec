/* pins.h - names above what they point at, side by side, each with a line down to it. */
#ifndef CHART_PINS_H
#define CHART_PINS_H

#include "sign.h"

struct pin {
    const char *words;
    double x; /* what it points at */
    struct color color;
    bool bold;
};

/* The height of the names and the lines below them. */
double pins_height(const struct plot *plot);

/* Draws as many as have room, the first before others, with their tops at Y. */
void pins_draw(const struct plot *plot, const struct pin *pins, size_t count, double y);

#endif
