#include "facts.h"

#include "insight.h"
#include "wording.h"

#include "rapor/assess/peers.h"
#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"

/* Counts, places and indices repeat themselves all over the view. */
enum { TEXTS = 1024 };

struct texts {
    struct arena *arena;
    struct view_attribute whole[TEXTS], hundredths[TEXTS]; /* no text: not yet written */
};

struct view_attribute text_any(const char *text)
{
    return text ? view_attribute_of(0, text) : (struct view_attribute){0};
}

struct view_attribute text_plain(const char *text)
{
    struct view_attribute plain = text_any(text);
    plain.plain = true;
    return plain;
}

struct view_attribute text_lasting(const char *text)
{
    return text && !strpbrk(text, "&<>\"\t\n\r") ? text_plain(text) : text_any(text);
}

/* NUMBER as WRITE writes it: found among KNOWN, or put there. */
static struct view_attribute known_text(struct texts *texts, struct view_attribute *known,
                                        int64_t number, struct arena *arena,
                                        const char *(*write)(int64_t, struct arena *))
{
    if (number < 0 || number >= TEXTS)
        return text_plain(write(number, arena));
    if (!known[number].text)
        known[number] = text_plain(write(number, texts->arena));
    return known[number];
}

struct view_attribute text_whole(struct facts *facts, int64_t number, struct arena *arena)
{
    return known_text(facts->texts, facts->texts->whole, number, arena, numeral_whole);
}

struct view_attribute text_hundredths(struct facts *facts, int64_t hundredths, struct arena *arena)
{
    return known_text(facts->texts, facts->texts->hundredths, hundredths, arena,
                      numeral_hundredths);
}

struct view_attribute text_fraction(struct facts *facts, __int128 numerator, __int128 denominator,
                                    struct arena *arena)
{
    return denominator == 1 ? text_whole(facts, (int64_t)numerator, arena)
                            : text_plain(numeral_fraction(numerator, denominator, arena));
}

/* Items make levels that no two decimals can say. */
static bool is_fine(const struct instrument *instrument)
{
    return instrument->level_scale > 100;
}

struct view_attribute text_level(struct facts *facts, const struct instrument *instrument,
                                 int64_t level, struct arena *arena)
{
    if (!is_fine(instrument))
        return text_fraction(facts, level, instrument->level_scale, arena);
    const int64_t size = instrument_hundredths(instrument, level < 0 ? -level : level);
    return text_hundredths(facts, level < 0 ? -size : size, arena);
}

static const size_t *places_of(const struct standings *standings, struct arena *arena)
{
    const size_t count = standings->evaluation->institution_count;
    size_t *places = ARENA_ARRAY(arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        places[standings->order[i]] = i + 1;
    return places;
}

static const struct view_attribute *levels_of(const struct instrument *instrument,
                                              struct arena *arena)
{
    const size_t count = (size_t)(instrument->level_max - instrument->level_min + 1);
    if (is_fine(instrument))
        return NULL;
    struct view_attribute *levels = ARENA_ARRAY(arena, count, struct view_attribute);
    for (size_t i = 0; i < count; i++)
        levels[i] = text_plain(
            numeral_fraction(instrument->level_min + (int64_t)i, instrument->level_scale, arena));
    return levels;
}

static const struct view_attribute *gains_of(const struct instrument *instrument,
                                             struct arena *arena)
{
    struct view_attribute *gains =
        ARENA_ARRAY(arena, instrument->indicator_count, struct view_attribute);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        gains[i] = text_plain(
            numeral_fraction(instrument->indicators[i].weight, instrument->weight_total, arena));
    return gains;
}

struct facts *facts_of(const struct standings *standings, struct arena *arena)
{
    const struct instrument *instrument = standings->evaluation->instrument;
    struct facts *facts = ARENA_NEW(arena, struct facts);
    *facts = (struct facts){
        .standings = standings,
        .places = places_of(standings, arena),
        .wordings = wordings_of(instrument, arena),
        .peers = peers_prepare(standings, arena),
        .insight = insight_create(standings),
        .texts = ARENA_NEW(arena, struct texts),
        .levels = levels_of(instrument, arena),
        .gains = gains_of(instrument, arena),
        .target =
            text_plain(numeral_fraction(instrument->target_level, instrument->level_scale, arena)),
    };
    facts->texts->arena = arena;
    return facts;
}

void facts_close(struct facts *facts)
{
    insight_destroy(facts->insight);
}
