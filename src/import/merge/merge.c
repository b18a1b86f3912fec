#include "merge_parts.h"

#include "../judge.h"
#include "../plain.h"
#include "../script.h"
#include "../value.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/read/evaluation.h"

#include <stdlib.h>
#include <string.h>

/* True where the file says there all that an item without a key does. */
static bool says_same(const struct merge_work *work, const struct import_node *node,
                      const struct import_item *item)
{
    for (size_t i = 0; i < item->field_count; i++) {
        const struct field *field = &item->fields[i];
        const char *old = *field->name == '.' ? node->text : node_value(node, field->name);
        if (!old || !merge_is_same(work, field->name, old, field->value))
            return false;
    }
    return true;
}

/* Returns what the file has of the item; NULL: it is new. */
static const struct import_node *node_of(const struct merge_work *work,
                                         const struct import_node *parent,
                                         const struct import_item *item)
{
    const char *key = item_key(item->element), *value = key && *key ? item_value(item, key) : NULL;
    if (strcmp(item->element, "institution") == 0)
        return g_hash_table_lookup(work->institutions, value);
    if (!key && item->number)
        return node_child(parent, item->element, item->number);
    const struct import_node *node;
    size_t among = 0; /* those with the same key: several may sign one document */
    for (size_t number = 1; (node = node_child(parent, item->element, number)); number++) {
        bool same = key ? !*key || g_strcmp0(node_value(node, key), value) == 0
                        : says_same(work, node, item);
        if (same && (!key || !*key || ++among >= item->number))
            return node;
    }
    return NULL;
}

/* A number that the file does not have and that is not the next is a mistake. */
static bool has_gap(struct merge_work *work, const struct import_node *parent,
                    const struct import_item *item)
{
    size_t count = 0;
    while (node_child(parent, item->element, count + 1))
        count++;
    if (item_key(item->element) || !item->number)
        return false;
    if (count > 0 && item->number > count + 1)
        desk_note(work->desk,
                  (struct import_finding){.severity = SEVERITY_ERROR,
                                          .id = "number-far",
                                          .origin = item->origin,
                                          .hint = N_("leave the number empty where it is new")},
                  N_("there are only %zu of them"), count);
    return count > 0 && item->number > count + 1;
}

static const char *final_before(const struct merge_work *work, const char *code, const char *no)
{
    const struct desk *desk = work->desk;
    const struct institution *known = known_institution(desk, code);
    size_t indicator = instrument_indicator(desk->instrument, no);
    if (!known || !known->levels || indicator == NONE || known->levels[indicator] == LEVEL_NONE)
        return NULL;
    int64_t hundredths = instrument_hundredths(desk->instrument, known->levels[indicator]);
    const char *text =
        arena_printf(desk->arena, "%d.%02d", (int)(hundredths / 100), (int)(hundredths % 100));
    return plain_decimal(text, desk->arena);
}

static bool stage_counts(const struct merge_work *work, const char *id)
{
    const struct instrument *instrument = work->desk->instrument;
    size_t stage = id ? instrument_stage(instrument, id) : NONE;
    return stage != NONE && instrument->stages[stage].counts;
}

/* A final level goes with stages and items only where it is what they come to; scores of stages
 * that count take its place. */
static void settle_level(struct merge_work *work, const struct import_node *node,
                         struct import_item *item, const char *code, const char *where)
{
    const struct field *level = item_field(item, "level");
    const char *no = item_value(item, "no");
    bool scored = false, comes = false;
    for (size_t i = 0; i < node->child_count; i++)
        scored = scored || stage_counts(work, node_value(node->children[i], "stage")) ||
                 (strcmp(node->children[i]->name, "item") == 0 && !node_attribute(node, "level"));
    for (size_t i = 0; i < item->child_count; i++)
        comes = comes || (stage_counts(work, item_value(item->children[i], "stage")) &&
                          item_field(item->children[i], "level"));
    if (comes && node_attribute(node, "level"))
        merge_drop(work, node, "level", where, item->origin);
    if (!scored || !level)
        return;
    const char *before = final_before(work, code, no);
    if (!before || level_hundredths(before) != level_hundredths(level->value))
        desk_note(work->desk,
                  (struct import_finding){
                      .severity = SEVERITY_ERROR,
                      .id = "level-stages",
                      .origin = level->origin,
                      .hint = N_("correct the score on the sheet Tahap, or the items on Butir")},
                  N_("indicator %s is %s here, but what is recorded comes to %s"), no, level->value,
                  before ? before : "none");
    item_unset(item, "level");
}

