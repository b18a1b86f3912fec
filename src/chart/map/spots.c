/* Labels that fit on their areas stand there.  The others take the cheapest free place around their
 * areas, one after another; where one finds none, it is asked first in the next round, since
 * those before it had been in its way. */
#include "spots.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define TURNS     24   /* directions that are tried */
#define RINGS     18   /* distances */
#define REACH     9.0  /* from one distance to the next, or half a line where that is more */
#define LAND_COST 14.0 /* a corner over land costs as much as so many points of distance */
#define GAP       1.5  /* between labels */
#define CLEAR     1.0  /* between labels and the lines of others */
#define ROUNDS    40

struct seating {
    const struct atlas *atlas;
    struct spot *spots;
    size_t *order, count; /* of the labels that are not on their areas */
};

struct point spot_edge(const struct spot *spot)
{
    double right = spot->corner.x + spot->size.x, foot = spot->corner.y + spot->size.y;
    return (struct point){fmin(fmax(spot->anchor.x, spot->corner.x), right),
                          fmin(fmax(spot->anchor.y, spot->corner.y), foot)};
}

static bool covers(const struct spot *spot, struct point at, double clear)
{
    return at.x > spot->corner.x - clear && at.x < spot->corner.x + spot->size.x + clear &&
           at.y > spot->corner.y - clear && at.y < spot->corner.y + spot->size.y + clear;
}

