/* Labels along a line, none over another, as near to their wishes as can be.
 *
 * That is a least-squares problem with one chain of inequalities.  With the room of all labels
 * before it taken off each wish, it says only that places may not decrease: isotonic
 * regression, and pooling adjacent violators solves it exactly.  Labels are taken in the order
 * of their wishes; one that would overlap the block before it is joined to that block, which
 * moves to the mean of its wishes, and that is repeated to the left.  Each label is joined once,
 * so it costs no more than sorting them.
 *
 * Forces and random search, as other charts use, need a stopping rule and give other places for
 * a label more; here equal data give equal places, and one label more moves only its block. */
#include "spread.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <stdlib.h>

/* Neighbours that touch and move as one. */
struct spread_block {
    double sum; /* of what its members wish for */
    size_t count;
};

static int by_wish(const void *left, const void *right)
{
    const struct chart_span *a = left, *b = right;
    if (a->wish != b->wish)
        return a->wish < b->wish ? -1 : 1;
    return a->item < b->item ? -1 : a->item > b->item;
}

static size_t fitting(const struct chart_span *spans, size_t count, double room, double gap)
{
    double used = -gap;
    size_t fit = 0;
    while (fit < count && used + gap + spans[fit].size <= room + 1e-9)
        used += gap + spans[fit++].size;
    return fit;
}

static double mean(const struct spread_block *block)
{
    return block->sum / (double)block->count;
}

/* With the room of all before it taken off, each span's beginning may be no less than
 * that of the one before: that is isotonic regression. */
static size_t pool(const struct chart_span *spans, size_t count, double gap,
                   struct spread_block *blocks)
{
    size_t used = 0;
    double before = 0;
    for (size_t i = 0; i < count; i++) {
        blocks[used++] = (struct spread_block){spans[i].wish - spans[i].size / 2 - before, 1};
        before += spans[i].size + gap;
        while (used > 1 && mean(&blocks[used - 2]) > mean(&blocks[used - 1])) {
            blocks[used - 2].sum += blocks[used - 1].sum;
            blocks[used - 2].count += blocks[used - 1].count;
            used--;
        }
    }
    return used;
}

size_t spread(struct chart_span *spans, size_t count, const double limits[2], double gap,
              struct arena *arena)
{
    count = fitting(spans, count, limits[1] - limits[0], gap);
    if (count == 0)
        return 0;
    qsort(spans, count, sizeof *spans, by_wish);
    struct spread_block *blocks = ARENA_ARRAY(arena, count, struct spread_block);
    size_t used = pool(spans, count, gap, blocks);
    double all = -gap, before = 0;
    for (size_t i = 0; i < count; i++)
        all += spans[i].size + gap;
    for (size_t b = 0, i = 0; b < used; b++) {
        double at = fmax(limits[0], fmin(mean(&blocks[b]), limits[1] - all));
        for (size_t k = 0; k < blocks[b].count; k++, i++) {
            spans[i].at = at + before;
            before += spans[i].size + gap;
        }
    }
    return count;
}

size_t spread_beside(struct chart_span *spans, size_t count, const double limits[3], double gap,
                     struct arena *arena)
{
    const double line = limits[1];
    const double left[] = {limits[0], fmax(line - gap / 2, limits[0])};
    const double right[] = {fmin(line + gap / 2, limits[2]), limits[2]};
    struct chart_span *sides[] = {ARENA_ARRAY(arena, count, struct chart_span),
                                  ARENA_ARRAY(arena, count, struct chart_span)};
    const double rooms[] = {left[1] - left[0], right[1] - right[0]};
    size_t counts[] = {0, 0};
    double used[] = {0, 0};
    for (size_t i = 0; i < count; i++) {
        size_t side = spans[i].wish >= line;
        if (used[side] + spans[i].size > rooms[side])
            side = !side;
        used[side] += spans[i].size + gap;
        sides[side][counts[side]++] = spans[i];
    }
    counts[0] = spread(sides[0], counts[0], left, gap, arena);
    counts[1] = spread(sides[1], counts[1], right, gap, arena);
    for (size_t side = 0, at = 0; side < 2; side++)
        for (size_t i = 0; i < counts[side]; i++)
            spans[at++] = sides[side][i];
    return counts[0] + counts[1];
}
