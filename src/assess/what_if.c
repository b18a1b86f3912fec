#include "rapor/assess/what_if.h"

#include "rapor/base/arena.h"

#include <assert.h>
#include <string.h>

static void copy_levels(struct institution *institution, size_t count, struct arena *arena)
{
    int32_t *levels = ARENA_ARRAY(arena, count, int32_t);
    memcpy(levels, institution->levels, count * sizeof *levels);
    institution->levels = levels;
    if (!institution->pending)
        return;
    bool *pending = ARENA_ARRAY(arena, count, bool);
    memcpy(pending, institution->pending, count * sizeof *pending);
    institution->pending = pending;
}

const struct evaluation *what_if(const struct evaluation *evaluation, const struct supposed *levels,
                                 size_t count, struct arena *arena)
{
    struct evaluation *other = ARENA_NEW(arena, struct evaluation);
    *other = *evaluation;
    other->institutions = ARENA_ARRAY(arena, evaluation->institution_count, struct institution);
    memcpy(other->institutions, evaluation->institutions,
           evaluation->institution_count * sizeof *other->institutions);
    for (size_t i = 0; i < count; i++) {
        const struct institution *before = &evaluation->institutions[levels[i].institution];
        struct institution *after = &other->institutions[levels[i].institution];
        assert(after->levels);
        if (after->levels == before->levels)
            copy_levels(after, evaluation->instrument->indicator_count, arena);
        after->levels[levels[i].indicator] = levels[i].level;
        if (after->pending)
            after->pending[levels[i].indicator] = false;
    }
    return other;
}
