/* How all developed, and each: year, improved, trend. */
#include "shape.h"
#include "value.h"

#include "rapor/assess/development.h"
#include "rapor/base/arena.h"

static void instrument_named(const struct shape *shape, struct pen *pen, const char *id)
{
    pen->attribute(pen, "instrument", id);
    pen->attribute(pen, "instrument-name", development_instrument(shape->standings, id));
}

static void comparable(struct pen *pen, bool is)
{
    pen->attribute(pen, "comparable", is ? "yes" : "no");
}

static void mean(struct pen *pen, const struct mean *mean)
{
    if (mean->assessed == 0)
        return;
    pen_count(pen, "assessed", mean->assessed);
    pen_value(pen, mean->index);
}

/* A year with its means; GROUPS has one for each of the instrument's. */
static void year(const struct shape *shape, struct pen *pen, const struct year *year, bool current)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    pen->rounded = shape->brief;
    pen->start(pen, "year");
    pen->attribute(pen, "year", year->year);
    instrument_named(shape, pen, year->instrument);
    comparable(pen, g_strcmp0(year->instrument, instrument->id) == 0);
    pen->attribute(pen, "current", current ? "yes" : NULL);
    mean(pen, &year->national);
    for (size_t g = 0; g < instrument->group_count; g++) {
        if (year->groups[g].assessed == 0)
            continue;
        pen->start(pen, "group");
        pen->attribute(pen, "id", instrument->groups[g].id);
        pen->attribute(pen, "name", instrument->groups[g].name);
        mean(pen, &year->groups[g]);
        pen->end(pen);
    }
    pen->end(pen);
    pen->rounded = false;
}

static void this_year(const struct shape *shape, struct pen *pen)
{
    const struct standings *standings = shape->standings;
    const struct instrument *instrument = standings->evaluation->instrument;
    struct mean *groups = ARENA_ARRAY(pen->scratch, instrument->group_count, struct mean);
    for (size_t g = 0; g < instrument->group_count; g++)
        groups[g] = (struct mean){standings->groups[g].assessed, standings->groups[g].index};
    const struct year now = {
        .year = standings->evaluation->year,
        .instrument = instrument->id,
        .national = {standings->national.assessed, standings->national.index},
        .groups = groups,
    };
    year(shape, pen, &now, true);
}

void shape_years(const struct shape *shape, struct pen *pen)
{
    const struct development *development = shape->standings->development;
    if (!development || development->year_count == 0)
        return;
    for (size_t y = 0; y < development->year_count; y++)
        year(shape, pen, &development->years[y], false);
    this_year(shape, pen);
}

void shape_improved(const struct shape *shape, struct pen *pen)
{
    const struct development *development = shape->standings->development;
    for (size_t i = 0; development && i < development->improved_count; i++) {
        const struct improved *improved = &development->improved[i];
        const struct standing *standing = &shape->standings->all[improved->institution];
        const struct institution *institution = standing->institution;
        const struct moment *last = development_last(development, improved->institution);
        pen->start(pen, "improved");
        pen->attribute(pen, "group",
                       shape->standings->evaluation->instrument->groups[institution->group].id);
        pen_count(pen, "position", improved->position);
        pen->attribute(pen, "code", institution->code);
        pen->attribute(pen, "name", institution->name);
        pen->attribute(pen, "year", development->years[last->year].year);
        pen_hundredths(pen, "before", last->index);
        pen_hundredths(pen, "index", standing->index.printed);
        pen_signed(pen, "change", improved->change);
        pen->end(pen);
    }
}

/* The domains and aspects, in the words and numbers of their own instrument. */
static void parts(struct pen *pen, const struct instrument *instrument,
                  const struct standing *standing)
{
    for (size_t d = 0; d < instrument->domain_count; d++) {
        if (!value_exists(standing->domains[d]))
            continue;
        pen->start(pen, "domain");
        pen->attribute(pen, "no", instrument->domains[d].no);
        pen->attribute(pen, "name", instrument->domains[d].name);
        pen->attribute(pen, "short", instrument->domains[d].short_name);
        pen_value(pen, standing->domains[d]);
        pen->end(pen);
    }
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        if (!value_exists(standing->aspects[a]))
            continue;
        pen->start(pen, "aspect");
        pen->attribute(pen, "no", instrument->aspects[a].no);
        pen->attribute(pen, "name", instrument->aspects[a].name);
        pen->attribute(pen, "short", instrument->aspects[a].short_name);
        pen_value(pen, standing->aspects[a]);
        pen->end(pen);
    }
}

static void moment(const struct shape *shape, struct pen *pen, const struct moment *moment)
{
    const struct year *year = &shape->standings->development->years[moment->year];
    pen->start(pen, "trend");
    pen->attribute(pen, "year", year->year);
    instrument_named(shape, pen, moment->instrument);
    comparable(pen, moment->comparable);
    pen_hundredths(pen, "index", moment->index);
    pen->attribute(pen, "grade", moment->grade);
    if (moment->standing)
        parts(pen, year->standings->evaluation->instrument, moment->standing);
    pen->end(pen);
}

void shape_trend(const struct shape *shape, struct pen *pen, size_t institution)
{
    const struct standings *standings = shape->standings;
    const struct past *past = &standings->development->pasts[institution];
    const struct standing *now = &standings->all[institution];
    for (size_t m = 0; m < past->count; m++)
        moment(shape, pen, &past->moments[m]);
    if (now->basis == BASIS_NONE)
        return;
    pen->start(pen, "trend");
    pen->attribute(pen, "year", standings->evaluation->year);
    instrument_named(shape, pen, standings->evaluation->instrument->id);
    comparable(pen, true);
    pen->attribute(pen, "current", "yes");
    pen_hundredths(pen, "index", now->index.printed);
    pen->attribute(pen, "grade", now->grade ? now->grade->name : NULL);
    parts(pen, standings->evaluation->instrument, now);
    pen->end(pen);
}
