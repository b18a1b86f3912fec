#include "bridge.h"

#include <libxml/xpath.h>

static void copy_attributes(xmlNode *node, const struct view_element *element)
{
    for (uint32_t i = 0; i < element->attribute_count; i++)
        xmlNewProp(node, BAD_CAST g_quark_to_string(element->attributes[i].name),
                   BAD_CAST element->attributes[i].text);
}

static xmlNode *copy_one(struct bridge *bridge, xmlNode *parent, const struct view_element *element)
{
    xmlNode *node = xmlNewNode(NULL, BAD_CAST g_quark_to_string(element->name));
    xmlAddChild(parent, node);
    copy_attributes(node, element);
    if (element->text)
        xmlAddChild(node, xmlNewText(BAD_CAST element->text));
    if (element == bridge->element)
        bridge->node = node;
    return node;
}

static void copy_tree(struct bridge *bridge, xmlNode *parent, const struct view_element *tree)
{
    const struct view_element *above = tree->parent;
    for (const struct view_element *at = tree; at; at = view_next(at, tree)) {
        for (; above != at->parent; above = above->parent)
            parent = parent->parent;
        parent = copy_one(bridge, parent, at);
        above = at;
    }
}

xmlNode *bridge_copy(struct bridge *bridge, const struct view_element *root,
                     const struct view_element *last, const struct view_element *element)
{
    if (bridge->node && bridge->element == element)
        return bridge->node;
    bridge->element = element;
    if (!bridge->doc) {
        bridge->doc = xmlNewDoc(BAD_CAST "1.0");
        copy_one(bridge, (xmlNode *)bridge->doc, root);
        for (const struct view_element *at = last ? root->children : NULL; at; at = at->next) {
            copy_tree(bridge, bridge->doc->children, at);
            if (at == last)
                break;
        }
        bridge->last = bridge->doc->children->last;
    }
    xmlNode *top = bridge->doc->children;
    if (element == root)
        bridge->node = top;
    while (top->last != bridge->last) {
        xmlNode *node = top->last;
        xmlUnlinkNode(node);
        xmlFreeNode(node);
    }
    for (const struct view_element *at = last ? last->next : root->children; at; at = at->next)
        copy_tree(bridge, top, at);
    xmlXPathOrderDocElems(bridge->doc);
    return bridge->node;
}

void bridge_renew(struct bridge *bridge, const struct view_element *element)
{
    xmlNode *node = bridge->doc ? bridge->doc->children->children : NULL;
    while (node && !xmlStrEqual(node->name, BAD_CAST g_quark_to_string(element->name)))
        node = node->next;
    if (!node)
        return;
    xmlFreePropList(node->properties);
    node->properties = NULL;
    copy_attributes(node, element);
}
