/* How all developed, and each: year, improved, trend. */
#include "source.h"

#include "rapor/base/arena.h"

static struct view_attribute yes_or_no(bool is)
{
    return text_plain(is ? "yes" : "no");
}

static struct view_attribute instrument_name(const struct view_source *source, const char *id)
{
    return text_any(development_instrument(source->standings, id));
}

static const struct mean *mean_or_none(const struct mean *mean)
{
    return mean->assessed > 0 ? mean : NULL;
}

/* Makes SOURCE one of a mean, which may be none. */
static void take_mean(struct view_source *source, const struct mean *mean)
{
    source->mean = mean_or_none(mean);
    source->value = source->mean ? &mean->index : NULL;
}

static const struct year *this_year(const struct view_source *source)
{
    const struct standings *standings = source->standings;
    const struct instrument *instrument = source->instrument;
    struct mean *groups = ARENA_ARRAY(source->arena, instrument->group_count, struct mean);
    for (size_t g = 0; g < instrument->group_count; g++)
        groups[g] = (struct mean){standings->groups[g].assessed, standings->groups[g].index};
    struct year *now = ARENA_NEW(source->arena, struct year);
    *now = (struct year){
        .year = source->evaluation->year,
        .instrument = instrument->id,
        .standings = standings,
        .national = {standings->national.assessed, standings->national.index},
        .groups = groups,
    };
    return now;
}

enum view_step next_year(struct view_source *source, size_t number)
{
    const struct development *development = source->standings->development;
    const size_t count = development ? development->year_count : 0;
    if (count == 0 || number > count)
        return VIEW_END;
    source->brief = source->coverage->per != PER_NATION;
    source->year = number < count ? &development->years[number] : this_year(source);
    take_mean(source, &source->year->national);
    return VIEW_HERE;
}

static struct view_attribute year_instrument_name(const struct view_source *source)
{
    return instrument_name(source, source->year->instrument);
}

static struct view_attribute year_comparable(const struct view_source *source)
{
    return yes_or_no(g_strcmp0(source->year->instrument, source->instrument->id) == 0);
}

static struct view_attribute year_current(const struct view_source *source)
{
    return text_plain(source->year->standings == source->standings ? "yes" : NULL);
}

static enum view_step next_group_of_year(struct view_source *source, size_t number)
{
    if (number == source->instrument->group_count)
        return VIEW_END;
    source->group = &source->instrument->groups[number];
    take_mean(source, &source->year->groups[number]);
    return source->mean ? VIEW_HERE : VIEW_SKIP;
}

static const struct view_field group_fields[] = {
    TEXT("id", 0, group, id, ""),
    TEXT("name", 0, group, name, ""),
    COUNT("assessed", VIEW_COUNT, mean, assessed, "how many had an index"),
    INDEX(VIEW_MAYBE, "the mean"),
    EXACT(VIEW_MAYBE | VIEW_WHOLE_ONLY, "the same, exactly"),
};

static const struct view_rule group = {
    .name = "group", .about = "The mean of a group of now.", FIELDS(group_fields)};

static const struct view_field year_fields[] = {
    TYPED("year", VIEW_YEAR, 0, year, year, ""),
    TEXT("instrument", VIEW_MAYBE, year, instrument, "its id; absent where there were several"),
    GOT("instrument-name", VIEW_TEXT, VIEW_MAYBE, year_instrument_name,
        "what people call the instrument"),
    CHOSEN("comparable", 0, "yes no", year_comparable, "whether the instrument is the same as now"),
    CHOSEN("current", VIEW_MAYBE, "yes", year_current, "this year"),
    TYPED("assessed", VIEW_COUNT, VIEW_MAYBE, mean, assessed,
          "how many had an index; known where that year's evaluation was given"),
    INDEX(VIEW_MAYBE, "the mean"),
    EXACT(VIEW_MAYBE | VIEW_WHOLE_ONLY, "the same, exactly"),
};

static const struct view_child year_children[] = {{&group, 0, next_group_of_year}};

const struct view_rule rule_year = {
    .name = "year",
    .about = "The means of a year where earlier ones are known: the oldest first, this one last.",
    FIELDS(year_fields),
    CHILDREN(year_children),
};

enum view_step next_improved(struct view_source *source, size_t number)
{
    const struct development *development = source->standings->development;
    if (source->coverage->per != PER_NATION || !development ||
        number == development->improved_count)
        return VIEW_END;
    source->improved = &development->improved[number];
    source_institution(source, source->improved->institution);
    source->moment = development_last(development, source->subject);
    source->year = &development->years[source->moment->year];
    return VIEW_HERE;
}

