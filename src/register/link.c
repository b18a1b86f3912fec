#include "rapor/register/link.h"

#include "rapor/base/arena.h"

#include <stdbool.h>
#include <string.h>

const char *link_path(const struct link_to *to, struct arena *arena)
{
    const bool said = to->url && strstr(to->url, to->year);
    if (!to->seal)
        return NULL;
    return arena_printf(arena, "v/%s%s%s/%s/", said ? "" : to->year, said ? "" : "/",
                        to->code ? to->code : LINK_NATION, to->seal);
}

const char *link_whole(const struct link_to *to, struct arena *arena)
{
    const char *path = link_path(to, arena);
    if (!path || !to->url)
        return NULL;
    const size_t length = strlen(to->url);
    const bool slash = length > 0 && to->url[length - 1] == '/';
    return arena_printf(arena, "%s%s%s", to->url, slash ? "" : "/", path);
}

const char *link_code(const struct link_to *to, struct arena *arena)
{
    if (!to->seal)
        return NULL;
    return to->code ? arena_printf(arena, "%s-%s-%s", to->year, to->code, to->seal)
                    : arena_printf(arena, "%s-%s", to->year, to->seal);
}
