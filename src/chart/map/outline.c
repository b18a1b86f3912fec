#include "outline.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

#define HALVES_GAIN 1.35 /* a map in halves is so much larger at least, or it stays whole */
#define HALVES_GAP  12.0
#define FINE        0.4

/* What areas need: from the left- and topmost to the right- and undermost. */
struct outline_frame {
    double left, top, right, bottom;
};

static struct outline_frame frame_of(const struct map *map, const bool *below, bool half)
{
    struct outline_frame frame = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < map->area_count; i++) {
        const struct area *area = &map->areas[i];
        if (below[i] != half)
            continue;
        frame.left = fmin(frame.left, area->left);
        frame.top = fmin(frame.top, area->top);
        frame.right = fmax(frame.right, area->right);
        frame.bottom = fmax(frame.bottom, area->bottom);
    }
    return frame;
}

static double middle_x(const struct area *area)
{
    return (area->left + area->right) / 2;
}

/* Cuts so that the wider half is as narrow as can be; returns its width. */
static double cut(const struct map *map, bool *below, struct arena *arena)
{
    bool *tried = ARENA_ARRAY(arena, map->area_count, bool);
    double least = INFINITY;
    for (size_t at = 0; at < map->area_count; at++) {
        for (size_t i = 0; i < map->area_count; i++)
            tried[i] = middle_x(&map->areas[i]) > middle_x(&map->areas[at]);
        const struct outline_frame one = frame_of(map, tried, false),
                                   other = frame_of(map, tried, true);
        double wider = fmax(one.right - one.left, other.right - other.left);
        if (wider < least && other.right > other.left) {
            least = wider;
            memcpy(below, tried, map->area_count * sizeof *below);
        }
    }
    return least;
}

static void stand_whole(struct atlas *atlas)
{
    const struct map *map = atlas->map;
    memset(atlas->below, 0, map->area_count * sizeof *atlas->below);
    atlas->scale = fmin((atlas->width - 2) / map->width, (atlas->height - 2) / map->height);
    atlas->origins[0].x = (atlas->width - map->width * atlas->scale) / 2;
    atlas->origins[0].y = (atlas->height - map->height * atlas->scale) / 2;
}

/* Shares what room is left above, between and below the halves. */
static void stand_in_halves(struct atlas *atlas, const struct outline_frame halves[2])
{
    const double heights[] = {halves[0].bottom - halves[0].top, halves[1].bottom - halves[1].top};
    const double spare = (atlas->height - (heights[0] + heights[1]) * atlas->scale) / 3;
    double top = spare;
    for (size_t half = 0; half < 2; half++) {
        double width = (halves[half].right - halves[half].left) * atlas->scale;
        atlas->origins[half].x = (atlas->width - width) / 2 - halves[half].left * atlas->scale;
        atlas->origins[half].y = top - halves[half].top * atlas->scale;
        top += heights[half] * atlas->scale + spare;
    }
}

struct atlas atlas_of(const struct map *map, double width, double height, struct arena *arena)
{
    struct atlas atlas = {.map = map, .width = width, .height = height, .fine = FINE};
    atlas.below = ARENA_ARRAY(arena, map->area_count, bool);
    atlas.coasts = ARENA_ARRAY(arena, map->area_count, struct coast);
    stand_whole(&atlas);
    const double whole = atlas.scale;
    if (map->area_count < 2)
        return atlas;
    const double wider = cut(map, atlas.below, arena);
    const struct outline_frame halves[] = {frame_of(map, atlas.below, false),
                                           frame_of(map, atlas.below, true)};
    const double heights = halves[0].bottom - halves[0].top + halves[1].bottom - halves[1].top;
    atlas.scale = fmin((width - 2) / wider, (height - 2 - HALVES_GAP) / heights);
    if (atlas.scale > HALVES_GAIN * whole)
        stand_in_halves(&atlas, halves);
    else
        stand_whole(&atlas);
    return atlas;
}

static struct point origin_of(const struct atlas *atlas, const struct area *area)
{
    return atlas->origins[atlas->below[area - atlas->map->areas] ? 1 : 0];
}

static struct point point_of(const struct atlas *atlas, const struct area *area, const double *pair)
{
    const struct point origin = origin_of(atlas, area);
    return (struct point){origin.x + pair[0] * atlas->scale, origin.y + pair[1] * atlas->scale};
}

/* Adds the steps of a ring, of COUNT points. */
static void add_ring(const struct atlas *atlas, const struct area *area, const double *pairs,
                     size_t count, GArray *steps)
{
    struct point last = {-INFINITY, 0};
    for (size_t i = 0; i < count; i++) {
        const struct point to = point_of(atlas, area, pairs + 2 * i);
        if (i > 0 && hypot(to.x - last.x, to.y - last.y) < atlas->fine)
            continue;
        const struct step step = {i ? STEP_LINE : STEP_MOVE, {to.x}, {to.y}};
        g_array_append_val(steps, step);
        last = to;
    }
    const struct step end = {.kind = STEP_CLOSE};
    g_array_append_val(steps, end);
}

static struct coast coast_of(const struct atlas *atlas, const struct area *area,
                             struct arena *arena)
{
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(struct step));
    const double *pairs = area->path;
    for (size_t r = 0; r < area->ring_count; r++) {
        add_ring(atlas, area, pairs, area->rings[r], steps);
        pairs += 2 * area->rings[r];
    }
    return (struct coast){arena_copy(arena, steps->data, steps->len, sizeof(struct step)),
                          steps->len};
}

void atlas_draw(const struct atlas *atlas, const struct area *area, struct inks *inks,
                struct sign_look look)
{
    struct coast *coast = &atlas->coasts[area - atlas->map->areas];
    if (!coast->steps)
        *coast = coast_of(atlas, area, inks->arena);
    struct ink *ink = inks_path(inks, coast->steps, coast->count, (struct point){0, 0});
    ink->color = look.color;
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

bool outline_holds(const struct atlas *atlas, const struct area *area, struct point at)
{
    const struct point origin = origin_of(atlas, area);
    const double x = (at.x - origin.x) / atlas->scale, y = (at.y - origin.y) / atlas->scale;
    if (x < area->left || x > area->right || y < area->top || y > area->bottom)
        return false;
    const double *pairs = area->path;
    for (size_t r = 0; r < area->ring_count; pairs += 2 * area->rings[r++])
        if (ring_holds(pairs, area->rings[r], x, y))
            return true;
    return false;
}

/* The middle of the first ring, the largest one, by its area. */
struct point outline_middle(const struct atlas *atlas, const struct area *area)
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
    return point_of(atlas, area, sound ? middle : area->path);
}