static const struct view_field improved_fields[] = {
    TEXT("group", 0, group, id, "id of the group"),
    COUNT("position", VIEW_PLACE, improved, position, "in the group; equal gains share it"),
    TEXT("code", 0, institution, code, ""),
    TEXT("name", 0, institution, name, ""),
    TEXT("year", 0, year, year, "the last of the earlier years"),
    HUNDREDTHS("before", 0, moment, index, "its index then"),
    INDEX(0, "its index now"),
    TYPED("change", VIEW_SIGNED, 0, improved, change, "what it gained"),
};

const struct view_rule rule_improved = {
    .name = "improved",
    .about = "Who gained most in each group since the last of the earlier years, on the first "
             "three places. Only by the same instrument, and only who was assessed in that year.",
    FIELDS(improved_fields),
};

static const struct moment *moment_now(const struct view_source *source)
{
    const struct standing *now = source->standing;
    struct moment *moment = ARENA_NEW(source->arena, struct moment);
    *moment = (struct moment){
        .instrument = source->instrument->id,
        .grade = now->grade ? now->grade->name : NULL,
        .index = now->index.printed,
        .standing = now,
        .comparable = true,
    };
    return moment;
}

enum view_step next_trend(struct view_source *source, size_t number)
{
    const struct development *development = source->standings->development;
    const struct past *past = development ? &development->pasts[source->subject] : NULL;
    if (!past || past->count == 0 || number > past->count)
        return VIEW_END;
    if (number == past->count) {
        source->moment = moment_now(source);
        source->year = NULL;
        return source->standing->basis != BASIS_NONE ? VIEW_HERE : VIEW_END;
    }
    source->moment = &past->moments[number];
    source->year = &development->years[source->moment->year];
    return VIEW_HERE;
}

static struct view_attribute trend_year(const struct view_source *source)
{
    return text_any(source->year ? source->year->year : source->evaluation->year);
}

static struct view_attribute trend_instrument_name(const struct view_source *source)
{
    return instrument_name(source, source->moment->instrument);
}

static struct view_attribute trend_comparable(const struct view_source *source)
{
    return yes_or_no(source->moment->comparable);
}

static struct view_attribute trend_current(const struct view_source *source)
{
    return text_plain(source->year ? NULL : "yes");
}

/* Domains and aspects are those of the instrument of then. */
static bool take_parts(struct view_source *source)
{
    const struct standing *standing = source->moment->standing;
    if (!standing)
        return false;
    if (source->year)
        source->instrument = source->year->standings->evaluation->instrument;
    source->domains = standing->domains;
    source->aspects = standing->aspects;
    return true;
}

static enum view_step next_domain_of_trend(struct view_source *source, size_t number)
{
    return take_parts(source) ? next_domain(source, number) : VIEW_END;
}

static enum view_step next_aspect_of_trend(struct view_source *source, size_t number)
{
    return take_parts(source) ? next_aspect(source, number) : VIEW_END;
}

static const struct view_field domain_fields[] = {
    TEXT("no", 0, domain, no, ""),
    TEXT("name", 0, domain, name, ""),
    TEXT("short", VIEW_MAYBE, domain, short_name, "its short name"),
    INDEX(0, ""),
    EXACT(0, "the same, exactly"),
};

static const struct view_rule domain = {
    .name = "domain",
    .about = "A domain, in the numbers and words of that year's instrument.",
    FIELDS(domain_fields),
};

static const struct view_field aspect_fields[] = {
    TEXT("no", 0, aspect, no, ""),
    TEXT("name", 0, aspect, name, ""),
    TEXT("short", VIEW_MAYBE, aspect, short_name, "its short name"),
    INDEX(0, ""),
    EXACT(0, "the same, exactly"),
};

static const struct view_rule aspect = {
    .name = "aspect",
    .about = "An aspect, in the numbers and words of that year's instrument.",
    FIELDS(aspect_fields),
};

static const struct view_field trend_fields[] = {
    GOT("year", VIEW_TEXT, 0, trend_year, ""),
    TEXT("instrument", VIEW_MAYBE, moment, instrument, "its id"),
    GOT("instrument-name", VIEW_TEXT, VIEW_MAYBE, trend_instrument_name,
        "what people call the instrument"),
    CHOSEN("comparable", 0, "yes no", trend_comparable,
           "whether the instrument is the same as now"),
    CHOSEN("current", VIEW_MAYBE, "yes", trend_current, "this year"),
    HUNDREDTHS("index", 0, moment, index, ""),
    TEXT("grade", VIEW_MAYBE, moment, grade, ""),
};

static const struct view_child trend_children[] = {
    {&domain, 0, next_domain_of_trend},
    {&aspect, 0, next_aspect_of_trend},
};

const struct view_rule rule_trend = {
    .name = "trend",
    .about = "A year of which the index is known, where an earlier one is: the oldest first, this "
             "one last.",
    FIELDS(trend_fields),
    CHILDREN(trend_children),
};
