#include "pins.h"

#include "spread.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>

#define GAP 10.0 /* between neighbouring names */

static double drop_of(const struct plot *plot)
{
    return 7 * plot->unit;
}

double pins_height(const struct plot *plot)
{
    return plot_line(plot) + drop_of(plot);
}

static struct plot plot_of_pin(const struct plot *plot, const struct pin *pin)
{
    struct plot colored = plot_colored(plot, pin->color);
    return pin->bold ? plot_bold(&colored) : colored;
}

/* Of all names, side by side. */
static double widths(const struct plot *plot, const struct pin *pins, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct plot own = plot_of_pin(plot, &pins[i]);
        sum += text_width(own.fonts, &own.style, pins[i].words) + GAP;
    }
    return sum;
}

void pins_draw(const struct plot *plot, const struct pin *pins, size_t count, double y)
{
    struct arena *arena = plot->inks->arena;
    struct chart_span *spans = ARENA_ARRAY(arena, count, struct chart_span);
    struct phrase *names = ARENA_ARRAY(arena, count, struct phrase);
    const double limits[] = {1, plot->chart->width - 1};
    double room = limits[1] - limits[0];
    double most = widths(plot, pins, count) <= room ? room : room / (double)MAX(count, 1) - GAP;
    for (size_t i = 0; i < count; i++) {
        struct plot own = plot_of_pin(plot, &pins[i]);
        names[i] = phrase_cut(&own, pins[i].words, fmax(most, 20));
        spans[i] = (struct chart_span){pins[i].x, names[i].width, 0, i};
    }
    size_t placed = spread(spans, count, limits, GAP, arena);
    for (size_t s = 0; s < placed; s++) {
        const struct pin *pin = &pins[spans[s].item];
        const struct phrase *name = &names[spans[s].item];
        struct plot own = plot_of_pin(plot, pin);
        double foot = y + name->height, end = spans[s].at + name->width;
        double start = fmin(fmax(pin->x, spans[s].at), end);
        phrase_ground(&own, name, spans[s].at, y);
        phrase_draw(&own, name, spans[s].at, y, ALIGN_LEFT);
        line_draw(plot->inks, (struct point){start, foot},
                  (struct point){pin->x, y + pins_height(plot)},
                  (struct sign_look){pin->color, 0.8 * plot->unit, 0});
    }
}
