#include "pins.h"

#include "spread.h"

#include "rapor/base/arena.h"

#include <math.h>

#define GAP        10.0 /* between neighbouring names */
#define EDGE       1.0  /* and between them and the chart's ends */
#define LINES_MOST 3    /* of a name; it is cut where it needs more */
#define LEAST      20.0 /* width that a name is cut to */

static double drop_of(const struct plot *plot)
{
    return 7 * plot->unit;
}

static struct plot plot_of_pin(const struct plot *plot, const struct pin *pin)
{
    struct plot colored = plot_colored(plot, pin->color);
    return pin->bold ? plot_bold(&colored) : colored;
}

/* How wide a name may be: what those leave that need less than an equal share is for the others. */
static double limit_of(const double *widths, size_t count, double room)
{
    double limit = room / (double)count - GAP;
    for (size_t turn = 0; turn < count; turn++) {
        double left = room - GAP * (double)count;
        size_t longer = 0;
        for (size_t i = 0; i < count; i++) {
            left -= widths[i] <= limit ? widths[i] : 0;
            longer += widths[i] > limit;
        }
        if (longer == 0)
            break;
        limit = left / (double)longer;
    }
    return fmax(limit, LEAST);
}

struct pins pins_of(const struct plot *plot, struct pin *items, size_t count)
{
    struct arena *arena = plot->inks->arena;
    struct pins pins = {*plot, items, ARENA_ARRAY(arena, count, struct phrase), count, 0};
    double *widths = ARENA_ARRAY(arena, count, double);
    for (size_t i = 0; i < count; i++) {
        struct plot own = plot_of_pin(plot, &items[i]);
        widths[i] = text_width(own.fonts, &own.style, items[i].words);
    }
    if (count == 0)
        return pins;
    double limit = limit_of(widths, count, plot->chart->width - 2 * EDGE);
    for (size_t i = 0; i < count; i++) {
        struct plot own = plot_of_pin(plot, &items[i]);
        struct phrase *name = &pins.names[i];
        *name = phrase_wrapped(&own, items[i].words, limit);
        if (name->width > limit + 0.01 || name->count > LINES_MOST)
            *name = phrase_cut(&own, items[i].words, limit);
        pins.height = fmax(pins.height, name->height + drop_of(plot));
    }
    return pins;
}

void pins_draw(const struct pins *pins, double y)
{
    const struct plot *plot = &pins->plot;
    struct arena *arena = plot->inks->arena;
    struct chart_span *spans = ARENA_ARRAY(arena, pins->count, struct chart_span);
    const double limits[] = {EDGE, plot->chart->width - EDGE};
    const double foot = y + pins->height - drop_of(plot);
    for (size_t i = 0; i < pins->count; i++)
        spans[i] = (struct chart_span){pins->items[i].x, pins->names[i].width, 0, i};
    size_t placed = spread(spans, pins->count, limits, GAP, arena);
    for (size_t s = 0; s < placed; s++) {
        const struct pin *pin = &pins->items[spans[s].item];
        const struct phrase *name = &pins->names[spans[s].item];
        struct plot own = plot_of_pin(plot, pin);
        double start = fmin(fmax(pin->x, spans[s].at), spans[s].at + name->width);
        phrase_ground(&own, name, spans[s].at, foot - name->height);
        phrase_draw(&own, name, spans[s].at, foot - name->height, ALIGN_CENTER);
        line_draw(plot->inks, (struct point){start, foot}, (struct point){pin->x, y + pins->height},
                  (struct sign_look){pin->color, 0.8 * plot->unit, 0});
    }
}
