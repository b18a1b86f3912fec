#include "xmp.h"

#include "rapor/base/own.h"

#include <string.h>

static gboolean is(const xmlNode *node, const char *space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns &&
           strcmp((const char *)node->ns->href, space) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

/* The node behind NODE in document order, all of them within ROOT. */
static const xmlNode *next_node(const xmlNode *node, const xmlNode *root)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static const xmlNode *root_of(const xmlDoc *xmp)
{
    return xmlDocGetRootElement((xmlDoc *)(uintptr_t)xmp);
}

/* A description that stands right within rdf:RDF. */
static gboolean is_description(const xmlNode *node)
{
    return is(node, XMP_RDF, "Description") && node->parent && is(node->parent, XMP_RDF, "RDF");
}

static char *text_of(const xmlNode *node)
{
    g_auto(XmlText) text = xmlNodeGetContent(node);
    return g_strstrip(g_strdup(text ? (const char *)text : ""));
}

static gboolean is_default(const xmlNode *item)
{
    g_auto(XmlText) language =
        xmlGetNsProp((xmlNode *)(uintptr_t)item, BAD_CAST "lang", XML_XML_NAMESPACE);
    return !language || strcmp((const char *)language, "x-default") == 0;
}

static gboolean has_default(const xmlNode *list)
{
    for (const xmlNode *item = list->children; item; item = item->next)
        if (is(item, XMP_RDF, "li") && is_default(item))
            return TRUE;
    return FALSE;
}

static char *value_of(const xmlNode *element)
{
    const xmlNode *list = element->children;
    while (list && list->type != XML_ELEMENT_NODE)
        list = list->next;
    if (!list)
        return text_of(element);
    gboolean choice = is(list, XMP_RDF, "Alt") && has_default(list);
    GString *joined = g_string_new(NULL);
    for (const xmlNode *item = list->children; item; item = item->next) {
        if (!is(item, XMP_RDF, "li") || (choice && !is_default(item)))
            continue;
        g_autofree char *text = text_of(item);
        g_string_append_printf(joined, "%s%s", joined->len ? ", " : "", text);
    }
    return g_string_free(joined, FALSE);
}

static char *value_in(const xmlNode *description, struct property property)
{
    g_auto(XmlText) attribute = xmlGetNsProp((xmlNode *)(uintptr_t)description,
                                             BAD_CAST property.name, BAD_CAST property.space);
    if (attribute)
        return g_strdup((const char *)attribute);
    for (const xmlNode *child = description->children; child; child = child->next)
        if (is(child, property.space, property.name))
            return value_of(child);
    return NULL;
}

char *xmp_value(const xmlDoc *xmp, struct property property)
{
    const xmlNode *root = root_of(xmp);
    char *value = NULL;
    for (const xmlNode *node = root; node && !value; node = next_node(node, root))
        if (is_description(node))
            value = value_in(node, property);
    return value;
}

static void each_in(const xmlNode *description, xmp_seen *seen, void *data)
{
    for (const xmlAttr *one = description->properties; one; one = one->next) {
        if (!one->ns || strcmp((const char *)one->ns->href, XMP_RDF) == 0 ||
            strcmp((const char *)one->ns->href, (const char *)XML_XML_NAMESPACE) == 0)
            continue;
        g_autofree char *text = text_of((const xmlNode *)one);
        seen(data, &(struct xmp_found){{(const char *)one->ns->href, (const char *)one->name},
                                       (const char *)one->ns->prefix,
                                       NULL,
                                       text});
    }
    for (const xmlNode *child = description->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            seen(data, &(struct xmp_found){{child->ns ? (const char *)child->ns->href : "",
                                            (const char *)child->name},
                                           child->ns ? (const char *)child->ns->prefix : NULL,
                                           child,
                                           NULL});
}

void xmp_each(const xmlDoc *xmp, xmp_seen *seen, void *data)
{
    const xmlNode *root = root_of(xmp);
    for (const xmlNode *node = root; node; node = next_node(node, root))
        if (is_description(node))
            each_in(node, seen, data);
}

/* Fields stand in an element itself, or in a description in it. */
const xmlNode *xmp_fields_of(const xmlNode *within)
{
    for (const xmlNode *child = within->children; child; child = child->next)
        if (is(child, XMP_RDF, "Description"))
            return child;
    return within;
}

const xmlNode *xmp_field(const xmlNode *within, struct property property)
{
    const xmlNode *child = xmp_fields_of(within)->children;
    while (child && !is(child, property.space, property.name))
        child = child->next;
    return child;
}

char *xmp_field_text(const xmlNode *within, struct property property)
{
    const xmlNode *field = xmp_field(within, property);
    g_auto(XmlText) attribute = xmlGetNsProp((xmlNode *)(uintptr_t)xmp_fields_of(within),
                                             BAD_CAST property.name, BAD_CAST property.space);
    if (field && !field->children)
        return g_strdup("");
    return field ? text_of(field) : attribute ? g_strdup((const char *)attribute) : NULL;
}

const xmlNode *xmp_next_item(const xmlNode *list, const xmlNode *last)
{
    const xmlNode *array = list ? list->children : NULL;
    while (array && array->type != XML_ELEMENT_NODE)
        array = array->next;
    const xmlNode *item = last ? last->next : array ? array->children : NULL;
    while (item && !is(item, XMP_RDF, "li"))
        item = item->next;
    return item;
}

void xmp_each_schema(const xmlDoc *xmp, void (*seen)(void *data, const xmlNode *schema), void *data)
{
    const xmlNode *root = root_of(xmp);
    for (const xmlNode *node = root; node; node = next_node(node, root))
        if (is(node, XMP_EXTEND, "schemas"))
            for (const xmlNode *item = NULL; (item = xmp_next_item(node, item));)
                seen(data, item);
}
