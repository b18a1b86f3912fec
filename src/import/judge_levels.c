/* Levels that are missing, or that contradict the scores of stages. */
#include "judge.h"
#include "value.h"

#include "table/head.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/read/evaluation.h"

#include <string.h>

/* Returns the level that the scores of the stages come to; NULL where none counts. */
static const struct field *final_score(const struct desk *desk, const struct import_item *indicator)
{
    const struct field *final = NULL;
    for (size_t s = 0; s < desk->instrument->stage_count; s++) {
        const struct stage *stage = &desk->instrument->stages[s];
        const struct import_item *score =
            stage->counts ? item_find(indicator, "score", stage->id) : NULL;
        const struct field *level = score ? item_field(score, "level") : NULL;
        final = level ? level : final;
    }
    return final;
}

/* True where the level is what the evaluation has already: nobody typed it. */
static bool is_as_before(const struct desk *desk, const char *code, const char *no,
                         const char *level)
{
    const struct institution *known = known_institution(desk, code);
    size_t indicator = instrument_indicator(desk->instrument, no);
    return known && known->levels && known->levels[indicator] != LEVEL_NONE &&
           instrument_hundredths(desk->instrument, known->levels[indicator]) ==
               level_hundredths(level);
}

/* True where the level is what an indicator counts while it waits for an index. */
static bool is_stand_in(const struct desk *desk, const char *level)
{
    return instrument_hundredths(desk->instrument, desk->instrument->level_pending) ==
           level_hundredths(level);
}

/* A final level beside scores of stages must be what they come to. */
static void judge_indicator(struct desk *desk, const char *code, struct import_item *indicator)
{
    const struct field *level = item_field(indicator, "level");
    const struct field *final = final_score(desk, indicator);
    const char *no = item_value(indicator, "no");
    if (level && item_field(indicator, "state") && is_stand_in(desk, level->value))
        item_unset(indicator, "level");
    if (!level || !final)
        return;
    if (level_hundredths(level->value) != level_hundredths(final->value) &&
        !is_as_before(desk, code, no, level->value))
        desk_note(
            desk,
            (struct import_finding){.severity = SEVERITY_ERROR,
                                    .id = "level-stages",
                                    .origin = level->origin,
                                    .hint = N_("correct the score of the stage, or this level")},
            N_("indicator %s is %s here, but its stages end with %s at %s"), no, level->value,
            final->value, desk_cell_name(desk, final->origin));
    else
        item_unset(indicator, "level");
}

void judge_indicators(struct desk *desk, struct import_item *institution)
{
    const char *code = item_value(institution, "code");
    for (size_t i = 0; i < institution->child_count; i++)
        if (strcmp(institution->children[i]->element, "indicator") == 0)
            judge_indicator(desk, code, institution->children[i]);
}

/* Its level follows from its items. */
static bool has_items(const struct import_item *indicator)
{
    for (size_t i = 0; i < indicator->child_count; i++)
        if (strcmp(indicator->children[i]->element, "item") == 0)
            return true;
    return false;
}

static bool has_final(const struct desk *desk, const struct import_item *institution,
                      const char *no)
{
    const struct import_item *indicator = item_find(institution, "indicator", no);
    return indicator && (item_field(indicator, "level") || item_field(indicator, "state") ||
                         has_items(indicator) || final_score(desk, indicator));
}

/* Returns the cell that should have the level. */
static struct import_origin gap_of(const struct import_item *item, size_t indicator)
{
    const struct sheet_head *head = item->head;
    return head && head->levels[indicator] != NONE
               ? view_origin(&head->view, item->row, head->levels[indicator])
               : item->origin;
}

/* True where a cell is filled in, though what it says was refused. */
static bool is_refused(const struct import_item *item, size_t indicator)
{
    const struct import_origin gap = gap_of(item, indicator);
    return item->head && item->head->levels[indicator] != NONE &&
           grid_cell(gap.grid, gap.row, gap.column).text;
}

