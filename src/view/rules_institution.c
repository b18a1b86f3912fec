/* institution. */
#include "insight.h"
#include "source.h"

#include "rapor/base/arena.h"

static struct view_attribute basis(const struct view_source *source)
{
    switch (source->standing->basis) {
    case BASIS_NONE:
        return text_plain("none");
    case BASIS_LEVELS:
        return text_plain("levels");
    case BASIS_PUBLISHED:
        return text_plain("published");
    }
    return text_any(NULL);
}

static struct view_attribute status(const struct view_source *source)
{
    return text_plain(source->institution->assessed ? "assessed" : "not-assessed");
}

static struct view_attribute place(const struct view_source *source)
{
    return text_whole(source->facts, (int64_t)source->facts->places[source->subject],
                      source->arena);
}

static struct view_attribute code(const struct view_source *source)
{
    const char *text = insight_code(source->facts->insight, source->subject);
    return text ? text_plain(arena_strdup(source->arena, text)) : text_any(NULL);
}

static struct view_attribute settled(const struct view_source *source)
{
    const struct standing *standing = source->standing;
    return standing->pending == 0 || standing->settled.whole == 0
               ? text_any(NULL)
               : text_hundredths(source->facts, standing->settled.printed, source->arena);
}

static struct view_attribute settled_exact(const struct view_source *source)
{
    const struct standing *standing = source->standing;
    return standing->pending == 0 || standing->settled.whole == 0
               ? text_any(NULL)
               : text_fraction(source->facts, standing->settled.sum, standing->settled.whole,
                               source->arena);
}

static struct view_attribute self(const struct view_source *source)
{
    const struct exact_value *self = &source->standing->self;
    return source->instrument->rung_count == 0 || self->whole == 0
               ? text_any(NULL)
               : text_hundredths(source->facts, self->printed, source->arena);
}

/* How many of an institution's indicators in the aspect wait. */
static size_t waiting(const struct view_source *source)
{
    const bool *pending =
        source->summary || !source->institution ? NULL : source->institution->pending;
    size_t count = 0;
    for (size_t i = 0; pending && i < source->instrument->indicator_count; i++)
        count += pending[i] && source->instrument->indicators[i].aspect == source->number;
    return count;
}

struct view_attribute aspect_pending(const struct view_source *source)
{
    return text_count(source, waiting(source));
}

struct view_attribute aspect_settled(const struct view_source *source)
{
    if (waiting(source) == 0)
        return text_any(NULL);
    const struct exact_value *value = &source->standing->settled_aspects[source->number];
    return value->whole == 0 ? text_any(NULL)
                             : text_hundredths(source->facts, value->printed, source->arena);
}

static enum view_step next_rank(struct view_source *source, size_t number)
{
    if (number == source->instrument->scope_count)
        return VIEW_END;
    source->number = number;
    source->scope = &source->instrument->scopes[number];
    source->rank = &source->standing->ranks[number];
    return source->rank->position != 0 ? VIEW_HERE : VIEW_SKIP;
}

static const struct view_field rank_fields[] = {
    TEXT("scope", 0, scope, id, "id of the scope"),
    TEXT("name", 0, scope, name, "of the scope"),
    COUNT("position", VIEW_PLACE, rank, position, ""),
    COUNT("of", VIEW_PLACE, rank, of, "how many are ranked"),
    COUNT("tied", VIEW_PLACE, rank, tied, "how many share the position, itself included"),
};

static const struct view_rule rank = {
    .name = "rank",
    .about = "A scope that the institution takes part in. Positions go 1 2 2 4.",
    FIELDS(rank_fields),
    CONSTANT(2, scope_count),
};

static enum view_step next_published(struct view_source *source, size_t number)
{
    const struct published *published = source->institution->published;
    if (number > 0 || !published || (published->index == INDEX_NONE && !published->grade))
        return VIEW_END;
    source->published = published;
    return VIEW_HERE;
}

static const struct view_field published_fields[] = {
    HUNDREDTHS("index", VIEW_MAYBE, published, index, ""),
    TEXT("grade", VIEW_MAYBE, published, grade, ""),
};

static const struct view_rule published = {
    .name = "published",
    .about = "What was published elsewhere.",
    FIELDS(published_fields),
};

