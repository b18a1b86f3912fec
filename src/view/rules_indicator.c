/* indicator of an institution. */
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

static struct view_attribute weight(const struct view_source *source)
{
    return text_weight(source, source->indicator->weight);
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
    GOT("weight", VIEW_WEIGHT, 0, weight, "in percent"),
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
