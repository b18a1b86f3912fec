/* difference, plan, peer and member. */
#include "insight.h"
#include "source.h"

#include <stdlib.h>

static enum view_step difference_at(struct view_source *source, size_t number)
{
    if (number == source->differences.count)
        return VIEW_END;
    source->difference = &source->differences.items[number];
    return VIEW_HERE;
}

enum view_step next_difference(struct view_source *source, size_t number)
{
    if (number == 0)
        source->differences = differences_of(source->standings, source->subject, source->arena);
    return difference_at(source, number);
}

enum view_step next_difference_of_group(struct view_source *source, size_t number)
{
    const size_t group = source->group ? source->subject : NONE;
    if (number == 0)
        source->differences = differences_of_group(source->standings, group, source->arena);
    return difference_at(source, number);
}

static struct view_attribute compared(const struct view_source *source)
{
    return text_plain(difference_name(source->difference));
}

static struct view_attribute part_no(const struct view_source *source)
{
    return text_any(difference_no(source->difference, source->instrument));
}

static struct view_attribute figure(const struct view_source *source, const char *grade,
                                    int64_t hundredths)
{
    if (source->difference->of == COMPARED_GRADE)
        return text_any(grade);
    return hundredths == INDEX_NONE ? text_any(NULL)
                                    : text_hundredths(source->facts, hundredths, source->arena);
}

static struct view_attribute published(const struct view_source *source)
{
    return figure(source, source->difference->published_grade, source->difference->published);
}

static struct view_attribute computed(const struct view_source *source)
{
    return figure(source, source->difference->computed_grade, source->difference->computed);
}

static struct view_attribute size(const struct view_source *source)
{
    return figure(source, NULL,
                  llabs(source->difference->published - source->difference->computed));
}

static const struct view_field difference_fields[] = {
    CHOSEN("of", 0, "index grade domain aspect", compared, ""),
    GOT("no", VIEW_TEXT, VIEW_MAYBE, part_no, "of the domain or aspect"),
    GOT("published", VIEW_TEXT, 0, published, "the figure, or the name of the grade"),
    GOT("computed", VIEW_TEXT, 0, computed, "the same"),
    GOT("size", VIEW_HUNDREDTHS, VIEW_MAYBE, size, "how far the figures are apart"),
};

const struct view_rule rule_difference = {
    .name = "difference",
    .about = "What was published and is not what is computed.",
    FIELDS(difference_fields),
};

static struct view_attribute level_of(const struct view_source *source, int32_t level)
{
    return text_level(source->facts, source->instrument, level, source->arena);
}

/* Most steps raise by a whole level. */
struct view_attribute text_gain(const struct view_source *source, const struct plan_step *step)
{
    const struct instrument *instrument = source->instrument;
    if (step->to - step->from == instrument->level_scale)
        return source->facts->gains[step->indicator];
    return text_fraction(source->facts, step->gain,
                         (__int128)instrument->weight_total * instrument->level_scale,
                         source->arena);
}

static enum view_step next_step(struct view_source *source, size_t number)
{
    if (number == source->plan->count)
        return VIEW_END;
    source->step = &source->plan->steps[number];
    source->number = source->step->indicator;
    source->indicator = &source->instrument->indicators[source->number];
    return VIEW_HERE;
}

static struct view_attribute from(const struct view_source *source)
{
    return level_of(source, source->step->from);
}

static struct view_attribute to(const struct view_source *source)
{
    return level_of(source, source->step->to);
}

static struct view_attribute step_gain(const struct view_source *source)
{
    return text_gain(source, source->step);
}

static const struct view_field step_fields[] = {
    TEXT("indicator", 0, indicator, no, "the no of the indicator"),
    TEXT("short", VIEW_MAYBE, indicator, short_name, "its short name"),
    GOT("from", VIEW_LEVEL, 0, from, ""),
    GOT("to", VIEW_LEVEL, 0, to, ""),
    GOT("gain", VIEW_EXACT, 0, step_gain, "in index points"),
};

static const struct view_rule step = {
    .name = "step",
    .about = "A step of the plan: heavier indicators first, the steps of one together.",
    FIELDS(step_fields),
    CONSTANT(2, indicator_count),
};

