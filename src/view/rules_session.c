/* When who met: session, schedule. */
#include "source.h"

#include "rapor/base/numeral.h"

enum view_step next_session(struct view_source *source, size_t number)
{
    const struct records *records = source->institution->records;
    if (!records || number == records->meeting_count)
        return VIEW_END;
    source->meeting = &records->meetings[number];
    source->stage = &source->instrument->stages[source->meeting->stage];
    return VIEW_HERE;
}

static enum view_step next_day(struct view_source *source, size_t number)
{
    if (number == source->meeting->day_count)
        return VIEW_END;
    source->day = &source->meeting->days[number];
    return VIEW_HERE;
}

static enum view_step next_unit(struct view_source *source, size_t number)
{
    if (number == source->day->unit_count)
        return VIEW_END;
    source->institution = &source->evaluation->institutions[source->day->units[number]];
    return VIEW_HERE;
}

static const struct view_field unit_fields[] = {TEXT("code", 0, institution, code, "")};
static const struct view_field unit_text = TEXT(NULL, 0, institution, name, "its name");
static const struct view_rule unit = {
    .name = "unit", .about = "Who was assessed that day.", FIELDS(unit_fields), .text = &unit_text};

static const struct view_field day_fields[] = {TYPED("date", VIEW_DATE, 0, day, date, "")};
static const struct view_child day_children[] = {{&unit, 0, next_unit}};
static const struct view_rule day = {
    .name = "day", .about = "A day of the session.", FIELDS(day_fields), CHILDREN(day_children)};

static enum view_step next_assessor(struct view_source *source, size_t number)
{
    if (number == source->meeting->assessor_count)
        return VIEW_END;
    source->assessor = &source->meeting->assessors[number];
    return VIEW_HERE;
}

static const struct view_field assessor_fields[] = {
    WORDS("role", VIEW_MAYBE, "lead member", assessor, role, ""),
    TEXT("name", 0, assessor, name, ""),
    TEXT("affiliation", VIEW_MAYBE, assessor, affiliation, ""),
};
static const struct view_rule assessor = {
    .name = "assessor", .about = "Who assessed.", FIELDS(assessor_fields)};

static enum view_step next_participant(struct view_source *source, size_t number)
{
    if (number == source->meeting->participant_count)
        return VIEW_END;
    source->participant = &source->meeting->participants[number];
    return VIEW_HERE;
}

static const struct view_field participant_fields[] = {
    TEXT("name", 0, participant, name, ""),
    TEXT("office", VIEW_MAYBE, participant, office, ""),
};
static const struct view_rule participant = {
    .name = "participant", .about = "Who was there.", FIELDS(participant_fields)};

static enum view_step next_agenda(struct view_source *source, size_t number)
{
    if (number == source->meeting->agenda_count)
        return VIEW_END;
    source->item = &source->meeting->agenda[number];
    return VIEW_HERE;
}

static struct view_attribute agenda_item(const struct view_source *source)
{
    return text_any(*source->item);
}

static const struct view_field agenda_text = GOT(NULL, VIEW_TEXT, 0, agenda_item, "");
static const struct view_rule agenda = {
    .name = "agenda", .about = "What it was about.", .text = &agenda_text};

static enum view_step next_agreed(struct view_source *source, size_t number)
{
    if (number == source->meeting->agreed_count)
        return VIEW_END;
    source->agreement = &source->meeting->agreed[number];
    return VIEW_HERE;
}

static const struct view_field agreed_fields[] = {
    TEXT("by", VIEW_MAYBE, agreement, by, "who does it"),
    TYPED("until", VIEW_DATE, VIEW_MAYBE, agreement, until, ""),
};

static const struct view_field agreed_text = TEXT(NULL, 0, agreement, text, "what");
static const struct view_rule agreed = {
    .name = "agreed", .about = "What was agreed.", FIELDS(agreed_fields), .text = &agreed_text};

static struct view_attribute evidence_until(const struct view_source *source)
{
    const struct meeting *meeting = source->meeting;
    const char *last =
        meeting->day_count > 0 ? meeting->days[meeting->day_count - 1].date : meeting->date;
    if (meeting->evidence_until || !last || source->stage->evidence_days == 0)
        return text_any(meeting->evidence_until);
    return text_plain(numeral_working_day(last, source->stage->evidence_days, source->arena));
}

static const struct view_field session_fields[] = {
    TEXT("stage", 0, stage, id, "id of the stage"),
    TEXT("stage-name", 0, stage, name, ""),
    GOT("stage-no", VIEW_PLACE, 0, stage_no, "its place in the order of stages"),
    TEXT("number", VIEW_MAYBE, meeting, number, "of the minutes"),
    TYPED("date", VIEW_DATE, VIEW_MAYBE, meeting, date, "the first day"),
    TEXT("hour", VIEW_MAYBE, meeting, hour, "with its zone"),
    TEXT("place", VIEW_MAYBE, meeting, place, ""),
    TEXT("mode", VIEW_MAYBE, meeting, mode, ""),
    TEXT("assignment", VIEW_MAYBE, meeting, assignment,
         "number of the letter that sends assessors"),
    TYPED("assigned", VIEW_DATE, VIEW_MAYBE, meeting, assigned, "date of that letter"),
    GOT("evidence-until", VIEW_DATE, VIEW_MAYBE, evidence_until,
        "more evidence is taken until then: as it was given, or so many working days after the "
        "last day as the instrument says of the stage"),
};

static const struct view_child session_children[] = {
    {&day, 0, next_day},       {&assessor, 0, next_assessor}, {&participant, 0, next_participant},
    {&agenda, 0, next_agenda}, {&agreed, 0, next_agreed},
};

const struct view_rule rule_session = {
    .name = "session",
    .about = "A session of assessors and assessed.",
    FIELDS(session_fields),
    CHILDREN(session_children),
};

enum view_step next_schedule(struct view_source *source, size_t number)
{
    if (number == source->evaluation->period_count)
        return VIEW_END;
    source->period = &source->evaluation->schedule[number];
    source->stage = &source->instrument->stages[source->period->stage];
    return VIEW_HERE;
}

static const struct view_field schedule_fields[] = {
    TEXT("stage", 0, stage, id, "id of the stage"),
    TEXT("name", 0, stage, name, "of the stage"),
    TYPED("from", VIEW_DATE, 0, period, from, ""),
    TYPED("until", VIEW_DATE, 0, period, until, ""),
};

const struct view_rule rule_schedule = {
    .name = "schedule",
    .about = "When a stage takes place, as it was given in the evaluation.",
    FIELDS(schedule_fields),
};
