#include "rapor/press/kit.h"

#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"
#include "rapor/view/tree.h"

#include <libxml/dict.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xsltStylesheet, xsltFreeStylesheet)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xsltTransformContext, xsltFreeTransformContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xsltSecurityPrefs, xsltFreeSecurityPrefs)

static void set(xmlNode *node, const char *name, const char *value)
{
    if (value)
        xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

static char *path_of(const struct kit *kit, const char *file)
{
    g_autofree char *name = g_build_filename("common/press", file, NULL);
    return search_path_find(kit->layouts, name);
}

/* What a link leads to elsewhere is no file of the layouts. */
static char *read_own(const char *layouts, const char *path, gsize *size, GError **error)
{
    char *text = NULL;
    g_autoptr(GError) cause = NULL;
    if (!search_path_holds(layouts, path))
        fail(error, FAILURE_UNAVAILABLE, "%s: is not in a folder of layouts", path);
    else if (!g_file_get_contents(path, &text, size, &cause))
        fail(error, FAILURE_UNAVAILABLE, "%s", cause->message);
    return text;
}

static bool add_text(xmlNode *root, const struct kit *kit, const char *file, const char *element,
                     GError **error)
{
    g_autofree char *path = path_of(kit, file);
    g_autofree char *text = read_own(kit->layouts, path, NULL, error);
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

/* The first complaint of libxslt; the others follow from it. */
static void keep_complaint(void *data, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void keep_complaint(void *data, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_string_append_vprintf(data, format, args);
    va_end(args);
}

static xsltSecurityPrefs *forbid_all(void)
{
    static const xsltSecurityOption options[] = {
        XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
        XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
    xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++)
        xsltSetSecurityPrefs(prefs, options[i], xsltSecurityForbid);
    return prefs;
}

static xmlDoc *transform(xsltStylesheet *chart, xmlDoc *source, GString *complaint)
{
    g_autoptr(xsltTransformContext) context = xsltNewTransformContext(chart, source);
    g_autoptr(xsltSecurityPrefs) prefs = forbid_all();
    xsltSetCtxtSecurityPrefs(prefs, context);
    xsltSetTransformErrorFunc(context, complaint, keep_complaint);
    xmlDoc *result = xsltApplyStylesheetUser(chart, source, NULL, NULL, NULL, context);
    if (result && context->state == XSLT_STATE_OK)
        return result;
    xmlFreeDoc(result);
    return NULL;
}

/* What xsl:import, xsl:include and document() ask for: there is nothing. */
static xmlDoc *load_nothing(const xmlChar *url, xmlDict *dict, int options, void *context,
                            xsltLoadType type)
{
    (void)url, (void)dict, (void)options, (void)context, (void)type;
    return NULL;
}

static xsltStylesheet *compile(xmlDoc *tree, GString *complaint)
{
    xsltSetLoaderFunc(load_nothing);
    xsltSetGenericErrorFunc(complaint, keep_complaint);
    xsltStylesheet *sheet = xsltParseStylesheetDoc(tree); /* which owns the tree then */
    xsltSetGenericErrorFunc(NULL, NULL);
    if (!sheet)
        xmlFreeDoc(tree);
    if (sheet && sheet->errors == 0)
        return sheet;
    xsltFreeStylesheet(sheet);
    return NULL;
}

static xsltStylesheet *open_sheet(const char *layouts, const char *path, GError **error)
{
    gsize size;
    g_autofree char *text = read_own(layouts, path, &size, error);
    g_autoptr(GString) complaint = g_string_new(NULL);
    xmlDoc *tree = text ? markup_parse(text, size, path, error) : NULL;
    xsltStylesheet *sheet = tree ? compile(tree, complaint) : NULL;
    if (tree && !sheet)
        fail(error, FAILURE_DATA, "%s: %s", path, g_strstrip(complaint->str));
    return sheet;
}

bool kit_check(const char *layouts, GError **error)
{
    const struct kit kit = {.layouts = layouts};
    g_autofree char *path = path_of(&kit, "index.xsl");
    g_autoptr(xsltStylesheet) sheet = open_sheet(layouts, path, error);
    return sheet != NULL;
}

bool kit_page(const struct kit *kit, GByteArray *out, GError **error)
{
    g_autofree char *path = path_of(kit, "index.xsl");
    g_autoptr(GString) complaint = g_string_new(NULL);
    g_autoptr(xmlDoc) source = xmlNewDoc(BAD_CAST "1.0");
    if (!fill_source(source, kit, error))
        return false;
    g_autoptr(xsltStylesheet) sheet = open_sheet(kit->layouts, path, error);
    g_autoptr(xmlDoc) page = sheet ? transform(sheet, source, complaint) : NULL;
    if (!page)
        return !sheet ? false
                      : fail(error, FAILURE_DATA, "%s: %s", path, g_strstrip(complaint->str));
    g_auto(XmlText) text = NULL;
    int length = 0;
    if (xsltSaveResultToString(&text, &length, page, sheet) != 0)
        return fail(error, FAILURE_SOFTWARE, "%s: the page cannot be written", path);
    g_byte_array_append(out, text, (guint)length);
    return true;
}
