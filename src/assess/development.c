#include "rapor/assess/development.h"

#include "awards.h"
#include "improved.h"
#include "value.h"

#include "rapor/base/arena.h"

#include <stdlib.h>
#include <string.h>

/* What is worked on while a development is made. */
struct development_draft {
    const struct standings *standings;
    struct development *development;
    struct arena *arena;
};

static int by_year(const void *left, const void *right)
{
    const struct year *const before = left, *const after = right;
    return strcmp(before->year, after->year);
}

static size_t find_year(const struct development *development, const char *year)
{
    for (size_t y = 0; y < development->year_count; y++)
        if (strcmp(development->years[y].year, year) == 0)
            return y;
    return NONE;
}

static bool is_earlier(const struct development_draft *draft, const char *year)
{
    return year && strcmp(year, draft->standings->evaluation->year) < 0;
}

static void add_year(struct development_draft *draft, const char *year,
                     const struct standings *standings, size_t *room)
{
    struct development *development = draft->development;
    if (!is_earlier(draft, year) || find_year(development, year) != NONE)
        return;
    development->years = arena_grow(draft->arena, development->years, development->year_count, room,
                                    sizeof *development->years);
    struct year *added = &development->years[development->year_count++];
    *added = (struct year){.year = year, .standings = standings};
}

/* Collects the years: those with an evaluation first, so that it counts. */
static void collect_years(struct development_draft *draft, struct standings *const *earlier,
                          size_t count)
{
    const struct evaluation *evaluation = draft->standings->evaluation;
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        add_year(draft, earlier[i]->evaluation->year, earlier[i], &room);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        for (size_t h = 0; h < evaluation->institutions[i].history_count; h++)
            if (evaluation->institutions[i].history[h].index != INDEX_NONE)
                add_year(draft, evaluation->institutions[i].history[h].year, NULL, &room);
    struct development *development = draft->development;
    if (development->year_count > 0)
        qsort(development->years, development->year_count, sizeof *development->years, by_year);
}

static GHashTable *codes_of(const struct standings *standings)
{
    const struct evaluation *evaluation = standings->evaluation;
    GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        g_hash_table_insert(codes, (gpointer)evaluation->institutions[i].code,
                            (gpointer)&standings->all[i]);
    return codes;
}

static bool is_comparable(const struct development_draft *draft, const char *instrument)
{
    return instrument && strcmp(instrument, draft->standings->evaluation->instrument->id) == 0;
}

/* What the evaluation of that year says of an institution. */
static struct moment moment_read(const struct development_draft *draft, size_t year,
                                 const struct standing *standing)
{
    const char *instrument = draft->development->years[year].standings->evaluation->instrument->id;
    return (struct moment){
        .year = year,
        .instrument = instrument,
        .grade = standing->grade ? standing->grade->name : NULL,
        .index = standing->index.printed,
        .standing = standing,
        .comparable = is_comparable(draft, instrument),
    };
}

/* What <history> says of it. */
static struct moment moment_told(const struct development_draft *draft, size_t year,
                                 const struct institution *institution)
{
    for (size_t h = 0; h < institution->history_count; h++) {
        const struct history *history = &institution->history[h];
        if (!history->year || strcmp(history->year, draft->development->years[year].year) != 0)
            continue;
        return (struct moment){
            .year = year,
            .instrument = history->instrument,
            .grade = history->grade,
            .index = history->index,
            .comparable = is_comparable(draft, history->instrument),
        };
    }
    return (struct moment){.index = INDEX_NONE};
}

/* Adds what is known of YEAR; CODES are the standings of its evaluation, or NULL. */
static void add_moments(struct development_draft *draft, size_t year, GHashTable *codes)
{
    const struct evaluation *evaluation = draft->standings->evaluation;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution *institution = &evaluation->institutions[i];
        const struct standing *standing =
            codes ? g_hash_table_lookup(codes, institution->code) : NULL;
        struct moment moment =
            standing ? moment_read(draft, year, standing) : moment_told(draft, year, institution);
        struct past *past = &draft->development->pasts[i];
        if (moment.index != INDEX_NONE)
            past->moments[past->count++] = moment;
    }
}

