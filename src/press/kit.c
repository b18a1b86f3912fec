#include "kit_facts.h"
#include "kit_source.h"

#include "rapor/assess/ranking.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/naming.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"
#include "rapor/press/stylesheet.h"
#include "rapor/view/tree.h"
#include "rapor/view/view.h"

#include <libxml/dict.h>
#include <string.h>

#define KIT_FILES  "common/press"
#define PAGE_SHEET KIT_FILES "/index.xsl"

const struct kit_text kit_texts[] = {
    {"index.html", PAGE_SHEET, "id"},
    {"index.en.html", PAGE_SHEET, "en"},
    {"data/datapackage.json", KIT_DATA_SHEET, "id"},
    {"data/ckan.json", KIT_DATA_SHEET, "id"},
    {"data/dcat.jsonld", KIT_DATA_SHEET, "id"},
    {"data/kamus-data.csv", KIT_DATA_SHEET, "id"},
    {"data/ms-kegiatan.csv", KIT_DATA_SHEET, "id"},
    {"data/ms-variabel.csv", KIT_DATA_SHEET, "id"},
    {"data/ms-indikator.csv", KIT_DATA_SHEET, "id"},
    {0},
};

static void set(xmlNode *node, const char *name, const char *value)
{
    if (value)
        xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

static char *path_of(const char *layouts, const char *file)
{
    g_autofree char *name = g_build_filename(KIT_FILES, file, NULL);
    return search_path_find(layouts, name);
}

static bool add_text(xmlNode *root, const char *layouts, const char *file, const char *element,
                     GError **error)
{
    g_autofree char *path = path_of(layouts, file);
    g_autofree char *text = search_path_read(layouts, path, NULL, error);
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

static void add_table(xmlNode *root, const struct kit_table *one)
{
    static const char *const types[] = {
        [FIGURE_TEXT] = "string", [FIGURE_COUNT] = "integer", [FIGURE_INDEX] = "number"};
    xmlNode *table = xmlNewChild(root, NULL, BAD_CAST "table", NULL);
    g_autofree char *rows = g_strdup_printf("%zu", one->table->row_count);
    set(table, "name", one->name);
    set(table, "rows", rows);
    for (size_t c = 0; c < one->table->column_count; c++) {
        const struct ranking_column *column = &one->table->columns[c];
        xmlNode *node = xmlNewChild(table, NULL, BAD_CAST "column", NULL);
        set(node, "key", column->key);
        set(node, "title", column->title);
        set(node, "type", types[column->figure]);
    }
}

/* Names, by which stylesheets find an element; the other attributes are texts. */
static bool is_key(const xmlAttr *attribute)
{
    return xmlStrEqual(attribute->name, BAD_CAST "name") ||
           xmlStrEqual(attribute->name, BAD_CAST "key");
}

static void call(xmlNode *text, const struct namings *naming, struct arena *arena)
{
    const char *written = (const char *)text->content;
    const char *put = naming_put(naming, written, arena);
    if (put != written)
        xmlNodeSetContent(text, BAD_CAST put);
}

/* Words of the page, and of what is said of the data, are those of the instrument. */
static void call_all(const xmlNode *list, const struct namings *naming)
{
    struct arena *arena = arena_create();
    for (const xmlNode *at = list->children; at; at = at->next) {
        for (const xmlAttr *attribute = at->properties; attribute; attribute = attribute->next)
            if (!is_key(attribute) && attribute->children)
                call(attribute->children, naming, arena);
        if (at->children)
            call(at->children, naming, arena);
    }
    arena_destroy(arena);
}

/* Adds the root of a file in XML; NULL where it cannot be read. */
static xmlNode *add_tree(xmlNode *root, const char *layouts, const struct namings *naming,
                         const char *file, GError **error)
{
    gsize size;
    g_autofree char *path = path_of(layouts, file);
    g_autofree char *text = search_path_read(layouts, path, &size, error);
    g_autoptr(xmlDoc) tree = text ? markup_parse(text, size, path, error) : NULL;
    if (!tree)
        return NULL;
    xmlNode *list = xmlDocCopyNode(xmlDocGetRootElement(tree), root->doc, 1);
    call_all(list, naming);
    return xmlAddChild(root, list);
}

static bool add_own(xmlNode *root, const struct kit *kit, GError **error)
{
    const char *layouts = kit->layouts;
    return add_text(root, layouts, "style.css", "style", error) &&
           add_text(root, layouts, "script.js", "script", error) &&
           add_text(root, layouts, "short-names.txt", "short-names", error) &&
           add_tree(root, layouts, kit->naming, "data.xml", error);
}

static bool has_cards(const struct kit *kit)
{
    for (size_t i = 0; kit->cards && i < kit->standings->evaluation->institution_count; i++)
        if (kit->cards[i])
            return true;
    return false;
}

/* The results with those who lead alone, and what is counted of all. */
static void add_results(xmlNode *root, const struct kit *kit)
{
    g_autoptr(GArray) leading = kit_leading(kit->standings);
    const size_t *numbers = (const size_t *)(void *)leading->data;
    xmlAddChild(root, view_xml(view_some(kit->view, numbers, leading->len), root->doc));
    set(kit_count(root, kit->standings), "cards", has_cards(kit) ? "yes" : NULL);
}

static bool fill_tree(xmlDoc *tree, const struct kit *kit, GError **error)
{
    tree->dict = xmlDictCreate(); /* the same few names come again and again */
    xmlNode *root = xmlNewDocNode(tree, NULL, BAD_CAST "kit", NULL);
    xmlDocSetRootElement(tree, root);
    set(root, "digest", kit->digest);
    add_results(root, kit);
    if (!add_own(root, kit, error))
        return false;
    for (size_t i = 0; i < kit->chart_count; i++)
        if (!add_chart(root, &kit->charts[i], error))
            return false;
    add_files(root, kit->files, kit->file_count);
    for (size_t i = 0; i < kit->table_count; i++)
        add_table(root, &kit->tables[i]);
    return true;
}

struct kit_source *kit_open(const struct kit *kit, GError **error)
{
    struct kit_source *source = g_new0(struct kit_source, 1);
    source->layouts = g_strdup(kit->layouts);
    source->naming = kit->naming;
    source->view = kit->view;
    source->standings = kit->standings;
    if (kit->cards)
        source->cards = g_memdup2(kit->cards, kit->standings->evaluation->institution_count *
                                                  sizeof *kit->cards);
    source->tree = xmlNewDoc(BAD_CAST "1.0");
    if (fill_tree(source->tree, kit, error))
        return source;
    kit_close(source);
    return NULL;
}

void kit_close(struct kit_source *source)
{
    if (!source)
        return;
    xmlFreeDoc(source->tree);
    g_free(source->layouts);
    g_free(source->cards);
    g_free(source);
}

bool kit_turn(struct kit_source *source, const struct kit_text *text, GError **error)
{
    xmlNode *root = xmlDocGetRootElement(source->tree);
    set(root, "language", text->language);
    set(root, "file", text->file);
    if (source->words && strcmp(source->language, text->language) == 0)
        return true;
    if (source->words) {
        xmlUnlinkNode(source->words);
        xmlFreeNode(source->words);
    }
    g_autofree char *words = g_strdup_printf("words.%s.xml", text->language);
    source->words = add_tree(root, source->layouts, source->naming, words, error);
    source->language = text->language;
    return source->words != NULL;
}

bool kit_check(const char *layouts, GError **error)
{
    return stylesheet_check(layouts, PAGE_SHEET, error) &&
           stylesheet_check(layouts, KIT_DATA_SHEET, error);
}
