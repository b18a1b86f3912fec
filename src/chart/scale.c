#include "plot.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_STEPS 9 /* with the line at the low end there are ten at most */
#define FEW_STEPS  5 /* where nobody says how many */

double round_step(double least)
{
    static const double steps[] = {1, 2, 2.5, 5, 10};
    const double power = pow(10, floor(log10(least)));
    size_t i = 0;
    while (steps[i] * power < least * (1 - 1e-9))
        i++;
    return steps[i] * power;
}

static bool is_whole(double number)
{
    return fabs(number - round(number)) < 1e-6;
}

/* Lines at the ends, and between them at the multiples of STEP that are not too near to either. */
static struct scale scale_with(double low, double high, double step)
{
    struct scale scale = {low, high, high, step, 1};
    const bool even = is_whole((high - low) / step);
    scale.first = even ? low + step : (floor(low / step + 0.5) + 1) * step;
    double between = (high - (even ? 1 : 0.5) * step - scale.first) / step;
    if (between > -1e-6)
        scale.count = 2 + (size_t)floor(between + 1e-6);
    return scale;
}

/* A round step no less than LEAST; with WHOLE one without decimals, since there are no halves of
 * what is counted. */
static double step_from(double least, bool whole)
{
    double step = round_step(least);
    while (whole && !is_whole(step))
        step = round_step(step * 1.01);
    return step;
}

/* Round steps that end at both ends of the range, where there are such. */
static struct scale scale_from(const double ends[2], double least, size_t most, bool whole)
{
    const double range = ends[1] - ends[0];
    double step = step_from(least, whole);
    while (step <= range && !(is_whole(range / step) && range / step <= (double)most + 1e-6))
        step = step_from(step * 1.01, whole);
    if (step > range)
        step = step_from(fmax(least, range / (double)most), whole);
    return scale_with(ends[0], ends[1], step);
}

struct scale scale_of(const struct chart *chart)
{
    const double low = chart->low, high = chart->high > low ? chart->high : low + 1;
    const double range = high - low, steps = chart->step > 0 ? range / chart->step : 0;
    const double ends[] = {low, high};
    if (steps >= 1 - 1e-9 && steps <= MOST_STEPS + 1e-9 && is_whole(steps))
        return scale_with(low, high, chart->step);
    if (chart->step > 0 && chart->step < range)
        return scale_from(ends, fmax(chart->step, range / MOST_STEPS), MOST_STEPS, false);
    const struct scale few = scale_from(ends, range / FEW_STEPS, FEW_STEPS, false);
    return few.count > 1 ? few : scale_from(ends, range / MOST_STEPS, MOST_STEPS, false);
}

struct scale scale_coarser(const struct scale *scale)
{
    const double ends[] = {scale->low, scale->high};
    const bool whole = is_whole(scale->low) && is_whole(scale->high) && is_whole(scale->step);
    struct scale coarser = *scale;
    double step = scale->step;
    while (coarser.count > 1 && coarser.count >= scale->count) {
        step = step_from(step * 1.01, whole);
        coarser = scale_from(ends, step, MOST_STEPS, whole);
    }
    if (coarser.count == scale->count)
        coarser.count = 0;
    return coarser;
}

double scale_value(const struct scale *scale, size_t line)
{
    if (line == 0)
        return scale->low;
    return line == scale->count ? scale->high : scale->first + (double)(line - 1) * scale->step;
}

double scale_gap(const struct scale *scale)
{
    double least = 1;
    for (size_t i = 1; i <= scale->count; i++)
        least = fmin(least, scale_share(scale, scale_value(scale, i)) -
                                scale_share(scale, scale_value(scale, i - 1)));
    return least;
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
    int decimals = decimals_of(scale->low);
    for (size_t i = 1; i <= scale->count; i++) {
        int own = decimals_of(scale_value(scale, i));
        decimals = own > decimals ? own : decimals;
    }
    return decimal(value, decimals, arena);
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

const char *share_text(double count, double of, struct arena *arena)
{
    const double percent = of > 0 ? round(100 * count / of) : 0;
    if (percent >= 100 && count < of)
        return ">99%";
    if (percent <= 0 && count > 0)
        return "<1%";
    return arena_printf(arena, "%.0f%%", percent);
}
