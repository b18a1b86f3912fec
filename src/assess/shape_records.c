#include "shape.h"

#include "rapor/base/numeral.h"

static void text_element(struct pen *pen, const char *element, const char *text)
{
    if (!text)
        return;
    pen->start(pen, element);
    pen->text(pen, text);
    pen->end(pen);
}

static void score(const struct instrument *instrument, struct pen *pen, const struct score *score)
{
    const struct stage *stage = &instrument->stages[score->stage];
    pen->start(pen, "score");
    pen->attribute(pen, "stage", stage->id);
    pen->attribute(pen, "name", stage->name);
    pen_count(pen, "stage-no", score->stage + 1);
    if (score->level != LEVEL_NONE)
        pen_fraction(pen, "level", score->level, instrument->level_scale);
    pen->attribute(pen, "verdict", verdict_word(score->verdict));
    pen->attribute(pen, "copied", score->copied ? "yes" : NULL);
    text_element(pen, "fact", score->fact);
    text_element(pen, "analysis", score->analysis);
    text_element(pen, "reason", score->reason);
    pen->end(pen);
}

static const struct answer *answer_of(const struct institution *institution, size_t indicator)
{
    const struct records *records = institution->records;
    return records && records->answers ? &records->answers[indicator] : NULL;
}

/* Returns the stage that gave the final level where the institution's own is
 * another: the last whose level was not the one before; NULL where none did. */
static const char *changed_by(const struct instrument *instrument, const struct answer *answer,
                              int32_t self)
{
    const char *changed = NULL;
    int32_t before = self;
    for (size_t i = 0; answer && i < answer->score_count; i++) {
        const struct score *score = &answer->scores[i];
        const struct stage *stage = &instrument->stages[score->stage];
        if (!stage->counts || score->level == LEVEL_NONE)
            continue;
        if (score->level != before)
            changed = stage->id;
        before = score->level;
    }
    return changed;
}

void shape_difference(const struct shape *shape, struct pen *pen,
                      const struct institution *institution, size_t indicator)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    const int32_t self = institution->self ? institution->self[indicator] : LEVEL_NONE;
    if (self == LEVEL_NONE)
        return;
    const int64_t difference = institution->levels[indicator] - self;
    pen_fraction(pen, "difference", difference, instrument->level_scale);
    if (difference != 0)
        pen->attribute(pen, "changed-by",
                       changed_by(instrument, answer_of(institution, indicator), self));
}

void shape_answer(const struct shape *shape, struct pen *pen, const struct institution *institution,
                  size_t indicator)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    const struct answer *answer = answer_of(institution, indicator);
    for (size_t i = 0; answer && i < answer->score_count; i++)
        score(instrument, pen, &answer->scores[i]);
    for (size_t i = 0; answer && i < answer->evidence_count; i++) {
        const struct evidence *evidence = &answer->evidence[i];
        pen->start(pen, "evidence");
        pen->attribute(pen, "kind", evidence->kind);
        pen->attribute(pen, "title", evidence->title);
        pen->attribute(pen, "status", evidence_word(evidence->status));
        pen->end(pen);
    }
}

static void day(const struct evaluation *evaluation, struct pen *pen, const struct day *day)
{
    pen->start(pen, "day");
    pen->attribute(pen, "date", day->date);
    for (size_t i = 0; i < day->unit_count; i++) {
        const struct institution *unit = &evaluation->institutions[day->units[i]];
        pen->start(pen, "unit");
        pen->attribute(pen, "code", unit->code);
        pen->text(pen, unit->name);
        pen->end(pen);
    }
    pen->end(pen);
}

static void people(struct pen *pen, const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->assessor_count; i++) {
        const struct assessor *assessor = &meeting->assessors[i];
        pen->start(pen, "assessor");
        pen->attribute(pen, "role", assessor->role);
        pen->attribute(pen, "name", assessor->name);
        pen->attribute(pen, "affiliation", assessor->affiliation);
        pen->end(pen);
    }
    for (size_t i = 0; i < meeting->participant_count; i++) {
        const struct participant *participant = &meeting->participants[i];
        pen->start(pen, "participant");
        pen->attribute(pen, "name", participant->name);
        pen->attribute(pen, "office", participant->office);
        pen->end(pen);
    }
}

static void outcome(struct pen *pen, const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->agenda_count; i++)
        text_element(pen, "agenda", meeting->agenda[i]);
    for (size_t i = 0; i < meeting->agreed_count; i++) {
        const struct agreement *agreement = &meeting->agreed[i];
        pen->start(pen, "agreed");
        pen->attribute(pen, "by", agreement->by);
        pen->attribute(pen, "until", agreement->until);
        if (agreement->text)
            pen->text(pen, agreement->text);
        pen->end(pen);
    }
}

static void session(const struct evaluation *evaluation, struct pen *pen,
                    const struct meeting *meeting)
{
    const struct stage *stage = &evaluation->instrument->stages[meeting->stage];
    pen->start(pen, "session");
    pen->attribute(pen, "stage", stage->id);
    pen->attribute(pen, "stage-name", stage->name);
    pen_count(pen, "stage-no", meeting->stage + 1);
    pen->attribute(pen, "number", meeting->number);
    pen->attribute(pen, "date", meeting->date);
    pen->attribute(pen, "place", meeting->place);
    pen->attribute(pen, "mode", meeting->mode);
    for (size_t i = 0; i < meeting->day_count; i++)
        day(evaluation, pen, &meeting->days[i]);
    people(pen, meeting);
    outcome(pen, meeting);
    pen->end(pen);
}

static void application(struct pen *pen, const struct application *application)
{
    pen->start(pen, "application");
    pen->attribute(pen, "name", application->name);
    pen->attribute(pen, "service", application->service);
    pen->attribute(pen, "status", application->status);
    pen->attribute(pen, "hosting", application->hosting);
    pen->end(pen);
}

void shape_records(const struct shape *shape, struct pen *pen, const struct records *records)
{
    if (!records)
        return;
    for (size_t i = 0; i < records->meeting_count; i++)
        session(shape->standings->evaluation, pen, &records->meetings[i]);
    for (size_t i = 0; i < records->application_count; i++)
        application(pen, &records->applications[i]);
    for (size_t i = 0; i < records->shortfall_count; i++) {
        const struct shortfall *shortfall = &records->shortfalls[i];
        pen->start(pen, "shortfall");
        pen->attribute(pen, "kind", shortfall_word(shortfall->kind));
        if (shortfall->text)
            pen->text(pen, shortfall->text);
        pen->end(pen);
    }
}

/* The kind that was told of most often first; equals in their own order. */
static void sort_kinds(const struct tally *tallies, size_t *kinds)
{
    for (size_t i = 0; i < SHORTFALL_KINDS; i++) {
        size_t at = i;
        for (; at > 0 && tallies[kinds[at - 1]].count < tallies[i].count; at--)
            kinds[at] = kinds[at - 1];
        kinds[at] = i;
    }
}

void shape_shortfalls(struct pen *pen, const struct tally *tallies)
{
    size_t kinds[SHORTFALL_KINDS] = {0};
    sort_kinds(tallies, kinds);
    for (size_t i = 0; i < SHORTFALL_KINDS && tallies[kinds[i]].count > 0; i++) {
        pen->start(pen, "shortfall");
        pen->attribute(pen, "kind", shortfall_word((enum shortfall_kind)kinds[i]));
        pen_count(pen, "count", tallies[kinds[i]].count);
        pen_count(pen, "units", tallies[kinds[i]].units);
        pen->end(pen);
    }
}