enum view_step next_plan(struct view_source *source, size_t number)
{
    source->plan = number == 0 ? insight_plan(source->facts->insight, source->subject) : NULL;
    if (!source->plan)
        return VIEW_END;
    source->grade = source->plan->grade;
    source->value = &source->plan->index;
    return VIEW_HERE;
}

static struct view_attribute plan_gain(const struct view_source *source)
{
    return text_fraction(source->facts, source->plan->gain, source->plan->index.whole,
                         source->arena);
}

static const struct view_field plan_fields[] = {
    TEXT("grade", 0, grade, name, "that it leads to"),
    INDEX(0, "that it leads to"),
    EXACT(0, "the same, exactly"),
    GOT("gain", VIEW_EXACT, 0, plan_gain, "in index points"),
    COUNT("steps", VIEW_PLACE, plan, count, "how many there are"),
};

static const struct view_child plan_children[] = {{&step, VIEW_NEEDED, next_step}};

const struct view_rule rule_plan = {
    .name = "plan",
    .about = "The shortest way to the next better grade.",
    FIELDS(plan_fields),
    CHILDREN(plan_children),
};

/* Finds those to ask about one aspect, of whoever asks. */
typedef size_t finder(const struct view_source *source, size_t *found);

static enum view_step next_adviser(struct view_source *source, size_t number, finder *find)
{
    struct advice *advice = &source->advice;
    if (number == 0)
        *advice = (struct advice){.asker = source->subject};
    while (advice->at == advice->count) {
        if (advice->next == source->instrument->aspect_count)
            return VIEW_END;
        advice->aspect = advice->next++;
        advice->at = 0;
        advice->count = find(source, advice->found);
    }
    source_institution(source, advice->found[advice->at++]);
    source->aspect = &source->instrument->aspects[advice->aspect];
    return VIEW_HERE;
}

static size_t find_peers(const struct view_source *source, size_t *found)
{
    const struct peers *peers = source->facts->peers;
    const struct advice *advice = &source->advice;
    return peers_needed(peers, advice->asker, advice->aspect)
               ? peers_find(peers, advice->asker, advice->aspect, found)
               : 0;
}

static size_t find_in_region(const struct view_source *source, size_t *found)
{
    const struct advice *advice = &source->advice;
    return peers_in_region(source->facts->peers, advice->asker, advice->aspect, found);
}

static size_t find_in_parent(const struct view_source *source, size_t *found)
{
    const struct advice *advice = &source->advice;
    return peers_in_parent(source->facts->peers, advice->asker, advice->aspect, found);
}

enum view_step next_peer(struct view_source *source, size_t number)
{
    return next_adviser(source, number, find_peers);
}

enum view_step next_member_of_region(struct view_source *source, size_t number)
{
    return next_adviser(source, number, find_in_region);
}

enum view_step next_member_of_parent(struct view_source *source, size_t number)
{
    return next_adviser(source, number, find_in_parent);
}

static struct view_attribute adviser_level(const struct view_source *source)
{
    const int64_t printed = source->aspects[source->advice.aspect].printed;
    return printed == INDEX_NONE ? text_any(NULL)
                                 : text_hundredths(source->facts, printed, source->arena);
}

static const struct view_field adviser_fields[] = {
    TEXT("aspect", 0, aspect, no, "the no of the aspect"),
    TEXT("code", 0, institution, code, "of whom to ask"),
    TEXT("name", 0, institution, name, "of whom to ask"),
    TEXT("group", 0, group, id, "id of its group"),
    TEXT("region", VIEW_MAYBE, region, code, "code of its region"),
    GOT("level", VIEW_HUNDREDTHS, 0, adviser_level, "its value in that aspect"),
    INDEX(0, "its index"),
    TEXT("group-name", 0, group, name, "name of its group"),
    TEXT("region-name", VIEW_MAYBE, region, name, "name of its region"),
    TEXT("addressee", VIEW_MAYBE, institution, addressee, "whom to write to"),
    TEXT("seat", VIEW_MAYBE, institution, seat, "where to write to"),
};

const struct view_rule rule_peer = {
    .name = "peer",
    .about = "Whom an institution can learn from.",
    FIELDS(adviser_fields),
};

const struct view_rule rule_member = {
    .name = "member",
    .about = "Which of its own members to ask about an aspect.",
    FIELDS(adviser_fields),
};
