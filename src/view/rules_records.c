/* What assessors wrote down: score, evidence, session, application, shortfall. */
#include "source.h"

static const struct answer *answer_of(const struct view_source *source)
{
    const struct records *records = source->institution->records;
    return records && records->answers ? &records->answers[source->number] : NULL;
}

enum view_step next_score(struct view_source *source, size_t number)
{
    const struct answer *answer = answer_of(source);
    if (!answer || number == answer->score_count)
        return VIEW_END;
    source->score = &answer->scores[number];
    source->stage = &source->instrument->stages[source->score->stage];
    return VIEW_HERE;
}

struct view_attribute score_level(const struct view_source *source)
{
    const int32_t level = source->score->level;
    return level == LEVEL_NONE ? text_any(NULL)
                               : text_fraction(source->facts, level,
                                               source->instrument->level_scale, source->arena);
}

struct view_attribute stage_no(const struct view_source *source)
{
    const ptrdiff_t before = source->stage - source->instrument->stages;
    return text_whole(source->facts, before + 1, source->arena);
}

static struct view_attribute verdict(const struct view_source *source)
{
    return text_plain(verdict_word(source->score->verdict));
}

static struct view_attribute copied(const struct view_source *source)
{
    return text_plain(source->score->copied ? "yes" : NULL);
}

static enum view_step next_text(const char *text, size_t number)
{
    return text && number == 0 ? VIEW_HERE : VIEW_END;
}

static enum view_step next_fact(struct view_source *source, size_t number)
{
    return next_text(source->score->fact, number);
}

static enum view_step next_analysis(struct view_source *source, size_t number)
{
    return next_text(source->score->analysis, number);
}

static enum view_step next_reason(struct view_source *source, size_t number)
{
    return next_text(source->score->reason, number);
}

static const struct view_field fact_text = TEXT(NULL, 0, score, fact, "");
static const struct view_field analysis_text = TEXT(NULL, 0, score, analysis, "");
static const struct view_field reason_text = TEXT(NULL, 0, score, reason, "");

static const struct view_rule fact = {
    .name = "fact", .about = "What was found.", .text = &fact_text};
static const struct view_rule analysis = {
    .name = "analysis", .about = "What it means.", .text = &analysis_text};
static const struct view_rule reason = {
    .name = "reason", .about = "Why the level was given.", .text = &reason_text};

static const struct view_field score_fields[] = {
    TEXT("stage", 0, stage, id, "id of the stage"),
    TEXT("name", 0, stage, name, "of the stage"),
    GOT("stage-no", VIEW_PLACE, 0, stage_no, "its place in the order of stages"),
    GOT("level", VIEW_LEVEL, VIEW_MAYBE, score_level, ""),
    CHOSEN("verdict", VIEW_MAYBE, "valid invalid", verdict, ""),
    CHOSEN("copied", VIEW_MAYBE, "yes", copied,
           "the stage gave no level of its own, so that the one before stands"),
};

static const struct view_child score_children[] = {
    {&fact, VIEW_ONE, next_fact},
    {&analysis, VIEW_ONE, next_analysis},
    {&reason, VIEW_ONE, next_reason},
};

const struct view_rule rule_score = {
    .name = "score",
    .about = "What a stage gave for the indicator, in the order of the stages.",
    FIELDS(score_fields),
    CHILDREN(score_children),
};

enum view_step next_evidence(struct view_source *source, size_t number)
{
    const struct answer *answer = answer_of(source);
    if (!answer || number == answer->evidence_count)
        return VIEW_END;
    source->evidence = &answer->evidence[number];
    return VIEW_HERE;
}

static struct view_attribute evidence_status(const struct view_source *source)
{
    return text_plain(evidence_word(source->evidence->status));
}

static const struct view_field evidence_fields[] = {
    TEXT("kind", 0, evidence, kind, ""),
    TEXT("title", 0, evidence, title, ""),
    CHOSEN("status", VIEW_MAYBE, "draft enacted unwritten outdated", evidence_status, ""),
};

const struct view_rule rule_evidence = {
    .name = "evidence",
    .about = "What was shown for the indicator.",
    FIELDS(evidence_fields),
};

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

enum view_step next_application(struct view_source *source, size_t number)
{
    const struct records *records = source->institution->records;
    if (!records || number == records->application_count)
        return VIEW_END;
    source->application = &records->applications[number];
    return VIEW_HERE;
}

static const struct view_field application_fields[] = {
    TEXT("name", 0, application, name, ""),
    TEXT("service", VIEW_MAYBE, application, service, ""),
    TEXT("status", VIEW_MAYBE, application, status, ""),
    TEXT("hosting", VIEW_MAYBE, application, hosting, ""),
};

const struct view_rule rule_application = {
    .name = "application",
    .about = "An application that the institution runs.",
    FIELDS(application_fields),
};

enum view_step next_shortfall(struct view_source *source, size_t number)
{
    const struct records *records = source->institution->records;
    if (!records || number == records->shortfall_count)
        return VIEW_END;
    source->shortfall = &records->shortfalls[number];
    return VIEW_HERE;
}

static struct view_attribute shortfall_kind(const struct view_source *source)
{
    return text_plain(shortfall_word(source->shortfall->kind));
}

static const struct view_field shortfall_fields[] = {
    CHOSEN("kind", 0, "network server application integration people policy document",
           shortfall_kind, ""),
};

static const struct view_field shortfall_text = TEXT(NULL, 0, shortfall, text, "what is missing");

const struct view_rule rule_shortfall = {
    .name = "shortfall",
    .about = "What the institution lacks.",
    FIELDS(shortfall_fields),
    .text = &shortfall_text,
};
