/* indicator of an institution; objection, what of it is contested; revised, what changed. */
#include "source.h"
#include "wording.h"

enum view_step next_indicator(struct view_source *source, size_t number)
{
    const struct instrument *instrument = source->instrument;
    if (source->standing->basis != BASIS_LEVELS || number == instrument->indicator_count)
        return VIEW_END;
    source->number = number;
    source->indicator = &instrument->indicators[number];
    source->aspect = &instrument->aspects[source->indicator->aspect];
    source->domain =
        source->aspect->domain == NONE ? NULL : &instrument->domains[source->aspect->domain];
    return VIEW_HERE;
}

static struct view_attribute capability(const struct view_source *source)
{
    return text_any(source->facts->wordings[source->number].capability);
}

static int32_t level_given(const struct view_source *source)
{
    return source->institution->levels[source->number];
}

static struct view_attribute level(const struct view_source *source)
{
    return source->facts->levels[level_given(source) - source->instrument->level_min];
}

static int32_t level_self(const struct view_source *source)
{
    const int32_t *self = source->institution->self;
    return self ? self[source->number] : LEVEL_NONE;
}

static struct view_attribute self(const struct view_source *source)
{
    const int32_t self = level_self(source);
    return self == LEVEL_NONE
               ? text_any(NULL)
               : text_fraction(source->facts, self, source->instrument->level_scale, source->arena);
}

static struct view_attribute level_name(const struct view_source *source)
{
    return level_band(source->facts->wordings[source->number].names,
                      (int64_t)level_given(source) * 100 / source->instrument->level_scale);
}

static struct view_attribute target(const struct view_source *source)
{
    return source->facts->target;
}

static struct view_attribute priority(const struct view_source *source)
{
    const size_t place = source->standing->priority[source->number];
    return place == 0 ? text_any(NULL) : text_whole(source->facts, (int64_t)place, source->arena);
}

static struct view_attribute step(const struct view_source *source)
{
    /* 3.5 is on the way from 3 to 4 */
    const int64_t reached = level_given(source) / source->instrument->level_scale;
    return level_text(&source->facts->wordings[source->number].steps, (reached + 1) * 100);
}

static struct view_attribute gain(const struct view_source *source)
{
    const struct plan_step step =
        step_from(source->instrument, source->number, level_given(source));
    return step.to == step.from ? text_any(NULL) : text_gain(source, &step);
}

static struct view_attribute difference(const struct view_source *source)
{
    const int32_t self = level_self(source);
    if (self == LEVEL_NONE)
        return text_any(NULL);
    return text_fraction(source->facts, (int64_t)level_given(source) - self,
                         source->instrument->level_scale, source->arena);
}

/* The stage that gave the final level where the institution's own is another: the last
 * whose level was not the one before; none where none did. */
static struct view_attribute changed_by(const struct view_source *source)
{
    const struct records *records = source->institution->records;
    const int32_t self = level_self(source);
    if (!records || !records->answers || self == LEVEL_NONE || self == level_given(source))
        return text_any(NULL);
    const struct answer *answer = &records->answers[source->number];
    const char *changed = NULL;
    int32_t before = self;
    for (size_t i = 0; i < answer->score_count; i++) {
        const struct score *score = &answer->scores[i];
        const struct stage *stage = &source->instrument->stages[score->stage];
        if (!stage->counts || score->level == LEVEL_NONE)
            continue;
        if (score->level != before)
            changed = stage->id;
        before = score->level;
    }
    return text_any(changed);
}

static const struct view_field indicator_fields[] = {
    TEXT("no", 0, indicator, no, ""),
    TEXT("aspect", 0, aspect, no, "the no of its aspect"),
    TEXT("domain", VIEW_MAYBE, domain, no, "the no of its domain"),
    TEXT("name", 0, indicator, name, ""),
    TEXT("short", VIEW_MAYBE, indicator, short_name, "its short name"),
    GOT("weight", VIEW_WEIGHT, 0, indicator_weight, "in percent"),
    GOT("exact-weight", VIEW_EXACT, VIEW_MAYBE, indicator_exact_weight, EXACT_WEIGHT),
    GOT("capability", VIEW_TEXT, VIEW_MAYBE, capability,
        "kind of capability, the key to the names of levels"),
    GOT("level", VIEW_LEVEL, 0, level, "the final level"),
    GOT("self", VIEW_LEVEL, VIEW_MAYBE, self, "that of the self-assessment"),
    GOT("level-name", VIEW_TEXT, VIEW_MAYBE, level_name,
        "name of the highest level of the capability that is not above it"),
    GOT("target", VIEW_LEVEL, 0, target, "the level to reach"),
    GOT("priority", VIEW_PLACE, VIEW_MAYBE, priority,
        "place in the order of what to raise first, where the target is not reached: weight × "
        "missing levels, then weight, then no"),
    GOT("step", VIEW_TEXT, VIEW_MAYBE, step, "what to do to reach the next level"),
    GOT("gain", VIEW_EXACT, VIEW_MAYBE, gain,
        "index points that the step to the next whole level brings: weight × what it is raised "
        "by; absent at the top"),
    GOT("difference", VIEW_STEPS, VIEW_MAYBE, difference,
        "final level less that of the self-assessment: `-2`, `0`, `1`; absent without one"),
    GOT("changed-by", VIEW_TEXT, VIEW_MAYBE, changed_by,
        "where they differ: id of the stage that gave the final level, the last whose level was "
        "not the one before"),
};

static const struct view_child indicator_children[] = {
    {&rule_score, 0, next_score},
    {&rule_evidence, 0, next_evidence},
};

const struct view_rule rule_indicator = {
    .name = "indicator",
    .about = "An indicator; there are none where only figures were published.",
    FIELDS(indicator_fields),
    CHILDREN(indicator_children),
    CONSTANT(7, indicator_count),
};

static enum view_step next_claim(struct view_source *source, size_t number)
{
    const struct objection *objection = source->objection;
    if (number == objection->claim_count)
        return VIEW_END;
    source->claim = &objection->claims[number];
    source->indicator = &source->instrument->indicators[source->claim->indicator];
    return VIEW_HERE;
}

static struct view_attribute level_text_of(const struct view_source *source, int32_t level)
{
    return level == LEVEL_NONE ? text_any(NULL)
                               : text_fraction(source->facts, level,
                                               source->instrument->level_scale, source->arena);
}

static struct view_attribute claim_level(const struct view_source *source)
{
    return level_text_of(source, source->claim->level);
}

/* The final level, where there are levels. */
static struct view_attribute claim_final(const struct view_source *source)
{
    const int32_t *levels = source->institution->levels;
    return level_text_of(source, levels ? levels[source->claim->indicator] : LEVEL_NONE);
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
    return level_text_of(source, source->level_before);
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
