#include "shortest.h"

#include <glib.h>

#define ROOM_MOST  ((size_t)1 << 26) /* states that are looked at; more would take gigabytes */
#define IMPOSSIBLE (INT64_MIN / 2)   /* a gain that no gain makes good */

/* What the bundles from one on can give with exactly so many moves. */
struct outlook {
    int64_t *most;  /* gain; IMPOSSIBLE where there are not so many moves */
    size_t *effort; /* the least that such a gain asks for */
    size_t *least;  /* effort, whatever the gain */
};

/* What the bundles before one gave, by moves and effort.  Most of the room is never looked
 * at, and so not filled either. */
struct layer {
    int64_t *gains;     /* IMPOSSIBLE: leads nowhere */
    size_t *low, *high; /* for each number of moves: only efforts LOW <= e < HIGH are filled */
};

struct plan_search {
    const struct bundle *bundles;
    size_t count;
    int64_t need;
    size_t limit;             /* most moves that are looked at */
    size_t moves, effort;     /* the fewest, and a bound of what they ask for */
    struct outlook *outlooks; /* COUNT + 1 */
    uint16_t *choices;        /* for each bundle, moves and effort: how many of it */
};

/* Takes moves as they come until they suffice: so many are never needed more. */
static size_t enough(const struct bundle *bundles, size_t count, int64_t need)
{
    size_t moves = 0;
    for (size_t b = 0; b < count; b++) {
        for (size_t j = 0; j <= bundles[b].count; j++)
            if (bundles[b].gains[j] >= need)
                return moves + j;
        need -= bundles[b].gains[bundles[b].count];
        moves += bundles[b].count;
    }
    return SIZE_MAX;
}

static struct outlook outlook_create(size_t limit)
{
    struct outlook outlook = {g_new(int64_t, limit + 1), g_new0(size_t, limit + 1),
                              g_new0(size_t, limit + 1)};
    for (size_t c = 0; c <= limit; c++)
        outlook.most[c] = IMPOSSIBLE;
    outlook.most[0] = 0;
    return outlook;
}

/* Adds a bundle before those that AFTER looks out upon. */
static struct outlook look_out(const struct bundle *bundle, const struct outlook *after,
                               size_t limit)
{
    struct outlook outlook = outlook_create(limit);
    for (size_t c = 1; c <= limit; c++) {
        size_t least = SIZE_MAX;
        for (size_t j = 0; j <= bundle->count && j <= c; j++) {
            if (after->most[c - j] == IMPOSSIBLE)
                continue;
            int64_t gain = bundle->gains[j] + after->most[c - j];
            size_t effort = bundle->efforts[j] + after->effort[c - j];
            least = MIN(least, bundle->efforts[j] + after->least[c - j]);
            if (gain < outlook.most[c] || (gain == outlook.most[c] && effort >= outlook.effort[c]))
                continue;
            outlook.most[c] = gain;
            outlook.effort[c] = effort;
        }
        outlook.least[c] = least;
    }
    return outlook;
}

static struct layer layer_create(const struct plan_search *search)
{
    return (struct layer){g_new(int64_t, (search->moves + 1) * (search->effort + 1)),
                          g_new(size_t, search->moves + 1), g_new(size_t, search->moves + 1)};
}

static void layer_empty(struct layer *layer, const struct plan_search *search)
{
    for (size_t c = 0; c <= search->moves; c++)
        layer->low[c] = layer->high[c] = 0;
}

static void layer_clear(struct layer *layer)
{
    g_free(layer->gains);
    g_free(layer->low);
    g_free(layer->high);
}

static size_t at(const struct plan_search *search, size_t moves, size_t effort)
{
    return moves * (search->effort + 1) + effort;
}

/* Returns the place of a state in LAYER, which is filled from now on. */
static int64_t *open_state(const struct plan_search *search, struct layer *layer, size_t moves,
                           size_t effort)
{
    size_t *low = &layer->low[moves], *high = &layer->high[moves];
    int64_t *gains = layer->gains + at(search, moves, 0);
    if (*low == *high)
        *low = *high = effort;
    while (*high <= effort)
        gains[(*high)++] = IMPOSSIBLE;
    while (*low > effort)
        gains[--*low] = IMPOSSIBLE;
    return &gains[effort];
}

