/* What assessors wrote down: score, evidence, item, note, recommendation, application,
 * shortfall. */
#include "source.h"

#include "rapor/read/ladder.h"

enum view_step next_score(struct view_source *source, size_t number)
{
    const struct answer *answer = source_answer(source);
    if (!answer || number == answer->score_count)
        return VIEW_END;
    source->score = &answer->scores[number];
    source->stage = &source->instrument->stages[source->score->stage];
    return VIEW_HERE;
}

struct view_attribute score_level(const struct view_source *source)
{
    return text_given(source, source->score->level);
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
    const struct answer *answer = source_answer(source);
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

static bool is_open(const struct judged_item *judged)
{
    return judged->state == ITEM_MISSING || judged->state == ITEM_UNSUITABLE;
}

const struct ladder_item *first_open_item(const struct view_source *source)
{
    const struct answer *answer = source_answer(source);
    const struct ladder_item *asked = &source->instrument->items[source->indicator->item_first];
    for (size_t i = 0; answer && answer->items && i < source->indicator->item_count; i++)
        if (is_open(&answer->items[i]))
            return &asked[i];
    return NULL;
}

/* The place of the indicator's item NUMBER among the open ones of the rung that comes next. */
static size_t turn_of(const struct view_source *source, size_t number)
{
    const struct judged_item *judged = source_answer(source)->items;
    const struct ladder_item *asked = &source->instrument->items[source->indicator->item_first];
    const size_t rung = ladder_open(source->instrument, source->number, judged);
    size_t turn = 0;
    if (asked[number].rung != rung || !is_open(&judged[number]))
        return 0;
    for (size_t i = 0; i <= number; i++)
        turn += asked[i].rung == rung && is_open(&judged[i]);
    return turn;
}

enum view_step next_item(struct view_source *source, size_t number)
{
    const struct answer *answer = source_answer(source);
    if (!answer || !answer->items || number == source->indicator->item_count)
        return VIEW_END;
    source->proof.asked = &source->instrument->items[source->indicator->item_first + number];
    source->proof.judged = &answer->items[number];
    source->proof.turn = turn_of(source, number);
    return VIEW_HERE;
}

static struct view_attribute rung(const struct view_source *source)
{
    return text_whole(source->facts, (int64_t)source->proof.asked->rung + 1, source->arena);
}

static struct view_attribute state(const struct view_source *source)
{
    return text_plain(item_word(source->proof.judged->state));
}

static struct view_attribute turn(const struct view_source *source)
{
    return text_count(source, source->proof.turn);
}

static const struct view_field item_text = TEXT(NULL, 0, proof.asked, text, "what is asked for");
static const struct view_field item_fields[] = {
    TEXT("code", 0, proof.asked, code, ""),
    GOT("rung", VIEW_PLACE, 0, rung, "which rung it belongs to, from 1, the lowest"),
    CHOSEN("state", 0, "missing unsuitable accepted closed not-applicable", state,
           "`closed`: not looked at while a lower rung is open"),
    GOT("turn", VIEW_PLACE, VIEW_MAYBE, turn,
        "its place in the order in which to close what the next rung lacks"),
    TEXT("document", VIEW_MAYBE, proof.judged, document, "what was uploaded"),
    TEXT("note", VIEW_MAYBE, proof.judged, note, "the assessors' note"),
};

const struct view_rule rule_item = {
    .name = "item",
    .about = "A piece of evidence that is asked for, the lower rungs first; none where they were "
             "not judged.",
    FIELDS(item_fields),
    .text = &item_text,
};

static enum view_step next_remark(const char *text, size_t number)
{
    return text && number == 0 ? VIEW_HERE : VIEW_END;
}

enum view_step next_note(struct view_source *source, size_t number)
{
    const struct answer *answer = source_answer(source);
    return next_remark(answer ? answer->note : NULL, number);
}

enum view_step next_recommendation(struct view_source *source, size_t number)
{
    const struct answer *answer = source_answer(source);
    return next_remark(answer ? answer->recommendation : NULL, number);
}

static struct view_attribute note(const struct view_source *source)
{
    return text_any(source_answer(source)->note);
}

static struct view_attribute recommendation(const struct view_source *source)
{
    return text_any(source_answer(source)->recommendation);
}

static const struct view_field note_text = GOT(NULL, VIEW_TEXT, 0, note, "");
static const struct view_field recommendation_text = GOT(NULL, VIEW_TEXT, 0, recommendation, "");

const struct view_rule rule_note = {
    .name = "note", .about = "What the assessors noted.", .text = &note_text};
const struct view_rule rule_recommendation = {.name = "recommendation",
                                              .about = "What the assessors recommended.",
                                              .text = &recommendation_text};

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
