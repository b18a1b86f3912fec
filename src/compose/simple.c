/* Expressions that are nothing but a name: answered from the tree as it is. */
#include "walk.h"

#include "rapor/base/own.h"

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

const char *node_content(const xmlNode *node, struct arena *arena)
{
    g_auto(XmlText) value = xmlNodeGetContent(node);
    return arena_strdup(arena, value ? (const char *)value : "");
}

const char *attribute_content(const xmlAttr *attribute, struct arena *arena)
{
    const xmlNode *only = attribute->children;
    if (!only)
        return "";
    if (only->next || only->type != XML_TEXT_NODE)
        return node_content((const xmlNode *)attribute, arena);
    return (const char *)only->content;
}

const char *attribute_text(const xmlNode *node, const char *name, struct arena *arena)
{
    const xmlAttr *at = attribute_named(node, name);
    return at ? arena_strdup(arena, attribute_content(at, arena)) : "";
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
