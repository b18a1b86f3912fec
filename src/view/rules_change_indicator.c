/* indicator of change. */
#include "source.h"

#include <string.h>

static const struct instrument *instrument_then(const struct view_source *source)
{
    return source->year->standings->evaluation->instrument;
}

/* The pair with this number among those of all crosswalks from the earlier instrument. */
static const struct pair *pair_at(const struct view_source *source, size_t number)
{
    const struct instrument *instrument = source->instrument;
    for (size_t c = 0; c < instrument->crosswalk_count; c++) {
        const struct crosswalk *crosswalk = &instrument->crosswalks[c];
        if (strcmp(crosswalk->instrument, source->moment->instrument) != 0)
            continue;
        if (number < crosswalk->pair_count)
            return &crosswalk->pairs[number];
        number -= crosswalk->pair_count;
    }
    return NULL;
}

static enum view_step next_crossed(struct view_source *source, size_t number)
{
    source->pair = pair_at(source, number);
    if (!source->pair)
        return VIEW_END;
    source->number = source->pair->indicator;
    source->before = instrument_indicator(instrument_then(source), source->pair->before);
    return source->before == NONE ? VIEW_SKIP : VIEW_HERE;
}

/* By the same instrument all of them; else those that a crosswalk knows. */
enum view_step next_indicator_change(struct view_source *source, size_t number)
{
    enum view_step step = VIEW_HERE;
    if (!source->moment->standing || source->moment->standing->basis != BASIS_LEVELS ||
        source->standing->basis != BASIS_LEVELS)
        return VIEW_END;
    if (!source->moment->comparable)
        step = next_crossed(source, number);
    else if (number == source->instrument->indicator_count)
        step = VIEW_END;
    else
        source->number = source->before = number;
    if (step == VIEW_HERE)
        source->indicator = &source->instrument->indicators[source->number];
    return step;
}

static int32_t level_then(const struct view_source *source)
{
    return source->moment->standing->institution->levels[source->before];
}

static struct view_attribute level_before(const struct view_source *source)
{
    return text_level(source->facts, instrument_then(source), level_then(source), source->arena);
}

static struct view_attribute level(const struct view_source *source)
{
    return text_level(source->facts, source->instrument,
                      source->institution->levels[source->number], source->arena);
}

static struct view_attribute level_change(const struct view_source *source)
{
    if (source->pair)
        return text_any(NULL);
    return text_level(source->facts, source->instrument,
                      (int64_t)source->institution->levels[source->number] - level_then(source),
                      source->arena);
}

static struct view_attribute name_before(const struct view_source *source)
{
    return text_any(source->pair ? instrument_then(source)->indicators[source->before].name : NULL);
}

static struct view_attribute basis(const struct view_source *source)
{
    if (!source->pair)
        return text_any(NULL);
    return text_plain(source->pair->guessed ? "guessed" : "read");
}

static const struct view_field indicator_fields[] = {
    TEXT("no", 0, indicator, no, ""),
    TEXT("name", 0, indicator, name, ""),
    TEXT("short", VIEW_MAYBE, indicator, short_name, "its short name"),
    GOT("before", VIEW_LEVEL, 0, level_before, "the level then"),
    GOT("level", VIEW_LEVEL, 0, level, "the level now"),
    GOT("change", VIEW_STEPS, VIEW_MAYBE, level_change,
        "the difference of the two; only by the same instrument"),
    TEXT("before-no", VIEW_MAYBE, pair, before, "its no by another instrument"),
    GOT("before-name", VIEW_TEXT, VIEW_MAYBE, name_before, "its name by another instrument"),
    CHOSEN("basis", VIEW_MAYBE, "read guessed", basis,
           "where the match with the other instrument is from"),
};

const struct view_rule rule_indicator_change = {
    .name = "indicator",
    .about = "An indicator; by another instrument only those that its crosswalk matches.",
    FIELDS(indicator_fields),
};
