/* What was contested and changed: objection, revised. */
#include "source.h"

static enum view_step next_claim(struct view_source *source, size_t number)
{
    const struct objection *objection = source->objection;
    if (number == objection->claim_count)
        return VIEW_END;
    source->claim = &objection->claims[number];
    source->indicator = &source->instrument->indicators[source->claim->indicator];
    return VIEW_HERE;
}

static struct view_attribute claim_level(const struct view_source *source)
{
    return text_given(source, source->claim->level);
}

/* The final level, where there are levels. */
static struct view_attribute claim_final(const struct view_source *source)
{
    const int32_t *levels = source->institution->levels;
    return text_given(source, levels ? levels[source->claim->indicator] : LEVEL_NONE);
}

static struct view_attribute outcome(const struct view_source *source)
{
    return text_plain(outcome_word(source->claim->outcome));
}

static enum view_step next_ground(struct view_source *source, size_t number)
{
    return source->claim->ground && number == 0 ? VIEW_HERE : VIEW_END;
}

static enum view_step next_reply(struct view_source *source, size_t number)
{
    return source->claim->reply && number == 0 ? VIEW_HERE : VIEW_END;
}

static const struct view_field ground_text = TEXT(NULL, 0, claim, ground, "");
static const struct view_rule ground = {
    .name = "ground", .about = "What it says for itself.", .text = &ground_text};
static const struct view_field reply_text = TEXT(NULL, 0, claim, reply, "");
static const struct view_rule reply = {
    .name = "reply", .about = "What it is answered.", .text = &reply_text};

static const struct view_field claim_fields[] = {
    TEXT("no", 0, indicator, no, "of the indicator"),
    TEXT("name", 0, indicator, name, "of the indicator"),
    TEXT("short", VIEW_MAYBE, indicator, short_name, "its short name"),
    GOT("level", VIEW_LEVEL, 0, claim_level, "that it should be"),
    GOT("final", VIEW_LEVEL, VIEW_MAYBE, claim_final, "that it is"),
    CHOSEN("outcome", VIEW_MAYBE, "accepted rejected", outcome, ""),
};
static const struct view_child claim_children[] = {{&ground, VIEW_ONE, next_ground},
                                                   {&reply, VIEW_ONE, next_reply}};
static const struct view_rule claim = {
    .name = "claim",
    .about = "A level that is contested.",
    FIELDS(claim_fields),
    CHILDREN(claim_children),
};

enum view_step next_objection(struct view_source *source, size_t number)
{
    const struct records *records = source->institution->records;
    if (!records || !records->objection || number > 0)
        return VIEW_END;
    source->objection = records->objection;
    return VIEW_HERE;
}

static const struct view_field objection_fields[] = {
    TEXT("number", VIEW_MAYBE, objection, number, "of its letter"),
    TYPED("date", VIEW_DATE, VIEW_MAYBE, objection, date, "of its letter"),
    TEXT("answer", VIEW_MAYBE, objection, answer, "number of the letter that answers"),
    TYPED("answered", VIEW_DATE, VIEW_MAYBE, objection, answered, "date of that letter"),
};
static const struct view_child objection_children[] = {{&claim, VIEW_NEEDED, next_claim}};
const struct view_rule rule_objection = {
    .name = "objection",
    .about = "An objection to levels, and what it was answered.",
    FIELDS(objection_fields),
    CHILDREN(objection_children),
};

/* The level that the stages before SCORE came to; LEVEL_NONE where none of them counts. */
static int32_t level_before(const struct instrument *instrument, const struct answer *answer,
                            const struct score *score)
{
    int32_t level = LEVEL_NONE;
    for (const struct score *at = answer->scores; at < score; at++)
        if (instrument->stages[at->stage].counts && at->level != LEVEL_NONE)
            level = at->level;
    return level;
}

/* All scores of all indicators are gone through. */
enum view_step next_revised(struct view_source *source, size_t number)
{
    const struct records *records = source->institution->records;
    const struct instrument *instrument = source->instrument;
    const size_t stages = instrument->stage_count;
    if (!records || !records->answers || number == instrument->indicator_count * stages)
        return VIEW_END;
    const struct answer *answer = &records->answers[number / stages];
    if (number % stages >= answer->score_count)
        return VIEW_SKIP;
    source->score = &answer->scores[number % stages];
    source->stage = &instrument->stages[source->score->stage];
    source->indicator = &instrument->indicators[number / stages];
    source->level_before = level_before(instrument, answer, source->score);
    const bool changed = source->stage->counts && source->score->level != LEVEL_NONE &&
                         source->level_before != LEVEL_NONE &&
                         source->score->level != source->level_before;
    return changed ? VIEW_HERE : VIEW_SKIP;
}

static struct view_attribute revised_before(const struct view_source *source)
{
    return text_given(source, source->level_before);
}

static const struct view_field revised_fields[] = {
    TEXT("no", 0, indicator, no, "of the indicator"),
    TEXT("name", 0, indicator, name, "of the indicator"),
    TEXT("short", VIEW_MAYBE, indicator, short_name, "its short name"),
    TEXT("stage", 0, stage, id, "id of the stage"),
    TEXT("stage-name", 0, stage, name, ""),
    GOT("stage-no", VIEW_PLACE, 0, stage_no, "its place in the order of stages"),
    GOT("before", VIEW_LEVEL, 0, revised_before, "what the stages before it came to"),
    GOT("level", VIEW_LEVEL, 0, score_level, "what it gave"),
};
static const struct view_field revised_text = TEXT(NULL, 0, score, reason, "why");
const struct view_rule rule_revised = {
    .name = "revised",
    .about = "A level that a stage changed which stages before it had given.",
    FIELDS(revised_fields),
    .text = &revised_text,
};
