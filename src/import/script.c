#include "script.h"

#include "rapor/base/arena.h"
#include "rapor/import/columns.h"

#include <stdlib.h>
#include <string.h>

struct sheet_script script_create(void)
{
    return (struct sheet_script){g_string_new(NULL),
                                 g_array_new(FALSE, FALSE, sizeof(struct import_origin))};
}

void script_destroy(struct sheet_script *script)
{
    if (script->text)
        g_string_free(script->text, TRUE);
    g_array_unref(script->origins);
}

static void add_line(struct sheet_script *script, struct import_origin origin, const char *line)
{
    g_string_append_printf(script->text, "%s\n", line);
    g_array_append_val(script->origins, origin);
}

struct import_origin script_origin(const struct sheet_script *script, size_t line)
{
    if (line == 0 || line > script->origins->len)
        return (struct import_origin){0};
    return g_array_index(script->origins, struct import_origin, line - 1);
}

static bool is_attribute(const struct field *field)
{
    return *field->name != '.' && *field->name != '>';
}

/* Attributes whose place is not that in which they were found: what tells elements apart, then
 * the columns of an institution. */
static size_t place_of(const char *name)
{
    static const char *const first[] = {"xmlns", "instrument", "code", "no", "document", "stage"};
    size_t place = 0;
    while (place < G_N_ELEMENTS(first) && strcmp(first[place], name) != 0)
        place++;
    for (size_t m = 0; place >= G_N_ELEMENTS(first) && m < MARK_IDENTITIES; m++, place++)
        if (g_strcmp0(head_columns[m].element, "institution") == 0 &&
            (strcmp(head_columns[m].attribute, name) == 0 ||
             g_strcmp0(head_columns[m].beside, name) == 0))
            break;
    return place;
}

/* Returns the attributes in their order. */
static GPtrArray *attributes_of(const struct import_item *item)
{
    GPtrArray *fields = g_ptr_array_new();
    for (size_t i = 0; i < item->field_count; i++) {
        struct field *field = &item->fields[i];
        guint at = fields->len;
        if (!is_attribute(field))
            continue;
        while (at > 0 && place_of(((struct field *)g_ptr_array_index(fields, at - 1))->name) >
                             place_of(field->name))
            at--;
        g_ptr_array_insert(fields, (gint)at, field);
    }
    return fields;
}

static void write_short(struct sheet_script *script, const struct import_item *item,
                        const GPtrArray *fields, unsigned indent, const char *end)
{
    g_autoptr(GString) line = g_string_new(NULL);
    struct import_origin origin = item->origin;
    g_string_append_printf(line, "%*s<%s", (int)indent, "", item->element);
    for (guint i = 0; i < fields->len; i++) {
        const struct field *field = g_ptr_array_index(fields, i);
        g_autofree char *value = g_markup_escape_text(field->value, -1);
        g_string_append_printf(line, " %s=\"%s\"", field->name, value);
        origin = field->origin;
    }
    g_string_append(line, end);
    add_line(script, origin, line->str);
}

/* An attribute a line: each has its own cell. */
static void write_long(struct sheet_script *script, const struct import_item *item,
                       const GPtrArray *fields, unsigned indent, const char *end)
{
    for (guint i = 0; i < fields->len; i++) {
        const struct field *field = g_ptr_array_index(fields, i);
        unsigned depth = indent + (i == 0 ? 0 : (unsigned)strlen(item->element) + 2);
        g_autofree char *value = g_markup_escape_text(field->value, -1);
        g_autofree char *line = g_strdup_printf(
            "%*s%s%s%s%s=\"%s\"%s", (int)depth, "", i == 0 ? "<" : "", i == 0 ? item->element : "",
            i == 0 ? " " : "", field->name, value, i + 1 == fields->len ? end : "");
        add_line(script, field->origin, line);
    }
}

static void write_text(struct sheet_script *script, const struct import_item *item, unsigned indent)
{
    for (size_t i = 0; i < item->field_count; i++) {
        const struct field *field = &item->fields[i];
        if (is_attribute(field))
            continue;
        g_autofree char *value = g_markup_escape_text(field->value, -1);
        g_autofree char *line = *field->name == '.'
                                    ? g_strdup_printf("%*s%s", (int)indent, "", value)
                                    : g_strdup_printf("%*s<%s>%s</%s>", (int)indent, "",
                                                      field->name + 1, value, field->name + 1);
        add_line(script, field->origin, line);
    }
}

/* Where the child comes among its sisters. */
static size_t rank_of(const struct desk *desk, const struct import_item *child)
{
    static const char *const order[] = {
        "issuer",      "decree",      "signatory",  "letter",    "team",
        "ceremony",    "press",       "correction", "region",    "published-average",
        "institution", "session",     "indicator",  "score",     "evidence",
        "item",        "application", "shortfall",  "objection", "published",
        "history"};
    const size_t step = 10000;
    size_t rank = 0, inside = 0;
    while (rank < G_N_ELEMENTS(order) && strcmp(order[rank], child->element) != 0)
        rank++;
    if (strcmp(child->element, "indicator") == 0)
        inside = instrument_indicator(desk->instrument, item_value(child, "no"));
    if (strcmp(child->element, "score") == 0)
        inside = instrument_stage(desk->instrument, item_value(child, "stage"));
    return rank * step + MIN(inside, step - 1);
}

struct ranked {
    size_t rank, place;
    const struct import_item *item;
};

static int compare(const void *left, const void *right)
{
    const struct ranked *one = left, *other = right;
    if (one->rank != other->rank)
        return one->rank < other->rank ? -1 : 1;
    return one->place < other->place ? -1 : 1;
}

static void write_children(struct sheet_script *script, const struct desk *desk,
                           const struct import_item *item, unsigned indent)
{
    g_autoptr(GArray) ranked = g_array_new(FALSE, FALSE, sizeof(struct ranked));
    for (size_t i = 0; i < item->child_count; i++) {
        const struct ranked one = {rank_of(desk, item->children[i]), i, item->children[i]};
        g_array_append_val(ranked, one);
    }
    qsort(ranked->data, ranked->len, sizeof(struct ranked), compare);
    for (guint i = 0; i < ranked->len; i++)
        script_item(script, desk, g_array_index(ranked, struct ranked, i).item, indent);
}

void script_item(struct sheet_script *script, const struct desk *desk,
                 const struct import_item *item, unsigned indent)
{
    g_autoptr(GPtrArray) fields = attributes_of(item);
    bool empty = item->child_count == 0 && fields->len == item->field_count;
    if (fields->len > 2)
        write_long(script, item, fields, indent, empty ? "/>" : ">");
    else
        write_short(script, item, fields, indent, empty ? "/>" : ">");
    if (empty)
        return;
    write_text(script, item, indent + 2);
    write_children(script, desk, item, indent + 2);
    g_autofree char *end = g_strdup_printf("%*s</%s>", (int)indent, "", item->element);
    add_line(script, item->origin, end);
}
