#include "judge.h"

#include "plain.h"
#include "rapor/import/regions.h"
#include "table/head.h"
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
struct import_origin place_of_mark(const struct import_item *item, enum head_mark mark)
{
    const struct sheet_head *head = item->head;
    if (!head || head->marks[mark] == NONE)
        return item->origin;
    return view_origin(&head->view, item->row, head->marks[mark]);
}

static void miss(struct desk *desk, const struct import_item *item, enum head_mark mark)
{
    bool column = item->head && item->head->marks[mark] != NONE;
    desk_note(desk,
              (struct import_finding){
                  .severity = SEVERITY_ERROR,
                  .id = "attribute-missing",
                  .origin = place_of_mark(item, mark),
                  .hint = column ? N_("fill it in")
                                 : N_("the form of \"rapor export --template\" has all "
                                      "columns")},
              column ? N_("%s is missing") : N_("there is no %s"), head_columns[mark].title);
}

/* Returns how many bytes of KEY are WORD, where it begins with it; else 0. */
static size_t first_word(const char *key, const char *word)
{
    size_t length = strlen(word);
    return strncmp(key, word, length) == 0 && key[length] == ' ' ? length : 0;
}

/* Returns the key of a name in which what offices cut short is whole: "kab contoh". */
static const char *whole_name(const char *name, struct arena *arena)
{
    static const char *const words[][2] = {{"kab", "kabupaten"},     {"prov", "provinsi"},
                                           {"propinsi", "provinsi"}, {"prop", "provinsi"},
                                           {"pemkab", "kabupaten"},  {"pemprov", "provinsi"},
                                           {"pemkot", "kota"}};
    const char *key = plain_key(name, arena);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t length = first_word(key, words[i][0]);
        if (length > 0)
            return arena_printf(arena, "%s%s", words[i][1], key + length);
    }
    return key;
}

/* "Kabupaten Contoh" is of the group kabupaten: the name begins with the group's, or with
 * its word. */
static const char *group_of_name(const struct desk *desk, const char *name)
{
    const struct instrument *instrument = desk->instrument;
    const char *key = whole_name(name, desk->arena), *found = NULL;
    size_t longest = 0;
    for (size_t g = 0; g < instrument->group_count; g++) {
        const struct group *group = &instrument->groups[g];
        size_t by_name = first_word(key, plain_key(group->name, desk->arena));
        size_t by_id = first_word(key, plain_key(group->id, desk->arena));
        if (MAX(by_name, by_id) > longest) {
            longest = MAX(by_name, by_id);
            found = group->id;
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
 * part of the code; where that is wrong, by the name of the institution. */
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
    const char *name = length == 2 && known ? NULL : item_value(item, "name");
    const struct known_region *named =
        name ? regions_named(desk->regions, name, desk->arena) : NULL;
    return named ? arena_strndup(desk->arena, named->code, 2) : length == 2 && known ? first : NULL;
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

/* One that the evaluation does not have. */
static void judge_new(struct desk *desk, struct import_item *item)
{
    bool given = item->head && item->head->marks[MARK_NAME] != NONE &&
                 view_cell(&item->head->view, item->row, item->head->marks[MARK_NAME]).text;
    if (!item_value(item, "name") && !given)
        miss(desk, item, MARK_NAME);
    const struct group *group = judge_group(desk, item);
    if (group)
        judge_seat(desk, item, group);
    judge_levels(desk, item);
}

static void judge_institutions(struct desk *desk)
{
    for (size_t i = 0; i < desk->root->child_count; i++) {
        struct import_item *child = desk->root->children[i];
        if (strcmp(child->element, "institution") != 0)
            continue;
        if (known_institution(desk, item_value(child, "code")))
            judge_indicators(desk, child);
        else
            judge_new(desk, child);
    }
    judge_region_names(desk);
}

void judge_items(struct desk *desk)
{
    judge_institutions(desk);
    judge_codes(desk);
}
