#include "rapor/layout/schema.h"

#include <glib.h>
#include <string.h>

const struct element_rule *rule_find(const char *name, enum content content)
{
    for (size_t i = 0; i < element_rule_count; i++)
        if (element_rules[i].stands & (1U << content) && strcmp(element_rules[i].name, name) == 0)
            return &element_rules[i];
    return NULL;
}

const struct element_rule *rule_named(const char *name)
{
    for (size_t i = 0; i < element_rule_count; i++)
        if (strcmp(element_rules[i].name, name) == 0)
            return &element_rules[i];
    return NULL;
}

const char **rule_names(enum content content, size_t *count)
{
    const char **names = g_new0(const char *, element_rule_count);
    *count = 0;
    for (size_t i = 0; i < element_rule_count; i++)
        if (element_rules[i].stands & (1U << content))
            names[(*count)++] = element_rules[i].name;
    return names;
}

const char *content_name(enum content content)
{
    static const char *const names[] = {
        [CONTENT_NONE] = "in an empty element",
        [CONTENT_LAYOUT] = "directly in layout",
        [CONTENT_PARTS] = "directly in parts",
        [CONTENT_THEME] = "in theme",
        [CONTENT_SECTIONS] = "between sections",
        [CONTENT_PAGE] = "in page",
        [CONTENT_BOXES] = "in the head of a page",
        [CONTENT_BLOCKS] = "between blocks",
        [CONTENT_PARAGRAPH] = "in a paragraph",
        [CONTENT_INLINE] = "in running text",
        [CONTENT_ITEMS] = "in list",
        [CONTENT_TABLE] = "in table",
        [CONTENT_ROWS] = "between rows",
        [CONTENT_CELLS] = "in row",
        [CONTENT_CHART] = "in chart",
        [CONTENT_CHOOSE] = "in choose",
        [CONTENT_MIXED] = "here",
        [CONTENT_SAME] = "here",
    };
    return names[content];
}

enum content content_inside(enum content content)
{
    if (content == CONTENT_LAYOUT)
        return CONTENT_SECTIONS;
    if (content == CONTENT_PARAGRAPH)
        return CONTENT_INLINE;
    return content == CONTENT_TABLE ? CONTENT_ROWS : content;
}

bool is_control(enum node_kind kind)
{
    return kind == NODE_EACH || kind == NODE_IF || kind == NODE_CHOOSE || kind == NODE_LET;
}
