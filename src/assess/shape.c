#include "shape.h"

#include "constant.h"
#include "insight.h"
#include "seal.h"
#include "value.h"

#include "rapor/assess/peers.h"
#include "rapor/base/arena.h"

struct shape shape_of(const struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    size_t *places = ARENA_ARRAY(arena, evaluation->institution_count, size_t);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        places[standings->order[i]] = i + 1;

    struct shape shape = {
        .standings = standings,
        .places = places,
        .wordings = wordings_of(evaluation->instrument, arena),
        .peers = peers_prepare(standings, arena),
        .insight = insight_create(standings),
    };
    write_constants(&shape, arena);
    return shape;
}

void shape_close(struct shape *shape)
{
    insight_destroy(shape->insight);
}

void shape_results(const struct shape *shape, struct pen *pen)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    pen->attribute(pen, "instrument", evaluation->instrument->id);
    pen->attribute(pen, "year", evaluation->year);
    pen->attribute(pen, "kind", evaluation->kind);
    pen->attribute(pen, "version", RAPOR_VERSION);
    if (g_strcmp0(evaluation->sample, "yes") == 0)
        pen->attribute(pen, "sample", evaluation->sample);
}

void shape_source(const struct shape *shape, struct pen *pen)
{
    pen->attribute(pen, "digest", shape->standings->evaluation->digest);
}

/* An element of which nothing was given is left out. */
static void given(struct pen *pen, const char *element, const struct named *attributes,
                  size_t count)
{
    size_t first = 0;
    while (first < count && !attributes[first].value)
        first++;
    if (first == count)
        return;
    pen->start(pen, element);
    for (size_t i = first; i < count; i++)
        pen->attribute(pen, attributes[i].name, attributes[i].value);
    pen->end(pen);
}

void shape_papers(const struct shape *shape, struct pen *pen)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct issuer *issuer = &evaluation->issuer;
    const struct decree *decree = &evaluation->decree;
    const struct letter *letter = &evaluation->letter;
    const struct named issuers[] = {{"name", issuer->name},
                                    {"office", issuer->office},
                                    {"unit", issuer->unit},
                                    {"city", issuer->city},
                                    {"address", issuer->address},
                                    {"url", issuer->url},
                                    {"institution", issuer->institution}};
    const struct named decrees[] = {{"number", decree->number}, {"year", decree->year},
                                    {"date", decree->date},     {"place", decree->place},
                                    {"status", decree->status}, {"head", decree->head},
                                    {"order", decree->order},   {"blessing", decree->blessing},
                                    {"title", decree->title},   {"procedure", decree->procedure}};
    const struct named letters[] = {{"number", letter->number},
                                    {"date", letter->date},
                                    {"classification", letter->classification},
                                    {"security", letter->security}};
    given(pen, "issuer", issuers, G_N_ELEMENTS(issuers));
    given(pen, "decree", decrees, G_N_ELEMENTS(decrees));
    given(pen, "letter", letters, G_N_ELEMENTS(letters));
    shape_bases(shape, pen);
    for (size_t i = 0; i < evaluation->signatory_count; i++) {
        const struct signatory *one = &evaluation->signatories[i];
        const struct named signatory[] = {{"document", one->document}, {"name", one->name},
                                          {"office", one->office},     {"nip", one->nip},
                                          {"signing", one->signing},   {"groups", one->groups},
                                          {"beside", one->beside}};
        given(pen, "signatory", signatory, G_N_ELEMENTS(signatory));
    }
}

void shape_domains(const struct shape *shape, struct pen *pen, const struct value *values)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    for (size_t d = 0; d < instrument->domain_count; d++) {
        if (!value_exists(values[d]))
            continue;
        pen->start(pen, "domain");
        pen->say(pen, &shape->domains[d]);
        pen_value(pen, values[d]);
        pen->end(pen);
    }
}

void shape_aspects(const struct shape *shape, struct pen *pen, const struct value *values)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        if (!value_exists(values[a]))
            continue;
        pen->start(pen, "aspect");
        pen->say(pen, &shape->aspects[a]);
        pen_value(pen, values[a]);
        pen->end(pen);
    }
}

static void grades(const struct shape *shape, struct pen *pen, const struct summary *summary)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    for (size_t g = 0; g < instrument->grade_count; g++) {
        int64_t count = (int64_t)summary->grades[g], whole = (int64_t)summary->assessed;
        pen->start(pen, "grade");
        pen->attribute(pen, "name", instrument->grades[g].name);
        pen_count(pen, "count", summary->grades[g]);
        if (whole > 0)
            pen_hundredths(pen, "share", printed_of(count * 100, whole));
        pen->end(pen);
    }
}

/* Attributes and children of the element where the pen stands. */
static void summary(const struct shape *shape, struct pen *pen, const struct summary *summary)
{
    pen_count(pen, "count", summary->count);
    pen_count(pen, "assessed", summary->assessed);
    pen->rounded = shape->brief;
    pen_value(pen, summary->index);
    if (!shape->brief)
        grades(shape, pen, summary);
    shape_domains(shape, pen, summary->domains);
    shape_aspects(shape, pen, summary->aspects);
    pen->rounded = false;
}

/* What is told of the members of a group and so on, below their means. */
static void told(const struct shape *shape, struct pen *pen, const struct summary *summary)
{
    if (!shape->brief)
        shape_shortfalls(pen, summary->shortfalls);
}

void shape_national(const struct shape *shape, struct pen *pen)
{
    pen->start(pen, "national");
    if (!shape->brief)
        pen->attribute(pen, "seal", seal_of_all(shape->standings, pen->scratch));
    summary(shape, pen, &shape->standings->national);
    if (!shape->brief)
        shape_group_differences(shape, pen, NONE);
    pen->end(pen);
    told(shape, pen, &shape->standings->national);
}

static const char *seat_name(enum seat seat)
{
    switch (seat) {
    case SEAT_CENTER:
        return "center";
    case SEAT_REGION:
        return "region";
    case SEAT_PARENT:
        return "parent";
    }
    return NULL;
}

void shape_group(const struct shape *shape, struct pen *pen, size_t group)
{
    const struct group *named = &shape->standings->evaluation->instrument->groups[group];
    pen->start(pen, "group");
    pen->attribute(pen, "id", named->id);
    pen->attribute(pen, "name", named->name);
    pen->attribute(pen, "seat", seat_name(named->seat));
    summary(shape, pen, &shape->standings->groups[group]);
    told(shape, pen, &shape->standings->groups[group]);
    if (!shape->brief)
        shape_group_differences(shape, pen, group);
    pen->end(pen);
}

void shape_region(const struct shape *shape, struct pen *pen, size_t region)
{
    const struct region *named = &shape->standings->evaluation->regions[region];
    pen->start(pen, "region");
    pen->attribute(pen, "code", named->code);
    pen->attribute(pen, "name", named->name);
    summary(shape, pen, &shape->standings->regions[region]);
    told(shape, pen, &shape->standings->regions[region]);
    if (!shape->brief)
        shape_region_members(shape, pen, region);
    pen->end(pen);
}

void shape_parent(const struct shape *shape, struct pen *pen, size_t parent)
{
    const struct parent *units = &shape->standings->parents[parent];
    const struct institution *named =
        &shape->standings->evaluation->institutions[units->institution];
    pen->start(pen, "parent");
    pen->attribute(pen, "code", named->code);
    pen->attribute(pen, "name", named->name);
    summary(shape, pen, &units->summary);
    told(shape, pen, &units->summary);
    if (!shape->brief)
        shape_parent_members(shape, pen, units->institution);
    pen->end(pen);
}
