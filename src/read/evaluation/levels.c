#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

/* Tells that TEXT is no level; IS_NUMBER: one, but outside the range. */
static void note_level(struct evaluation_reader *reader, const char *text, bool is_number)
{
    const struct instrument *instrument = reader->instrument;
    int decimals = instrument->level_decimals;
    int min = (int)(instrument->level_min / instrument->level_scale);
    int max = (int)(instrument->level_max / instrument->level_scale);
    g_autofree char *kind = decimals == 0
                                ? g_strdup(_("whole number"))
                                : g_strdup_printf(_("number with at most %d decimals"), decimals);
    g_autofree char *hint = g_strdup_printf(_("levels of %s are %ss from %d to %d"), instrument->id,
                                            decimals == 0 ? kind : _("number"), min, max);
    const struct read_spot spot = grammar_spot(&reader->grammar, "level");
    const char *no = reader->indicator.question.no;
    if (is_number || text[strspn(text, "-0123456789")] == '\0')
        diagnose(reader->unplaced, spot, "level-range", hint,
                 "level %s of indicator %s is outside %d..%d", text, no, min, max);
    else
        diagnose(reader->unplaced, spot, "level", hint, "level \"%s\" of indicator %s is not a %s",
                 text, no, kind);
}

/* Reads "7/6", a level as exact as items make them. */
static bool read_exact(const struct instrument *instrument, const char *text, int64_t *level)
{
    int64_t above, below;
    if (instrument->item_count == 0 || !strchr(text, '/') ||
        !value_fraction(text, &above, &below) ||
        __builtin_mul_overflow(above, instrument->level_scale, &above) || above % below != 0)
        return false;
    *level = above / below;
    return true;
}

int32_t reader_level(struct evaluation_reader *reader, const char *text)
{
    const struct instrument *instrument = reader->instrument;
    if (!text)
        return LEVEL_NONE;

    const int64_t tens = instrument->level_decimals == 0   ? 1
                         : instrument->level_decimals == 1 ? 10
                                                           : 100;
    int64_t level = LEVEL_NONE;
    bool read = value_decimal(text, instrument->level_decimals, &level);
    level *= instrument->level_scale / tens; /* items make levels finer than they are written */
    read = read || read_exact(instrument, text, &level);
    if (read && level >= instrument->level_min && level <= instrument->level_max)
        return (int32_t)level;
    note_level(reader, text, read);
    reader->indicator.question.bad = true;
    return LEVEL_NONE;
}

void reader_no_indicator(struct evaluation_reader *reader, const char *no)
{
    const struct instrument *instrument = reader->instrument;
    g_autofree char *hint =
        g_strdup_printf(_("its indicators are %s to %s"), instrument->indicators[0].no,
                        instrument->indicators[instrument->indicator_count - 1].no);
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, "no"), "indicator-unknown", hint,
             "%s has no indicator \"%s\"", instrument->id, no);
}

/* Mostly the one behind the last. */
static size_t indicator_of(struct evaluation_reader *reader, const char *no)
{
    const struct instrument *instrument = reader->instrument;
    const size_t due =
        reader->institution.due < instrument->indicator_count ? reader->institution.due : 0;
    const size_t found = strcmp(instrument->indicators[due].no, no) == 0
                             ? due
                             : instrument_indicator(instrument, no);
    reader->institution.due = found == NONE ? due : found + 1;
    return found;
}

void indicator_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct instrument *instrument = reader->instrument;
    const char *no = tag_text(tag, "no"), *level = tag_text(tag, "level");
    struct question *question = &reader->indicator.question;
    if (question->scored)
        memset(reader->indicator.entries, 0,
               instrument->stage_count * sizeof *reader->indicator.entries);
    *question = (struct question){
        .indicator = no ? indicator_of(reader, no) : NONE,
        .short_form = level != NULL,
        .level = LEVEL_NONE,
    };
    if (reader->indicator.evidence->len > 0)
        g_array_set_size(reader->indicator.evidence, 0);
    items_begin(reader, tag);
    if (question->indicator == NONE) {
        if (no)
            reader_no_indicator(reader, no);
        return;
    }
    question->no = instrument->indicators[question->indicator].no;
    question->level = reader_level(reader, level);

    bool *given = &reader->institution.given[question->indicator];
    if (*given)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "no"), "indicator-twice",
                 N_("keep one of them"), "indicator %s is given twice", no);
    reader->institution.given_count += !*given;
    *given = true;
}

static struct score score_of(struct evaluation_reader *reader, const struct tag *tag)
{
    const char *word = tag_text(tag, "verdict"), *level = tag_text(tag, "level");
    const size_t verdict = word_index(verdict_words, word);
    const struct score score = {
        .level = reader_level(reader, level),
        .verdict = verdict == NONE ? VERDICT_NONE : (enum verdict)(VERDICT_VALID + verdict),
        .copied = level == NULL,
    };
    if (score.verdict == VERDICT_INVALID && score.copied)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "verdict",
                 N_("give the level that it should be"),
                 "indicator %s is found invalid but gets no other level",
                 reader->indicator.question.no);
    return score;
}

void score_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct question *question = &reader->indicator.question;
    reader->indicator.score = NULL;
    if (question->indicator == NONE)
        return;
    const struct score score = score_of(reader, tag);
    size_t stage = reader_stage(reader, tag);
    question->bad |= stage == NONE;
    question->scored = true;
    if (stage == NONE)
        return;
    struct reader_entry *entry = &reader->indicator.entries[stage];
    if (entry->element > 0)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "stage"), "score-twice",
                 N_("keep one of them"), "indicator %s has two scores of the stage %s",
                 question->no, reader->instrument->stages[stage].id);
    *entry = (struct reader_entry){.element = reader->grammar.elements, .score = score};
    entry->score.stage = (uint32_t)stage;
    reader->indicator.score = &entry->score;
}

