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

struct pins {
    struct plot plot;
    struct pin *items;
    struct phrase *names;
    size_t count;
    double height; /* of the names and the lines below them; 0: there are none */
};

/* Sets the names side by side as wide as the chart; those that are too long for that get several
 * lines, and in the end are cut.  Where each of them points may be said after. */
struct pins pins_of(const struct plot *plot, struct pin *items, size_t count);

/* Draws as many as have room, the first before others, with their tops at Y. */
void pins_draw(const struct pins *pins, double y);

#endif
