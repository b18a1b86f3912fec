/* Labels that fit on their areas stand there.  The others take the cheapest free place around their
 * areas, one after another; where one finds none, it is asked first in the next round, since
 * those before it had been in its way. */
#include "spots.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define TURNS     24   /* directions that are tried, ... */
#define PERCHES   432  /* ... each at 18 distances */
#define REACH     9.0  /* from one distance to the next, or half a line where that is more */
#define LAND_COST 14.0 /* a corner over land costs as much as so many points of distance */
#define GAP       1.5  /* between labels */
#define CLEAR     1.0  /* between labels and the lines of others */
#define ROUNDS    40

/* A place beside its area that a label may take. */
struct perch {
    struct point corner, edge;
    double distance, cost; /* the cost with what it hides, NAN until that is asked for */
    size_t turn;           /* of two that cost the same, the earlier is taken */
};

/* Of one label: those clear of the labels on areas, the nearest first. */
struct perches {
    struct perch *items;
    size_t count;
};

struct seating {
    const struct atlas *atlas;
    struct spot *spots;
    struct perches *perches;
    size_t *order, count; /* of the labels that are not on their areas */
};

/* Where a line to the anchor leaves the label. */
static struct point edge_of(const struct spot *spot)
{
    const double right = spot->corner.x + spot->size.x, foot = spot->corner.y + spot->size.y;
    return (struct point){CLAMP(spot->anchor.x, spot->corner.x, right),
                          CLAMP(spot->anchor.y, spot->corner.y, foot)};
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
    return (a->inside || !is_crossed(b, a->edge, a->anchor)) &&
           (b->inside || !is_crossed(a, b->edge, b->anchor)) &&
           (a->inside || b->inside || !cross(a->edge, a->anchor, b->edge, b->anchor));
}

/* Whether no other label beside its area is in the way, nor waits for a line to its own. */
static bool is_free(const struct seating *seating, size_t own)
{
    const struct spot *a = &seating->spots[own];
    for (size_t k = 0; k < seating->count; k++) {
        const size_t other = seating->order[k];
        const struct spot *b = &seating->spots[other];
        if (other != own && (b->placed ? !agree(a, b) : covers(a, b->anchor, 2)))
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

static double distance_of(const struct spot *spot)
{
    return hypot(spot->corner.x + spot->size.x / 2 - spot->anchor.x,
                 spot->corner.y + spot->size.y / 2 - spot->anchor.y);
}

static bool is_land(const struct atlas *atlas, struct point at)
{
    for (size_t i = 0; i < atlas->map->area_count; i++)
        if (outline_holds(atlas, &atlas->map->areas[i], at))
            return true;
    return false;
}

/* How much is against the place: its distance, and what it hides. */
static double cost_of(const struct atlas *atlas, const struct spot *spot, double distance)
{
    struct point points[6];
    double cost = distance;
    edge_points(spot, points);
    for (size_t i = 0; i < 6; i++)
        if (is_land(atlas, points[i]))
            cost += LAND_COST;
    return cost;
}

static void centre_on(struct spot *spot, double right, double down)
{
    spot->corner.x = spot->anchor.x + right - spot->size.x / 2;
    spot->corner.y = spot->anchor.y + down - spot->size.y / 2;
    spot->edge = edge_of(spot);
}

/* Whether the label is in the room there, and clear of those that stand on their areas. */
static bool can_stand(const struct seating *seating, const struct spot *a)
{
    const struct atlas *atlas = seating->atlas;
    bool can = a->corner.x >= 1 && a->corner.y >= 0 &&
               a->corner.x + a->size.x <= atlas->width - 1 &&
               a->corner.y + a->size.y <= atlas->height;
    for (size_t i = 0; can && i < atlas->map->area_count; i++)
        can = !seating->spots[i].inside || agree(a, &seating->spots[i]);
    return can;
}

static int by_distance(const void *one, const void *other)
{
    const struct perch *a = one, *b = other;
    const double nearer = a->distance - b->distance;
    return nearer < 0 ? -1 : nearer > 0 ? 1 : a->turn < b->turn ? -1 : 1;
}

static void find_perches(const struct seating *seating, size_t own, struct arena *arena)
{
    struct perches *perches = &seating->perches[own];
    struct spot spot = seating->spots[own];
    const double step = fmax(REACH, spot.size.y / 2);
    perches->items = ARENA_ARRAY(arena, PERCHES, struct perch);
    for (size_t turn = 0; turn < PERCHES; turn++) {
        const size_t ring = turn / TURNS;
        const double angle = 2 * G_PI * (double)(turn % TURNS) / TURNS;
        const double reach = (double)(ring + 1) * step;
        centre_on(&spot, cos(angle) * (reach + spot.size.x / 2),
                  sin(angle) * (reach + spot.size.y / 2));
        if (can_stand(seating, &spot))
            perches->items[perches->count++] =
                (struct perch){spot.corner, spot.edge, distance_of(&spot), NAN, turn};
    }
    qsort(perches->items, perches->count, sizeof *perches->items, by_distance);
}

static bool is_better(const struct perch *perch, const struct perch *best)
{
    return !best || perch->cost < best->cost ||
           (perch->cost == best->cost && perch->turn < best->turn);
}

static void sit(struct spot *spot, const struct perch *perch)
{
    spot->corner = perch->corner;
    spot->edge = perch->edge;
}

static bool place_outside(const struct seating *seating, size_t own)
{
    const struct perches *perches = &seating->perches[own];
    struct spot *spot = &seating->spots[own];
    const struct perch *best = NULL;
    for (size_t i = 0; i < perches->count; i++) {
        struct perch *perch = &perches->items[i];
        if (best && perch->distance > best->cost)
            break;
        sit(spot, perch);
        if (!is_free(seating, own))
            continue;
        if (isnan(perch->cost))
            perch->cost = cost_of(seating->atlas, spot, perch->distance);
        if (is_better(perch, best))
            best = perch;
    }
    spot->placed = best != NULL;
    if (best)
        sit(spot, best);
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

/* Returns how many found no place, MOST where it is no fewer, and takes the first of those to the
 * front. */
static size_t place_round(struct seating *seating, size_t most)
{
    size_t missing = 0, first = 0;
    for (size_t k = 0; k < seating->count; k++)
        seating->spots[seating->order[k]].placed = false;
    for (size_t k = 0; k < seating->count && missing < most; k++)
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
    struct seating seating = {atlas, spots, ARENA_ARRAY(arena, count, struct perches),
                              ARENA_ARRAY(arena, count, size_t), 0};
    struct spot *best = ARENA_ARRAY(arena, count, struct spot);
    size_t least = count + 1;
    place_inside(&seating);
    for (size_t k = 0; k < seating.count; k++)
        find_perches(&seating, seating.order[k], arena);
    for (size_t round = 0; round < ROUNDS && least > 0; round++) {
        size_t missing = seating.count > 0 ? place_round(&seating, least) : 0;
        if (missing < least) {
            least = missing;
            memcpy(best, spots, count * sizeof *spots);
        }
    }
    memcpy(spots, best, count * sizeof *spots);
    return least;
}
