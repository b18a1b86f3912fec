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
    const struct facts *facts = source->facts;
    return facts->levels
               ? facts->levels[level_given(source) - source->instrument->level_min]
               : text_level(source->facts, source->instrument, level_given(source), source->arena);
}

static int32_t level_self(const struct view_source *source)
{
    const int32_t *self = source->institution->self;
    return self ? self[source->number] : LEVEL_NONE;
}

static struct view_attribute self(const struct view_source *source)
{
    return text_given(source, level_self(source));
}

static struct view_attribute level_name(const struct view_source *source)
{
    return level_band(source->facts->wordings[source->number].names,
                      instrument_hundredths(source->instrument, level_given(source)));
}

static struct view_attribute level_also(const struct view_source *source)
{
    return level_above(source->facts->wordings[source->number].also,
                       instrument_hundredths(source->instrument, level_given(source)));
}

/* What two decimals do not say. */
static struct view_attribute level_exact(const struct view_source *source)
{
    const struct instrument *instrument = source->instrument;
    const int64_t level = level_given(source);
    if (instrument_hundredths(instrument, level) * instrument->level_scale == level * 100)
        return text_any(NULL);
    return text_fraction(source->facts, level, instrument->level_scale, source->arena);
}

static bool is_pending(const struct view_source *source)
{
    return source->institution->pending && source->institution->pending[source->number];
}

static struct view_attribute pending(const struct view_source *source)
{
    return text_plain(is_pending(source) ? "yes" : NULL);
}

static struct view_attribute missing_source(const struct view_source *source)
{
    const struct answer *answer = source_answer(source);
    const char *other = answer ? answer->source : NULL;
    return text_any(other ? other : source->indicator->source);
}

static struct view_attribute target(const struct view_source *source)
{
    return source->facts->target;
}

static struct view_attribute priority(const struct view_source *source)
{
    return text_count(source, source->standing->priority[source->number]);
}

static struct view_attribute step(const struct view_source *source)
{
    const struct ladder_item *item = first_open_item(source);
    const int64_t level = level_given(source);
    const int64_t next = instrument_next_level(source->instrument, level);
    if (item)
        return text_any(item->text);
    if (next == level || is_pending(source))
        return text_any(NULL);
    return level_text(&source->facts->wordings[source->number].steps,
                      instrument_hundredths(source->instrument, next));
}

static struct view_attribute step_item(const struct view_source *source)
{
    const struct ladder_item *item = first_open_item(source);
    return text_any(item ? item->code : NULL);
}

static struct view_attribute next(const struct view_source *source)
{
    const int64_t level = level_given(source);
    const int64_t reached = instrument_next_level(source->instrument, level);
    return source->instrument->rung_count == 0 || reached == level || is_pending(source)
               ? text_any(NULL)
               : text_level(source->facts, source->instrument, reached, source->arena);
}

/* How many of its items are accepted, and apply; none where they were not judged. */
static struct view_attribute count_items(const struct view_source *source, bool accepted)
{
    const struct answer *answer = source_answer(source);
    size_t count = 0;
    if (!answer || !answer->items)
        return text_any(NULL);
    for (size_t i = 0; i < source->indicator->item_count; i++)
        count += accepted ? answer->items[i].state == ITEM_ACCEPTED
                          : answer->items[i].state != ITEM_NOT_APPLICABLE;
    return text_whole(source->facts, (int64_t)count, source->arena);
}

static struct view_attribute accepted(const struct view_source *source)
{
    return count_items(source, true);
}

static struct view_attribute applicable(const struct view_source *source)
{
    return count_items(source, false);
}

static struct view_attribute reckoned(const struct view_source *source)
{
    const struct answer *answer = source_answer(source);
    return answer && answer->items
               ? text_level(source->facts, source->instrument, answer->reckoned, source->arena)
               : text_any(NULL);
}

static struct view_attribute uploaded(const struct view_source *source)
{
    const struct answer *answer = source_answer(source);
    return text_plain(answer ? tick_word(answer->uploaded) : NULL);
}

static struct view_attribute interviewed(const struct view_source *source)
{
    const struct answer *answer = source_answer(source);
    return text_plain(answer ? tick_word(answer->interviewed) : NULL);
}

static struct view_attribute approved(const struct view_source *source)
{
    const struct answer *answer = source_answer(source);
    return text_plain(answer ? tick_word(answer->approved) : NULL);
}

