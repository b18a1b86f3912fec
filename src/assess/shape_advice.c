#include "insight.h"
#include "shape.h"
#include "value.h"

#include "rapor/assess/differences.h"
#include "rapor/assess/peers.h"
#include "rapor/assess/plan.h"

#include <stdlib.h>

static const struct instrument *instrument_of(const struct shape *shape)
{
    return shape->standings->evaluation->instrument;
}

/* Most steps raise by a whole level. */
static void gain(const struct shape *shape, struct pen *pen, const struct step *step)
{
    const struct instrument *instrument = instrument_of(shape);
    if (step->to - step->from == instrument->level_scale)
        pen->say(pen, &shape->gains[step->indicator]);
    else
        pen_fraction(pen, "gain", step->gain, instrument->weight_total * instrument->level_scale);
}

void shape_gain(const struct shape *shape, struct pen *pen, size_t indicator, int32_t level)
{
    const struct step step = step_from(instrument_of(shape), indicator, level);
    if (step.to != step.from)
        gain(shape, pen, &step);
}

static void plan_step(const struct shape *shape, struct pen *pen, const struct step *step)
{
    const struct instrument *instrument = instrument_of(shape);
    pen->start(pen, "step");
    pen->say(pen, &shape->steps[step->indicator]);
    pen_fraction(pen, "from", step->from, instrument->level_scale);
    pen_fraction(pen, "to", step->to, instrument->level_scale);
    gain(shape, pen, step);
    pen->end(pen);
}

void shape_plan(const struct shape *shape, struct pen *pen, size_t institution)
{
    const struct plan *plan = insight_plan(shape->insight, institution);
    if (!plan)
        return;
    pen->start(pen, "plan");
    pen->attribute(pen, "grade", plan->grade->name);
    pen_value(pen, plan->index);
    pen_fraction(pen, "gain", plan->gain, plan->index.whole);
    pen_count(pen, "steps", plan->count);
    for (size_t i = 0; i < plan->count; i++)
        plan_step(shape, pen, &plan->steps[i]);
    pen->end(pen);
}

/* Somebody to ask about an aspect. */
static void adviser(const struct shape *shape, struct pen *pen, const char *element, size_t aspect,
                    size_t number)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct standing *standing = &shape->standings->all[number];
    const struct institution *institution = standing->institution;
    const struct group *group = &evaluation->instrument->groups[institution->group];
    const struct region *region =
        institution->region == NONE ? NULL : &evaluation->regions[institution->region];
    pen->start(pen, element);
    pen->attribute(pen, "aspect", evaluation->instrument->aspects[aspect].no);
    pen->attribute(pen, "code", institution->code);
    pen->attribute(pen, "name", institution->name);
    pen->attribute(pen, "group", group->id);
    pen->attribute(pen, "region", region ? region->code : NULL);
    pen_hundredths(pen, "level", standing->aspects[aspect].printed);
    pen_hundredths(pen, "index", standing->index.printed);
    pen->attribute(pen, "group-name", group->name);
    pen->attribute(pen, "region-name", region ? region->name : NULL);
    pen->attribute(pen, "addressee", institution->addressee);
    pen->attribute(pen, "seat", institution->seat);
    pen->end(pen);
}

void shape_peers(const struct shape *shape, struct pen *pen, size_t institution)
{
    size_t found[PEERS_MOST];
    for (size_t a = 0; a < instrument_of(shape)->aspect_count; a++) {
        if (!peers_needed(shape->peers, institution, a))
            continue;
        size_t count = peers_find(shape->peers, institution, a, found);
        for (size_t i = 0; i < count; i++)
            adviser(shape, pen, "peer", a, found[i]);
    }
}

void shape_region_members(const struct shape *shape, struct pen *pen, size_t region)
{
    size_t found[PEERS_MOST];
    for (size_t a = 0; a < instrument_of(shape)->aspect_count; a++) {
        size_t count = peers_in_region(shape->peers, region, a, found);
        for (size_t i = 0; i < count; i++)
            adviser(shape, pen, "member", a, found[i]);
    }
}

void shape_parent_members(const struct shape *shape, struct pen *pen, size_t parent)
{
    size_t found[PEERS_MOST];
    for (size_t a = 0; a < instrument_of(shape)->aspect_count; a++) {
        size_t count = peers_in_parent(shape->peers, parent, a, found);
        for (size_t i = 0; i < count; i++)
            adviser(shape, pen, "member", a, found[i]);
    }
}

static void difference(const struct shape *shape, struct pen *pen,
                       const struct difference *difference)
{
    bool grade = difference->of == COMPARED_GRADE;
    pen->start(pen, "difference");
    pen->attribute(pen, "of", difference_name(difference));
    pen->attribute(pen, "no", difference_no(difference, instrument_of(shape)));
    if (grade) {
        pen->attribute(pen, "published", difference->published_grade);
        pen->attribute(pen, "computed", difference->computed_grade);
    } else {
        pen_hundredths(pen, "published", difference->published);
        pen_hundredths(pen, "computed", difference->computed);
        pen_hundredths(pen, "size", llabs(difference->published - difference->computed));
    }
    pen->end(pen);
}

static void list(const struct shape *shape, struct pen *pen, struct differences differences)
{
    for (size_t i = 0; i < differences.count; i++)
        difference(shape, pen, &differences.items[i]);
}

void shape_differences(const struct shape *shape, struct pen *pen, size_t institution)
{
    list(shape, pen, differences_of(shape->standings, institution, pen->scratch));
}

void shape_group_differences(const struct shape *shape, struct pen *pen, size_t group)
{
    list(shape, pen, differences_of_group(shape->standings, group, pen->scratch));
}
