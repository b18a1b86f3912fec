#include "panels.h"

#include <math.h>

#define GAP 10.0

struct panels panels_of(size_t count, double width, double height, double least)
{
    size_t columns = (size_t)fmax(width / least, 1);
    columns = columns > count ? count : columns;
    const size_t rows = (count + columns - 1) / columns;
    columns = (count + rows - 1) / rows;
    return (struct panels){columns,
                           {0, 0, (width - GAP * (double)(columns - 1)) / (double)columns,
                            (height - GAP * (double)(rows - 1)) / (double)rows}};
}

struct panel panel_at(const struct panels *panels, size_t number)
{
    struct panel panel = panels->first;
    const size_t row = number / panels->columns, column = number % panels->columns;
    panel.x = (double)column * (panel.width + GAP);
    panel.y = (double)row * (panel.height + GAP);
    return panel;
}
