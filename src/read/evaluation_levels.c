#include "evaluation_parts.h"

#include "rapor/arena.h"

#include <string.h>

static int decimals_of(const struct instrument *instrument)
{
    return instrument->level_scale == 1 ? 0 : instrument->level_scale == 10 ? 1 : 2;
}

/* Tells that TEXT is no level; IS_NUMBER: one, but outside the range. */
static void note_level(struct reader *reader, const char *text, bool is_number)
{
    const struct instrument *instrument = reader->instrument;
    int decimals = decimals_of(instrument);
    int min = (int)(instrument->level_min / instrument->level_scale);
    int max = (int)(instrument->level_max / instrument->level_scale);
    g_autofree char *kind = decimals == 0
                                ? g_strdup("whole number")
                                : g_strdup_printf("number with at most %d decimals", decimals);
    g_autofree char *hint = g_strdup_printf("levels of %s are %ss from %d to %d", instrument->id,
                                            decimals == 0 ? kind : "number", min, max);
    const struct spot spot = grammar_spot(&reader->grammar, "level");
    const char *no = reader->answer.no;
    if (is_number || text[strspn(text, "-0123456789")] == '\0')
        fault(reader->faults, spot, "level-range", hint,
              "level %s of indicator %s is outside %d..%d", text, no, min, max);
    else
        fault(reader->faults, spot, "level", hint, "level \"%s\" of indicator %s is not a %s", text,
              no, kind);
}

/* Reads the level= of NODE in steps; LEVEL_NONE where there is none or it is
 * noted as wrong. */
static int32_t level_of(struct reader *reader, const xmlNode *node)
{
    const struct instrument *instrument = reader->instrument;
    const char *text = reader_peek(reader, node, "level");
    if (!text)
        return LEVEL_NONE;

    int decimals = decimals_of(instrument);
    int64_t level = LEVEL_NONE;
    bool read = value_decimal(text, decimals, &level);
    if (read && level >= instrument->level_min && level <= instrument->level_max)
        return (int32_t)level;
    note_level(reader, text, read);
    reader->answer.bad = true;
    return LEVEL_NONE;
}

/* Notes that the instrument has no such indicator. */
static void unknown_indicator(struct reader *reader, const char *no)
{
    const struct instrument *instrument = reader->instrument;
    g_autofree char *hint =
        g_strdup_printf("its indicators are %s to %s", instrument->indicators[0].no,
                        instrument->indicators[instrument->indicator_count - 1].no);
    fault(reader->faults, grammar_spot(&reader->grammar, "no"), "indicator-unknown", hint,
          "%s has no indicator \"%s\"", instrument->id, no);
}

void indicator_begin(struct reader *reader, const xmlNode *node)
{
    const struct instrument *instrument = reader->instrument;
    const char *no = reader_peek(reader, node, "no");
    struct answer *answer = &reader->answer;
    *answer = (struct answer){
        .indicator = no ? instrument_indicator(instrument, no) : NONE,
        .short_form = reader_peek(reader, node, "level") != NULL,
        .level = LEVEL_NONE,
    };
    memset(reader->scores, 0, instrument->stage_count * sizeof *reader->scores);
    if (answer->indicator == NONE) {
        if (no)
            unknown_indicator(reader, no);
        return;
    }
    answer->no = instrument->indicators[answer->indicator].no;
    answer->level = level_of(reader, node);

    bool *given = &reader->given[answer->indicator];
    if (*given)
        fault(reader->faults, grammar_spot(&reader->grammar, "no"), "indicator-twice",
              "keep one of them", "indicator %s is given twice", no);
    reader->given_count += !*given;
    *given = true;
}

void score_begin(struct reader *reader, const xmlNode *node)
{
    struct answer *answer = &reader->answer;
    const char *verdict = reader_peek(reader, node, "verdict");
    if (answer->indicator == NONE)
        return;
    struct score score = {
        .element = reader->grammar.elements,
        .level = level_of(reader, node),
        .valid = verdict && strcmp(verdict, "valid") == 0,
    };
    if (verdict && strcmp(verdict, "invalid") == 0 && !reader_peek(reader, node, "level"))
        fault(reader->faults, grammar_spot(&reader->grammar, NULL), "verdict",
              "give the level that it should be",
              "indicator %s is found invalid but gets no other level", answer->no);

    size_t stage = reader_stage(reader, node);
    answer->bad |= stage == NONE;
    answer->scored = true;
    if (stage == NONE)
        return;
    if (reader->scores[stage].element > 0)
        fault(reader->faults, grammar_spot(&reader->grammar, "stage"), "score-twice",
              "keep one of them", "indicator %s has two scores of the stage %s", answer->no,
              reader->instrument->stages[stage].id);
    reader->scores[stage] = score;
}

/* Finds the final level of the answer, and what the institution itself said:
 * the last counting stage that has a level; a stage left empty leaves it. */
static void settle(struct reader *reader, int32_t *final, int32_t *self)
{
    const struct instrument *instrument = reader->instrument;
    const struct score *scores = reader->scores;
    for (size_t i = 0; i < instrument->stage_count; i++) {
        if (scores[i].element == 0 || scores[i].level == LEVEL_NONE)
            continue;
        if (scores[i].valid && *final != LEVEL_NONE && *final != scores[i].level)
            fault(reader->faults,
                  (struct spot){scores[i].element, "level", 0, false, SEVERITY_ERROR}, "verdict",
                  "leave the level out, or write verdict=\"invalid\"",
                  "indicator %s is found valid but gets another level", reader->answer.no);
        *(instrument->stages[i].counts ? final : self) = scores[i].level;
    }
}

/* Returns the array of levels, made on first use. */
static int32_t *levels_in(struct reader *reader, int32_t **levels)
{
    const size_t count = reader->instrument->indicator_count;
    if (!*levels) {
        *levels = ARENA_ARRAY(reader->arena, count, int32_t);
        for (size_t i = 0; i < count; i++)
            (*levels)[i] = LEVEL_NONE;
    }
    return *levels;
}

void indicator_end(struct reader *reader)
{
    const struct answer *answer = &reader->answer;
    struct institution *institution = reader_institution(reader);
    const struct spot spot = grammar_spot(&reader->grammar, NULL);
    if (answer->indicator == NONE)
        return;
    if (answer->short_form && answer->scored)
        fault(reader->faults, spot, "level-twice", "write the level or the scores",
              "indicator %s has both a level and scores", answer->no);

    int32_t final = answer->level, self = LEVEL_NONE;
    settle(reader, &final, &self);
    if (final == LEVEL_NONE && !answer->bad)
        fault(reader->faults, spot, "level-missing",
              "write level=, or a <score> with a level by a stage that counts",
              "indicator %s has no final level", answer->no);
    levels_in(reader, &institution->levels)[answer->indicator] = final;
    if (self != LEVEL_NONE)
        levels_in(reader, &institution->self)[answer->indicator] = self;
}
