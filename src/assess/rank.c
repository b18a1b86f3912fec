#include "rank.h"

#include "value.h"

#include "rapor/base/arena.h"

#include <stdlib.h>
#include <string.h>

/* An institution as it is sorted. */
struct contender {
    struct exact_value index; /* what it is compared by */
    const struct institution *institution;
    size_t number; /* of the standing */
};

/* How far the ranking of institutions that are compared with each other has come. */
struct contest {
    size_t count;
    struct exact_value last; /* index of the last one */
    struct rank rank;        /* of that one */
};

/* Those of two scopes are never asked for together. */
struct contests {
    struct standings *standings;
    const struct exact_value *indices; /* of all institutions: what they are compared by */
    struct contest *items;             /* by what peers are compared within */
    size_t count;
};

static size_t *units_of(const struct evaluation *evaluation, struct arena *arena)
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

size_t peers_of(const struct standings *standings, size_t institution, const struct scope *scope)
{
    const struct standing *standing = &standings->all[institution];
    if (standing->basis == BASIS_NONE || !(scope->groups >> standing->institution->group & 1))
        return NONE;
    switch (scope->within) {
    case WITHIN_ALL:
        return 0;
    case WITHIN_GROUP:
        return standing->institution->group;
    case WITHIN_REGION:
        return standing->institution->region;
    case WITHIN_PARENT:
        return standings->units_of[institution];
    }
    return NONE;
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

static void put_in_order(struct standings *standings, const struct exact_value *indices,
                         struct arena *scratch)
{
    size_t count = standings->evaluation->institution_count;
    struct contender *contenders = ARENA_ARRAY(scratch, count, struct contender);
    for (size_t i = 0; i < count; i++)
        contenders[i] = (struct contender){
            .index = indices[i], .institution = standings->all[i].institution, .number = i};
    qsort(contenders, count, sizeof *contenders, by_index_then_name);
    for (size_t i = 0; i < count; i++)
        standings->order[i] = contenders[i].number;
}

static struct contest *contest_of(const struct contests *contests, size_t scope, size_t number)
{
    const struct instrument *instrument = contests->standings->evaluation->instrument;
    size_t peers = peers_of(contests->standings, number, &instrument->scopes[scope]);
    return peers == NONE ? NULL : &contests->items[peers];
}

/* Goes down the order of all, in which peers stand in their own order. */
static void give_positions(const struct contests *contests, size_t scope)
{
    struct standings *standings = contests->standings;
    for (size_t i = 0; i < standings->evaluation->institution_count; i++) {
        size_t number = standings->order[i];
        struct contest *contest = contest_of(contests, scope, number);
        if (!contest)
            continue;
        const struct exact_value index = contests->indices[number];
        bool ties = contest->count++ > 0 && value_compare(index, contest->last) == 0;
        if (!ties)
            contest->rank = (struct rank){.position = contest->count};
        contest->rank.tied++;
        contest->last = index;
        standings->all[number].ranks[scope] = contest->rank;
    }
}

/* Goes up again: the last of those who tie knows how many they are. */
static void give_counts(const struct contests *contests, size_t scope)
{
    struct standings *standings = contests->standings;
    for (size_t i = standings->evaluation->institution_count; i-- > 0;) {
        struct contest *contest = contest_of(contests, scope, standings->order[i]);
        if (!contest)
            continue;
        struct rank *rank = &standings->all[standings->order[i]].ranks[scope];
        if (rank->position != contest->rank.position)
            contest->rank = *rank;
        *rank = (struct rank){rank->position, contest->count, contest->rank.tied};
    }
}

static void rank_scope(const struct contests *contests, size_t scope)
{
    for (size_t i = 0; i < contests->count; i++)
        contests->items[i] = (struct contest){0};
    give_positions(contests, scope);
    give_counts(contests, scope);
}

void rank_all(struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    const size_t count = evaluation->institution_count;
    struct arena *scratch = arena_create();
    struct exact_value *indices = ARENA_ARRAY(scratch, count, struct exact_value);
    for (size_t i = 0; i < count; i++)
        indices[i] = value_decisive(instrument, standings->all[i].index);
    standings->units_of = units_of(evaluation, arena);
    put_in_order(standings, indices, scratch);

    /* By one, the groups, the regions or the institutions: never by more than all of them. */
    const size_t most = 1 + instrument->group_count + evaluation->region_count + count;
    const struct contests contests = {standings, indices,
                                      ARENA_ARRAY(scratch, most, struct contest), most};
    for (size_t scope = 0; scope < instrument->scope_count; scope++)
        rank_scope(&contests, scope);
    arena_destroy(scratch);
}
