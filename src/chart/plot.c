#include "sign.h"

#include <math.h>

struct sign_look look_grid(const struct plot *plot)
{
    return (struct sign_look){plot->palette->grid, 0.35 * plot->unit, 0};
}

struct sign_look look_axis(const struct plot *plot)
{
    return (struct sign_look){plot->palette->quiet, 0.5 * plot->unit, 0};
}

struct sign_look look_target(const struct plot *plot)
{
    return (struct sign_look){plot->palette->goal, plot->unit, 3 * plot->unit};
}

struct sign_look look_series(const struct plot *plot, struct color color)
{
    return (struct sign_look){color, 1.4 * plot->unit, 0};
}

struct plot plot_of(const struct chart *chart, struct fonts *fonts, struct inks *inks)
{
    return (struct plot){.chart = chart,
                         .fonts = fonts,
                         .inks = inks,
                         .palette = chart->palette,
                         .style = *chart->style,
                         .unit = fmax(1, chart->style->size / 10)};
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
    quiet.style.color = plot->palette->quiet;
    return quiet;
}

struct plot plot_bold(const struct plot *plot)
{
    struct plot bold = *plot;
    bold.style.bold = true;
    return bold;
}

struct plot plot_colored(const struct plot *plot, struct color color)
{
    struct plot colored = *plot;
    colored.style.color = color;
    return colored;
}

double plot_line(const struct plot *plot)
{
    return fonts_ascent(plot->fonts, &plot->style) + fonts_descent(plot->fonts, &plot->style);
}

struct color color_between(struct color from, struct color to, double part)
{
    return (struct color){
        (float)(from.red + part * (to.red - from.red)),
        (float)(from.green + part * (to.green - from.green)),
        (float)(from.blue + part * (to.blue - from.blue)),
    };
}

struct color color_pale(const struct plot *plot, struct color color)
{
    return color_between(plot->palette->ground, color, 0.12);
}

static double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(struct color color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double color_contrast(struct color a, struct color b)
{
    double light = fmax(luminance(a), luminance(b)), dark = fmin(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

struct color color_on(const struct plot *plot, struct color fill)
{
    struct color text = plot->chart->style->color, ground = plot->palette->ground;
    return color_contrast(text, fill) >= color_contrast(ground, fill) ? text : ground;
}
