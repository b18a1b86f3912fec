#include "outline.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>

#define TURNS     24   /* directions that are tried */
#define RINGS     16   /* distances */
#define REACH     9.0  /* from one distance to the next */
#define LAND_COST 14.0 /* a corner over land costs as much as so many points of distance */
#define GAP       1.5  /* between labels */

struct atlas atlas_of(const struct map *map, double width, double height)
{
    struct atlas atlas = {.map = map, .width = width, .height = height};
    atlas.scale = fmin((width - 2) / map->width, (height - 2) / map->height);
    atlas.left = (width - map->width * atlas.scale) / 2;
    atlas.top = (height - map->height * atlas.scale) / 2;
    return atlas;
}

static struct point point_of(const struct atlas *atlas, const double *pair)
{
    return (struct point){atlas->left + pair[0] * atlas->scale,
                          atlas->top + pair[1] * atlas->scale};
}

void atlas_draw(const struct atlas *atlas, const struct area *area, struct inks *inks,
                struct sign_look look)
{
    size_t count = 0, at = 0;
    for (size_t r = 0; r < area->ring_count; r++)
        count += area->rings[r] + 1;
    struct step *steps = ARENA_ARRAY(inks->arena, count, struct step);
    const double *pair = area->path;
    for (size_t r = 0; r < area->ring_count; r++) {
        for (size_t i = 0; i < area->rings[r]; i++, pair += 2) {
            struct point to = point_of(atlas, pair);
            steps[at++] = (struct step){i ? STEP_LINE : STEP_MOVE, {to.x}, {to.y}};
        }
        steps[at++].kind = STEP_CLOSE;
    }
    struct ink *ink = inks_add(inks, INK_PATH, 0, 0);
    ink->color = look.color;
    ink->path.steps = steps;
    ink->path.count = count;
    ink->path.thick = look.thick;
}

static bool ring_holds(const double *pairs, size_t count, double x, double y)
{
    bool in = false;
    for (size_t i = 0, j = count - 1; i < count; j = i++) {
        const double *a = pairs + 2 * i, *b = pairs + 2 * j;
        if ((a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0])
            in = !in;
    }
    return in;
}

/* The point as the map knows it. */
static struct point on_map(const struct atlas *atlas, struct point at)
{
    return (struct point){(at.x - atlas->left) / atlas->scale, (at.y - atlas->top) / atlas->scale};
}

static bool area_holds(const struct area *area, struct point at)
{
    if (at.x < area->left || at.x > area->right || at.y < area->top || at.y > area->bottom)
        return false;
    const double *pairs = area->path;
    for (size_t r = 0; r < area->ring_count; pairs += 2 * area->rings[r++])
        if (ring_holds(pairs, area->rings[r], at.x, at.y))
            return true;
    return false;
}

static bool is_land(const struct map *map, struct point at)
{
    for (size_t i = 0; i < map->area_count; i++)
        if (area_holds(&map->areas[i], at))
            return true;
    return false;
}

/* The middle of the first ring, the largest one, by its area. */
static struct point middle_of(const struct atlas *atlas, const struct area *area)
{
    double sum = 0, x = 0, y = 0;
    for (size_t i = 0, j = area->rings[0] - 1; i < area->rings[0]; j = i++) {
        const double *a = area->path + 2 * j, *b = area->path + 2 * i;
        double cross = a[0] * b[1] - b[0] * a[1];
        sum += cross;
        x += (a[0] + b[0]) * cross;
        y += (a[1] + b[1]) * cross;
    }
    const double middle[] = {x / (3 * sum), y / (3 * sum)};
    bool sound = isfinite(middle[0]) && isfinite(middle[1]);
    return point_of(atlas, sound ? middle : area->path);
}

/* The corners of a label, and the middles of its long sides. */
static void edge_points(const struct outline_spot *spot, struct point points[6])
{
    for (size_t i = 0; i < 6; i++)
        points[i] = (struct point){spot->corner.x + spot->size.x * (double)(i % 3) / 2,
                                   spot->corner.y + (i < 3 ? 0 : spot->size.y)};
}

