#include "judge.h"

#include "head.h"
#include "plain.h"
#include "regions.h"
#include "value.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/read/evaluation.h"

#include <string.h>

const struct institution *known_institution(const struct desk *desk, const char *code)
{
    const struct evaluation *before = desk->before;
    for (size_t i = 0; before && i < before->institution_count; i++)
        if (strcmp(before->institutions[i].code, code) == 0)
            return &before->institutions[i];
    return NULL;
}

static bool is_known_region(const struct desk *desk, const char *code)
{
    const struct evaluation *before = desk->before;
    for (size_t i = 0; before && i < before->region_count; i++)
        if (strcmp(before->regions[i].code, code) == 0)
            return true;
    return false;
}

/* Where the column of the mark meets the row of the institution; else its code. */
static struct import_origin place_of(const struct import_item *item, enum head_mark mark)
{
    const struct sheet_head *head = item->head;
    if (!head || head->marks[mark] == NONE)
        return item->origin;
    return view_origin(&head->view, item->row, head->marks[mark]);
}

static void miss(struct desk *desk, const struct import_item *item, enum head_mark mark)
{
    bool column = item->head && item->head->marks[mark] != NONE;
    desk_note(
        desk,
        (struct import_finding){.severity = SEVERITY_ERROR,
                                .id = "attribute-missing",
                                .origin = place_of(item, mark),
                                .hint = column ? "fill it in"
                                               : "the form of \"rapor export --template\" has all "
                                                 "columns"},
        column ? N_("%s is missing") : N_("there is no %s"), mark_title(mark));
}

/* "Kabupaten Contoh" is of the group kabupaten: the name begins with the group's, or with
 * its word. */
static const char *group_of_name(const struct desk *desk, const char *name)
{
    const struct instrument *instrument = desk->instrument;
    const char *key = plain_key(name, desk->arena), *found = NULL;
    size_t longest = 0;
    for (size_t g = 0; g < instrument->group_count; g++) {
        const char *names[] = {plain_key(instrument->groups[g].name, desk->arena),
                               plain_key(instrument->groups[g].id, desk->arena)};
        for (size_t n = 0; n < G_N_ELEMENTS(names); n++) {
            size_t length = strlen(names[n]);
            if (length > longest && strncmp(key, names[n], length) == 0 && key[length] == ' ') {
                longest = length;
                found = instrument->groups[g].id;
            }
        }
    }
    return found;
}

static const struct group *judge_group(struct desk *desk, struct import_item *item)
{
    const struct instrument *instrument = desk->instrument;
    const char *name = item_value(item, "name"), *group = item_value(item, "group");
    bool given = item->head && item->head->marks[MARK_GROUP] != NONE &&
                 view_cell(&item->head->view, item->row, item->head->marks[MARK_GROUP]).text;
    if (!group && name && !given && (group = group_of_name(desk, name))) {
        item_set(desk, item, "group", group, item->origin);
        desk_note(desk,
                  (struct import_finding){
                      .severity = SEVERITY_NOTE, .id = "group-by-name", .origin = item->origin},
                  N_("the group of %s is taken from its name: %s"), name, group);
    }
    if (!group && !given)
        miss(desk, item, MARK_GROUP);
    size_t index = group ? instrument_group(instrument, group) : NONE;
    return index == NONE ? NULL : &instrument->groups[index];
}

/* Returns the code of the region of that name, as the sheets or the list tell. */
static const char *region_named(struct desk *desk, const char *name)
{
    for (size_t i = 0; i < desk->root->child_count; i++) {
        const struct import_item *child = desk->root->children[i];
        const char *other = item_value(child, "name");
        if (strcmp(child->element, "region") == 0 && other && strcmp(other, name) == 0)
            return item_value(child, "code");
    }
    const struct known_region *region = regions_named(desk->regions, name, desk->arena);
    return region && !strchr(region->code, '.') ? region->code : NULL;
}

/* The region of one whose column is not there or empty: by its name, or by the first
 * part of the code. */
static const char *region_of(struct desk *desk, const struct import_item *item)
{
    const struct sheet_head *head = item->head;
    const char *code = item_value(item, "code");
    size_t column = head ? head->marks[MARK_REGION] : NONE;
    const char *text = column == NONE ? NULL : view_cell(&head->view, item->row, column).text;
    if (text)
        return region_named(desk, plain_text(text, NULL, desk->arena));
    size_t length = strcspn(code, ".");
    const char *first = arena_strndup(desk->arena, code, length);
    bool known = item_find(desk->root, "region", first) || is_known_region(desk, first) ||
                 regions_coded(desk->regions, first);
    return length == 2 && known ? first : NULL;
}

static void judge_seat(struct desk *desk, struct import_item *item, const struct group *group)
{
    if (group->seat == SEAT_PARENT && !item_value(item, "parent"))
        miss(desk, item, MARK_PARENT);
    if (group->seat != SEAT_REGION || item_value(item, "region"))
        return;
    bool given = item->head && item->head->marks[MARK_REGION_CODE] != NONE &&
                 view_cell(&item->head->view, item->row, item->head->marks[MARK_REGION_CODE]).text;
    const char *region = given ? NULL : region_of(desk, item);
    if (!region) {
        if (!given)
            miss(desk, item, MARK_REGION_CODE);
        return;
    }
    item_set(desk, item, "region", region, item->origin);
    item_keyed(desk, desk->root, "region", region, item->origin);
    desk_note(desk,
              (struct import_finding){
                  .severity = SEVERITY_NOTE, .id = "region-by-code", .origin = item->origin},
              N_("the province of %s is taken from its code or name: %s"), item_value(item, "code"),
              region);
}

