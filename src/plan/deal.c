/* Dealing: rendezvous hashing (Thaler, Ravishankar 1998) with bounded loads (Mirrokni, Thorup,
 * Zadimoghaddam 2018).  Each code likes the shards in an order of its own, which depends on
 * nothing else, and goes to the first that has room. */
#include "rapor/plan/deal.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

#define SPARE 16 /* a shard may have that part more than its fair one */

/* The archives while they are dealt. */
struct dealt_archive {
    const char *code;
    size_t number, size;
    unsigned shard; /* 0: its units are dealt one by one */
};

struct dealing {
    size_t *loads; /* of the shards */
    size_t most;   /* that one may have */
    unsigned shards;
};

/* FNV-1a; then the finalizer of SplitMix64, or else codes that differ in the last letter
 * like the same shards. */
static uint64_t liking(const char *code, unsigned shard)
{
    uint64_t hash = 0xcbf29ce484222325U;
    for (const char *at = code; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 0x100000001b3U;
    hash += shard * 0x9e3779b97f4a7c15U;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
}

/* Returns the shard that likes it most among those with room; 0 where none has. */
static unsigned place(const struct dealing *dealing, const char *code, size_t size)
{
    unsigned best = 0;
    uint64_t most = 0;
    for (unsigned shard = 1; shard <= dealing->shards; shard++) {
        const uint64_t likes = liking(code, shard);
        if (dealing->loads[shard - 1] + size > dealing->most || (best && likes <= most))
            continue;
        best = shard;
        most = likes;
    }
    if (best)
        dealing->loads[best - 1] += size;
    return best;
}

static int by_archive_code(const void *left, const void *right)
{
    const struct dealt_archive *a = left, *b = right;
    const int order = g_strcmp0(a->code, b->code);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static int by_unit_code(const void *left, const void *right)
{
    const struct deal_unit *a = *(struct deal_unit *const *)left;
    const struct deal_unit *b = *(struct deal_unit *const *)right;
    const int order = strcmp(a->code, b->code);
    return order ? order : b->head - a->head;
}

static struct dealt_archive *sum_up(const struct deal_unit *units, size_t count, size_t archives,
                                    struct arena *arena)
{
    struct dealt_archive *all = ARENA_ARRAY(arena, archives, struct dealt_archive);
    for (size_t i = 0; i < archives; i++)
        all[i].number = i;
    for (size_t i = 0; i < count; i++) {
        all[units[i].archive].size++;
        if (units[i].head)
            all[units[i].archive].code = units[i].code;
    }
    return all;
}

/* Returns the shard of each archive by its number; 0 where it has none. */
static unsigned *deal_archives(struct dealt_archive *all, size_t archives,
                               const struct dealing *dealing, struct arena *arena)
{
    unsigned *shards = ARENA_ARRAY(arena, archives, unsigned);
    qsort(all, archives, sizeof *all, by_archive_code);
    for (size_t i = 0; i < archives; i++)
        if (all[i].size > 0 && all[i].size <= dealing->most / 2)
            shards[all[i].number] = place(dealing, all[i].code ? all[i].code : "", all[i].size);
    return shards;
}

/* In the order of their codes, that of the evaluation being nobody's concern. */
static void deal_units(struct deal_unit *units, size_t count, const unsigned *archives,
                       const struct dealing *dealing, struct arena *arena)
{
    struct deal_unit **sorted = ARENA_ARRAY(arena, count, struct deal_unit *);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &units[i];
    qsort(sorted, count, sizeof(struct deal_unit *), by_unit_code);
    for (size_t i = 0; i < count; i++) {
        const unsigned whole = archives[sorted[i]->archive];
        sorted[i]->shard = whole ? whole : place(dealing, sorted[i]->code, 1);
    }
}

void deal(struct deal_unit *units, size_t count, size_t archives, unsigned shards,
          struct arena *arena)
{
    const size_t fair = (count + shards - 1) / shards;
    const struct dealing dealing = {ARENA_ARRAY(arena, shards, size_t), fair + fair / SPARE,
                                    shards};
    if (count == 0)
        return;
    struct dealt_archive *all = sum_up(units, count, archives, arena);
    const unsigned *whole = deal_archives(all, archives, &dealing, arena);
    deal_units(units, count, whole, &dealing, arena);
}
