#include "rapor/press/kit.h"

#include "rapor/base/failure.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"

#include <libxml/dict.h>
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

static bool add_text(xmlNode *root, const struct kit *kit, const char *file, const char *element,
                     GError **error)
{
    g_autofree char *path = path_of(kit, file);
    g_autofree char *text = NULL;
    g_autoptr(GError) cause = NULL;
    if (!g_file_get_contents(path, &text, NULL, &cause))
        return fail(error, FAILURE_UNAVAILABLE, "%s", cause->message);
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

/* As large as the page lets it be: its own width and height are left out. */
static bool add_picture(xmlNode *chart, const char *theme, const char *svg, GError **error)
{
    g_autoptr(xmlDoc) picture =
        xmlReadMemory(svg, (int)strlen(svg), theme, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    if (!picture)
        return fail(error, FAILURE_SOFTWARE, "the SVG of a chart is not well-formed");
    xmlNode *copy = xmlDocCopyNode(xmlDocGetRootElement(picture), chart->doc, 1);
    xmlUnsetProp(copy, BAD_CAST "width");
    xmlUnsetProp(copy, BAD_CAST "height");
    set(copy, "class", theme);
    xmlAddChild(chart, copy);
    return true;
}

static bool add_chart(xmlNode *root, const struct kit_chart *chart, GError **error)
{
    xmlNode *node = xmlNewChild(root, NULL, BAD_CAST "chart", NULL);
    set(node, "name", chart->name);
    add_files(node, chart->files, chart->file_count);
    return add_picture(node, "light", chart->svg, error) &&
           add_picture(node, "dark", chart->dark, error);
}

/* What the stylesheet sees. */
static bool fill_source(xmlDoc *source, const struct kit *kit, GError **error)
{
    source->dict = xmlDictCreate(); /* the same few names come again and again */
    xmlNode *root = xmlNewDocNode(source, NULL, BAD_CAST "kit", NULL);
    xmlDocSetRootElement(source, root);
    xmlAddChild(root, xmlDocCopyNode((xmlNode *)kit->results, source, 1));
    if (!add_text(root, kit, "style.css", "style", error) ||
        !add_text(root, kit, "script.js", "script", error))
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

static xsltStylesheet *open_sheet(const char *path, GString *complaint)
{
    xsltSetGenericErrorFunc(complaint, keep_complaint);
    xsltStylesheet *chart = xsltParseStylesheetFile(BAD_CAST path);
    xsltSetGenericErrorFunc(NULL, NULL);
    if (chart && chart->errors == 0)
        return chart;
    xsltFreeStylesheet(chart);
    return NULL;
}

bool kit_page(const struct kit *kit, GByteArray *out, GError **error)
{
    g_autofree char *path = path_of(kit, "index.xsl");
    g_autoptr(GString) complaint = g_string_new(NULL);
    g_autoptr(xmlDoc) source = xmlNewDoc(BAD_CAST "1.0");
    if (!fill_source(source, kit, error))
        return false;
    g_autoptr(xsltStylesheet) chart = open_sheet(path, complaint);
    g_autoptr(xmlDoc) page = chart ? transform(chart, source, complaint) : NULL;
    if (!page)
        return fail(error, FAILURE_DATA, "%s: %s", path, g_strstrip(complaint->str));
    g_auto(XmlText) text = NULL;
    int length = 0;
    if (xsltSaveResultToString(&text, &length, page, chart) != 0)
        return fail(error, FAILURE_SOFTWARE, "%s: the page cannot be written", path);
    g_byte_array_append(out, text, (guint)length);
    return true;
}
