/* panels.h - small charts side by side and one below another. */
#ifndef CHART_PANELS_H
#define CHART_PANELS_H

#include <stddef.h>

struct panel {
    double x, y, width, height;
};

struct panels {
    size_t columns;
    struct panel first;
};

/* COUNT panels in a room of that size, as many side by side as leave each LEAST wide. */
struct panels panels_of(size_t count, double width, double height, double least);

struct panel panel_at(const struct panels *panels, size_t number);

#endif
