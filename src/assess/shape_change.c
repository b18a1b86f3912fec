/* What changed since the last year that is known: change. */
#include "shape.h"
#include "value.h"

#include "rapor/assess/development.h"

#include <string.h>

/* The last year and this one, of one institution. */
struct step {
    const struct standings *standings;
    const struct moment *last;
    const struct standings *then; /* of the last year, or NULL */
    const struct standing *now;
};

static const struct instrument *instrument_now(const struct step *step)
{
    return step->standings->evaluation->instrument;
}

static void figures(struct pen *pen, int64_t before, int64_t now)
{
    pen_hundredths(pen, "before", before);
    pen_hundredths(pen, "index", now);
    pen_signed(pen, "change", now - before);
}

static size_t grade_number(const struct instrument *instrument, const char *name)
{
    for (size_t g = 0; name && g < instrument->grade_count; g++)
        if (strcmp(instrument->grades[g].name, name) == 0)
            return g;
    return NONE;
}

/* By how many grades it went up. */
static void grade_change(const struct step *step, struct pen *pen)
{
    const struct instrument *instrument = instrument_now(step);
    size_t before = grade_number(instrument, step->last->grade);
    if (before == NONE || !step->now->grade)
        return;
    int64_t now = step->now->grade - instrument->grades; /* the best stands first */
    pen_whole(pen, "grade-change", (int64_t)before - now);
}

static void ranks(const struct step *step, struct pen *pen)
{
    const struct instrument *instrument = instrument_now(step);
    for (size_t s = 0; step->then && s < instrument->scope_count; s++) {
        const struct scope *scope = &instrument->scopes[s];
        size_t same = instrument_scope(step->then->evaluation->instrument, scope->id);
        const struct rank *now = &step->now->ranks[s];
        const struct rank *before = same == NONE ? NULL : &step->last->standing->ranks[same];
        if (!before || before->position == 0 || now->position == 0)
            continue;
        pen->start(pen, "rank");
        pen->attribute(pen, "scope", scope->id);
        pen->attribute(pen, "name", scope->name);
        pen_count(pen, "before", before->position);
        pen_count(pen, "before-of", before->of);
        pen_count(pen, "position", now->position);
        pen_count(pen, "of", now->of);
        if (step->last->comparable)
            pen_whole(pen, "change", (int64_t)before->position - (int64_t)now->position);
        pen->end(pen);
    }
}

static void domains(const struct step *step, struct pen *pen)
{
    const struct instrument *instrument = instrument_now(step);
    for (size_t d = 0; d < instrument->domain_count; d++) {
        struct value before = step->last->standing->domains[d], now = step->now->domains[d];
        if (!value_exists(before) || !value_exists(now))
            continue;
        pen->start(pen, "domain");
        pen->attribute(pen, "no", instrument->domains[d].no);
        pen->attribute(pen, "name", instrument->domains[d].name);
        pen->attribute(pen, "short", instrument->domains[d].short_name);
        figures(pen, before.printed, now.printed);
        pen->end(pen);
    }
}

static void aspects(const struct step *step, struct pen *pen)
{
    const struct instrument *instrument = instrument_now(step);
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        struct value before = step->last->standing->aspects[a], now = step->now->aspects[a];
        const struct aspect *aspect = &instrument->aspects[a];
        if (!value_exists(before) || !value_exists(now))
            continue;
        pen->start(pen, "aspect");
        pen->attribute(pen, "no", aspect->no);
        if (aspect->domain != NONE)
            pen->attribute(pen, "domain", instrument->domains[aspect->domain].no);
        pen->attribute(pen, "name", aspect->name);
        pen->attribute(pen, "short", aspect->short_name);
        figures(pen, before.printed, now.printed);
        pen->end(pen);
    }
}

