#include "source.h"

/* The member that FIELD names; NULL where the source is not about such a thing. */
static const void *member(const struct view_source *source, const struct view_field *field)
{
    const char *const *base = (const void *)((const char *)source + field->base);
    return *base ? *base + field->offset : NULL;
}

static struct view_attribute hundredths_or_none(const struct view_source *source,
                                                int64_t hundredths)
{
    return hundredths == INDEX_NONE ? text_any(NULL)
                                    : text_hundredths(source->facts, hundredths, source->arena);
}

struct view_attribute text_count(const struct view_source *source, size_t count)
{
    return count == 0 ? text_any(NULL) : text_whole(source->facts, (int64_t)count, source->arena);
}

struct view_attribute text_given(const struct view_source *source, int32_t level)
{
    return level == LEVEL_NONE
               ? text_any(NULL)
               : text_level(source->facts, source->instrument, level, source->arena);
}

struct view_attribute source_field(const struct view_source *source, const struct view_field *field)
{
    if (field->get)
        return field->get(source);
    const void *at = member(source, field);
    if (!at)
        return text_any(NULL);
    if (field->type == VIEW_COUNT || field->type == VIEW_PLACE)
        return field->flags & VIEW_MAYBE
                   ? text_count(source, *(const size_t *)at)
                   : text_whole(source->facts, (int64_t) * (const size_t *)at, source->arena);
    if (field->type == VIEW_HUNDREDTHS || field->type == VIEW_SIGNED)
        return hundredths_or_none(source, *(const int64_t *)at);
    return text_any(*(const char *const *)at);
}

struct view_attribute value_index(const struct view_source *source)
{
    const struct exact_value *value = source->value;
    return value && value->whole != 0 ? hundredths_or_none(source, value->printed) : text_any(NULL);
}

struct view_attribute value_exact(const struct view_source *source)
{
    const struct exact_value *value = source->value;
    return value && value->whole != 0
               ? text_fraction(source->facts, value->sum, value->whole, source->arena)
               : text_any(NULL);
}

const struct answer *source_answer(const struct view_source *source)
{
    const struct records *records = source->institution->records;
    return records && records->answers ? &records->answers[source->number] : NULL;
}

void source_institution(struct view_source *source, size_t number)
{
    const struct evaluation *evaluation = source->evaluation;
    const struct standing *standing = &source->standings->all[number];
    const struct institution *institution = standing->institution;
    const size_t parent = source->standings->units_of[number];
    source->subject = number;
    source->standing = standing;
    source->institution = institution;
    source->group = &source->instrument->groups[institution->group];
    source->region = institution->region == NONE ? NULL : &evaluation->regions[institution->region];
    source->belongs_to = parent == NONE ? NULL : &evaluation->institutions[parent];
    source->grade = standing->grade;
    source->value = &standing->index;
    source->domains = standing->domains;
    source->aspects = standing->aspects;
}

void source_summary(struct view_source *source, const struct summary *summary)
{
    source->summary = summary;
    source->value = &summary->index;
    source->domains = summary->domains;
    source->aspects = summary->aspects;
}