/* What was put into an empty element stands behind it: it must be opened. */
static void open_empty(struct merge_work *work, const struct import_node *node,
                       const struct import_item *item, size_t edits)
{
    bool filled = false;
    for (size_t i = edits; node->empty && i < work->edits->len; i++)
        filled = filled || g_array_index(work->edits, struct edit, i).begin == node->tag_end;
    if (!filled)
        return;
    merge_edit(work, node->end_tag, node->tag_end, g_strdup(">"), item->origin);
    merge_edit(work, node->tag_end, node->tag_end,
               g_strdup_printf("\n%*s</%s>", (int)merge_indent(work, node->begin), "", node->name),
               item->origin);
}

static void merge_item(struct merge_work *work, const struct import_node *node,
                       struct import_item *item, const char *code, const char *where);

/* Those that are there come first: what is added may stand behind them. */
static void merge_children(struct merge_work *work, const struct import_node *node,
                           const struct import_item *item, const char *code, const char *where)
{
    for (int added = 0; added < 2; added++)
        for (size_t i = 0; i < item->child_count; i++) {
            struct import_item *child = item->children[i];
            const struct import_node *there = node_of(work, node, child);
            bool who = strcmp(child->element, "institution") == 0;
            const char *own = who ? item_value(child, "code") : code;
            const char *name = merge_place(work, where, child);
            if (there && !added)
                merge_item(work, there, child, own, name);
            else if (!there && added && !has_gap(work, node, child))
                merge_insert(work, node, child, name);
        }
}

static void merge_item(struct merge_work *work, const struct import_node *node,
                       struct import_item *item, const char *code, const char *where)
{
    size_t edits = work->edits->len;
    if (strcmp(item->element, "indicator") == 0)
        settle_level(work, node, item, code, where);
    for (size_t i = 0; i < item->field_count; i++) {
        const struct field *field = &item->fields[i];
        if (*field->name == '.' || *field->name == '>')
            merge_text(work, node, field, where);
        else
            merge_attribute(work, node, field, where);
    }
    merge_children(work, node, item, code, where);
    open_empty(work, node, item, edits);
}

/* One that was not assessed and has levels now is. */
static void settle_status(struct merge_work *work, const struct import_node *node,
                          const struct import_item *item)
{
    bool levels = false;
    for (size_t i = 0; i < item->child_count; i++)
        levels = levels || strcmp(item->children[i]->element, "indicator") == 0;
    const char *code = item_value(item, "code");
    if (!levels || item_value(item, "status") ||
        g_strcmp0(node_value(node, "status"), "not-assessed") != 0)
        return;
    merge_drop(work, node, "status", code, item->origin);
    merge_drop(work, node, "reason", code, item->origin);
}

struct merged merge_items(struct desk *desk, const char *text, size_t size,
                          const struct import_node *root)
{
    g_autoptr(GArray) edits = g_array_new(FALSE, FALSE, sizeof(struct edit));
    g_autoptr(GHashTable) institutions = g_hash_table_new(g_str_hash, g_str_equal);
    struct merged merged = {g_string_new(NULL),
                            g_array_new(FALSE, FALSE, sizeof(struct merge_span)),
                            g_ptr_array_new_with_free_func(g_free)};
    struct merge_work work = {desk, text, edits, merged.changes, institutions};
    for (size_t i = 0; i < root->child_count; i++)
        if (strcmp(root->children[i]->name, "institution") == 0)
            g_hash_table_insert(institutions, (void *)node_value(root->children[i], "code"),
                                root->children[i]);
    for (size_t i = 0; i < desk->root->child_count; i++) {
        const struct import_item *child = desk->root->children[i];
        const struct import_node *node =
            strcmp(child->element, "institution") == 0
                ? g_hash_table_lookup(institutions, item_value(child, "code"))
                : NULL;
        if (node)
            settle_status(&work, node, child);
    }
    merge_item(&work, root, desk->root, NULL, "");
    merge_apply(&work, size, &merged);
    return merged;
}

void merged_clear(struct merged *merged)
{
    if (merged->text)
        g_string_free(merged->text, TRUE);
    g_array_unref(merged->spans);
    g_ptr_array_unref(merged->changes);
}

struct import_origin merged_origin(const struct merged *merged, size_t line)
{
    const char *begin = merged->text->str, *next;
    for (; line > 1 && (next = strchr(begin, '\n')); line--)
        begin = next + 1;
    const char *end = strchrnul(begin, '\n');
    size_t from = (size_t)(begin - merged->text->str), to = (size_t)(end - merged->text->str);
    for (guint i = 0; i < merged->spans->len; i++) {
        const struct merge_span *span = &g_array_index(merged->spans, struct merge_span, i);
        if (span->begin <= to && span->end >= from)
            return span->origin;
    }
    return (struct import_origin){0};
}
