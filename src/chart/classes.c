#include "classes.h"

#include "rapor/base/arena.h"

#include <math.h>

#define PATCH_GAP 5.0 /* between a patch and its name */
#define NAME_GAP  16.0
#define FOOT_GAP  8.0 /* above them, at the foot of a map */

size_t class_of(const struct chart *chart, double value)
{
    size_t class = 0;
    while (class + 1 < chart->class_count && value >= chart->classes[class + 1].from - 1e-9)
        class ++;
    return class;
}

double class_end(const struct chart *chart, size_t class)
{
    return class + 1 < chart->class_count ? chart->classes[class + 1].from : chart->high;
}

struct color class_color(const struct chart *chart, size_t class, size_t count)
{
    const struct color *colors = chart->palette->classes;
    const size_t last = CLASS_COLORS - 1, steps = count > 1 ? count - 1 : 1;
    if (count <= 1)
        return colors[last];
    if (count <= CLASS_COLORS)
        return colors[(class * last + steps / 2) / steps];
    const size_t whole = class * last / steps;
    const double part = (double)(class * last) / (double)steps - (double)whole;
    return color_between(colors[whole], colors[whole < last ? whole + 1 : last], part);
}

struct color value_color(const struct chart *chart, double value)
{
    if (!isfinite(value))
        return chart->palette->missing;
    return class_color(chart, class_of(chart, value), chart->class_count);
}

/* The line around areas of COLOR; thick 0: they need none. */
static struct sign_look patch_edge(const struct plot *plot, struct color color)
{
    bool pale = color_contrast(color, plot->palette->ground) < 3;
    return (struct sign_look){plot->palette->quiet, pale ? 0.7 * plot->unit : 0, 0};
}

void patch_draw(const struct plot *plot, struct point corner, struct point size, struct color color)
{
    struct sign_look edge = patch_edge(plot, color);
    double half = edge.thick / 2;
    fill_draw(plot->inks, corner, size, color);
    if (edge.thick <= 0 || size.x <= edge.thick || size.y <= edge.thick)
        return;
    double left = corner.x + half, top = corner.y + half;
    double right = corner.x + size.x - half, bottom = corner.y + size.y - half;
    const struct point around[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    outline_draw(plot->inks, around, 4, edge);
}

static const char *class_words(const struct plot *plot, size_t class)
{
    const struct chart *chart = plot->chart;
    struct arena *arena = plot->inks->arena;
    double from = fmax(chart->classes[class].from, chart->low);
    bool last = class + 1 == chart->class_count;
    double to = class_end(chart, class) - (last ? 0 : 0.01);
    return arena_printf(arena, "%s %s–%s", chart->classes[class].name, value_text(from, arena),
                        value_text(to, arena));
}

/* Goes through the keys from left to right and row by row; draws them where DRAWN. */
static double lay_out(const struct plot *plot, const struct patch *patches, size_t count, double y,
                      bool drawn)
{
    struct plot quiet = plot_quiet(plot);
    double side = plot_line(&quiet), x = 0, top = y, most = plot->chart->width;
    for (size_t i = 0; i < count; i++) {
        struct phrase name = phrase_cut(&quiet, patches[i].name, most - side - PATCH_GAP);
        double width = side + PATCH_GAP + name.width;
        if (x > 0 && x + width > most) {
            x = 0;
            y += side * 1.35;
        }
        if (drawn) {
            patch_draw(plot, (struct point){x, y}, (struct point){side, side}, patches[i].color);
            phrase_draw(&quiet, &name, x + side + PATCH_GAP, y, ALIGN_LEFT);
        }
        x += width + NAME_GAP;
    }
    return count > 0 ? y + side - top : 0;
}

double patches_height(const struct plot *plot, const struct patch *patches, size_t count)
{
    return lay_out(plot, patches, count, 0, false);
}

void patches_draw(const struct plot *plot, const struct patch *patches, size_t count, double y)
{
    lay_out(plot, patches, count, y, true);
}

static bool lacks_values(const struct chart *chart)
{
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t i = 0; i < chart->category_count; i++)
            if (!isfinite(chart->series[s].values[i]))
                return true;
    return false;
}

size_t classes_patches(const struct plot *plot, struct patch *patches)
{
    const struct chart *chart = plot->chart;
    size_t count = 0;
    for (; count < chart->class_count; count++)
        patches[count] =
            (struct patch){class_words(plot, count), class_color(chart, count, chart->class_count)};
    if (chart->missing_name && lacks_values(chart))
        patches[count++] = (struct patch){chart->missing_name, chart->palette->missing};
    return count;
}

struct foot foot_of(const struct plot *plot)
{
    struct foot foot = {0};
    foot.count = classes_patches(plot, foot.patches);
    if (foot.count > 0)
        foot.height = patches_height(plot, foot.patches, foot.count) + FOOT_GAP;
    return foot;
}

void foot_draw(const struct plot *plot, const struct foot *foot)
{
    patches_draw(plot, foot->patches, foot->count, plot->chart->height - foot->height + FOOT_GAP);
}
