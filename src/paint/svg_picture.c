/* A picture within an SVG: its own elements, with names that meet no others. */
#include "images.h"
#include "svg.h"

#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/type/pages.h"

#include <string.h>

/* "url(#a)" and, of a reference, "#a" become "url(#NAMEa)" and "#NAMEa". */
static char *renamed(const xmlAttr *attribute, const char *value, const char *name)
{
    if (xmlStrEqual(attribute->name, BAD_CAST "id"))
        return g_strconcat(name, value, NULL);
    if (xmlStrEqual(attribute->name, BAD_CAST "href") && value[0] == '#')
        return g_strconcat("#", name, value + 1, NULL);
    g_autoptr(GString) text = g_string_new(value);
    g_autofree char *call = g_strconcat("url(#", name, NULL);
    g_string_replace(text, "url(#", call, 0);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void rename_attributes(xmlNode *node, const char *name)
{
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        g_auto(XmlText) value = xmlNodeListGetString(node->doc, attribute->children, 1);
        g_autofree char *text = renamed(attribute, value ? (const char *)value : "", name);
        xmlSetNsProp(node, attribute->ns, attribute->name, BAD_CAST text);
    }
}

/* The element after NODE in the order they are written, or NULL. */
static xmlNode *next_node(xmlNode *node, const xmlNode *root)
{
    if (node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static void rename_all(xmlNode *root, const char *name)
{
    for (xmlNode *node = root; node; node = next_node(node, root))
        if (node->type == XML_ELEMENT_NODE)
            rename_attributes(node, name);
}

static void set_number(xmlNode *node, const char *name, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    xmlSetProp(node, BAD_CAST name, BAD_CAST g_ascii_formatd(text, sizeof text, "%.2f", number));
}

static void set_frame(xmlNode *root, const struct ink *ink)
{
    set_number(root, "x", ink->x);
    set_number(root, "y", ink->y);
    set_number(root, "width", ink->image.width);
    set_number(root, "height", ink->image.height);
}

bool svg_picture(GString *out, const struct ink *ink, const char *name, GError **error)
{
    g_autofree char *bytes = images_text(ink->image.path, error);
    if (!bytes)
        return false;
    g_autoptr(xmlDoc) doc = markup_parse(bytes, strlen(bytes), ink->image.path, error);
    if (!doc)
        return false;
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!xmlHasProp(root, BAD_CAST "viewBox")) /* it would be cut instead of scaled */
        return fail(error, FAILURE_DATA, "%s: needs a viewBox", ink->image.path);
    rename_all(root, name);
    set_frame(root, ink);
    xmlBuffer *text = xmlBufferCreate();
    xmlNodeDump(text, doc, root, 0, 0);
    g_string_append_printf(out, "%s\n", (const char *)xmlBufferContent(text));
    xmlBufferFree(text);
    return true;
}
