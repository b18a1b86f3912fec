#include "constant.h"

#include "rapor/arena.h"
#include "rapor/numeral.h"

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

static struct phrase *domains_of(const struct instrument *instrument, struct arena *arena)
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

static struct phrase *aspects_of(const struct instrument *instrument, struct arena *arena)
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

static struct phrase *indicators_of(const struct shape *shape, struct arena *arena)
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

static struct phrase *scopes_of(const struct instrument *instrument, struct arena *arena)
{
    struct phrase *phrases = ARENA_ARRAY(arena, instrument->scope_count, struct phrase);
    for (size_t s = 0; s < instrument->scope_count; s++) {
        const struct named said[] = {{"scope", instrument->scopes[s].id},
                                     {"name", instrument->scopes[s].name}};
        phrases[s] = phrase_of(said, G_N_ELEMENTS(said), arena);
    }
    return phrases;
}

static void write_steps(struct shape *shape, const struct instrument *instrument,
                        struct arena *arena)
{
    const size_t count = instrument->indicator_count;
    struct phrase *steps = ARENA_ARRAY(arena, count, struct phrase);
    shape->gains = ARENA_ARRAY(arena, count, const char *);
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        const struct named said[] = {{"indicator", indicator->no},
                                     {"short", indicator->short_name}};
        steps[i] = phrase_of(said, G_N_ELEMENTS(said), arena);
        shape->gains[i] = numeral_fraction(indicator->weight, instrument->weight_total, arena);
    }
    shape->steps = steps;
}

void write_constants(struct shape *shape, struct arena *arena)
{
    const struct instrument *instrument = shape->standings->evaluation->instrument;
    const struct named target = {
        "target", numeral_fraction(instrument->target_level, instrument->level_scale, arena)};
    shape->target = phrase_of(&target, 1, arena);
    shape->domains = domains_of(instrument, arena);
    shape->aspects = aspects_of(instrument, arena);
    shape->indicators = indicators_of(shape, arena);
    shape->scopes = scopes_of(instrument, arena);
    write_steps(shape, instrument, arena);
}
