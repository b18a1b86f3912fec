/* The changes of single bytes, and how they are told. */
#include "merge_parts.h"

#include "../plain.h"
#include "../script.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <stdlib.h>
#include <string.h>

void merge_edit(struct merge_work *work, size_t begin, size_t end, char *text,
                struct import_origin origin)
{
    struct edit edit = {begin, end, work->edits->len, NULL, origin};
    edit.text = text;
    g_array_append_val(work->edits, edit);
}

static void add_change(struct merge_work *work, const char *where, const char *name,
                       const char *before, const char *after)
{
    if (*name == '>' || *name == '.') /* texts are long */
        g_ptr_array_add(work->changes,
                        g_strdup_printf("%s: %s %s", where, *name == '>' ? name + 1 : "text",
                                        before ? "changed" : "added"));
    else if (before)
        g_ptr_array_add(work->changes,
                        g_strdup_printf("%s: %s %s -> %s", where, name, before, after));
    else
        g_ptr_array_add(work->changes, g_strdup_printf("%s: %s %s", where, name, after));
}

/* "13.01: indicator 3: score review": where a change is. */
const char *merge_place(const struct merge_work *work, const char *where,
                        const struct import_item *item)
{
    struct arena *arena = work->desk->arena;
    const char *key = item_key(item->element);
    const char *value = key && *key ? item_value(item, key) : NULL;
    const char *own = strcmp(item->element, "institution") == 0 && value ? value
                      : value        ? arena_printf(arena, "%s %s", item->element, value)
                      : item->number ? arena_printf(arena, "%s %zu", item->element, item->number)
                                     : item->element;
    return *where ? arena_printf(arena, "%s: %s", where, own) : own;
}

/* Texts may differ in spaces, levels and indices in zeros at their end. */
bool merge_is_same(const struct merge_work *work, const char *name, const char *before,
                   const char *after)
{
    struct arena *arena = work->desk->arena;
    const char *one = plain_text(before, NULL, arena), *other = plain_text(after, NULL, arena);
    bool number = strcmp(name, "level") == 0 || strcmp(name, "index") == 0;
    const char *first = number ? plain_decimal(one, arena) : NULL;
    const char *second = number ? plain_decimal(other, arena) : NULL;
    return strcmp(one, other) == 0 || (first && second && strcmp(first, second) == 0);
}

void merge_attribute(struct merge_work *work, const struct import_node *node,
                     const struct field *field, const char *where)
{
    const struct node_attribute *old = node_attribute(node, field->name);
    g_autofree char *value = g_markup_escape_text(field->value, -1);
    if (old && merge_is_same(work, field->name, old->value, field->value))
        return;
    add_change(work, where, field->name, old ? old->value : NULL, field->value);
    if (old) {
        merge_edit(work, old->value_begin, old->value_end, g_steal_pointer(&value), field->origin);
        return;
    }
    size_t at = node->attribute_count ? node->attributes[node->attribute_count - 1].end
                                      : node->begin + 1 + strlen(node->name);
    merge_edit(work, at, at, g_strdup_printf(" %s=\"%s\"", field->name, value), field->origin);
}

void merge_drop(struct merge_work *work, const struct import_node *node, const char *name,
                const char *where, struct import_origin origin)
{
    const struct node_attribute *old = node_attribute(node, name);
    if (!old)
        return;
    g_ptr_array_add(work->changes,
                    g_strdup_printf(_("%s: %s %s is taken out"), where, name, old->value));
    merge_edit(work, old->begin, old->end, g_strdup(""), origin);
}

size_t merge_indent(const struct merge_work *work, size_t at)
{
    size_t indent = 0;
    while (at > indent && work->text[at - indent - 1] == ' ')
        indent++;
    return at == indent || work->text[at - indent - 1] == '\n' ? indent : 0;
}

static size_t depth_of(const struct import_node *node)
{
    size_t depth = 0;
    for (; node->parent; node = node->parent)
        depth++;
    return depth;
}

