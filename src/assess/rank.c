#include "rank.h"

#include "rapor/arena.h"
#include "value.h"

#include <stdlib.h>
#include <string.h>

/* An institution as it is sorted. */
struct contender {
    size_t peers;       /* who it is compared with */
    struct value index; /* what it is compared by */
    const struct institution *institution;
    size_t number; /* of the standing */
};

size_t *parents_of(const struct evaluation *evaluation, struct arena *arena)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        g_hash_table_insert(numbers, (gpointer)evaluation->institutions[i].code,
                            GSIZE_TO_POINTER(i + 1));

    size_t *parents = ARENA_ARRAY(arena, evaluation->institution_count, size_t);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const char *code = evaluation->institutions[i].parent;
        size_t found = code ? GPOINTER_TO_SIZE(g_hash_table_lookup(numbers, code)) : 0;
        parents[i] = found ? found - 1 : NONE;
    }
    return parents;
}

size_t peers_of(const struct standing *standing, const struct scope *scope, size_t parent)
{
    const struct institution *institution = standing->institution;
    if (standing->basis == BASIS_NONE || !(scope->groups >> institution->group & 1))
        return NONE;
    switch (scope->within) {
    case WITHIN_ALL:
        return 0;
    case WITHIN_GROUP:
        return institution->group;
    case WITHIN_REGION:
        return institution->region;
    case WITHIN_PARENT:
        return parent;
    }
    return NONE;
}

static int by_peers_then_index(const void *left, const void *right)
{
    const struct contender *a = left, *b = right;
    if (a->peers != b->peers)
        return a->peers < b->peers ? -1 : 1;
    return value_compare(b->index, a->index);
}

static int by_index_then_name(const void *left, const void *right)
{
    const struct contender *a = left, *b = right;
    if (value_exists(a->index) != value_exists(b->index))
        return value_exists(a->index) ? -1 : 1;
    int order = value_compare(b->index, a->index);
    if (order == 0)
        order = strcmp(a->institution->name, b->institution->name);
    return order ? order : strcmp(a->institution->code, b->institution->code);
}

/* Ranks the COUNT sorted contenders, all of them peers, in the scope. */
static void rank_peers(struct standings *standings, size_t scope,
                       const struct contender *contenders, size_t count)
{
    for (size_t first = 0, next; first < count; first = next) {
        next = first + 1;
        while (next < count && value_compare(contenders[first].index, contenders[next].index) == 0)
            next++;
        for (size_t i = first; i < next; i++)
            standings->all[contenders[i].number].ranks[scope] =
                (struct rank){.position = first + 1, .of = count, .tied = next - first};
    }
}

static void rank_scope(struct standings *standings, size_t scope, const size_t *parents,
                       struct contender *contenders)
{
    const struct instrument *instrument = standings->evaluation->instrument;
    size_t count = 0;
    for (size_t i = 0; i < standings->evaluation->institution_count; i++) {
        const struct standing *standing = &standings->all[i];
        size_t peers = peers_of(standing, &instrument->scopes[scope], parents[i]);
        if (peers != NONE)
            contenders[count++] = (struct contender){
                .peers = peers, .index = value_decisive(instrument, standing->index), .number = i};
    }
    qsort(contenders, count, sizeof *contenders, by_peers_then_index);
    for (size_t first = 0, next; first < count; first = next) {
        next = first + 1;
        while (next < count && contenders[next].peers == contenders[first].peers)
            next++;
        rank_peers(standings, scope, contenders + first, next - first);
    }
}

static void put_in_order(struct standings *standings, struct contender *contenders)
{
    const struct evaluation *evaluation = standings->evaluation;
    size_t count = evaluation->institution_count;
    for (size_t i = 0; i < count; i++)
        contenders[i] = (struct contender){
            .index = value_decisive(evaluation->instrument, standings->all[i].index),
            .institution = standings->all[i].institution,
            .number = i};
    qsort(contenders, count, sizeof *contenders, by_index_then_name);
    for (size_t i = 0; i < count; i++)
        standings->order[i] = contenders[i].number;
}

void rank_all(struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const size_t *parents = parents_of(evaluation, arena);
    struct contender *contenders =
        ARENA_ARRAY(arena, evaluation->institution_count, struct contender);

    for (size_t scope = 0; scope < evaluation->instrument->scope_count; scope++)
        rank_scope(standings, scope, parents, contenders);
    put_in_order(standings, contenders);
}