/* What is said in a score that is not known is passed over. */
void fact_end(struct evaluation_reader *reader)
{
    if (reader->indicator.score)
        reader->indicator.score->fact = prose_end(reader);
}

void analysis_end(struct evaluation_reader *reader)
{
    if (reader->indicator.score)
        reader->indicator.score->analysis = prose_end(reader);
}

void reason_end(struct evaluation_reader *reader)
{
    if (reader->indicator.score)
        reader->indicator.score->reason = prose_end(reader);
}

/* Returns the stage in which an institution assesses itself: the first that does
 * not count; NONE where there is none. */
static size_t self_stage(const struct instrument *instrument)
{
    for (size_t i = 0; i < instrument->stage_count; i++)
        if (!instrument->stages[i].counts)
            return i;
    return NONE;
}

static void check_verdict(struct evaluation_reader *reader, const struct reader_entry *entry,
                          int32_t before)
{
    if (entry->score.verdict == VERDICT_VALID && before != LEVEL_NONE &&
        before != entry->score.level)
        diagnose(reader->unplaced,
                 (struct read_spot){entry->element, "level", 0, false, SEVERITY_ERROR}, "verdict",
                 N_("leave the level out, or write verdict=\"invalid\""),
                 N_("indicator %s is found valid but gets another level"),
                 reader->indicator.question.no);
}

/* Goes through the stages: the last that counts and has a level is final; one
 * left empty takes what was final before it. */
static int32_t settle(struct evaluation_reader *reader, int32_t final)
{
    const struct instrument *instrument = reader->instrument;
    for (size_t i = 0; i < instrument->stage_count; i++) {
        struct reader_entry *entry = &reader->indicator.entries[i];
        if (entry->element == 0)
            continue;
        if (entry->score.copied)
            entry->score.level = final;
        if (entry->score.level == LEVEL_NONE)
            continue;
        check_verdict(reader, entry, final);
        if (instrument->stages[i].counts)
            final = entry->score.level;
    }
    return final;
}

/* Keeps what was recorded of the indicator beside its level. */
static void keep_answer(struct evaluation_reader *reader)
{
    const struct instrument *instrument = reader->instrument;
    struct records *records = reader_records(reader);
    if (!records->answers)
        records->answers = ARENA_ARRAY(reader->arena, instrument->indicator_count, struct answer);
    size_t count = 0;
    for (size_t i = 0; i < instrument->stage_count; i++)
        count += reader->indicator.entries[i].element > 0;

    struct answer *answer = &records->answers[reader->indicator.question.indicator];
    *answer = reader->indicator.question.remarks;
    answer->scores = ARENA_ARRAY(reader->arena, count, struct score);
    answer->evidence = reader_list(reader, reader->indicator.evidence);
    answer->evidence_count = reader->indicator.evidence->len;
    for (size_t i = 0; i < instrument->stage_count; i++)
        if (reader->indicator.entries[i].element > 0)
            answer->scores[answer->score_count++] = reader->indicator.entries[i].score;
}

/* Returns the array of levels, made on first use. */
static int32_t *levels_in(struct evaluation_reader *reader, int32_t **levels)
{
    const size_t count = reader->instrument->indicator_count;
    if (!*levels) {
        *levels = ARENA_ARRAY(reader->arena, count, int32_t);
        for (size_t i = 0; i < count; i++)
            (*levels)[i] = LEVEL_NONE;
    }
    return *levels;
}

/* True where a stage that counts gave a score: then the final level follows from it. */
static bool scores_count(const struct evaluation_reader *reader)
{
    for (size_t i = 0; reader->indicator.question.scored && i < reader->instrument->stage_count;
         i++)
        if (reader->indicator.entries[i].element > 0 && reader->instrument->stages[i].counts)
            return true;
    return false;
}

/* What has no final level yet is not given. */
static void take_back(struct evaluation_reader *reader, size_t indicator)
{
    reader->institution.given[indicator] = false;
    reader->institution.given_count--;
}

void indicator_end(struct evaluation_reader *reader)
{
    const struct question *question = &reader->indicator.question;
    struct institution *institution = reader_institution(reader);
    const struct read_spot spot = grammar_spot(&reader->grammar, NULL);
    if (question->indicator == NONE)
        return;
    if (question->short_form && scores_count(reader))
        diagnose(reader->unplaced, spot, "level-twice",
                 N_("write the level or the scores of stages that count"),
                 "indicator %s has both a level and scores", question->no);

    const int32_t final =
        items_settle(reader, question->scored ? settle(reader, question->level) : question->level);
    if (final == LEVEL_NONE && !question->bad && reader->from->partial)
        take_back(reader, question->indicator);
    else if (final == LEVEL_NONE && !question->bad)
        diagnose(reader->unplaced, spot, "level-missing",
                 N_("write level=, or a <score> with a level by a stage that counts"),
                 "indicator %s has no final level", question->no);
    levels_in(reader, &institution->levels)[question->indicator] = final;

    const size_t stage = self_stage(reader->instrument);
    const struct reader_entry *self = stage == NONE ? NULL : &reader->indicator.entries[stage];
    if (self && self->element > 0 && !self->score.copied && self->score.level != LEVEL_NONE)
        levels_in(reader, &institution->self)[question->indicator] = self->score.level;
    if (question->scored || reader->indicator.evidence->len > 0 || items_told(reader))
        keep_answer(reader);
}
