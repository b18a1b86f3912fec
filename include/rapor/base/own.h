/* own.h - handles of libxml2 that close themselves at the end of their block:
 *
 *     g_autoptr(xmlDoc) doc = xmlReadMemory(...);
 *     g_auto(XmlText) text = xmlGetProp(node, name);                       */
#ifndef RAPOR_BASE_OWN_H
#define RAPOR_BASE_OWN_H

#include <glib.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xpath.h>

typedef xmlChar *XmlText;

static inline void xml_text_free(XmlText text)
{
    if (text)
        xmlFree(text);
}

G_DEFINE_AUTO_CLEANUP_FREE_FUNC(XmlText, xml_text_free, NULL)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlTextReader, xmlFreeTextReader)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlXPathObject, xmlXPathFreeObject)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlXPathContext, xmlXPathFreeContext)

#endif