/* What a list so far has come to. */
struct search_state {
    size_t moves, effort;
    int64_t gain;
};

/* Goes on from one state, with 0, 1 ... moves of bundle B; what cannot lead to a
 * list that is enough and as good as the bound is left out. */
static void go_on(struct plan_search *search, size_t b, const struct search_state *from,
                  struct layer *next)
{
    const struct bundle *bundle = &search->bundles[b];
    const struct outlook *rest = &search->outlooks[b + 1];
    uint16_t *choices = search->choices + b * (search->moves + 1) * (search->effort + 1);
    for (size_t j = 0; j <= bundle->count && from->moves + j <= search->moves; j++) {
        size_t moves = from->moves + j, missing = search->moves - moves;
        size_t e = from->effort + bundle->efforts[j];
        int64_t g = from->gain + bundle->gains[j];
        if (g + rest->most[missing] < search->need || e + rest->least[missing] > search->effort)
            continue;
        int64_t *gain = open_state(search, next, moves, e);
        uint16_t *choice = &choices[at(search, moves, e)];
        if (g < *gain || (g == *gain && j >= *choice))
            continue;
        *gain = g;
        *choice = (uint16_t)j;
    }
}

static void fill_next(struct plan_search *search, size_t b, const struct layer *layer,
                      struct layer *next)
{
    layer_empty(next, search);
    for (size_t c = 0; c <= search->moves; c++)
        for (size_t e = layer->low[c]; e < layer->high[c]; e++)
            if (layer->gains[at(search, c, e)] != IMPOSSIBLE)
                go_on(search, b, &(struct search_state){c, e, layer->gains[at(search, c, e)]},
                      next);
}

/* Returns the least effort, and fills in the choices that lead there. */
static size_t choose(struct plan_search *search)
{
    size_t room = search->count * (search->moves + 1) * (search->effort + 1);
    search->choices = g_new0(uint16_t, room);
    struct layer layer = layer_create(search), next = layer_create(search);
    layer_empty(&layer, search);
    *open_state(search, &layer, 0, 0) = 0;
    for (size_t b = 0; b < search->count; b++) {
        fill_next(search, b, &layer, &next);
        struct layer used = layer;
        layer = next;
        next = used;
    }
    size_t effort = layer.low[search->moves];
    layer_clear(&layer);
    layer_clear(&next);
    return effort;
}

/* Goes back from the end the way that led there. */
static void go_back(const struct plan_search *search, size_t effort, size_t *taken)
{
    size_t moves = search->moves;
    for (size_t b = search->count; b-- > 0;) {
        size_t base = b * (search->moves + 1) * (search->effort + 1);
        taken[b] = search->choices[base + at(search, moves, effort)];
        moves -= taken[b];
        effort -= search->bundles[b].efforts[taken[b]];
    }
}

static void clear(struct plan_search *search)
{
    for (size_t b = 0; b <= search->count; b++) {
        g_free(search->outlooks[b].most);
        g_free(search->outlooks[b].effort);
        g_free(search->outlooks[b].least);
    }
    g_free(search->outlooks);
    g_free(search->choices);
}

/* Whether the states of a search of that many moves and so much effort can be kept. */
static bool has_room(size_t count, size_t moves, size_t effort)
{
    return moves < ROOM_MOST && effort < ROOM_MOST / (moves + 1) &&
           count <= ROOM_MOST / (moves + 1) / (effort + 1);
}

bool shortest(const struct bundle *bundles, size_t count, int64_t need, size_t *taken)
{
    struct plan_search search = {.bundles = bundles, .count = count, .need = need};
    search.limit = enough(bundles, count, need);
    if (search.limit == SIZE_MAX || !has_room(count + 1, search.limit, 0))
        return false;
    search.outlooks = g_new(struct outlook, count + 1);
    search.outlooks[count] = outlook_create(search.limit);
    for (size_t b = count; b-- > 0;)
        search.outlooks[b] = look_out(&bundles[b], &search.outlooks[b + 1], search.limit);
    while (search.outlooks[0].most[search.moves] < need)
        search.moves++;
    search.effort = search.outlooks[0].effort[search.moves];
    const bool kept = has_room(count, search.moves, search.effort);
    if (kept)
        go_back(&search, choose(&search), taken);
    clear(&search);
    return kept;
}
