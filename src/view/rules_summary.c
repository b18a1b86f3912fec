/* national, group, region, parent: means and counts. */
#include "source.h"
#include "verification.h"

#include "rapor/base/numeral.h"

static struct view_attribute code_of_all(const struct view_source *source)
{
    return text_plain(verification_of_all(source->standings, source->arena));
}

static struct view_attribute seat(const struct view_source *source)
{
    switch (source->group->seat) {
    case SEAT_CENTER:
        return text_plain("center");
    case SEAT_REGION:
        return text_plain("region");
    case SEAT_PARENT:
        return text_plain("parent");
    }
    return text_any(NULL);
}

static struct view_attribute grade_count(const struct view_source *source)
{
    return text_whole(source->facts, (int64_t)source->summary->grades[source->number],
                      source->arena);
}

static struct view_attribute grade_share(const struct view_source *source)
{
    const struct summary *summary = source->summary;
    const int64_t count = (int64_t)summary->grades[source->number];
    if (summary->assessed == 0)
        return text_any(NULL);
    return text_hundredths(source->facts,
                           printed_of((__int128)count * 100, (int64_t)summary->assessed),
                           source->arena);
}

static enum view_step next_grade(struct view_source *source, size_t number)
{
    if (number == source->instrument->grade_count)
        return VIEW_END;
    source->number = number;
    source->grade = &source->instrument->grades[number];
    return VIEW_HERE;
}

static const struct view_field grade_fields[] = {
    TEXT("name", 0, grade, name, ""),
    GOT("count", VIEW_COUNT, 0, grade_count, "how many have it"),
    GOT("share", VIEW_HUNDREDTHS, VIEW_MAYBE, grade_share, "in percent of the assessed"),
};

static const struct view_rule grade = {
    .name = "grade",
    .about = "How many have a grade.",
    FIELDS(grade_fields),
    CONSTANT(1, grade_count),
};

static struct view_attribute text_weight(const struct view_source *source, int64_t weight)
{
    const int64_t percent = 10000, total = source->instrument->weight_total;
    const __int128 rounded = ((__int128)weight * 200 * percent + total) / ((__int128)total * 2);
    return text_plain(numeral_fraction((int64_t)rounded, percent, source->arena));
}

static struct view_attribute text_exact_weight(const struct view_source *source, int64_t weight)
{
    const int64_t total = source->instrument->weight_total;
    const bool told = (__int128)weight * 100 * 10000 % total == 0;
    return text_any(told ? NULL : numeral_fraction((__int128)weight * 100, total, source->arena));
}

struct view_attribute indicator_weight(const struct view_source *source)
{
    return text_weight(source, source->indicator->weight);
}

struct view_attribute indicator_exact_weight(const struct view_source *source)
{
    return text_exact_weight(source, source->indicator->weight);
}

static struct view_attribute domain_exact_weight(const struct view_source *source)
{
    return text_exact_weight(source, source->domain->weight);
}

static struct view_attribute aspect_exact_weight(const struct view_source *source)
{
    return text_exact_weight(source, source->aspect->weight);
}

static struct view_attribute domain_weight(const struct view_source *source)
{
    return text_weight(source, source->domain->weight);
}

static struct view_attribute aspect_weight(const struct view_source *source)
{
    return text_weight(source, source->aspect->weight);
}

enum view_step next_domain(struct view_source *source, size_t number)
{
    if (number == source->instrument->domain_count)
        return VIEW_END;
    source->number = number;
    source->domain = &source->instrument->domains[number];
    source->value = &source->domains[number];
    return source->value->whole != 0 ? VIEW_HERE : VIEW_SKIP;
}

enum view_step next_aspect(struct view_source *source, size_t number)
{
    const struct instrument *instrument = source->instrument;
    if (number == instrument->aspect_count || (source->aside && instrument->domain_count > 0))
        return VIEW_END;
    source->number = number;
    source->aspect = &instrument->aspects[number];
    source->domain =
        source->aspect->domain == NONE ? NULL : &instrument->domains[source->aspect->domain];
    source->value = &source->aspects[number];
    return source->value->whole != 0 ? VIEW_HERE : VIEW_SKIP;
}

static const struct view_field domain_fields[] = {
    TEXT("no", 0, domain, no, ""),
    TEXT("name", 0, domain, name, ""),
    TEXT("short", VIEW_MAYBE, domain, short_name, "its short name"),
    GOT("weight", VIEW_WEIGHT, 0, domain_weight, "in percent"),
    GOT("exact-weight", VIEW_EXACT, VIEW_MAYBE, domain_exact_weight, EXACT_WEIGHT),
    INDEX(0, "its value, or the mean of those that have one"),
    EXACT(VIEW_MAYBE | VIEW_WHOLE_ONLY, "the same, exactly"),
};

const struct view_rule rule_domain = {
    .name = "domain",
    .about = "A domain that has a value.",
    FIELDS(domain_fields),
    CONSTANT(4, domain_count),
};

static const struct view_field aspect_fields[] = {
    TEXT("no", 0, aspect, no, ""),
    TEXT("domain", VIEW_MAYBE, domain, no, "the no of its domain"),
    TEXT("name", 0, aspect, name, ""),
    TEXT("short", VIEW_MAYBE, aspect, short_name, "its short name"),
    GOT("weight", VIEW_WEIGHT, 0, aspect_weight, "in percent"),
    GOT("exact-weight", VIEW_EXACT, VIEW_MAYBE, aspect_exact_weight, EXACT_WEIGHT),
    INDEX(0, "its value, or the mean of those that have one"),
    EXACT(VIEW_MAYBE | VIEW_WHOLE_ONLY, "the same, exactly"),
    GOT("pending", VIEW_COUNT, VIEW_MAYBE, aspect_pending,
        "of an institution: how many of its indicators wait for the index of another body"),
    GOT("settled", VIEW_HUNDREDTHS, VIEW_MAYBE, aspect_settled,
        "its value without those, where the institution has some; absent where all wait"),
};

