/* Where dots come from left to right, only the last one of each lane can be in the way of the
 * next, and it stands in the way of the lanes within reach alone.  So each lane remembers from
 * where on it is free, and a tree of minima over the lanes, the middle one first and then by turns
 * above and below, finds the first that is free: n log n for n dots, however many are equal. */
#include "lanes.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

#define NEAR 4 /* lanes on either side that a dot can reach into */

struct lanes {
    double reach[NEAR + 1]; /* how far to the right a dot is felt so many lanes away */
    double pitch;
    size_t leaves;
    double free_from[]; /* a tree: its root at 1, the lanes from `leaves` on */
};

struct lanes *lanes_new(size_t count, double pitch, double apart)
{
    /* No dot is in the way of more lanes than these, so that there is always one more. */
    size_t most = (2 * NEAR + 1) * count + 1, leaves = 1;
    while (leaves < most)
        leaves *= 2;
    struct lanes *lanes = g_malloc(sizeof *lanes + 2 * leaves * sizeof(double));
    lanes->pitch = pitch;
    lanes->leaves = leaves;
    for (size_t i = 0; i <= NEAR; i++) {
        double away = pitch * (double)i;
        lanes->reach[i] = away < apart ? sqrt(apart * apart - away * away) - 1e-9 : -INFINITY;
    }
    for (size_t i = 0; i < 2 * leaves; i++)
        lanes->free_from[i] = -INFINITY;
    return lanes;
}

void lanes_free(struct lanes *lanes)
{
    g_free(lanes);
}

/* The lane that comes first: 0, then 1 above, 1 below, 2 above ... */
static long lane_of(size_t place)
{
    long away = (long)(place + 1) / 2;
    return place % 2 ? away : -away;
}

static size_t place_of(long lane)
{
    return lane > 0 ? 2 * (size_t)lane - 1 : 2 * (size_t)-lane;
}

static void close_until(struct lanes *lanes, long lane, double x)
{
    size_t node = lanes->leaves + place_of(lane);
    if (node >= 2 * lanes->leaves || lanes->free_from[node] >= x)
        return;
    lanes->free_from[node] = x;
    while (node /= 2)
        lanes->free_from[node] = fmin(lanes->free_from[2 * node], lanes->free_from[2 * node + 1]);
}

double lanes_take(struct lanes *lanes, double x)
{
    size_t node = 1;
    while (node < lanes->leaves)
        node = 2 * node + (lanes->free_from[2 * node] <= x ? 0 : 1);
    long lane = lane_of(node - lanes->leaves);
    for (long away = -NEAR; away <= NEAR; away++)
        close_until(lanes, lane + away, x + lanes->reach[labs(away)]);
    return lanes->pitch * (double)lane;
}