/* On which side of the line from A to B the point is. */
static double side_of(struct point a, struct point b, struct point at)
{
    return (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
}

static bool cross(struct point a, struct point b, struct point c, struct point d)
{
    return side_of(a, b, c) * side_of(a, b, d) < 0 && side_of(c, d, a) * side_of(c, d, b) < 0;
}

/* Whether the line from A to B goes through the label. */
static bool is_crossed(const struct spot *spot, struct point a, struct point b)
{
    const double left = spot->corner.x - CLEAR, right = spot->corner.x + spot->size.x + CLEAR;
    const double top = spot->corner.y - CLEAR, foot = spot->corner.y + spot->size.y + CLEAR;
    return covers(spot, a, CLEAR) || covers(spot, b, CLEAR) ||
           cross(a, b, (struct point){left, top}, (struct point){right, foot}) ||
           cross(a, b, (struct point){left, foot}, (struct point){right, top});
}

static bool overlap(const struct spot *a, const struct spot *b)
{
    return a->corner.x < b->corner.x + b->size.x + 2 * GAP &&
           b->corner.x < a->corner.x + a->size.x + 2 * GAP &&
           a->corner.y < b->corner.y + b->size.y + GAP &&
           b->corner.y < a->corner.y + a->size.y + GAP;
}

/* Whether two labels can stand where they do, with their lines. */
static bool agree(const struct spot *a, const struct spot *b)
{
    if (overlap(a, b))
        return false;
    const struct point from_a = spot_edge(a), from_b = spot_edge(b);
    return (a->inside || !is_crossed(b, from_a, a->anchor)) &&
           (b->inside || !is_crossed(a, from_b, b->anchor)) &&
           (a->inside || b->inside || !cross(from_a, a->anchor, from_b, b->anchor));
}

static bool is_free(const struct seating *seating, size_t own)
{
    const struct atlas *atlas = seating->atlas;
    const struct spot *a = &seating->spots[own];
    if (a->corner.x < 1 || a->corner.y < 0 || a->corner.x + a->size.x > atlas->width - 1 ||
        a->corner.y + a->size.y > atlas->height)
        return false;
    for (size_t i = 0; i < atlas->map->area_count; i++) {
        const struct spot *b = &seating->spots[i];
        bool waits = b->size.x > 0 && !b->placed; /* its line must get to its area */
        if (i != own && (b->placed ? !agree(a, b) : waits && covers(a, b->anchor, 2)))
            return false;
    }
    return true;
}

/* The corners of a label, and the middles of its long sides. */
static void edge_points(const struct spot *spot, struct point points[6])
{
    for (size_t i = 0; i < 6; i++)
        points[i] = (struct point){spot->corner.x + spot->size.x * (double)(i % 3) / 2,
                                   spot->corner.y + (i < 3 ? 0 : spot->size.y)};
}

static bool is_inside(const struct atlas *atlas, const struct area *area, const struct spot *spot)
{
    struct point points[6];
    edge_points(spot, points);
    for (size_t i = 0; i < 6; i++)
        if (!outline_holds(atlas, area, points[i]))
            return false;
    return true;
}

static bool is_land(const struct atlas *atlas, struct point at)
{
    for (size_t i = 0; i < atlas->map->area_count; i++)
        if (outline_holds(atlas, &atlas->map->areas[i], at))
            return true;
    return false;
}

/* How much is against the place: its distance, and what it hides; from MOST on no matter
 * how much more. */
static double cost_of(const struct atlas *atlas, const struct spot *spot, double most)
{
    struct point points[6];
    double cost = hypot(spot->corner.x + spot->size.x / 2 - spot->anchor.x,
                        spot->corner.y + spot->size.y / 2 - spot->anchor.y);
    edge_points(spot, points);
    for (size_t i = 0; i < 6 && cost < most; i++)
        if (is_land(atlas, points[i]))
            cost += LAND_COST;
    return cost;
}

static void centre_on(struct spot *spot, double right, double down)
{
    spot->corner.x = spot->anchor.x + right - spot->size.x / 2;
    spot->corner.y = spot->anchor.y + down - spot->size.y / 2;
}

static bool place_outside(const struct seating *seating, size_t own)
{
    struct spot *spot = &seating->spots[own];
    const double step = fmax(REACH, spot->size.y / 2);
    struct point best = {0, 0};
    double least = INFINITY;
    for (size_t ring = 1; ring <= RINGS; ring++)
        for (size_t turn = 0; turn < TURNS; turn++) {
            double angle = 2 * G_PI * (double)turn / TURNS, reach = (double)ring * step;
            double across = cos(angle) * (reach + spot->size.x / 2);
            centre_on(spot, across, sin(angle) * (reach + spot->size.y / 2));
            if (!is_free(seating, own))
                continue;
            double cost = cost_of(seating->atlas, spot, least);
            if (cost < least) {
                least = cost;
                best = spot->corner;
            }
        }
    spot->corner = best;
    spot->placed = isfinite(least);
    return spot->placed;
}

/* Whether those that stand on the areas before are clear of it. */
static bool is_clear(const struct seating *seating, size_t own)
{
    bool clear = true;
    for (size_t i = 0; clear && i < own; i++)
        clear = !seating->spots[i].placed || !overlap(&seating->spots[own], &seating->spots[i]);
    return clear;
}

static void place_inside(struct seating *seating)
{
    const struct map *map = seating->atlas->map;
    for (size_t i = 0; i < map->area_count; i++) {
        struct spot *spot = &seating->spots[i];
        spot->placed = spot->inside = false;
        if (spot->size.x <= 0)
            continue;
        spot->anchor = outline_middle(seating->atlas, &map->areas[i]);
        centre_on(spot, 0, 0);
        spot->inside = spot->placed =
            is_inside(seating->atlas, &map->areas[i], spot) && is_clear(seating, i);
        if (!spot->placed)
            seating->order[seating->count++] = i;
    }
}

/* Returns how many found no place, and takes the first of those to the front. */
static size_t place_round(struct seating *seating)
{
    size_t missing = 0, first = 0;
    for (size_t k = 0; k < seating->count; k++)
        seating->spots[seating->order[k]].placed = false;
    for (size_t k = 0; k < seating->count; k++)
        if (!place_outside(seating, seating->order[k]) && missing++ == 0)
            first = k;
    const size_t one = seating->order[first];
    memmove(&seating->order[1], seating->order, first * sizeof *seating->order);
    seating->order[0] = one;
    return missing;
}

size_t spots_place(const struct atlas *atlas, struct spot *spots, struct arena *arena)
{
    const size_t count = atlas->map->area_count;
    struct seating seating = {atlas, spots, ARENA_ARRAY(arena, count, size_t), 0};
    struct spot *best = ARENA_ARRAY(arena, count, struct spot);
    size_t least = count + 1;
    place_inside(&seating);
    for (size_t round = 0; round < ROUNDS && least > 0; round++) {
        size_t missing = seating.count > 0 ? place_round(&seating) : 0;
        if (missing < least) {
            least = missing;
            memcpy(best, spots, count * sizeof *spots);
        }
    }
    memcpy(spots, best, count * sizeof *spots);
    return least;
}