/* True where the whole column is not there, which is told once for each table. */
static bool is_column_missing(struct desk *desk, const struct import_item *item, size_t indicator)
{
    const struct sheet_head *head = item->head;
    if (!head || head->levels[indicator] != NONE)
        return false;
    bool *told = &head->gaps[indicator];
    if (!*told)
        desk_note(
            desk,
            (struct import_finding){.severity = desk->partial ? SEVERITY_NOTE : SEVERITY_ERROR,
                                    .id = "column-missing",
                                    .origin = view_origin(&head->view, head->row, 0),
                                    .hint = N_("name the column by the number of the indicator")},
            N_("there is no column for indicator %s"), desk->instrument->indicators[indicator].no);
    *told = true;
    return true;
}

/* Indicators without a level: no cell has one; what the cell has was refused; there is
 * no column for it, which counts as missing too. */
struct gaps {
    size_t missing, refused, absent;
    size_t first; /* that is missing */
};

static struct gaps find_gaps(struct desk *desk, const struct import_item *item)
{
    const struct instrument *instrument = desk->instrument;
    struct gaps gaps = {.first = NONE};
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (has_final(desk, item, instrument->indicators[i].no))
            continue;
        bool wrong = is_refused(item, i);
        gaps.refused += wrong;
        gaps.missing += !wrong;
        if (!wrong && gaps.first == NONE)
            gaps.first = i;
    }
    bool any = gaps.missing + gaps.refused < instrument->indicator_count;
    for (size_t i = 0; any && i < instrument->indicator_count; i++)
        gaps.absent += !has_final(desk, item, instrument->indicators[i].no) &&
                       is_column_missing(desk, item, i);
    return gaps;
}

static void tell_gaps(struct desk *desk, const struct import_item *item, size_t missing,
                      size_t first)
{
    const struct instrument *instrument = desk->instrument;
    struct import_finding finding = {
        .severity = desk->partial ? SEVERITY_NOTE : SEVERITY_ERROR,
        .id = desk->partial ? "incomplete" : "indicator-missing",
        .origin = gap_of(item, first),
        .hint = desk->partial
                    ? NULL
                    : N_("give a level for each, or for none; --partial takes what there is"),
    };
    if (desk->partial)
        desk_note(desk, finding, N_("%s is not complete: %zu of %zu indicators are missing"),
                  item_value(item, "code"), missing, instrument->indicator_count);
    else if (missing == 1)
        desk_note(desk, finding, N_("indicator %s of %s is missing"),
                  instrument->indicators[first].no, item_value(item, "code"));
    else
        desk_note(desk, finding, N_("indicator %s of %s and %zu more are missing"),
                  instrument->indicators[first].no, item_value(item, "code"), missing - 1);
}

static void tell_unexpected(struct desk *desk, const struct import_item *item)
{
    desk_note(
        desk,
        (struct import_finding){.severity = SEVERITY_ERROR,
                                .id = "result-unexpected",
                                .origin = place_of_mark(item, MARK_CODE),
                                .hint = N_("empty its levels, or the column Alasan Tidak Dinilai")},
        N_("%s is not assessed but has results"), item_value(item, "code"));
}

static void tell_no_result(struct desk *desk, const struct import_item *item)
{
    struct import_finding finding = {
        .severity = desk->partial ? SEVERITY_NOTE : SEVERITY_ERROR,
        .id = desk->partial ? "incomplete" : "result-missing",
        .origin = place_of_mark(item, MARK_CODE),
        .hint = desk->partial ? NULL
                              : N_("fill in its levels, or why it is not assessed in "
                                   "Alasan Tidak Dinilai; --partial takes what there is"),
    };
    desk_note(desk, finding, N_("%s has neither levels nor a published index"),
              item_value(item, "code"));
}

void judge_levels(struct desk *desk, struct import_item *item)
{
    judge_indicators(desk, item);
    const struct gaps gaps = find_gaps(desk, item);
    bool some = gaps.missing + gaps.refused < desk->instrument->indicator_count || gaps.refused > 0;
    const struct import_item *published = item_find(item, "published", NULL);
    bool index = published && item_value(published, "index"), none = item_value(item, "status");
    if (none && (some || published))
        tell_unexpected(desk, item);
    else if (some && gaps.missing > gaps.absent)
        tell_gaps(desk, item, gaps.missing, gaps.first);
    else if (!some && !index && !none)
        tell_no_result(desk, item);
}
