/* Items, marks and remarks of an indicator; what waits for the index of another body. */
#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"
#include "rapor/read/ladder.h"

#include <string.h>

static const struct indicator *owner_of(const struct evaluation_reader *reader)
{
    return &reader->instrument->indicators[reader->indicator.question.indicator];
}

/* Those of the open indicator. */
static struct reader_item *items_of(const struct evaluation_reader *reader)
{
    return reader->indicator.items + owner_of(reader)->item_first;
}

static enum tick tick_of(const struct tag *tag, const char *attribute)
{
    const size_t tick = word_index(tick_words, tag_text(tag, attribute));
    return tick == NONE ? TICK_NONE : (enum tick)(TICK_YES + tick);
}

void items_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct question *question = &reader->indicator.question;
    if (question->indicator == NONE)
        return;
    const size_t count = owner_of(reader)->item_count;
    if (count > 0)
        memset(items_of(reader), 0, count * sizeof *reader->indicator.items);
    question->pending = tag_text(tag, "state") != NULL;
    question->remarks = (struct answer){
        .source = reader_keep(reader, tag, "source"),
        .uploaded = tick_of(tag, "uploaded"),
        .interviewed = tick_of(tag, "interviewed"),
        .approved = tick_of(tag, "approved"),
    };
    if (question->pending && !question->remarks.source)
        question->remarks.source = owner_of(reader)->source;
    if (question->pending && !question->remarks.source)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "state"), "pending-source",
                 N_("name the index that is missing in source=\"...\""),
                 "indicator %s takes no index of another body",
                 reader->instrument->indicators[question->indicator].no);
}

/* Notes that the open indicator has no item called CODE. */
static void unknown_item(struct evaluation_reader *reader, const char *code)
{
    const struct instrument *instrument = reader->instrument;
    const struct indicator *owner = owner_of(reader);
    const size_t other = instrument_item(instrument, code);
    const struct read_spot spot = grammar_spot(&reader->grammar, "code");
    if (other != NONE) {
        diagnose(reader->unplaced, spot, "item-elsewhere", N_("move it there"),
                 "item %s is one of indicator %s, not %s", code,
                 instrument->indicators[instrument->items[other].indicator].no, owner->no);
        return;
    }
    const char **codes = ARENA_ARRAY(reader->scratch, owner->item_count + 1, const char *);
    for (size_t i = 0; i < owner->item_count; i++)
        codes[i] = instrument->items[owner->item_first + i].code;
    g_autofree char *hint = owner->item_count > 0 ? value_suggestion(code, codes) : NULL;
    diagnose(reader->unplaced, spot, "item-unknown", hint, "indicator %s has no item \"%s\"",
             owner->no, code);
}

static size_t find_item(const struct evaluation_reader *reader, const char *code)
{
    const struct indicator *owner = owner_of(reader);
    for (size_t i = 0; i < owner->item_count; i++)
        if (strcmp(reader->instrument->items[owner->item_first + i].code, code) == 0)
            return i;
    return NONE;
}

void item_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct question *question = &reader->indicator.question;
    const char *code = tag_text(tag, "code");
    const size_t state = word_index(item_words, tag_text(tag, "state"));
    if (question->indicator == NONE || !code || state == NONE)
        return;
    const size_t found = find_item(reader, code);
    if (found == NONE) {
        unknown_item(reader, code);
        return;
    }
    struct reader_item *item = &items_of(reader)[found];
    if (item->element > 0)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "code"), "item-twice",
                 N_("keep one of them"), "item %s is given twice", code);
    question->judged += item->element == 0;
    *item = (struct reader_item){
        .element = reader->grammar.elements,
        .judged = {.state = (enum item_state)state,
                   .note = reader_keep(reader, tag, "note"),
                   .document = reader_keep(reader, tag, "document")},
    };
}

void note_end(struct evaluation_reader *reader)
{
    reader->indicator.question.remarks.note = prose_end(reader);
}

void recommendation_end(struct evaluation_reader *reader)
{
    reader->indicator.question.remarks.recommendation = prose_end(reader);
}