static struct view_attribute gain(const struct view_source *source)
{
    const struct plan_step step =
        step_from(source->instrument, source->number, level_given(source));
    return step.to == step.from || is_pending(source) ? text_any(NULL) : text_gain(source, &step);
}

static struct view_attribute difference(const struct view_source *source)
{
    const int32_t self = level_self(source);
    if (self == LEVEL_NONE)
        return text_any(NULL);
    return text_level(source->facts, source->instrument, (int64_t)level_given(source) - self,
                      source->arena);
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
    GOT("exact", VIEW_EXACT, VIEW_MAYBE, level_exact,
        "the same, exactly, where items gave it and two decimals do not say it"),
    CHOSEN("pending", VIEW_MAYBE, "yes", pending,
           "it waits for the index of another body, and counts as the instrument says meanwhile"),
    GOT("source", VIEW_TEXT, VIEW_MAYBE, missing_source, "that index"),
    GOT("self", VIEW_LEVEL, VIEW_MAYBE, self, "that of the self-assessment"),
    GOT("level-name", VIEW_TEXT, VIEW_MAYBE, level_name,
        "name of the highest level of the capability that is not above it"),
    GOT("level-also", VIEW_TEXT, VIEW_MAYBE, level_also,
        "its second name, as assessors use it: of the highest level that is below it"),
    GOT("target", VIEW_LEVEL, 0, target, "the level to reach"),
    GOT("priority", VIEW_PLACE, VIEW_MAYBE, priority,
        "place in the order of what to raise first, where the target is not reached: weight × "
        "missing levels, then weight, then no"),
    GOT("step", VIEW_TEXT, VIEW_MAYBE, step,
        "what to do to reach the next level; where items were judged, the first open one"),
    GOT("step-item", VIEW_TEXT, VIEW_MAYBE, step_item, "the code of that item"),
    GOT("next", VIEW_LEVEL, VIEW_MAYBE, next,
        "the next rung, of an instrument with a ladder; absent at the top"),
    GOT("gain", VIEW_EXACT, VIEW_MAYBE, gain,
        "index points that the step to the next whole level or rung brings: weight × what it is "
        "raised by; absent at the top"),
    GOT("difference", VIEW_STEPS, VIEW_MAYBE, difference,
        "final level less that of the self-assessment: `-2`, `0`, `1`; absent without one"),
    GOT("changed-by", VIEW_TEXT, VIEW_MAYBE, changed_by,
        "where they differ: id of the stage that gave the final level, the last whose level was "
        "not the one before"),
    GOT("accepted", VIEW_COUNT, VIEW_MAYBE, accepted, "how many of its items are accepted"),
    GOT("applicable", VIEW_COUNT, VIEW_MAYBE, applicable, "how many of its items apply"),
    GOT("reckoned", VIEW_LEVEL, VIEW_MAYBE, reckoned, "the level that its items come to"),
    CHOSEN("uploaded", VIEW_MAYBE, "yes no not-applicable", uploaded, "as the assessors ticked it"),
    CHOSEN("interviewed", VIEW_MAYBE, "yes no not-applicable", interviewed, "the same"),
    CHOSEN("approved", VIEW_MAYBE, "yes no not-applicable", approved, "the same"),
};

static const struct view_child indicator_children[] = {
    {&rule_score, 0, next_score},
    {&rule_evidence, 0, next_evidence},
    {&rule_item, 0, next_item},
    {&rule_note, VIEW_ONE, next_note},
    {&rule_recommendation, VIEW_ONE, next_recommendation},
};

enum view_step next_awaited(struct view_source *source, size_t number)
{
    if (!source->institution->pending || number == source->instrument->indicator_count)
        return VIEW_END;
    source->number = number;
    source->indicator = &source->instrument->indicators[number];
    return is_pending(source) ? VIEW_HERE : VIEW_SKIP;
}

static const struct view_field awaited_fields[] = {
    TEXT("indicator", 0, indicator, no, "its number"),
    GOT("source", VIEW_TEXT, 0, missing_source, "the index that it waits for"),
};

const struct view_rule rule_awaited = {
    .name = "awaited",
    .about = "An indicator that waits for the index of another body.",
    FIELDS(awaited_fields),
};

const struct view_rule rule_indicator = {
    .name = "indicator",
    .about = "An indicator; there are none where only figures were published.",
    FIELDS(indicator_fields),
    CHILDREN(indicator_children),
    CONSTANT(7, indicator_count),
};
