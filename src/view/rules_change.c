/* What changed since the last year that is known: change; since an earlier evaluation of this
 * year: comparison. */
#include "source.h"

#include <string.h>

static const struct standing *standing_then(const struct view_source *source)
{
    return source->moment->standing;
}

/* Of the last year; NULL where no more than <history> is known. */
static const struct instrument *instrument_then(const struct view_source *source)
{
    return standing_then(source) ? source->year->standings->evaluation->instrument : NULL;
}

enum view_step next_change(struct view_source *source, size_t number)
{
    const struct development *development = source->standings->development;
    if (number > 0 || !development || source->standing->basis == BASIS_NONE)
        return VIEW_END;
    source->moment = development_last(development, source->subject);
    if (!source->moment)
        return VIEW_END;
    source->year = &development->years[source->moment->year];
    return VIEW_HERE;
}

static struct view_attribute instrument_name(const struct view_source *source)
{
    return text_any(development_instrument(source->standings, source->moment->instrument));
}

static struct view_attribute comparable(const struct view_source *source)
{
    return text_plain(source->moment->comparable ? "yes" : "no");
}

/* How much is NOW more than BEFORE, both in hundredths. */
static struct view_attribute more(const struct view_source *source, int64_t before, int64_t now)
{
    return text_hundredths(source->facts, now - before, source->arena);
}

static struct view_attribute index_change(const struct view_source *source)
{
    return source->moment->comparable
               ? more(source, source->moment->index, source->standing->index.printed)
               : text_any(NULL);
}

/* By how many grades it went up; the best stands first. */
static struct view_attribute grade_change(const struct view_source *source)
{
    const struct instrument *instrument = source->instrument;
    const struct grade *now = source->standing->grade;
    const char *before = source->moment->grade;
    if (!source->moment->comparable || !now || !before)
        return text_any(NULL);
    for (size_t g = 0; g < instrument->grade_count; g++)
        if (strcmp(instrument->grades[g].name, before) == 0)
            return text_whole(source->facts, (int64_t)g - (now - instrument->grades),
                              source->arena);
    return text_any(NULL);
}

static enum view_step next_rank(struct view_source *source, size_t number)
{
    const struct instrument *then = instrument_then(source);
    if (!then || number == source->instrument->scope_count)
        return VIEW_END;
    source->scope = &source->instrument->scopes[number];
    source->rank = &source->standing->ranks[number];
    const size_t same = instrument_scope(then, source->scope->id);
    source->rank_before = same == NONE ? NULL : &standing_then(source)->ranks[same];
    const bool both =
        source->rank_before && source->rank_before->position != 0 && source->rank->position != 0;
    return both ? VIEW_HERE : VIEW_SKIP;
}

static struct view_attribute rank_change(const struct view_source *source)
{
    return source->moment->comparable ? text_whole(source->facts,
                                                   (int64_t)source->rank_before->position -
                                                       (int64_t)source->rank->position,
                                                   source->arena)
                                      : text_any(NULL);
}

static const struct view_field rank_fields[] = {
    TEXT("scope", 0, scope, id, "id of the scope"),
    TEXT("name", 0, scope, name, "of the scope"),
    COUNT("before", VIEW_PLACE, rank_before, position, "position then"),
    COUNT("before-of", VIEW_PLACE, rank_before, of, "how many were ranked then"),
    COUNT("position", VIEW_PLACE, rank, position, "now"),
    COUNT("of", VIEW_PLACE, rank, of, "how many are ranked now"),
    GOT("change", VIEW_WHOLE, VIEW_MAYBE, rank_change,
        "how many places it went up; only by the same instrument"),
};

static const struct view_rule rank = {
    .name = "rank",
    .about = "A scope in which it was ranked then and is now.",
    FIELDS(rank_fields),
};

/* Only by the same instrument, and where both years have a value. */
static enum view_step next_part(const struct view_source *source, enum view_step step,
                                const struct exact_value *before)
{
    return step == VIEW_HERE && before[source->number].whole == 0 ? VIEW_SKIP : step;
}

