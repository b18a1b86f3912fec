#include "rapor/paint/paint.h"

#include <string.h>

#define ADDRESS(name) &painter_##name,
const struct painter *const painters[] = {PAINTERS(ADDRESS) NULL};

const struct painter *painter_find(const char *format, const char *name)
{
    for (size_t i = 0; painters[i]; i++)
        if ((!format || strcmp(painters[i]->format, format) == 0) &&
            (!name || strcmp(painters[i]->name, name) == 0))
            return painters[i];
    return NULL;
}
