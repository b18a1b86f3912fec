#include "sign.h"

#include "rapor/base/arena.h"

#include <string.h>

/* The mark of the first series is solid and small, the others are hollow and
 * larger; all stand clear of the lines and bars they lie on. */
#define HALO    0.6
#define OUTLINE 1.0

enum shape { SHAPE_CIRCLE, SHAPE_DIAMOND, SHAPE_SQUARE, SHAPE_TRIANGLE };

#define SHAPE_COUNT 4

static const double radii[SHAPE_COUNT] = {1.9, 4.3, 3.2, 4.2};

static void path_draw(struct inks *inks, const struct step *steps, size_t count,
                      struct sign_look look)
{
    struct ink *ink = inks_path(inks, steps, count, (struct point){0, 0});
    ink->color = look.color;
    ink->path.thick = look.thick;
    ink->path.dash = look.dash;
}

void outline_draw(struct inks *inks, const struct point *points, size_t count,
                  struct sign_look look)
{
    struct step *steps = ARENA_ARRAY(inks->arena, count + 1, struct step);
    for (size_t i = 0; i < count; i++)
        steps[i] = (struct step){i ? STEP_LINE : STEP_MOVE, {points[i].x}, {points[i].y}};
    steps[count].kind = STEP_CLOSE;
    path_draw(inks, steps, count + 1, look);
}

void line_draw(struct inks *inks, struct point from, struct point to, struct sign_look look)
{
    struct ink *ink = inks_add(inks, INK_LINE, from.x, from.y);
    ink->color = look.color;
    ink->line.dx = to.x - from.x;
    ink->line.dy = to.y - from.y;
    ink->line.thick = look.thick;
    ink->line.dash = look.dash;
}

static void circle_draw(struct inks *inks, struct point at, double r, struct sign_look look)
{
    const double k = 0.5523 * r; /* handles of a quarter of a circle */
    const struct step steps[] = {
        {STEP_MOVE, {at.x + r}, {at.y}},
        {STEP_CURVE, {at.x + r, at.x + k, at.x}, {at.y + k, at.y + r, at.y + r}},
        {STEP_CURVE, {at.x - k, at.x - r, at.x - r}, {at.y + r, at.y + k, at.y}},
        {STEP_CURVE, {at.x - r, at.x - k, at.x}, {at.y - k, at.y - r, at.y - r}},
        {STEP_CURVE, {at.x + k, at.x + r, at.x + r}, {at.y - r, at.y - k, at.y}},
        {STEP_CLOSE, {0}, {0}},
    };
    const size_t count = sizeof steps / sizeof *steps;
    struct step *kept = ARENA_ARRAY(inks->arena, count, struct step);
    memcpy(kept, steps, sizeof steps);
    path_draw(inks, kept, count, look);
}

static void shape_draw(struct inks *inks, enum shape shape, struct point at, double r,
                       struct sign_look look)
{
    const double left = at.x - r, right = at.x + r, top = at.y - r, bottom = at.y + r;
    const struct point diamond[] = {{at.x, top}, {right, at.y}, {at.x, bottom}, {left, at.y}};
    const struct point square[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    const struct point triangle[] = {{at.x, top}, {right, at.y + 0.7 * r}, {left, at.y + 0.7 * r}};
    switch (shape) {
    case SHAPE_CIRCLE:
        circle_draw(inks, at, r, look);
        return;
    case SHAPE_DIAMOND:
        outline_draw(inks, diamond, 4, look);
        return;
    case SHAPE_SQUARE:
        outline_draw(inks, square, 4, look);
        return;
    case SHAPE_TRIANGLE:
        outline_draw(inks, triangle, 3, look);
        return;
    }
}

void mark_draw(const struct plot *plot, size_t series, struct point at, struct color color)
{
    enum shape shape = (enum shape)(series % SHAPE_COUNT);
    double radius = radii[shape] * plot->unit, halo = radius + HALO * plot->unit;
    shape_draw(plot->inks, shape, at, halo, (struct sign_look){.color = plot->palette->ground});
    struct sign_look look = {color, series == 0 ? 0 : OUTLINE * plot->unit, 0};
    shape_draw(plot->inks, shape, at, radius, look);
}

void dot_draw(struct inks *inks, struct point at, double radius, struct color color)
{
    circle_draw(inks, at, radius, (struct sign_look){.color = color});
}

void fill_draw(struct inks *inks, struct point corner, struct point size, struct color color)
{
    struct ink *ink = inks_add(inks, INK_FILL, corner.x, corner.y);
    ink->color = color;
    ink->fill.width = size.x;
    ink->fill.height = size.y;
}

double mark_room(const struct plot *plot)
{
    return 6 * plot->unit;
}
