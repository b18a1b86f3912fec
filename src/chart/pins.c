#include "pins.h"

#include "spread.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>

#define GAP        10.0 /* between neighbouring names */
#define EDGE       1.0  /* and between them and the chart's ends */
#define LEAST      20.0 /* width that a name is cut to */
#define HIGHEST    0.35 /* part of the chart's height that names of many lines take */
#define LINES_GOOD 3

/* How names are tried, all of them alike: size of type, and lines of a name at most. */
static const struct {
    double size;
    size_t lines;
} attempts[] = {{1, LINES_GOOD}, {0.85, LINES_GOOD}, {0.85, 9}, {0.7, 9}};

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

/* Sets the names, none of more than so many LINES; what does not fit is cut, which is told. */
static bool set_names(struct pins *pins, size_t lines)
{
    const struct plot *plot = &pins->plot;
    double *widths = ARENA_ARRAY(plot->inks->arena, pins->count, double);
    bool whole = true;
    for (size_t i = 0; i < pins->count; i++) {
        struct plot own = plot_of_pin(plot, &pins->items[i]);
        widths[i] = text_width(own.fonts, &own.style, pins->items[i].words);
    }
    const double limit = limit_of(widths, pins->count, plot->chart->width - 2 * EDGE);
    pins->height = 0;
    for (size_t i = 0; i < pins->count; i++) {
        struct plot own = plot_of_pin(plot, &pins->items[i]);
        struct phrase *name = &pins->names[i];
        *name = phrase_wrapped(&own, pins->items[i].words, limit);
        if (name->width > limit + 0.01 || name->count > lines) {
            *name = phrase_cut(&own, pins->items[i].words, limit);
            whole = false;
        }
        pins->height = fmax(pins->height, name->height + drop_of(plot));
    }
    return whole && (lines <= LINES_GOOD || pins->height <= HIGHEST * plot->chart->height);
}

struct pins pins_of(const struct plot *plot, struct pin *items, size_t count)
{
    struct pins pins = {*plot, items, ARENA_ARRAY(plot->inks->arena, count, struct phrase), count,
                        0};
    for (size_t i = 0; count > 0 && i < G_N_ELEMENTS(attempts); i++) {
        pins.plot = plot_sized(plot, attempts[i].size);
        if (set_names(&pins, attempts[i].lines))
            break;
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