static bool is_inside(const struct atlas *atlas, const struct area *area,
                      const struct outline_spot *spot)
{
    struct point points[6];
    edge_points(spot, points);
    for (size_t i = 0; i < 6; i++)
        if (!area_holds(area, on_map(atlas, points[i])))
            return false;
    return true;
}

static bool is_free(const struct atlas *atlas, const struct outline_spot *spots, size_t own)
{
    const struct outline_spot *a = &spots[own];
    if (a->corner.x < 1 || a->corner.y < 0 || a->corner.x + a->size.x > atlas->width - 1 ||
        a->corner.y + a->size.y > atlas->height)
        return false;
    for (size_t i = 0; i < atlas->map->area_count; i++) {
        const struct outline_spot *b = &spots[i];
        if (i != own && b->placed && a->corner.x < b->corner.x + b->size.x + 2 * GAP &&
            b->corner.x < a->corner.x + a->size.x + 2 * GAP &&
            a->corner.y < b->corner.y + b->size.y + GAP &&
            b->corner.y < a->corner.y + a->size.y + GAP)
            return false;
    }
    return true;
}

/* How much is against the place: its distance, and what it hides; from MOST on no matter
 * how much more. */
static double cost_of(const struct atlas *atlas, const struct outline_spot *spots, size_t own,
                      double most)
{
    const struct outline_spot *spot = &spots[own];
    struct point points[6];
    double cost = hypot(spot->corner.x + spot->size.x / 2 - spot->anchor.x,
                        spot->corner.y + spot->size.y / 2 - spot->anchor.y);
    edge_points(spot, points);
    for (size_t i = 0; i < 6 && cost < most; i++)
        if (is_land(atlas->map, on_map(atlas, points[i])))
            cost += LAND_COST;
    for (size_t i = 0; i < atlas->map->area_count && cost < most; i++)
        if (i != own && spots[i].size.x > 0 && spots[i].anchor.x > spot->corner.x - 2 &&
            spots[i].anchor.x < spot->corner.x + spot->size.x + 2 &&
            spots[i].anchor.y > spot->corner.y - 2 &&
            spots[i].anchor.y < spot->corner.y + spot->size.y + 2)
            cost += 4 * LAND_COST;
    return cost;
}

static void centre_on(struct outline_spot *spot, double right, double down)
{
    spot->corner.x = spot->anchor.x + right - spot->size.x / 2;
    spot->corner.y = spot->anchor.y + down - spot->size.y / 2;
}

static void place_outside(const struct atlas *atlas, struct outline_spot *spots, size_t own)
{
    struct outline_spot *spot = &spots[own];
    struct point best = {0, 0};
    double least = INFINITY;
    for (size_t ring = 1; ring <= RINGS; ring++)
        for (size_t turn = 0; turn < TURNS; turn++) {
            double angle = 2 * G_PI * (double)turn / TURNS, reach = (double)ring * REACH;
            double across = cos(angle) * (reach + spot->size.x / 2);
            centre_on(spot, across, sin(angle) * (reach + spot->size.y / 2));
            double cost = is_free(atlas, spots, own) ? cost_of(atlas, spots, own, least) : INFINITY;
            if (cost < least) {
                least = cost;
                best = spot->corner;
            }
        }
    spot->corner = best;
    spot->placed = isfinite(least);
}

void atlas_place(const struct atlas *atlas, struct outline_spot *spots)
{
    const struct map *map = atlas->map;
    for (size_t i = 0; i < map->area_count; i++) {
        spots[i].anchor = middle_of(atlas, &map->areas[i]);
        centre_on(&spots[i], 0, 0);
        spots[i].inside = spots[i].placed = spots[i].size.x > 0 &&
                                            is_inside(atlas, &map->areas[i], &spots[i]) &&
                                            is_free(atlas, spots, i);
    }
    for (size_t i = 0; i < map->area_count; i++)
        if (spots[i].size.x > 0 && !spots[i].placed)
            place_outside(atlas, spots, i);
}