static enum view_step next_domain_of_change(struct view_source *source, size_t number)
{
    if (!standing_then(source) || !source->moment->comparable)
        return VIEW_END;
    return next_part(source, next_domain(source, number), standing_then(source)->domains);
}

static enum view_step next_aspect_of_change(struct view_source *source, size_t number)
{
    if (!standing_then(source) || !source->moment->comparable)
        return VIEW_END;
    return next_part(source, next_aspect(source, number), standing_then(source)->aspects);
}

static struct view_attribute domain_before(const struct view_source *source)
{
    return more(source, 0, standing_then(source)->domains[source->number].printed);
}

static struct view_attribute domain_change(const struct view_source *source)
{
    return more(source, standing_then(source)->domains[source->number].printed,
                source->value->printed);
}

static struct view_attribute aspect_before(const struct view_source *source)
{
    return more(source, 0, standing_then(source)->aspects[source->number].printed);
}

static struct view_attribute aspect_change(const struct view_source *source)
{
    return more(source, standing_then(source)->aspects[source->number].printed,
                source->value->printed);
}

static const struct view_field domain_fields[] = {
    TEXT("no", 0, domain, no, ""),
    TEXT("name", 0, domain, name, ""),
    TEXT("short", VIEW_MAYBE, domain, short_name, "its short name"),
    GOT("before", VIEW_HUNDREDTHS, 0, domain_before, "its value then"),
    INDEX(0, "its value now"),
    GOT("change", VIEW_SIGNED, 0, domain_change, "the difference of the two as printed"),
};

static const struct view_rule domain = {
    .name = "domain",
    .about = "A domain; only by the same instrument.",
    FIELDS(domain_fields),
};

static const struct view_field aspect_fields[] = {
    TEXT("no", 0, aspect, no, ""),
    TEXT("domain", VIEW_MAYBE, domain, no, "the no of its domain"),
    TEXT("name", 0, aspect, name, ""),
    TEXT("short", VIEW_MAYBE, aspect, short_name, "its short name"),
    GOT("before", VIEW_HUNDREDTHS, 0, aspect_before, "its value then"),
    INDEX(0, "its value now"),
    GOT("change", VIEW_SIGNED, 0, aspect_change, "the difference of the two as printed"),
};

static const struct view_rule aspect = {
    .name = "aspect",
    .about = "An aspect; only by the same instrument.",
    FIELDS(aspect_fields),
};

static const struct view_field fields[] = {
    TEXT("year", 0, year, year, "the last of which the index is known"),
    TEXT("instrument", VIEW_MAYBE, moment, instrument, "of that year: its id"),
    GOT("instrument-name", VIEW_TEXT, VIEW_MAYBE, instrument_name,
        "what people call the instrument: the short name of its regulation where that is known, "
        "else its id"),
    CHOSEN("comparable", 0, "yes no", comparable, "whether the instrument is the same as now"),
    HUNDREDTHS("before", 0, moment, index, "that year's index"),
    HUNDREDTHS("index", 0, standing, index.printed, "that of now"),
    GOT("change", VIEW_SIGNED, VIEW_MAYBE, index_change,
        "the difference of the two as printed; only by the same instrument"),
    TEXT("before-grade", VIEW_MAYBE, moment, grade, "that year's grade"),
    TEXT("grade", VIEW_MAYBE, grade, name, "that of now"),
    GOT("grade-change", VIEW_WHOLE, VIEW_MAYBE, grade_change,
        "how many grades it went up; only by the same instrument"),
};

static const struct view_child children[] = {
    {&rank, 0, next_rank},
    {&domain, VIEW_DETAILS, next_domain_of_change},
    {&aspect, VIEW_DETAILS, next_aspect_of_change},
    {&rule_indicator_change, VIEW_DETAILS, next_indicator_change},
};

const struct view_rule rule_change = {
    .name = "change",
    .about = "What changed since the last year of which the index is known. The children are there "
             "only where that year's evaluation was given.",
    FIELDS(fields),
    CHILDREN(children),
};

enum view_step next_comparison(struct view_source *source, size_t number)
{
    const bool told = source->standings->comparison && source->coverage->per == PER_NATION;
    return told && number == 0 ? VIEW_HERE : VIEW_END;
}

