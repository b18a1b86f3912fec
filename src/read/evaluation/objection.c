/* An objection to levels, and what it was answered. */
#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

void objection_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct objection *objection = ARENA_NEW(reader->arena, struct objection);
    *objection = (struct objection){
        .number = reader_keep(reader, tag, "number"),
        .date = reader_keep(reader, tag, "date"),
        .answer = reader_keep(reader, tag, "answer"),
        .answered = reader_keep(reader, tag, "answered"),
    };
    reader_records(reader)->objection = objection;
    g_array_set_size(reader->institution.claims, 0);
}

void claim_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    const char *no = tag_text(tag, "no");
    const size_t outcome = word_index(outcome_words, tag_text(tag, "outcome"));
    struct claim claim = {
        .indicator = no ? instrument_indicator(reader->instrument, no) : NONE,
        .outcome =
            outcome == NONE ? OUTCOME_NONE : (enum claim_outcome)(OUTCOME_ACCEPTED + outcome),
    };
    reader->indicator.question.no = no ? no : "";
    claim.level = reader_level(reader, tag_text(tag, "level"));
    if (no && claim.indicator == NONE)
        reader_no_indicator(reader, no);
    for (guint i = 0; no && i < reader->institution.claims->len; i++)
        if (g_array_index(reader->institution.claims, struct claim, i).indicator == claim.indicator)
            diagnose(reader->unplaced, grammar_spot(&reader->grammar, "no"), "claim-twice",
                     N_("keep one of them"), "the objection names indicator %s twice", no);
    g_array_append_val(reader->institution.claims, claim);
}

static struct claim *open_claim(const struct evaluation_reader *reader)
{
    GArray *claims = reader->institution.claims;
    return &g_array_index(claims, struct claim, claims->len - 1);
}

void ground_end(struct evaluation_reader *reader)
{
    open_claim(reader)->ground = prose_end(reader);
}

void reply_end(struct evaluation_reader *reader)
{
    open_claim(reader)->reply = prose_end(reader);
}

/* What has been answered says of each claim what came of it. */
void objection_end(struct evaluation_reader *reader)
{
    struct objection *objection = reader_records(reader)->objection;
    objection->claims = reader_list(reader, reader->institution.claims);
    objection->claim_count = reader->institution.claims->len;
    for (size_t i = 0; objection->answered && i < objection->claim_count; i++)
        if (objection->claims[i].outcome == OUTCOME_NONE && objection->claims[i].indicator != NONE)
            diagnose(reader->unplaced, grammar_spot(&reader->grammar, "answered"),
                     "claim-unanswered", N_("write outcome=\"accepted\" or \"rejected\""),
                     "the objection was answered, but not of indicator %s",
                     reader->instrument->indicators[objection->claims[i].indicator].no);
}
