#include "rapor/chart/chart.h"

#include "kinds.h"

#include <string.h>

#define ADDRESS(name) &chart_##name,
const struct chart_kind *const chart_kinds[] = {CHART_KINDS(ADDRESS) NULL};

const struct chart_kind *chart_kind_find(const char *name)
{
    for (const struct chart_kind *const *kind = chart_kinds; *kind; kind++)
        if (strcmp((*kind)->name, name) == 0)
            return *kind;
    return NULL;
}
