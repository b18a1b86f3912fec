#include "rapor/press/kit.h"

#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"
#include "rapor/press/stylesheet.h"
#include "rapor/view/tree.h"

#include <libxml/dict.h>
#include <string.h>

#define KIT_FILES "common/press"
#define KIT_SHEET KIT_FILES "/index.xsl"

static void set(xmlNode *node, const char *name, const char *value)
{
    if (value)
        xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

static char *path_of(const struct kit *kit, const char *file)
{
    g_autofree char *name = g_build_filename(KIT_FILES, file, NULL);
    return search_path_find(kit->layouts, name);
}

static bool add_text(xmlNode *root, const struct kit *kit, const char *file, const char *element,
                     GError **error)
{
    g_autofree char *path = path_of(kit, file);
    g_autofree char *text = search_path_read(kit->layouts, path, NULL, error);
    if (!text)
        return false;
    if (!g_utf8_validate(text, -1, NULL))
        return fail(error, FAILURE_DATA, "%s: this is no UTF-8", path);
    xmlNewTextChild(root, NULL, BAD_CAST element, BAD_CAST text);
    return true;
}

static void add_files(xmlNode *parent, const struct kit_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        xmlNode *node = xmlNewChild(parent, NULL, BAD_CAST "file", NULL);
        set(node, "path", files[i].path);
        set(node, "label", files[i].label);
    }
}

/* What a picture says of itself: its elements title and desc. */
static bool add_words(xmlNode *chart, const char *name, const char *svg, GError **error)
{
    g_autoptr(xmlDoc) picture = markup_parse(svg, strlen(svg), name, error);
    const xmlNode *root = picture ? xmlDocGetRootElement(picture) : NULL;
    for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
        const char *element = (const char *)node->name;
        if (strcmp(element, "title") != 0 && strcmp(element, "desc") != 0)
            continue;
        g_auto(XmlText) text = xmlNodeGetContent(node);
        set(chart, element, (const char *)text);
    }
    return picture != NULL;
}

static bool add_chart(xmlNode *root, const struct kit_chart *chart, GError **error)
{
    xmlNode *node = xmlNewChild(root, NULL, BAD_CAST "chart", NULL);
    set(node, "name", chart->name);
    add_files(node, chart->files, chart->file_count);
    return add_words(node, chart->name, chart->svg, error);
}

/* What the stylesheet sees. */
static bool fill_source(xmlDoc *source, const struct kit *kit, GError **error)
{
    source->dict = xmlDictCreate(); /* the same few names come again and again */
    xmlNode *root = xmlNewDocNode(source, NULL, BAD_CAST "kit", NULL);
    xmlDocSetRootElement(source, root);
    set(root, "digest", kit->digest);
    xmlAddChild(root, view_xml(kit->results, source));
    if (!add_text(root, kit, "style.css", "style", error) ||
        !add_text(root, kit, "script.js", "script", error) ||
        !add_text(root, kit, "short-names.txt", "short-names", error))
        return false;
    for (size_t i = 0; i < kit->chart_count; i++)
        if (!add_chart(root, &kit->charts[i], error))
            return false;
    for (size_t i = 0; i < kit->card_count; i++) {
        xmlNode *card = xmlNewChild(root, NULL, BAD_CAST "card", NULL);
        set(card, "code", kit->cards[i].code);
        set(card, "path", kit->cards[i].path);
    }
    add_files(root, kit->files, kit->file_count);
    return true;
}

bool kit_check(const char *layouts, GError **error)
{
    return stylesheet_check(layouts, KIT_SHEET, error);
}

bool kit_page(const struct kit *kit, GByteArray *out, GError **error)
{
    g_autoptr(xmlDoc) source = xmlNewDoc(BAD_CAST "1.0");
    if (!fill_source(source, kit, error))
        return false;
    g_autoptr(GString) page = stylesheet_apply(kit->layouts, KIT_SHEET, source, error);
    if (page)
        g_byte_array_append(out, (const guint8 *)page->str, (guint)page->len);
    return page != NULL;
}
