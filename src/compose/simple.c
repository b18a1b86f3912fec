/* Expressions that are nothing but a name: answered from the tree as it is. */
#include "walk.h"

#include "rapor/own.h"

#include <string.h>

static bool is_called(const xmlChar *name, const char *wanted)
{
    return (char)*name == *wanted && strcmp((const char *)name, wanted) == 0;
}

const xmlAttr *attribute_named(const xmlNode *node, const char *name)
{
    const xmlAttr *at = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
    while (at && (at->ns || !is_called(at->name, name)))
        at = at->next;
    return at;
}

const char *attribute_text(const xmlNode *node, const char *name, struct arena *arena)
{
    const xmlAttr *at = attribute_named(node, name);
    if (!at || !at->children)
        return "";
    if (!at->children->next && at->children->type == XML_TEXT_NODE)
        return arena_strdup(arena, (const char *)at->children->content);
    g_auto(XmlText) value = xmlNodeGetContent((const xmlNode *)at);
    return arena_strdup(arena, value ? (const char *)value : "");
}

static xmlNode *first_called(xmlNode *node, const char *name)
{
    while (node && (node->type != XML_ELEMENT_NODE || node->ns || !is_called(node->name, name)))
        node = node->next;
    return node;
}

xmlNode *child_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE ? first_called(node->children, name) : NULL;
}

xmlNode *next_named(const xmlNode *node, const char *name)
{
    return first_called(node->next, name);
}
