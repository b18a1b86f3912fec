#include "rapor/chart.h"
#include "kinds.h"

#include <string.h>

const struct chart_kind *const chart_kinds[] = {
    &chart_bars, &chart_histogram, &chart_radar, &chart_trend, NULL,
};

const struct chart_kind *chart_kind_find(const char *name)
{
    for (const struct chart_kind *const *kind = chart_kinds; *kind; kind++)
        if (strcmp((*kind)->name, name) == 0)
            return *kind;
    return NULL;
}
