#include "roster.h"

#include "rapor/base/arena.h"
#include "rapor/read/instrument.h"

#include <glib.h>

struct roster roster_by_key(const size_t *ordered, size_t count, const size_t *keys,
                            struct arena *arena)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = keys[i] == NONE ? most : MAX(most, keys[i]);
    size_t *ends = ARENA_ARRAY(arena, most + 2, size_t);
    for (size_t i = 0; i < count; i++)
        if (keys[i] != NONE)
            ends[keys[i] + 1]++;
    for (size_t k = 0; k <= most; k++)
        ends[k + 1] += ends[k];

    struct roster roster = {ARENA_ARRAY(arena, count, size_t), ends[most + 1], keys};
    for (size_t i = 0; i < count; i++)
        if (keys[ordered[i]] != NONE)
            roster.items[ends[keys[ordered[i]]]++] = ordered[i];
    return roster;
}

struct roster roster_chosen(const struct roster *all, const bool *chosen, size_t count,
                            struct arena *arena)
{
    struct roster roster = {.items = ARENA_ARRAY(arena, count, size_t), .keys = all->keys};
    for (size_t i = 0; i < all->count; i++)
        if (chosen[all->items[i]])
            roster.items[roster.count++] = all->items[i];
    return roster;
}
