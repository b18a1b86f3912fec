/* Whom an institution can learn from: those at the goal in an aspect, nearest first.  Rings:
 * same group and region, group, region, kind of seat, anybody; within a ring the index next
 * above, then next below, for whoever is a little ahead is the better example.  Teachers are
 * sorted once; each finds its place by binary search, nobody is compared with everybody. */
#include "rapor/assess/peers.h"

#include "roster.h"
#include "value.h"

#include "rapor/base/arena.h"

/* The lists of an aspect, in the order they are asked. */
enum nearness { GROUP_NEARBY, GROUP, NEARBY, SAME_SEAT, NEARNESS_COUNT };

/* One is named so often at most to all who have one thing in common, about one aspect. */
#define NAMED_MOST 30

struct peers {
    const struct standings *standings;
    size_t *heights;       /* of each institution's index: higher is better, equal is equal */
    size_t *places;        /* of each institution in the list of all */
    size_t neighbourhoods; /* regions, then parents */
    struct roster (*lists)[NEARNESS_COUNT]; /* of each aspect: those to learn from */
    size_t *crowds[NEARNESS_COUNT];         /* by key: how many may ask there */
    bool *asked;                            /* by neighbourhood and aspect: a member is below */
};

static const struct instrument *instrument_of(const struct peers *peers)
{
    return peers->standings->evaluation->instrument;
}

static bool is_unit(const struct peers *peers, size_t number)
{
    const struct institution *institution = peers->standings->all[number].institution;
    return instrument_of(peers)->groups[institution->group].seat == SEAT_PARENT;
}

/* Returns a number for the region or parent, or NONE. */
static size_t neighbourhood_of(const struct peers *peers, size_t number)
{
    const struct institution *institution = peers->standings->all[number].institution;
    if (!is_unit(peers, number))
        return institution->region;
    size_t parent = peers->standings->units_of[number];
    return parent == NONE ? NONE : peers->standings->evaluation->region_count + parent;
}

/* Returns what institutions of that nearness have in common, or NONE. */
static size_t key_of(const struct peers *peers, size_t number, enum nearness nearness)
{
    size_t group = peers->standings->all[number].institution->group;
    size_t neighbourhood = neighbourhood_of(peers, number);
    switch (nearness) {
    case GROUP_NEARBY:
        return neighbourhood == NONE ? NONE
                                     : neighbourhood * instrument_of(peers)->group_count + group;
    case GROUP:
        return group;
    case NEARBY:
        return neighbourhood;
    case SAME_SEAT:
    case NEARNESS_COUNT:
        break;
    }
    return instrument_of(peers)->groups[group].seat;
}

/* Compares the value of an aspect with LEVEL, in steps of 1/level_scale: without what waits
 * for the index of another body, which is nobody's weakness. */
static int compare_level(const struct peers *peers, size_t number, size_t aspect, int64_t level)
{
    const struct exact_value there = {.sum = level, .whole = instrument_of(peers)->level_scale};
    return value_compare(peers->standings->all[number].settled_aspects[aspect], there);
}

static bool has_value(const struct peers *peers, size_t number, size_t aspect)
{
    return value_exists(peers->standings->all[number].settled_aspects[aspect]);
}

static bool is_below(const struct peers *peers, size_t number, size_t aspect)
{
    return has_value(peers, number, aspect) &&
           compare_level(peers, number, aspect, instrument_of(peers)->target_level) < 0;
}

static bool teaches(const struct peers *peers, size_t number, size_t aspect)
{
    const struct instrument *instrument = instrument_of(peers);
    int64_t level = instrument->target_level + instrument->level_scale;
    return has_value(peers, number, aspect) &&
           compare_level(peers, number, aspect, MIN(level, instrument->level_max)) >= 0;
}

