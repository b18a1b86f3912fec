#include "sign.h"

const struct color color_white = {1, 1, 1};
const struct color color_axis = {0.35, 0.35, 0.35};

const struct look look_grid = {{0.75, 0.75, 0.75}, 0.35, 0};
const struct look look_target = {{0.25, 0.25, 0.25}, 1, 3};

struct plot plot_of(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    return (struct plot){chart, fonts, inks, *chart->style};
}

struct plot plot_sized(const struct plot *plot, double factor)
{
    struct plot sized = *plot;
    sized.style.size = plot->chart->style->size * factor;
    sized.style.leading = plot->chart->style->leading * factor;
    return sized;
}

struct plot plot_quiet(const struct plot *plot)
{
    struct plot quiet = plot_sized(plot, 0.85);
    quiet.style.color = color_axis;
    return quiet;
}

struct plot plot_bold(const struct plot *plot)
{
    struct plot bold = *plot;
    bold.style.bold = true;
    return bold;
}

double plot_line(const struct plot *plot)
{
    return fonts_ascent(plot->fonts, &plot->style) + fonts_descent(plot->fonts, &plot->style);
}

struct color color_pale(struct color color)
{
    const double part = 0.12;
    return (struct color){
        1 - part * (1 - color.red),
        1 - part * (1 - color.green),
        1 - part * (1 - color.blue),
    };
}