static enum view_step next_row(struct view_source *source, const struct ranking *table,
                               size_t number)
{
    if (!table || number == table->row_count)
        return VIEW_END;
    source->row = &table->cells[number * table->column_count];
    return VIEW_HERE;
}

static enum view_step next_corrected(struct view_source *source, size_t number)
{
    return next_row(source, source->standings->comparison->institutions, number);
}

static enum view_step next_reissued(struct view_source *source, size_t number)
{
    return next_row(source, source->standings->comparison->papers, number);
}

/* What stands in a column of the row. */
#define CELL(name, type, flags, column, member, about)                                             \
    {                                                                                              \
        name, type, flags, NULL, offsetof(struct view_source, row),                                \
            (column) * sizeof(struct ranking_cell) + offsetof(struct ranking_cell, member), NULL,  \
            about                                                                                  \
    }

static const struct view_field corrected_fields[] = {
    CELL("code", VIEW_TEXT, 0, CHANGE_CODE, text, ""),
    CELL("name", VIEW_TEXT, 0, CHANGE_NAME, text, ""),
    CELL("index-before", VIEW_HUNDREDTHS, VIEW_MAYBE, CHANGE_INDEX_BEFORE, number, ""),
    CELL("index", VIEW_HUNDREDTHS, VIEW_MAYBE, CHANGE_INDEX, number, "that of now"),
    CELL("grade-before", VIEW_TEXT, VIEW_MAYBE, CHANGE_GRADE_BEFORE, text, ""),
    CELL("grade", VIEW_TEXT, VIEW_MAYBE, CHANGE_GRADE, text, "that of now"),
    CELL("ranks", VIEW_TEXT, VIEW_MAYBE, CHANGE_RANKS, text, "places that moved: `nasional 4 > 3`"),
    CELL("levels", VIEW_TEXT, VIEW_MAYBE, CHANGE_LEVELS, text, "of indicators: `2: 1 > 3`"),
};

static const struct view_rule corrected = {
    .name = "corrected",
    .about = "An institution whose index, grade, places or levels differ, or that is in one of the "
             "two alone.",
    FIELDS(corrected_fields),
};

static const struct view_field reissued_fields[] = {
    CELL("change", VIEW_TEXT, 0, PAPER_CHANGE, text,
         "`changed`: it shows something else; `signed`: it waited for a signature, and was signed; "
         "`data`: it differs otherwise; `new`, `gone`"),
    CELL("kind", VIEW_TEXT, 0, PAPER_KIND, text, "of document, or `archive`"),
    CELL("code", VIEW_TEXT, VIEW_MAYBE, PAPER_CODE, text, ""),
    CELL("number", VIEW_TEXT, VIEW_MAYBE, PAPER_NUMBER, text, ""),
    CELL("archive", VIEW_TEXT, VIEW_MAYBE, PAPER_ARCHIVE, text, "that it lies in"),
    CELL("file", VIEW_TEXT, VIEW_MAYBE, PAPER_NAME, text, "its name there"),
};

static const struct view_rule reissued = {
    .name = "reissued",
    .about = "A paper or archive that differs between the folders made of the two.",
    FIELDS(reissued_fields),
};

static struct view_attribute digest_before(const struct view_source *source)
{
    return text_any(source->standings->comparison->before);
}

static struct view_attribute folders(const struct view_source *source)
{
    return text_plain(source->standings->comparison->papers ? "yes" : NULL);
}

static const struct view_field comparison_fields[] = {
    GOT("before", VIEW_DIGEST, 0, digest_before, "SHA-256 of the earlier evaluation's file"),
    TYPED("after", VIEW_DIGEST, 0, evaluation, digest, "SHA-256 of this one's"),
    CHOSEN("folders", VIEW_MAYBE, "yes", folders, "papers were compared as well"),
};

static const struct view_child comparison_children[] = {
    {&corrected, 0, next_corrected},
    {&reissued, 0, next_reissued},
};

const struct view_rule rule_comparison = {
    .name = "comparison",
    .about = "What differs from an earlier evaluation of the same year, for the note on changes.",
    FIELDS(comparison_fields),
    CHILDREN(comparison_children),
};