const struct view_rule rule_aspect = {
    .name = "aspect",
    .about = "An aspect that has a value.",
    FIELDS(aspect_fields),
    CONSTANT(5, aspect_count),
};

/* The kind that was told of most often first; equals in their own order. */
static void sort_kinds(const struct tally *tallies, size_t *kinds)
{
    for (size_t i = 0; i < SHORTFALL_KINDS; i++) {
        size_t at = i;
        for (; at > 0 && tallies[kinds[at - 1]].count < tallies[i].count; at--)
            kinds[at] = kinds[at - 1];
        kinds[at] = i;
    }
}

enum view_step next_told(struct view_source *source, size_t number)
{
    const struct tally *tallies = source->summary->shortfalls;
    size_t kinds[SHORTFALL_KINDS] = {0};
    sort_kinds(tallies, kinds);
    if (number == SHORTFALL_KINDS || tallies[kinds[number]].count == 0)
        return VIEW_END;
    source->number = kinds[number];
    source->tally = &tallies[kinds[number]];
    return VIEW_HERE;
}

static struct view_attribute told_kind(const struct view_source *source)
{
    return text_plain(shortfall_word((enum shortfall_kind)source->number));
}

static const struct view_field told_fields[] = {
    CHOSEN("kind", 0, "network server application integration people policy document", told_kind,
           ""),
    COUNT("count", VIEW_PLACE, tally, count, "how often it was told of"),
    COUNT("units", VIEW_PLACE, tally, units, "by how many institutions"),
};

const struct view_rule rule_told = {
    .name = "shortfall",
    .about =
        "How often a kind of shortfall was told of, the most frequent first; kinds that nobody "
        "told of are left out.",
    FIELDS(told_fields),
};

/* What holds of any summary: its counts and means; and below it. */
#define SUMMARY_FIELDS                                                                             \
    COUNT("count", VIEW_COUNT, summary, count, "how many institutions"),                           \
        COUNT("assessed", VIEW_COUNT, summary, assessed, "how many of them have an index"),        \
        INDEX(VIEW_MAYBE, "the mean of the exact indices of those; published figures count as "    \
                          "published"),                                                            \
        EXACT(VIEW_MAYBE | VIEW_WHOLE_ONLY, "the same, exactly")
#define SUMMARY_CHILDREN                                                                           \
    {&grade, VIEW_WHOLE_ONLY, next_grade}, {&rule_domain, 0, next_domain},                         \
    {                                                                                              \
        &rule_aspect, 0, next_aspect                                                               \
    }

static const struct view_field national_fields[] = {
    GOT("seal", VIEW_SEAL, VIEW_MAYBE | VIEW_WHOLE_ONLY, code_of_all,
        "a short mark of all codes and indices; the decree carries it"),
    SUMMARY_FIELDS,
};

static const struct view_child national_children[] = {
    SUMMARY_CHILDREN,
    {&rule_difference, VIEW_WHOLE_ONLY, next_difference_of_group},
};

const struct view_rule rule_national = {
    .name = "national",
    .about = "All institutions.",
    FIELDS(national_fields),
    CHILDREN(national_children),
};

static const struct view_field group_fields[] = {
    TEXT("id", 0, group, id, ""),
    TEXT("name", 0, group, name, ""),
    CHOSEN("seat", 0, "center region parent", seat, "where its papers go"),
    HUNDREDTHS("target", 0, group, target, "the index that its members are to reach"),
    SUMMARY_FIELDS,
};

static const struct view_child group_children[] = {
    SUMMARY_CHILDREN,
    {&rule_told, VIEW_WHOLE_ONLY, next_told},
    {&rule_difference, VIEW_WHOLE_ONLY, next_difference_of_group},
};

const struct view_rule rule_group = {
    .name = "group",
    .about = "A group that has any institution.",
    FIELDS(group_fields),
    CHILDREN(group_children),
};

static const struct view_field region_fields[] = {
    TEXT("code", 0, region, code, ""),
    TEXT("name", 0, region, name, ""),
    SUMMARY_FIELDS,
};

static const struct view_child region_children[] = {
    SUMMARY_CHILDREN,
    {&rule_told, VIEW_WHOLE_ONLY, next_told},
    {&rule_member, VIEW_WHOLE_ONLY, next_member_of_region},
};

const struct view_rule rule_region = {
    .name = "region",
    .about = "The institutions of a region.",
    FIELDS(region_fields),
    CHILDREN(region_children),
};

static const struct view_field parent_fields[] = {
    TEXT("code", 0, institution, code, ""),
    TEXT("name", 0, institution, name, ""),
    SUMMARY_FIELDS,
};

static const struct view_child parent_children[] = {
    SUMMARY_CHILDREN,
    {&rule_told, VIEW_WHOLE_ONLY, next_told},
    {&rule_member, VIEW_WHOLE_ONLY, next_member_of_parent},
};

const struct view_rule rule_parent = {
    .name = "parent",
    .about = "The institutions that name another as their parent, without itself.",
    FIELDS(parent_fields),
    CHILDREN(parent_children),
};