static enum view_step next_history(struct view_source *source, size_t number)
{
    if (number == source->institution->history_count)
        return VIEW_END;
    source->history = &source->institution->history[number];
    return VIEW_HERE;
}

static const struct view_field history_fields[] = {
    TEXT("year", 0, history, year, ""),
    TEXT("instrument", VIEW_MAYBE, history, instrument, "its id"),
    HUNDREDTHS("index", VIEW_MAYBE, history, index, ""),
    TEXT("grade", VIEW_MAYBE, history, grade, ""),
};

static const struct view_rule history = {
    .name = "history",
    .about = "An earlier result; the oldest first.",
    FIELDS(history_fields),
};

static const struct view_field fields[] = {
    TEXT("code", 0, institution, code, ""),
    TEXT("name", 0, institution, name, ""),
    TEXT("group", 0, group, id, "id of its group"),
    TEXT("region", VIEW_MAYBE, region, code, "code of its region"),
    TEXT("parent", VIEW_MAYBE, institution, parent, "code of the institution it belongs to"),
    INDEX(VIEW_MAYBE, "its result; absent where there is none"),
    EXACT(VIEW_MAYBE, "the same, exactly"),
    TEXT("grade", VIEW_MAYBE, grade, name, "the grade that it earns, or that was published"),
    CHOSEN("basis", 0, "levels published none", basis,
           "what the result is made from; `published`: taken over and not computed again"),
    CHOSEN("status", 0, "assessed not-assessed", status, ""),
    TEXT("reason", VIEW_MAYBE, institution, reason, "why it was not assessed"),
    GOT("n", VIEW_PLACE, 0, place,
        "its place in the list of all: best index first, then name, then code; without index "
        "last; each number once"),
    TEXT("group-name", 0, group, name, "name of its group"),
    TEXT("region-name", VIEW_MAYBE, region, name, "name of its region"),
    TEXT("parent-name", VIEW_MAYBE, belongs_to, name, "name of the institution it belongs to"),
    TEXT("addressee", VIEW_MAYBE, institution, addressee, "whom letters go to"),
    TEXT("seat", VIEW_MAYBE, institution, seat, "where letters go"),
    TEXT("salutation", VIEW_MAYBE, institution, salutation,
         "how letters speak to him, where it is not that of the group"),
    TYPED("pending", VIEW_COUNT, VIEW_MAYBE, standing, pending,
          "how many of its indicators wait for the index of another body"),
    GOT("settled", VIEW_HUNDREDTHS, VIEW_MAYBE, settled,
        "its index without those, where some wait and others do not"),
    GOT("settled-exact", VIEW_EXACT, VIEW_MAYBE, settled_exact, "the same, exactly"),
    GOT("self", VIEW_HUNDREDTHS, VIEW_MAYBE, self,
        "the index by its self-assessment, where that is whole and the instrument has a ladder"),
    HUNDREDTHS("target", 0, group, target, "the index to reach: that of its group"),
    GOT("seal", VIEW_SEAL, VIEW_MAYBE, code, "a short mark of its result; its papers carry it"),
};

static const struct view_child children[] = {
    {&rank, 0, next_rank},
    {&rule_won, 0, next_won},
    {&rule_awaited, 0, next_awaited},
    {&published, VIEW_ONE, next_published},
    {&history, 0, next_history},
    {&rule_difference, 0, next_difference},
    {&rule_domain, VIEW_DETAILS, next_domain},
    {&rule_aspect, VIEW_DETAILS, next_aspect},
    {&rule_indicator, VIEW_DETAILS, next_indicator},
    {&rule_session, 0, next_session},
    {&rule_objection, VIEW_ONE, next_objection},
    {&rule_revised, 0, next_revised},
    {&rule_application, VIEW_DETAILS, next_application},
    {&rule_shortfall, VIEW_DETAILS, next_shortfall},
    {&rule_plan, VIEW_DETAILS | VIEW_ONE, next_plan},
    {&rule_peer, VIEW_DETAILS, next_peer},
    {&rule_change, VIEW_ONE, next_change},
    {&rule_trend, VIEW_DETAILS, next_trend},
};

const struct view_rule rule_institution = {
    .name = "institution",
    .about = "An institution and its result.",
    FIELDS(fields),
    CHILDREN(children),
};
