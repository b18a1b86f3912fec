#include "grove.h"

#include "rapor/arena.h"

#include <glib.h>
#include <libxml/parserInternals.h>

struct grove {
    struct arena *arena;
    GHashTable *texts; /* content -> xmlNode, with no parent: what asks for one is not made */
};

struct grove *grove_create(void)
{
    struct arena *arena = arena_create();
    struct grove *grove = ARENA_NEW(arena, struct grove);
    grove->arena = arena;
    grove->texts = g_hash_table_new(g_str_hash, g_str_equal);
    return grove;
}

void grove_destroy(struct grove *grove)
{
    if (!grove)
        return;
    g_hash_table_destroy(grove->texts);
    arena_destroy(grove->arena);
}

static void append(xmlNode *parent, xmlNode *node)
{
    node->doc = parent->doc;
    node->parent = parent;
    node->prev = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->children = node;
    parent->last = node;
}

static const xmlChar *known_name(const xmlNode *node, const char *name)
{
    return xmlDictLookup(node->doc->dict, BAD_CAST name, -1);
}

xmlNode *grove_element(struct grove *grove, xmlNode *parent, const char *name)
{
    xmlNode *node = ARENA_NEW(grove->arena, xmlNode);
    node->type = XML_ELEMENT_NODE;
    node->name = known_name(parent, name);
    append(parent, node);
    return node;
}

static xmlNode *text_node(struct grove *grove, const char *text)
{
    xmlNode *node = ARENA_NEW(grove->arena, xmlNode);
    node->type = XML_TEXT_NODE;
    node->name = xmlStringText;
    node->content = BAD_CAST arena_strdup(grove->arena, text);
    return node;
}

static xmlNode *shared_text(struct grove *grove, const char *text)
{
    xmlNode *node = g_hash_table_lookup(grove->texts, text);
    if (!node) {
        node = text_node(grove, text);
        g_hash_table_insert(grove->texts, node->content, node);
    }
    return node;
}

static xmlAttr *last_attribute(const xmlNode *element)
{
    xmlAttr *last = element->properties;
    while (last && last->next)
        last = last->next;
    return last;
}

void grove_attribute(struct grove *grove, xmlNode *element, const char *name, const char *value)
{
    xmlAttr *attribute = ARENA_NEW(grove->arena, xmlAttr);
    attribute->type = XML_ATTRIBUTE_NODE;
    attribute->name = known_name(element, name);
    attribute->doc = element->doc;
    attribute->parent = element;
    attribute->children = attribute->last = shared_text(grove, value);
    attribute->prev = last_attribute(element);
    if (attribute->prev)
        attribute->prev->next = attribute;
    else
        element->properties = attribute;
}

void grove_text(struct grove *grove, xmlNode *element, const char *text)
{
    append(element, text_node(grove, text));
}

void grove_cut(xmlNode *parent, xmlNode *last)
{
    parent->last = last;
    if (last)
        last->next = NULL;
    else
        parent->children = NULL;
}
