#include "constant.h"

#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"

#include <glib.h>

/* In percent, with 4 decimals at most: "1.3", "3.3333". */
static const char *weight_text(const struct instrument *instrument, int64_t weight,
                               struct arena *arena)
{
    const int64_t percent = 10000;
    __int128 twice = (__int128)instrument->weight_total * 2;
    __int128 rounded = ((__int128)weight * 200 * percent + instrument->weight_total) / twice;
    return numeral_fraction((int64_t)rounded, percent, arena);
}

/* The number of an aspect's domain, where it has one. */
static const char *domain_no(const struct instrument *instrument, size_t aspect)
{
    size_t domain = instrument->aspects[aspect].domain;
    return domain == NONE ? NULL : instrument->domains[domain].no;
}

static struct phrase *domain_phrases(const struct instrument *instrument, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->domain_count, struct phrase);
    for (size_t d = 0; d < instrument->domain_count; d++) {
        const struct domain *domain = &instrument->domains[d];
        const struct named said[] = {{"no", domain->no},
                                     {"name", domain->name},
                                     {"short", domain->short_name},
                                     {"weight", weight_text(instrument, domain->weight, arena)}};
        phrases[d] = phrase_of(said, G_N_ELEMENTS(said), arena);
    }
    return phrases;
}

static struct phrase *aspect_phrases(const struct instrument *instrument, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->aspect_count, struct phrase);
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        const struct aspect *aspect = &instrument->aspects[a];
        const struct named said[] = {{"no", aspect->no},
                                     {"domain", domain_no(instrument, a)},
                                     {"name", aspect->name},
                                     {"short", aspect->short_name},
                                     {"weight", weight_text(instrument, aspect->weight, arena)}};
        phrases[a] = phrase_of(said, G_N_ELEMENTS(said), arena);
    }
    return phrases;
}

static struct phrase *indicator_phrases(const struct shape *shape, struct arena *arena)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->indicator_count, struct phrase);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        const struct named said[] = {{"no", indicator->no},
                                     {"aspect", instrument->aspects[indicator->aspect].no},
                                     {"domain", domain_no(instrument, indicator->aspect)},
                                     {"name", indicator->name},
                                     {"short", indicator->short_name},
                                     {"weight", weight_text(instrument, indicator->weight, arena)},
                                     {"capability", shape->wordings[i].capability}};
        phrases[i] = phrase_of(said, G_N_ELEMENTS(said), arena);
    }
    return phrases;
}

static struct phrase *scope_phrases(const struct instrument *instrument, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->scope_count, struct phrase);
    for (size_t s = 0; s < instrument->scope_count; s++) {
        const struct named said[] = {{"scope", instrument->scopes[s].id},
                                     {"name", instrument->scopes[s].name}};
        phrases[s] = phrase_of(said, G_N_ELEMENTS(said), arena);
    }
    return phrases;
}

static struct phrase *step_phrases(const struct instrument *instrument, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->indicator_count, struct phrase);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct named said[] = {{"indicator", instrument->indicators[i].no},
                                     {"short", instrument->indicators[i].short_name}};
        phrases[i] = phrase_of(said, G_N_ELEMENTS(said), arena);
    }
    return phrases;
}

static struct phrase fraction_of(const char *name, int64_t numerator, int64_t denominator,
                                 struct arena *arena)
{
    const struct named said = {name, numeral_fraction(numerator, denominator, arena)};
    return phrase_of(&said, 1, arena);
}

static struct phrase *gain_phrases(const struct instrument *instrument, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->indicator_count, struct phrase);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        phrases[i] =
            fraction_of("gain", instrument->indicators[i].weight, instrument->weight_total, arena);
    return phrases;
}

static struct phrase *level_phrases(const struct instrument *instrument, struct arena *arena)
{
    const size_t count = (size_t)(instrument->level_max - instrument->level_min + 1);
    struct phrase *phrases = ARENA_ARRAY(arena, count, struct phrase);
    for (size_t l = 0; l < count; l++)
        phrases[l] = fraction_of("level", instrument->level_min + (int64_t)l,
                                 instrument->level_scale, arena);
    return phrases;
}

static struct phrase *priority_phrases(const struct instrument *instrument, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->indicator_count, struct phrase);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        phrases[i] = fraction_of("priority", (int64_t)i + 1, 1, arena);
    return phrases;
}

void write_constants(struct shape *shape, struct arena *arena)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    shape->domains = domain_phrases(instrument, arena);
    shape->aspects = aspect_phrases(instrument, arena);
    shape->indicators = indicator_phrases(shape, arena);
    shape->scopes = scope_phrases(instrument, arena);
    shape->steps = step_phrases(instrument, arena);
    shape->gains = gain_phrases(instrument, arena);
    shape->levels = level_phrases(instrument, arena);
    shape->priorities = priority_phrases(instrument, arena);
    shape->target = fraction_of("target", instrument->target_level, instrument->level_scale, arena);
}
