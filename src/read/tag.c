#include "tag.h"

#include "rapor/base/arena.h"
#include "rapor/base/own.h"

const char *tag_text(const struct tag *tag, const char *attribute)
{
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (same_name(tag->attributes[i].name, attribute))
            return tag->attributes[i].value;
    return NULL;
}

static const char *attribute_text(const xmlAttr *attribute, struct arena *arena)
{
    const xmlNode *first = attribute->children;
    if (!first)
        return "";
    if (first->type == XML_TEXT_NODE && !first->next)
        return (const char *)first->content;
    g_auto(XmlText) text = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    return arena_strdup(arena, text ? (const char *)text : "");
}

static const char *attribute_name(const xmlAttr *attribute, struct arena *arena)
{
    const char *name = (const char *)attribute->name;
    bool prefixed = attribute->ns && attribute->ns->prefix;
    return prefixed ? arena_printf(arena, "%s:%s", (const char *)attribute->ns->prefix, name)
                    : name;
}

struct tag tag_of_node(const xmlNode *node, struct arena *arena)
{
    size_t count = 0;
    for (const xmlAttr *at = node->properties; at; at = at->next)
        count++;
    struct attribute *attributes = ARENA_ARRAY(arena, count, struct attribute);
    count = 0;
    for (const xmlAttr *at = node->properties; at; at = at->next)
        attributes[count++] =
            (struct attribute){attribute_name(at, arena), attribute_text(at, arena)};
    return (struct tag){
        .name = (const char *)node->name,
        .space = node->ns ? (const char *)node->ns->href : NULL,
        .attributes = attributes,
        .attribute_count = count,
    };
}

const char *node_text(const xmlNode *node, const char *attribute, struct arena *arena)
{
    for (const xmlAttr *at = node->properties; at; at = at->next)
        if (!at->ns && strcmp((const char *)at->name, attribute) == 0)
            return attribute_text(at, arena);
    return NULL;
}