/* Lists all by index from below; of those equally high the first come first. */
static size_t *from_below(const struct peers *peers, struct arena *arena)
{
    const size_t *order = peers->standings->order;
    size_t *list = ARENA_ARRAY(arena, peers->standings->evaluation->institution_count, size_t);
    size_t count = 0;
    for (size_t end = peers->standings->evaluation->institution_count, begin; end > 0;
         end = begin) {
        begin = end - 1;
        while (begin > 0 && peers->heights[order[begin - 1]] == peers->heights[order[end - 1]])
            begin--;
        for (size_t i = begin; i < end; i++)
            list[count++] = order[i];
    }
    return list;
}

static size_t *keys_of(const struct peers *peers, enum nearness nearness, struct arena *arena)
{
    const size_t count = peers->standings->evaluation->institution_count;
    size_t *keys = ARENA_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        keys[i] = key_of(peers, i, nearness);
    return keys;
}

/* How many of COUNT have each key. */
static size_t *crowd_of(const size_t *keys, size_t count, struct arena *arena)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = keys[i] == NONE ? most : MAX(most, keys[i]);
    size_t *crowd = ARENA_ARRAY(arena, most + 1, size_t);
    for (size_t i = 0; i < count; i++)
        if (keys[i] != NONE)
            crowd[keys[i]]++;
    return crowd;
}

static void sort_teachers(struct peers *peers, struct arena *arena)
{
    const size_t count = peers->standings->evaluation->institution_count;
    struct arena *scratch = arena_create();
    const size_t *ordered = from_below(peers, scratch);
    struct roster all[NEARNESS_COUNT];
    bool *chosen = ARENA_ARRAY(scratch, count, bool);
    for (enum nearness n = GROUP_NEARBY; n < NEARNESS_COUNT; n++) {
        const size_t *keys = keys_of(peers, n, arena);
        all[n] = roster_by_key(ordered, count, keys, scratch);
        peers->crowds[n] = crowd_of(keys, count, arena);
    }
    for (size_t a = 0; a < instrument_of(peers)->aspect_count; a++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++)
            found += chosen[i] = teaches(peers, i, a);
        for (enum nearness n = GROUP_NEARBY; n < NEARNESS_COUNT; n++)
            peers->lists[a][n] = roster_chosen(&all[n], chosen, found, arena);
    }
    arena_destroy(scratch);
}

/* Counts the different indices from below; equal ones are equally high. */
static void measure(struct peers *peers)
{
    const struct standings *standings = peers->standings;
    size_t height = 1;
    struct exact_value before = value_of(0, 0);
    for (size_t i = standings->evaluation->institution_count; i-- > 0;) {
        size_t number = standings->order[i];
        struct exact_value index =
            value_decisive(standings->evaluation->instrument, standings->all[number].index);
        peers->places[number] = i;
        if (!value_exists(index))
            continue;
        height += value_exists(before) && value_compare(index, before) != 0;
        peers->heights[number] = height;
        before = index;
    }
}

static void note_who_asks(struct peers *peers)
{
    size_t aspects = instrument_of(peers)->aspect_count;
    for (size_t i = 0; i < peers->standings->evaluation->institution_count; i++) {
        size_t neighbourhood = neighbourhood_of(peers, i);
        for (size_t a = 0; neighbourhood != NONE && a < aspects; a++)
            peers->asked[neighbourhood * aspects + a] |= is_below(peers, i, a);
    }
}

struct peers *peers_prepare(const struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    size_t aspects = evaluation->instrument->aspect_count;
    struct peers *peers = ARENA_NEW(arena, struct peers);
    *peers = (struct peers){
        .standings = standings,
        .heights = ARENA_ARRAY(arena, evaluation->institution_count, size_t),
        .places = ARENA_ARRAY(arena, evaluation->institution_count, size_t),
        .neighbourhoods = evaluation->region_count + evaluation->institution_count,
        .lists = arena_alloc(arena, aspects, sizeof *peers->lists),
    };
    peers->asked = ARENA_ARRAY(arena, peers->neighbourhoods * aspects, bool);
    measure(peers);
    note_who_asks(peers);
    sort_teachers(peers, arena);
    return peers;
}