/* Returns how deep a child of NODE is indented: as its sister, or by its depth. */
static unsigned indent_of_child(const struct merge_work *work, const struct import_node *node)
{
    size_t sister = node->child_count ? merge_indent(work, node->children[0]->begin) : 0;
    return (unsigned)(sister ? sister : 2 * (depth_of(node) + 1));
}

/* A new child stands behind its last sister, else at the end of its parent. */
static void insert_text(struct merge_work *work, const struct import_node *node,
                        const char *element, const char *lines, struct import_origin origin)
{
    const struct import_node *last = NULL, *next;
    for (size_t number = 1; (next = node_child(node, element, number)); number++)
        last = next;
    g_autofree char *text = g_strndup(lines, strlen(lines) - 1); /* without its line end */
    if (last) {
        merge_edit(work, last->end, last->end, g_strdup_printf("\n%s", text), origin);
        return;
    }
    if (node->child_count > 0) {
        size_t end = node->children[node->child_count - 1]->end;
        merge_edit(work, end, end, g_strdup_printf("\n%s", text), origin);
        return;
    }
    merge_edit(work, node->tag_end, node->tag_end, g_strdup_printf("\n%s", text), origin);
}

void merge_insert(struct merge_work *work, const struct import_node *node,
                  const struct import_item *item, const char *where)
{
    struct sheet_script script = script_create();
    script_item(&script, work->desk, item, indent_of_child(work, node));
    insert_text(work, node, item->element, script.text->str, item->origin);
    g_ptr_array_add(work->changes, g_strdup_printf("%s: added", where));
    script_destroy(&script);
}

static void change_text(struct merge_work *work, const struct import_node *node,
                        const struct field *field, const char *where)
{
    g_autofree char *value = g_markup_escape_text(field->value, -1);
    if (strcmp(node->text, field->value) == 0)
        return;
    add_change(work, where, field->name, node->text, field->value);
    if (node->empty)
        merge_edit(work, node->end_tag, node->end, g_strdup_printf(">%s</%s>", value, node->name),
                   field->origin);
    else
        merge_edit(work, node->tag_end, node->end_tag, g_steal_pointer(&value), field->origin);
}

void merge_text(struct merge_work *work, const struct import_node *node, const struct field *field,
                const char *where)
{
    const char *element = field->name + 1;
    if (*field->name == '.') {
        change_text(work, node, field, where);
        return;
    }
    const struct import_node *child = node_child(node, element, 1);
    if (child) {
        change_text(work, child, field, where);
        return;
    }
    add_change(work, where, field->name, NULL, field->value);
    g_autofree char *value = g_markup_escape_text(field->value, -1);
    g_autofree char *line = g_strdup_printf("%*s<%s>%s</%s>\n", (int)indent_of_child(work, node),
                                            "", element, value, element);
    insert_text(work, node, element, line, field->origin);
}

static int compare(const void *left, const void *right)
{
    const struct edit *one = left, *other = right;
    if (one->begin != other->begin)
        return one->begin < other->begin ? -1 : 1;
    return one->number < other->number ? -1 : 1;
}

void merge_apply(const struct merge_work *work, size_t size, struct merged *merged)
{
    size_t at = 0;
    qsort(work->edits->data, work->edits->len, sizeof(struct edit), compare);
    for (guint i = 0; i < work->edits->len; i++) {
        struct edit *edit = &g_array_index(work->edits, struct edit, i);
        g_string_append_len(merged->text, work->text + at, (gssize)(edit->begin - at));
        size_t begin = merged->text->len;
        g_string_append(merged->text, edit->text);
        const struct merge_span span = {begin, merged->text->len, edit->origin};
        g_array_append_val(merged->spans, span);
        at = MAX(at, edit->end);
        g_free(edit->text);
    }
    g_string_append_len(merged->text, work->text + at, (gssize)(size - at));
}
