#include "insight.h"
#include "shape.h"
#include "value.h"

#include "rapor/base/arena.h"

static const char *basis_name(enum basis basis)
{
    switch (basis) {
    case BASIS_NONE:
        return "none";
    case BASIS_LEVELS:
        return "levels";
    case BASIS_PUBLISHED:
        return "published";
    }
    return NULL;
}

static void result(struct pen *pen, const struct standing *standing, size_t place)
{
    pen_value(pen, standing->index);
    pen->attribute(pen, "grade", standing->grade ? standing->grade->name : NULL);
    pen->attribute(pen, "basis", basis_name(standing->basis));
    pen->attribute(pen, "status", standing->institution->assessed ? "assessed" : "not-assessed");
    pen->attribute(pen, "reason", standing->institution->reason);
    pen_count(pen, "n", place);
}

static void attributes(const struct shape *shape, struct pen *pen, size_t number)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct institution *institution = &evaluation->institutions[number];
    const struct group *group = &evaluation->instrument->groups[institution->group];
    const struct region *region =
        institution->region == NONE ? NULL : &evaluation->regions[institution->region];
    size_t parent = shape->standings->units_of[number];

    pen->attribute(pen, "code", institution->code);
    pen->attribute(pen, "name", institution->name);
    pen->attribute(pen, "group", group->id);
    pen->attribute(pen, "region", region ? region->code : NULL);
    pen->attribute(pen, "parent", institution->parent);
    result(pen, &shape->standings->all[number], shape->places[number]);
    pen->attribute(pen, "group-name", group->name);
    pen->attribute(pen, "region-name", region ? region->name : NULL);
    pen->attribute(pen, "parent-name",
                   parent == NONE ? NULL : evaluation->institutions[parent].name);
    pen->attribute(pen, "addressee", institution->addressee);
    pen->attribute(pen, "seat", institution->seat);
    pen->attribute(pen, "salutation", institution->salutation);
    const char *seal = insight_seal(shape->insight, number);
    pen->attribute(pen, "seal", seal ? arena_strdup(pen->scratch, seal) : NULL);
}

static void ranks(const struct shape *shape, struct pen *pen, const struct rank *ranks)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    for (size_t s = 0; s < instrument->scope_count; s++) {
        if (ranks[s].position == 0)
            continue;
        pen->start(pen, "rank");
        pen->say(pen, &shape->scopes[s]);
        pen_count(pen, "position", ranks[s].position);
        pen_count(pen, "of", ranks[s].of);
        pen_count(pen, "tied", ranks[s].tied);
        pen->end(pen);
    }
}

static void past(struct pen *pen, const struct institution *institution)
{
    const struct published *published = institution->published;
    if (published && (published->index != INDEX_NONE || published->grade)) {
        pen->start(pen, "published");
        pen_hundredths(pen, "index", published->index);
        pen->attribute(pen, "grade", published->grade);
        pen->end(pen);
    }
    for (size_t h = 0; h < institution->history_count; h++) {
        const struct history *history = &institution->history[h];
        pen->start(pen, "history");
        pen->attribute(pen, "year", history->year);
        pen->attribute(pen, "instrument", history->instrument);
        pen_hundredths(pen, "index", history->index);
        pen->attribute(pen, "grade", history->grade);
        pen->end(pen);
    }
}

void shape_institution(const struct shape *shape, struct pen *pen, size_t institution)
{
    const struct standing *standing = &shape->standings->all[institution];
    pen->start(pen, "institution");
    attributes(shape, pen, institution);
    ranks(shape, pen, standing->ranks);
    past(pen, standing->institution);
    shape_differences(shape, pen, institution);
}

static void level(const struct shape *shape, struct pen *pen, const struct standing *standing,
                  size_t i)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    const struct wording *wording = &shape->wordings[i];
    const int32_t *self = standing->institution->self;
    int64_t scale = instrument->level_scale, given = standing->institution->levels[i];
    int64_t reached = given / scale; /* 3.5 is on the way from 3 to 4 */

    pen->say(pen, &shape->levels[given - instrument->level_min]);
    if (self && self[i] != LEVEL_NONE)
        pen_fraction(pen, "self", self[i], scale);
    pen->say(pen, level_band(wording->names, given * 100 / scale));
    pen->say(pen, &shape->target);
    if (standing->priority[i] != 0)
        pen->say(pen, &shape->priorities[standing->priority[i] - 1]);
    pen->say(pen, level_text(&wording->steps, (reached + 1) * 100));
    shape_gain(shape, pen, i, (int32_t)given);
    shape_difference(shape, pen, standing->institution, i);
}

void shape_details(const struct shape *shape, struct pen *pen, size_t institution)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    const struct standing *standing = &shape->standings->all[institution];
    shape_domains(shape, pen, standing->domains);
    shape_aspects(shape, pen, standing->aspects);
    for (size_t i = 0; standing->basis == BASIS_LEVELS && i < instrument->indicator_count; i++) {
        pen->start(pen, "indicator");
        pen->say(pen, &shape->indicators[i]);
        level(shape, pen, standing, i);
        shape_answer(shape, pen, standing->institution, i);
        pen->end(pen);
    }
    shape_records(shape, pen, standing->institution->records);
    shape_plan(shape, pen, institution);
    shape_peers(shape, pen, institution);
    shape_past(shape, pen, institution);
}
