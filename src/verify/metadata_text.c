#include "metadata_text.h"

#include "xmp.h"

#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/base/texts.h"

#include <string.h>

#define XMP_MEDIA "http://ns.adobe.com/xap/1.0/mm/"

/* Who wrote the file anew, and when. */
static bool may_change(const struct property *property)
{
    static const struct property free_ones[] = {
        {XMP_PDF, "Producer"}, {XMP_BASIC, "ModifyDate"}, {XMP_BASIC, "MetadataDate"}};
    if (strcmp(property->space, XMP_MEDIA) == 0)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(free_ones); i++)
        if (strcmp(property->space, free_ones[i].space) == 0 &&
            strcmp(property->name, free_ones[i].name) == 0)
            return true;
    return false;
}

static bool is_rdf(const xmlNs *space)
{
    return space && strcmp((const char *)space->href, XMP_RDF) == 0;
}

static bool is_rdf_of(const xmlNode *element, const char *const *names)
{
    return is_rdf(element->ns) && g_strv_contains(names, (const char *)element->name);
}

/* A description that holds the fields of a structure is the structure. */
static bool is_holder(const xmlNode *element)
{
    return is_rdf_of(element, (const char *const[]){"Description", NULL});
}

static bool is_array(const xmlNode *element)
{
    return is_rdf_of(element, (const char *const[]){"Seq", "Bag", "Alt", NULL});
}

/* How a structure is spelled. */
static bool is_spelling(const xmlAttr *one)
{
    static const char *const names[] = {"parseType", "about", NULL};
    return is_rdf(one->ns) && g_strv_contains(names, (const char *)one->name);
}

/* What stands between cannot stand in XML. */
static char *field_text(const char *space, const char *name, const char *content)
{
    return g_strdup_printf("\1%s\2%s\3%s\4", space, name, content);
}

static char *node_text(const xmlNs *space, const xmlChar *name, const char *content)
{
    return field_text(space ? (const char *)space->href : "", (const char *)name, content);
}

static char *text_of(const xmlNode *node)
{
    g_auto(XmlText) text = xmlNodeGetContent(node);
    return g_strstrip(g_strdup(text ? (const char *)text : ""));
}

static char *content_text(const xmlNode *element);

static void add_fields(GPtrArray *fields, const xmlNode *element)
{
    for (const xmlAttr *one = element->properties; one; one = one->next) {
        g_autofree char *text = text_of((const xmlNode *)one);
        if (!is_spelling(one))
            g_ptr_array_add(fields, node_text(one->ns, one->name, text));
    }
    for (const xmlNode *child = element->children; child; child = child->next) {
        g_autofree char *content =
            child->type != XML_ELEMENT_NODE || is_holder(child) ? NULL : content_text(child);
        if (content)
            g_ptr_array_add(fields, node_text(child->ns, child->name, content));
        else if (child->type == XML_ELEMENT_NODE)
            add_fields(fields, child);
    }
}

/* Order counts in an array alone. */
static char *content_text(const xmlNode *element)
{
    g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func(g_free);
    add_fields(fields, element);
    if (!xmlFirstElementChild((xmlNode *)(uintptr_t)element))
        g_ptr_array_add(fields, text_of(element));
    if (!is_array(element))
        texts_sort(fields);
    g_ptr_array_add(fields, NULL);
    return g_strjoinv("", (char **)fields->pdata);
}

static void put_property(void *data, const struct xmp_found *found)
{
    if (may_change(&found->property))
        return;
    g_autofree char *content =
        found->element ? content_text(found->element) : g_strdup(found->text);
    g_ptr_array_add(data, field_text(found->property.space, found->property.name, content));
}

char *metadata_text(const char *bytes, size_t size)
{
    g_autoptr(xmlDoc) xmp = markup_parse(bytes, size, "", NULL);
    if (!xmp)
        return NULL;
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    xmp_each(xmp, put_property, lines);
    texts_sort(lines);
    g_ptr_array_add(lines, NULL);
    return g_strjoinv("", (char **)lines->pdata);
}
