#include "improved.h"

#include "rapor/base/arena.h"

#include <stdlib.h>

static const size_t last_position = 3;

/* An institution that gained. */
struct gain {
    size_t group, institution;
    size_t place; /* in the national order */
    int64_t change;
};

static int by_group_then_change(const void *left, const void *right)
{
    const struct gain *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->change != b->change)
        return a->change > b->change ? -1 : 1;
    return a->place < b->place ? -1 : 1;
}

/* Whoever was last assessed longer ago had more time; that is not compared. */
int64_t gain_of(const struct standings *standings, const struct development *development,
                size_t institution)
{
    const struct moment *last = development_last(development, institution);
    int64_t now = standings->all[institution].index.printed;
    if (!last || !last->comparable || last->year + 1 != development->year_count ||
        now == INDEX_NONE)
        return 0;
    return now - last->index;
}

static size_t collect(const struct standings *standings, const struct development *development,
                      struct gain *gains)
{
    size_t count = 0;
    for (size_t place = 0; place < standings->evaluation->institution_count; place++) {
        size_t i = standings->order[place];
        int64_t change = gain_of(standings, development, i);
        if (change > 0)
            gains[count++] = (struct gain){.group = standings->all[i].institution->group,
                                           .institution = i,
                                           .place = place,
                                           .change = change};
    }
    return count;
}

void find_improved(const struct standings *standings, struct development *development,
                   struct arena *arena)
{
    size_t count = standings->evaluation->institution_count;
    struct gain *gains = ARENA_ARRAY(arena, count, struct gain);
    count = collect(standings, development, gains);
    qsort(gains, count, sizeof *gains, by_group_then_change);

    development->improved = ARENA_ARRAY(arena, count, struct improved);
    for (size_t i = 0, first = 0, position = 1; i < count; i++) {
        if (gains[i].group != gains[first].group)
            first = i;
        if (i == first || gains[i].change != gains[i - 1].change)
            position = i - first + 1;
        if (position <= last_position)
            development->improved[development->improved_count++] =
                (struct improved){gains[i].institution, position, gains[i].change};
    }
}