bool peers_needed(const struct peers *peers, size_t institution, size_t aspect)
{
    const struct standing *standing = &peers->standings->all[institution];
    return is_below(peers, institution, aspect) &&
           value_compare(standing->aspects[aspect], standing->index) <= 0;
}

/* Returns where the first with KEY and at least HEIGHT stands, or would stand. */
static size_t first_from(const struct peers *peers, const struct roster *list, size_t key,
                         size_t height)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2, number = list->items[middle];
        size_t there = list->keys[number];
        if (there < key || (there == key && peers->heights[number] < height))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whom somebody is told of, at most PEERS_MOST. */
struct told {
    size_t *found, count;
};

static void add(struct told *told, size_t number)
{
    for (size_t known = 0; known < told->count; known++)
        if (told->found[known] == number)
            return;
    told->found[told->count++] = number;
}

/* How many of LENGTH that ASKING learn from are named to one in STEP of them. */
static size_t most_named(size_t asking, size_t length, size_t *step)
{
    const size_t named = length * NAMED_MOST;
    *step = length == 0 || asking <= named ? 1 : (asking + named - 1) / named;
    return length == 0 ? 0 : MIN(length, MAX(named / asking, 1));
}

/* Whom INSTITUTION is told of among those who teach the aspect and have the same in common
 * with it: not the same to all, but in turn, and nobody too often. */
static void add_in_turn(const struct peers *peers, enum nearness nearness, size_t institution,
                        size_t aspect, struct told *told)
{
    const struct roster *list = &peers->lists[aspect][nearness];
    const size_t key = list->keys[institution];
    const size_t begin = first_from(peers, list, key, 0);
    const size_t length = first_from(peers, list, key, SIZE_MAX) - begin;
    size_t step;
    const size_t most = most_named(peers->crowds[nearness][key], length, &step);
    if (institution % step != 0)
        return;
    const size_t wanted = told->count + MIN(most, PEERS_MOST - told->count);
    for (size_t i = 0; i < length && told->count < wanted; i++)
        add(told, list->items[begin + (institution / step + aspect + i) % length]);
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is written through TOLD. */
size_t peers_find(const struct peers *peers, size_t institution, size_t aspect, size_t *found)
{
    struct told told = {found, 0};
    for (enum nearness n = GROUP_NEARBY; n < NEARNESS_COUNT && told.count < PEERS_MOST; n++)
        if (peers->lists[aspect][n].keys[institution] != NONE)
            add_in_turn(peers, n, institution, aspect, &told);
    return told.count;
}

static bool is_better(const struct peers *peers, size_t aspect, size_t a, size_t b)
{
    const struct standing *all = peers->standings->all;
    int order = value_compare(all[a].aspects[aspect], all[b].aspects[aspect]);
    return order != 0 ? order > 0 : peers->places[a] < peers->places[b];
}

static size_t best_in(const struct peers *peers, size_t neighbourhood, size_t aspect, size_t *found)
{
    const struct roster *list = &peers->lists[aspect][NEARBY];
    size_t count = 0, end = first_from(peers, list, neighbourhood, SIZE_MAX);
    if (!peers->asked[neighbourhood * instrument_of(peers)->aspect_count + aspect])
        return 0;
    for (size_t i = first_from(peers, list, neighbourhood, 0); i < end; i++) {
        size_t number = list->items[i], at = count;
        while (at > 0 && is_better(peers, aspect, number, found[at - 1]))
            at--;
        if (at == PEERS_MOST)
            continue;
        count = MIN(count + 1, PEERS_MOST);
        for (size_t k = count - 1; k > at; k--)
            found[k] = found[k - 1];
        found[at] = number;
    }
    return count;
}

size_t peers_in_region(const struct peers *peers, size_t region, size_t aspect, size_t *found)
{
    return best_in(peers, region, aspect, found);
}

size_t peers_in_parent(const struct peers *peers, size_t parent, size_t aspect, size_t *found)
{
    return best_in(peers, peers->standings->evaluation->region_count + parent, aspect, found);
}
