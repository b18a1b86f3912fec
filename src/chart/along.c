#include "along.h"

#include "rapor/base/arena.h"

#include <glib.h>

static bool read_whole(const char *text, double *number)
{
    gint64 whole;
    bool read = g_ascii_string_to_signed(text, 10, 0, G_MAXINT32, &whole, NULL);
    *number = read ? (double)whole : 0;
    return read;
}

static bool rise(const struct chart *chart, double *numbers)
{
    bool risen = true;
    for (size_t i = 0; risen && i < chart->category_count; i++)
        risen = read_whole(chart->categories[i], &numbers[i]) &&
                (i == 0 || numbers[i] > numbers[i - 1]);
    return risen;
}

double *places_along(const struct chart *chart, struct arena *arena)
{
    const size_t count = chart->category_count;
    double *places = ARENA_ARRAY(arena, count, double);
    if (!rise(chart, places))
        for (size_t i = 0; i < count; i++)
            places[i] = (double)i;
    const double first = places[0], range = places[count - 1] - first;
    for (size_t i = 0; i < count; i++)
        places[i] = range > 0 ? (places[i] - first) / range : 0;
    return places;
}
