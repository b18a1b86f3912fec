#include "scene.h"

static void institution_of(const struct shape *shape, struct pen *pen, size_t institution,
                           bool whole)
{
    shape_institution(shape, pen, institution);
    if (whole)
        shape_details(shape, pen, institution);
    pen->end(pen);
}

void scene_line(const struct shape *shape, struct pen *pen, size_t institution)
{
    institution_of(shape, pen, institution, false);
}

void scene_details(const struct shape *shape, struct pen *pen, size_t institution)
{
    institution_of(shape, pen, institution, true);
}

static void groups(const struct shape *shape, struct pen *pen)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    for (size_t g = 0; g < instrument->group_count; g++)
        if (shape->standings->groups[g].count > 0)
            shape_group(shape, pen, g);
}

void scene_all(const struct shape *shape, struct pen *pen)
{
    const struct standings *standings = shape->standings;
    shape_national(shape, pen);
    groups(shape, pen);
    for (size_t r = 0; r < standings->evaluation->region_count; r++)
        shape_region(shape, pen, r);
    for (size_t p = 0; p < standings->parent_count; p++)
        shape_parent(shape, pen, p);
    shape_years(shape, pen);
    shape_improved(shape, pen);
}

/* The means that others are compared with, as they are printed: were there more, papers
 * would be others whenever a level of any institution changes. */
static struct shape brief(const struct shape *shape)
{
    struct shape brief = *shape;
    brief.brief = true;
    return brief;
}

void scene_region(const struct shape *shape, struct pen *pen, size_t region)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct shape others = brief(shape);
    shape_national(&others, pen);
    groups(&others, pen);
    shape_region(shape, pen, region);
    shape_years(&others, pen);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (evaluation->institutions[i].region == region)
            scene_details(shape, pen, i);
}

void scene_parent(const struct shape *shape, struct pen *pen, size_t institution)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct shape others = brief(shape);
    const char *code = evaluation->institutions[institution].code;
    shape_national(&others, pen);
    groups(&others, pen);
    shape_parent(shape, pen, standings_parent(shape->standings, institution));
    shape_years(&others, pen);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (i == institution || g_strcmp0(evaluation->institutions[i].parent, code) == 0)
            scene_details(shape, pen, i);
}

struct surroundings surroundings_of(const struct shape *shape, size_t institution)
{
    const struct institution *one = &shape->standings->evaluation->institutions[institution];
    const bool has_units = standings_parent(shape->standings, institution) != NONE;
    return (struct surroundings){
        .group = one->group,
        .region = one->region,
        .parent = shape->standings->units_of[institution],
        .units = has_units ? institution : NONE,
    };
}

bool surroundings_same(const struct surroundings *one, const struct surroundings *other)
{
    return one->all == other->all && one->group == other->group && one->region == other->region &&
           one->parent == other->parent && one->units == other->units;
}

static void parent_of(const struct shape *shape, struct pen *pen, size_t institution)
{
    const size_t parent =
        institution == NONE ? NONE : standings_parent(shape->standings, institution);
    if (parent != NONE)
        shape_parent(shape, pen, parent);
}

void scene_surroundings(const struct shape *shape, struct pen *pen,
                        const struct surroundings *surroundings)
{
    const struct shape others = brief(shape);
    if (surroundings->all) {
        scene_all(shape, pen);
        return;
    }
    shape_national(&others, pen);
    shape_group(&others, pen, surroundings->group);
    if (surroundings->region != NONE)
        shape_region(&others, pen, surroundings->region);
    parent_of(&others, pen, surroundings->parent);
    parent_of(&others, pen, surroundings->units);
    shape_years(&others, pen);
}