/* Regions that no row names have the name of the list. */
static void judge_region_names(struct desk *desk)
{
    for (size_t i = 0; i < desk->root->child_count; i++) {
        struct import_item *child = desk->root->children[i];
        const char *code = item_value(child, "code");
        if (strcmp(child->element, "region") != 0 || item_value(child, "name") || !code ||
            is_known_region(desk, code))
            continue;
        const struct known_region *known = regions_coded(desk->regions, code);
        if (known)
            item_set(desk, child, "name", known->name, child->origin);
        else
            desk_note(desk,
                      (struct import_finding){.severity = SEVERITY_ERROR,
                                              .id = "region-missing",
                                              .origin = child->origin,
                                              .hint = N_("fill in Provinsi in one of its rows")},
                      N_("no row says what %s is called"), code);
    }
}

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
    double scale = (double)desk->instrument->level_scale;
    return known && known->levels &&
           known->levels[indicator] == (int32_t)(g_ascii_strtod(level, NULL) * scale + 0.5);
}

/* A final level beside scores of stages must be what they come to. */
static void judge_indicator(struct desk *desk, const char *code, struct import_item *indicator)
{
    const struct field *level = item_field(indicator, "level");
    const struct field *final = final_score(desk, indicator);
    const char *no = item_value(indicator, "no");
    if (!level || !final)
        return;
    if (strcmp(level->value, final->value) != 0 && !is_as_before(desk, code, no, level->value))
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

static bool has_final(const struct desk *desk, const struct import_item *institution,
                      const char *no)
{
    const struct import_item *indicator = item_find(institution, "indicator", no);
    return indicator && (item_field(indicator, "level") || final_score(desk, indicator));
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

static void tell_gaps(struct desk *desk, const struct import_item *item, size_t missing,
                      size_t first)
{
    const struct instrument *instrument = desk->instrument;
    struct import_finding finding = {
        .severity = desk->partial ? SEVERITY_NOTE : SEVERITY_ERROR,
        .id = desk->partial ? "incomplete" : "indicator-missing",
        .origin = gap_of(item, first),
        .hint = desk->partial ? NULL
                              : "give a level for each, or for none; --partial takes what there is",
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

static void judge_levels(struct desk *desk, struct import_item *item)
{
    const struct instrument *instrument = desk->instrument;
    size_t missing = 0, refused = 0, first = NONE;
    for (size_t i = 0; i < item->child_count; i++)
        if (strcmp(item->children[i]->element, "indicator") == 0)
            judge_indicator(desk, item_value(item, "code"), item->children[i]);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (has_final(desk, item, instrument->indicators[i].no))
            continue;
        bool wrong = is_refused(item, i);
        refused += wrong;
        missing += !wrong;
        if (!wrong && first == NONE)
            first = i;
    }
    size_t absent = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++)
        absent += !has_final(desk, item, instrument->indicators[i].no) &&
                  missing + refused < instrument->indicator_count &&
                  is_column_missing(desk, item, i);
    bool some = missing + refused < instrument->indicator_count || refused > 0;
    const struct import_item *published = item_find(item, "published", NULL);
    bool index = published && item_value(published, "index"), none = item_value(item, "status");
    struct import_finding finding = {.severity = desk->partial ? SEVERITY_NOTE : SEVERITY_ERROR,
                                     .origin = place_of(item, MARK_CODE)};
    if (none && (some || published)) {
        finding.id = "result-unexpected";
        finding.severity = SEVERITY_ERROR;
        finding.hint = N_("empty its levels, or the column Alasan Tidak Dinilai");
        desk_note(desk, finding, N_("%s is not assessed but has results"),
                  item_value(item, "code"));
    } else if (some && missing > absent) {
        tell_gaps(desk, item, missing, first);
    } else if (!some && !index && !none) {
        finding.id = desk->partial ? "incomplete" : "result-missing";
        finding.hint = desk->partial ? NULL
                                     : "fill in its levels, or why it is not assessed in "
                                       "Alasan Tidak Dinilai; --partial takes what there is";
        desk_note(desk, finding, N_("%s has neither levels nor a published index"),
                  item_value(item, "code"));
    }
}

void judge_institutions(struct desk *desk)
{
    for (size_t i = 0; i < desk->root->child_count; i++) {
        struct import_item *child = desk->root->children[i];
        if (strcmp(child->element, "institution") != 0)
            continue;
        if (known_institution(desk, item_value(child, "code"))) {
            for (size_t k = 0; k < child->child_count; k++)
                if (strcmp(child->children[k]->element, "indicator") == 0)
                    judge_indicator(desk, item_value(child, "code"), child->children[k]);
            continue;
        }
        bool given = child->head && child->head->marks[MARK_NAME] != NONE &&
                     view_cell(&child->head->view, child->row, child->head->marks[MARK_NAME]).text;
        if (!item_value(child, "name") && !given)
            miss(desk, child, MARK_NAME);
        const struct group *group = judge_group(desk, child);
        if (group)
            judge_seat(desk, child, group);
        judge_levels(desk, child);
    }
    judge_region_names(desk);
}

void judge_items(struct desk *desk)
{
    judge_institutions(desk);
    judge_codes(desk);
}
