#include "plot.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LINES 10

/* Steps such as 0.1 do not add up exactly. */
static size_t steps_between(double low, double high, double step)
{
    return (size_t)floor((high - low) / step + 1e-9);
}

struct scale scale_of(const struct chart *chart)
{
    struct scale scale = {chart->low, chart->high, chart->step, 0};
    if (!(scale.high > scale.low))
        scale.high = scale.low + 1;
    double range = scale.high - scale.low;
    if (!(scale.step > 0) || scale.step > range)
        scale.step = range;
    while (range / scale.step >= MOST_LINES - 1e-9)
        scale.step *= 2;
    scale.count = steps_between(scale.low, scale.high, scale.step);
    return scale;
}

struct scale scale_coarser(const struct scale *scale)
{
    struct scale coarser = *scale;
    coarser.step *= 2;
    coarser.count /= 2;
    return coarser;
}

double scale_value(const struct scale *scale, size_t line)
{
    return scale->low + (double)line * scale->step;
}

double scale_share(const struct scale *scale, double value)
{
    double share = (value - scale->low) / (scale->high - scale->low);
    return fmin(fmax(share, 0), 1);
}

/* How many decimals, of two at most, the value needs. */
static int decimals_of(double value)
{
    long long hundredths = llround(value * 100);
    return hundredths % 10 ? 2 : hundredths % 100 ? 1 : 0;
}

static const char *decimal(double value, int decimals, struct arena *arena)
{
    static const long long powers[] = {1, 10, 100};
    long long units = llround(value * (double)powers[decimals]);
    const char *sign = units < 0 ? "−" : "";
    units = llabs(units);
    if (decimals == 0)
        return arena_printf(arena, "%s%lld", sign, units);
    return arena_printf(arena, "%s%lld,%0*lld", sign, units / powers[decimals], decimals,
                        units % powers[decimals]);
}

const char *scale_text(const struct scale *scale, double value, struct arena *arena)
{
    int low = decimals_of(scale->low), step = decimals_of(scale->step);
    return decimal(value, low > step ? low : step, arena);
}

const char *value_text(double value, struct arena *arena)
{
    return isfinite(value) ? decimal(value, 2, arena) : "–";
}

const char *count_text(double value, struct arena *arena)
{
    if (!isfinite(value))
        return "–";
    const char *text = decimal(fabs(value), 0, arena), *sign = value < 0 ? "−" : "";
    size_t length = strlen(text);
    if (length <= 3)
        return arena_printf(arena, "%s%s", sign, text);
    return arena_printf(arena, "%s%.*s.%s", sign, (int)(length - 3), text, text + length - 3);
}
