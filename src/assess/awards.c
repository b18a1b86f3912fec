#include "awards.h"

#include "improved.h"
#include "rank.h"
#include "value.h"

#include "rapor/base/arena.h"

#include <stdlib.h>

/* One that could get an award. */
struct candidate {
    size_t peers;              /* whom it is held against: peers_of() */
    size_t institution, place; /* place: in the national order */
    struct exact_value measure;
    int64_t gain;
};

/* What goes through the awards. */
struct awarding {
    const struct standings *standings;
    struct development *development;
    struct candidate *candidates;
    size_t count, room; /* of candidates; of winners */
    struct arena *arena;
};

static int by_peers_then_measure(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->peers != b->peers)
        return a->peers < b->peers ? -1 : 1;
    const int order = value_compare(b->measure, a->measure);
    if (order != 0)
        return order;
    return a->place < b->place ? -1 : 1;
}

/* Those that the award is among; by gain, those that gained. */
static void collect(struct awarding *awarding, const struct award *award)
{
    const struct standings *standings = awarding->standings;
    awarding->count = 0;
    for (size_t place = 0; place < standings->evaluation->institution_count; place++) {
        const size_t number = standings->order[place];
        const size_t peers = peers_of(standings, number, &award->among);
        const int64_t gain = award->by_gain ? gain_of(standings, awarding->development, number) : 0;
        if (peers == NONE || (award->by_gain && gain == 0))
            continue;
        const struct exact_value index =
            value_decisive(standings->evaluation->instrument, standings->all[number].index);
        awarding->candidates[awarding->count++] = (struct candidate){
            .peers = peers,
            .institution = number,
            .place = place,
            .measure = award->by_gain ? (struct exact_value){gain, 1, gain} : index,
            .gain = gain,
        };
    }
    qsort(awarding->candidates, awarding->count, sizeof *awarding->candidates,
          by_peers_then_measure);
}

/* Returns how many from FIRST on are held against each other. */
static size_t together(const struct awarding *awarding, size_t first)
{
    size_t count = 1;
    while (first + count < awarding->count &&
           awarding->candidates[first + count].peers == awarding->candidates[first].peers)
        count++;
    return count;
}

static size_t tied_with(const struct candidate *first, size_t count)
{
    size_t tied = 1;
    while (tied < count && value_compare(first[tied].measure, first->measure) == 0)
        tied++;
    return tied;
}

static struct winner *add_winner(struct awarding *awarding)
{
    struct development *development = awarding->development;
    development->winners =
        arena_grow(awarding->arena, development->winners, development->winner_count,
                   &awarding->room, sizeof *development->winners);
    return &development->winners[development->winner_count++];
}

/* The first places of COUNT peers. */
static void award_peers(struct awarding *awarding, size_t number, const struct candidate *peers,
                        size_t count)
{
    const struct award *award = &awarding->standings->evaluation->instrument->awards[number];
    for (size_t i = 0, tied = 0; i < MIN(count, award->places); i += tied) {
        tied = tied_with(&peers[i], count - i);
        for (size_t j = i; j < i + tied; j++)
            if (awarding->standings->all[peers[j].institution].index.printed >= award->from)
                *add_winner(awarding) = (struct winner){
                    number, peers[j].institution, {i + 1, count, tied}, peers[j].gain, NULL};
    }
}

/* Joins what each institution gets. */
static void join_winners(struct development *development, size_t institutions, struct arena *arena)
{
    development->won = ARENA_ARRAY(arena, institutions, const struct winner *);
    for (size_t i = development->winner_count; i-- > 0;) {
        struct winner *winner = &development->winners[i];
        winner->next = development->won[winner->institution];
        development->won[winner->institution] = winner;
    }
}

void find_winners(const struct standings *standings, struct development *development,
                  struct arena *arena)
{
    const struct instrument *instrument = standings->evaluation->instrument;
    const size_t count = standings->evaluation->institution_count;
    struct awarding awarding = {.standings = standings,
                                .development = development,
                                .candidates = ARENA_ARRAY(arena, count, struct candidate),
                                .arena = arena};
    for (size_t number = 0; number < instrument->award_count; number++) {
        collect(&awarding, &instrument->awards[number]);
        for (size_t i = 0, peers = 0; i < awarding.count; i += peers) {
            peers = together(&awarding, i);
            if (peers >= instrument->awards[number].least)
                award_peers(&awarding, number, &awarding.candidates[i], peers);
        }
    }
    join_winners(development, count, arena);
}
