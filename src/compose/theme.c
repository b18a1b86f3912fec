/* Themes: definitions that replace others where they are asked for. */
#include "reader.h"

#include "rapor/arena.h"

#include <string.h>

static bool is_theme(const xmlNode *xml, const char *name)
{
    if (xml->type != XML_ELEMENT_NODE || strcmp(chars(xml->name), "theme") != 0)
        return false;
    xmlChar *given = xmlGetNoNsProp(xml, BAD_CAST "name");
    bool same = given && strcmp(chars(given), name) == 0;
    xmlFree(given);
    return same;
}

static void collect_theme(struct reader *reader, const struct file *file, const xmlNode *theme)
{
    for (xmlNode *child = theme->children; child; child = child->next) {
        const struct element_rule *rule =
            child->type == XML_ELEMENT_NODE ? rule_find(chars(child->name), CONTENT_THEME) : NULL;
        if (rule && is_defined(rule->kind))
            definition_add(reader, file, child, rule->kind);
    }
}

/* Collects what a file says of the theme; true if it says anything. */
static bool collect_from(struct reader *reader, const struct file *file, const char *name)
{
    const xmlNode *root = file->tree ? xmlDocGetRootElement(file->tree) : NULL;
    bool found = false;
    for (const xmlNode *child = root ? root->children : NULL; child; child = child->next)
        if (is_theme(child, name)) {
            collect_theme(reader, file, child);
            found = true;
        }
    return found;
}

void collect_themes(struct reader *reader, const struct file *layout)
{
    const struct spot spot = {layout, xmlDocGetRootElement(layout->tree), NULL};
    for (const char *const *name = reader->setting->themes; name && *name; name++) {
        bool found = false;
        for (const struct file *file = reader->files; file; file = file->next)
            found |= collect_from(reader, file, *name);
        if (found)
            continue;
        const char *text = arena_printf(reader->arena, "there is no theme \"%s\"", *name);
        complain(reader, &spot, &(struct complaint){.id = "unknown-theme", .text = text});
    }
}
