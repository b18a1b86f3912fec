#include "rapor/base/language.h"
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
        [CONTENT_NONE] = N_("in an empty element"),
        [CONTENT_LAYOUT] = N_("directly in layout"),
        [CONTENT_PARTS] = N_("directly in parts"),
        [CONTENT_THEME] = N_("in theme"),
        [CONTENT_SECTIONS] = N_("between sections"),
        [CONTENT_PAGE] = N_("in page"),
        [CONTENT_BOXES] = N_("in the head of a page"),
        [CONTENT_BLOCKS] = N_("between blocks"),
        [CONTENT_PARAGRAPH] = N_("in a paragraph"),
        [CONTENT_INLINE] = N_("in running text"),
        [CONTENT_ITEMS] = N_("in list"),
        [CONTENT_TABLE] = N_("in table"),
        [CONTENT_ROWS] = N_("between rows"),
        [CONTENT_CELLS] = N_("in row"),
        [CONTENT_CHART] = N_("in chart"),
        [CONTENT_CHOOSE] = N_("in choose"),
        [CONTENT_MIXED] = N_("here"),
        [CONTENT_SAME] = N_("here"),
    };
    return _(names[content]);
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
