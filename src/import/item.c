#include "item.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

const char *item_key(const char *element)
{
    static const char *const keys[][2] = {
        {"institution", "code"},
        {"indicator", "no"},
        {"score", "stage"},
        {"item", "code"},
        {"history", "year"},
        {"domain", "no"},
        {"aspect", "no"},
        {"day", "date"},
        {"unit", "code"},
        {"published-average", "group"},
        {"region", "code"},
        {"signatory", "document"},
        {"issuer", ""},
        {"decree", ""},
        {"letter", ""},
        {"published", ""},
        {"team", ""},
        {"ceremony", ""},
        {"press", ""},
        {"objection", ""},
        {"claim", "no"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(keys[i][0], element) == 0)
            return keys[i][1];
    return NULL;
}

struct import_item *item_add(struct desk *desk, struct import_item *parent, const char *element,
                             struct import_origin origin)
{
    struct import_item *item = ARENA_NEW(desk->arena, struct import_item);
    *item = (struct import_item){.element = element, .origin = origin};
    parent->children = arena_grow(desk->arena, parent->children, parent->child_count,
                                  &parent->child_room, sizeof(struct import_item *));
    parent->children[parent->child_count++] = item;
    return item;
}

struct import_item *item_find(const struct import_item *parent, const char *element,
                              const char *key)
{
    const char *attribute = item_key(element);
    if (parent->by_key && strcmp(element, "institution") == 0)
        return key ? g_hash_table_lookup(parent->by_key, key) : NULL;
    for (size_t i = 0; i < parent->child_count; i++) {
        struct import_item *child = parent->children[i];
        if (strcmp(child->element, element) == 0 &&
            (!attribute || !*attribute || g_strcmp0(item_value(child, attribute), key) == 0))
            return child;
    }
    return NULL;
}

struct import_item *item_keyed(struct desk *desk, struct import_item *parent, const char *element,
                               const char *key, struct import_origin origin)
{
    struct import_item *item = item_find(parent, element, key);
    if (item)
        return item;
    item = item_add(desk, parent, element, origin);
    if (key && *item_key(element))
        item_set(desk, item, item_key(element), key, origin);
    if (key && parent->by_key && strcmp(element, "institution") == 0)
        g_hash_table_insert(parent->by_key, (void *)item_value(item, "code"), item);
    return item;
}

struct import_item *item_numbered(struct desk *desk, struct import_item *parent,
                                  const char *element, size_t number, struct import_origin origin)
{
    for (size_t i = 0; i < parent->child_count; i++)
        if (parent->children[i]->number == number &&
            strcmp(parent->children[i]->element, element) == 0)
            return parent->children[i];
    struct import_item *item = item_add(desk, parent, element, origin);
    item->number = number;
    return item;
}

static struct field *find(const struct import_item *item, const char *name)
{
    for (size_t i = 0; i < item->field_count; i++)
        if (strcmp(item->fields[i].name, name) == 0)
            return &item->fields[i];
    return NULL;
}

const struct field *item_field(const struct import_item *item, const char *name)
{
    return find(item, name);
}

const char *item_value(const struct import_item *item, const char *name)
{
    const struct field *field = find(item, name);
    return field ? field->value : NULL;
}

/* The words of evaluation.xml that people who fill in sheets meet in messages. */
static const char *told(const char *word)
{
    static const char *const words[] = {
        N_("institution"), N_("indicator"), N_("region"), N_("score"),  N_("evidence"),
        N_("session"),     N_("level"),     N_("name"),   N_("group"),  N_("stage"),
        N_("date"),        N_("title"),     N_("reason"), N_("grade"),  N_("index"),
        N_("place"),       N_("kind"),      N_("role"),   N_("number"), N_("parent")};
    word += *word == '>';
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i], word) == 0)
            return _(words[i]);
    return *word == '.' ? _("the text") : word;
}

/* Whose field it is, for a message: "13.01", "indicator 3 of 13.01" is told by its cell. */
static const char *whose(const struct desk *desk, const struct import_item *item)
{
    const char *key = item_key(item->element);
    const char *value = key && *key ? item_value(item, key) : NULL;
    return value ? arena_printf(desk->arena, "%s %s", told(item->element), value)
                 : told(item->element);
}

void item_set(struct desk *desk, struct import_item *item, const char *name, const char *value,
              struct import_origin origin)
{
    struct field *field = find(item, name);
    if (!value || !*value)
        return;
    if (!field) {
        item->fields = arena_grow(desk->arena, item->fields, item->field_count, &item->field_room,
                                  sizeof *item->fields);
        item->fields[item->field_count++] = (struct field){
            arena_strdup(desk->arena, name), arena_strdup(desk->arena, value), origin};
        return;
    }
    if (strcmp(field->value, value) == 0)
        return;
    const char *id = strcmp(name, "name") == 0 ? "two-names" : "two-values";
    desk_note(desk,
              (struct import_finding){.severity = SEVERITY_ERROR,
                                      .id = id,
                                      .origin = origin,
                                      .hint = N_("keep the one that is right")},
              N_("%s: %s is \"%s\" here and \"%s\" in %s"), whose(desk, item), told(name), value,
              field->value,
              field->origin.grid ? desk_cell_name(desk, field->origin) : _("what was given"));
}

void item_unset(struct import_item *item, const char *name)
{
    struct field *field = find(item, name);
    if (field)
        *field = item->fields[--item->field_count];
}