static void collect_moments(struct development_draft *draft)
{
    struct development *development = draft->development;
    size_t count = draft->standings->evaluation->institution_count;
    development->pasts = ARENA_ARRAY(draft->arena, count, struct past);
    for (size_t i = 0; i < count; i++)
        development->pasts[i].moments =
            ARENA_ARRAY(draft->arena, development->year_count, struct moment);
    for (size_t y = 0; y < development->year_count; y++) {
        const struct standings *standings = development->years[y].standings;
        g_autoptr(GHashTable) codes = standings ? codes_of(standings) : NULL;
        add_moments(draft, y, codes);
    }
}

/* Takes the means of the year's own evaluation; groups are the same by id. */
static void take_means(struct year *year, const struct instrument *instrument)
{
    const struct standings *standings = year->standings;
    const struct instrument *then = standings->evaluation->instrument;
    year->instrument = then->id;
    year->national = (struct mean){standings->national.assessed, standings->national.index};
    for (size_t g = 0; g < instrument->group_count; g++) {
        size_t same = instrument_group(then, instrument->groups[g].id);
        if (same != NONE)
            year->groups[g] =
                (struct mean){standings->groups[same].assessed, standings->groups[same].index};
    }
}

/* A year without an evaluation has the instrument that all its moments have. */
static void name_instrument(struct development_draft *draft, size_t number)
{
    const struct evaluation *evaluation = draft->standings->evaluation;
    struct year *year = &draft->development->years[number];
    bool first = true, several = false;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct past *past = &draft->development->pasts[i];
        for (size_t m = 0; m < past->count; m++) {
            const struct moment *moment = &past->moments[m];
            if (moment->year != number)
                continue;
            several |= !first && g_strcmp0(year->instrument, moment->instrument) != 0;
            year->instrument = first ? moment->instrument : year->instrument;
            first = false;
        }
    }
    if (several)
        year->instrument = NULL;
}

static void add_means(struct development_draft *draft)
{
    const struct instrument *instrument = draft->standings->evaluation->instrument;
    for (size_t y = 0; y < draft->development->year_count; y++) {
        struct year *year = &draft->development->years[y];
        year->groups = ARENA_ARRAY(draft->arena, instrument->group_count, struct mean);
        if (year->standings)
            take_means(year, instrument);
        else
            name_instrument(draft, y);
    }
}

struct development *development_of(const struct standings *standings,
                                   struct standings *const *earlier, size_t count,
                                   struct arena *arena)
{
    struct development_draft draft = {standings, ARENA_NEW(arena, struct development), arena};
    collect_years(&draft, earlier, count);
    collect_moments(&draft);
    add_means(&draft);
    find_improved(standings, draft.development, arena);
    find_winners(standings, draft.development, arena);
    return draft.development;
}

const struct moment *development_last(const struct development *development, size_t institution)
{
    const struct past *past = &development->pasts[institution];
    return past->count > 0 ? &past->moments[past->count - 1] : NULL;
}

const char *development_instrument(const struct standings *standings, const char *id)
{
    const struct instrument *now = standings->evaluation->instrument;
    const struct development *development = standings->development;
    if (!id || strcmp(id, now->id) == 0)
        return id && now->regulation ? now->regulation : id;
    for (size_t y = 0; y < development->year_count; y++) {
        const struct standings *then = development->years[y].standings;
        if (then && strcmp(then->evaluation->instrument->id, id) == 0 &&
            then->evaluation->instrument->regulation)
            return then->evaluation->instrument->regulation;
    }
    for (size_t c = 0; c < now->crosswalk_count; c++)
        if (strcmp(now->crosswalks[c].instrument, id) == 0)
            return now->crosswalks[c].name;
    return id;
}
