#include "mapped.h"

#include <math.h>
#include <string.h>

size_t mapped_category(const struct chart *chart, const char *key)
{
    for (size_t i = 0; chart->keys && i < chart->category_count; i++)
        if (strcmp(chart->keys[i], key) == 0)
            return i;
    return NO_CATEGORY;
}

double mapped_value(const struct chart *chart, const struct area *area)
{
    size_t category = mapped_category(chart, area->key);
    if (category == NO_CATEGORY && area->parent)
        category = mapped_category(chart, area->parent);
    return category == NO_CATEGORY ? NAN : chart->series[0].values[category];
}