/* Gives those that were not judged the state that follows; notes what cannot be. */
static void complete(struct evaluation_reader *reader, struct judged_item *judged)
{
    const struct instrument *instrument = reader->instrument;
    const struct indicator *owner = owner_of(reader);
    const struct ladder_item *asked = instrument->items + owner->item_first;
    const struct reader_item *given = items_of(reader);
    for (size_t i = 0; i < owner->item_count; i++)
        judged[i] = given[i].judged; /* missing where it is not there */
    const size_t open = ladder_open(instrument, reader->indicator.question.indicator, judged);
    for (size_t i = 0; i < owner->item_count; i++) {
        if (given[i].element == 0 && asked[i].rung > open)
            judged[i].state = ITEM_CLOSED;
        if (judged[i].state == ITEM_CLOSED && asked[i].rung <= open)
            diagnose(reader->unplaced,
                     (struct read_spot){given[i].element, "state", 0, false, SEVERITY_ERROR},
                     "item-closed",
                     N_("write missing or unsuitable; closed are those above an "
                        "item that is not accepted"),
                     N_("item %s is closed, but all below it are accepted"), asked[i].code);
        if (judged[i].state == ITEM_ACCEPTED && asked[i].rung > open)
            diagnose(reader->unplaced,
                     (struct read_spot){given[i].element, "state", 0, false, SEVERITY_WARNING},
                     "item-above", N_("it counts once all items below it are accepted"),
                     N_("item %s is accepted, but does not count yet"), asked[i].code);
    }
}

static bool any_applicable(const struct judged_item *judged, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (judged[i].state != ITEM_NOT_APPLICABLE)
            return true;
    return false;
}

/* The value of the open indicator by its items. */
static int32_t reckon(struct evaluation_reader *reader)
{
    struct question *question = &reader->indicator.question;
    const size_t count = owner_of(reader)->item_count;
    struct judged_item *judged = ARENA_ARRAY(reader->arena, count, struct judged_item);
    complete(reader, judged);
    question->remarks.items = judged;
    if (any_applicable(judged, count))
        return ladder_level(reader->instrument, question->indicator, judged);
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "item-none",
             N_("at least one item applies to everybody"), "no item of indicator %s applies",
             question->no);
    question->bad = true;
    return LEVEL_NONE;
}

static int32_t settle_pending(struct evaluation_reader *reader, int32_t final)
{
    struct question *question = &reader->indicator.question;
    struct institution *institution = reader_institution(reader);
    if (final != LEVEL_NONE)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "state"), "pending-level",
                 N_("take out the level, or the state where the index has come"),
                 "indicator %s waits for an index but has a level", question->no);
    if (!institution->pending)
        institution->pending =
            ARENA_ARRAY(reader->arena, reader->instrument->indicator_count, bool);
    institution->pending[question->indicator] = true;
    return (int32_t)reader->instrument->level_pending;
}

/* Tells that the level that was given is not what the items come to. */
static void note_difference(struct evaluation_reader *reader, int32_t final, int32_t reckoned)
{
    const struct instrument *instrument = reader->instrument;
    struct read_spot spot = grammar_spot(&reader->grammar, NULL);
    spot.severity = SEVERITY_WARNING;
    diagnose(reader->unplaced, spot, "items-differ",
             N_("the level that was given stands; leave it out where the items are right"),
             "indicator %s has level %s, but its items come to %s", reader->indicator.question.no,
             numeral_hundredths(instrument_hundredths(instrument, final), reader->scratch),
             numeral_hundredths(instrument_hundredths(instrument, reckoned), reader->scratch));
}

int32_t items_settle(struct evaluation_reader *reader, int32_t final)
{
    const struct instrument *instrument = reader->instrument;
    struct question *question = &reader->indicator.question;
    if (question->pending)
        return settle_pending(reader, final);
    if (question->judged == 0)
        return final;
    const int32_t reckoned = question->remarks.reckoned = reckon(reader);
    if (final == LEVEL_NONE || reckoned == LEVEL_NONE)
        return reckoned;
    /* Who gave a level gave it in hundredths. */
    if (instrument_hundredths(instrument, final) == instrument_hundredths(instrument, reckoned))
        return reckoned;
    note_difference(reader, final, reckoned);
    return final;
}

bool items_told(const struct evaluation_reader *reader)
{
    const struct answer *remarks = &reader->indicator.question.remarks;
    return remarks->items || remarks->source || remarks->note || remarks->recommendation ||
           remarks->uploaded || remarks->interviewed || remarks->approved;
}