/* The element indicator with what both ways of comparing have; the caller ends it. */
static void indicator(const struct step *step, struct pen *pen, size_t number, size_t before)
{
    const struct indicator *indicator = &instrument_now(step)->indicators[number];
    const struct instrument *then = step->then->evaluation->instrument;
    pen->start(pen, "indicator");
    pen->attribute(pen, "no", indicator->no);
    pen->attribute(pen, "name", indicator->name);
    pen->attribute(pen, "short", indicator->short_name);
    pen_fraction(pen, "before", step->last->standing->institution->levels[before],
                 then->level_scale);
    pen_fraction(pen, "level", step->now->institution->levels[number],
                 instrument_now(step)->level_scale);
}

/* By the same instrument: all of them, with the difference. */
static void same_indicators(const struct step *step, struct pen *pen)
{
    const struct instrument *instrument = instrument_now(step);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        int64_t before = step->last->standing->institution->levels[i];
        int64_t now = step->now->institution->levels[i];
        indicator(step, pen, i, i);
        pen_fraction(pen, "change", now - before, instrument->level_scale);
        pen->end(pen);
    }
}

static void pairs(const struct step *step, struct pen *pen, const struct crosswalk *crosswalk)
{
    const struct instrument *then = step->then->evaluation->instrument;
    for (size_t p = 0; p < crosswalk->pair_count; p++) {
        const struct pair *pair = &crosswalk->pairs[p];
        size_t before = instrument_indicator(then, pair->before);
        if (before == NONE)
            continue;
        indicator(step, pen, pair->indicator, before);
        pen->attribute(pen, "before-no", pair->before);
        pen->attribute(pen, "before-name", then->indicators[before].name);
        pen->attribute(pen, "basis", pair->guessed ? "guessed" : "read");
        pen->end(pen);
    }
}

/* By another instrument: those that the crosswalk knows, without a difference. */
static void crossed_indicators(const struct step *step, struct pen *pen)
{
    const struct instrument *instrument = instrument_now(step);
    for (size_t c = 0; c < instrument->crosswalk_count; c++)
        if (strcmp(instrument->crosswalks[c].instrument, step->last->instrument) == 0)
            pairs(step, pen, &instrument->crosswalks[c]);
}

static void indicators(const struct step *step, struct pen *pen)
{
    if (!step->then || step->last->standing->basis != BASIS_LEVELS ||
        step->now->basis != BASIS_LEVELS)
        return;
    if (step->last->comparable)
        same_indicators(step, pen);
    else
        crossed_indicators(step, pen);
}

static void attributes(const struct step *step, struct pen *pen)
{
    const struct moment *last = step->last;
    pen->attribute(pen, "year", step->standings->development->years[last->year].year);
    pen->attribute(pen, "instrument", last->instrument);
    pen->attribute(pen, "instrument-name",
                   development_instrument(step->standings, last->instrument));
    pen->attribute(pen, "comparable", last->comparable ? "yes" : "no");
    pen_hundredths(pen, "before", last->index);
    pen_hundredths(pen, "index", step->now->index.printed);
    if (last->comparable)
        pen_signed(pen, "change", step->now->index.printed - last->index);
    pen->attribute(pen, "before-grade", last->grade);
    pen->attribute(pen, "grade", step->now->grade ? step->now->grade->name : NULL);
    if (last->comparable)
        grade_change(step, pen);
}

static void change(const struct step *step, struct pen *pen)
{
    pen->start(pen, "change");
    attributes(step, pen);
    ranks(step, pen);
    if (step->then && step->last->comparable) {
        domains(step, pen);
        aspects(step, pen);
    }
    indicators(step, pen);
    pen->end(pen);
}

void shape_past(const struct shape *shape, struct pen *pen, size_t institution)
{
    const struct standings *standings = shape->standings;
    const struct development *development = standings->development;
    const struct moment *last = development ? development_last(development, institution) : NULL;
    if (!last)
        return;
    const struct step step = {
        .standings = standings,
        .last = last,
        .then = last->standing ? development->years[last->year].standings : NULL,
        .now = &standings->all[institution],
    };
    if (step.now->basis != BASIS_NONE)
        change(&step, pen);
    shape_trend(shape, pen, institution);
}
