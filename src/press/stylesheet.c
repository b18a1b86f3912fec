#include "rapor/press/stylesheet.h"

#include "rapor/base/failure.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"

#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xsltStylesheet, xsltFreeStylesheet)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xsltTransformContext, xsltFreeTransformContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xsltSecurityPrefs, xsltFreeSecurityPrefs)

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

static xmlDoc *transform(xsltStylesheet *sheet, xmlDoc *source, GString *complaint)
{
    g_autoptr(xsltTransformContext) context = xsltNewTransformContext(sheet, source);
    g_autoptr(xsltSecurityPrefs) prefs = forbid_all();
    xsltSetCtxtSecurityPrefs(prefs, context);
    xsltSetTransformErrorFunc(context, complaint, keep_complaint);
    xmlDoc *result = xsltApplyStylesheetUser(sheet, source, NULL, NULL, NULL, context);
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

struct stylesheet {
    char *path;
    xsltStylesheet *sheet;
};

struct stylesheet *stylesheet_open(const char *layouts, const char *file, GError **error)
{
    gsize size;
    g_autofree char *path = search_path_find(layouts, file);
    g_autofree char *text = search_path_read(layouts, path, &size, error);
    g_autoptr(GString) complaint = g_string_new(NULL);
    xmlDoc *tree = text ? markup_parse(text, size, path, error) : NULL;
    xsltStylesheet *sheet = tree ? compile(tree, complaint) : NULL;
    if (tree && !sheet)
        fail(error, FAILURE_DATA, "%s: %s", path, g_strstrip(complaint->str));
    if (!sheet)
        return NULL;
    struct stylesheet *stylesheet = g_new(struct stylesheet, 1);
    *stylesheet = (struct stylesheet){g_steal_pointer(&path), sheet};
    return stylesheet;
}

void stylesheet_close(struct stylesheet *stylesheet)
{
    xsltFreeStylesheet(stylesheet->sheet);
    g_free(stylesheet->path);
    g_free(stylesheet);
}

bool stylesheet_check(const char *layouts, const char *file, GError **error)
{
    struct stylesheet *stylesheet = stylesheet_open(layouts, file, error);
    if (stylesheet)
        stylesheet_close(stylesheet);
    return stylesheet != NULL;
}

GString *stylesheet_make(const struct stylesheet *stylesheet, xmlDoc *source, GError **error)
{
    g_autoptr(GString) complaint = g_string_new(NULL);
    g_autoptr(xmlDoc) result = transform(stylesheet->sheet, source, complaint);
    g_auto(XmlText) text = NULL;
    int length = 0;
    if (!result) {
        fail(error, FAILURE_DATA, "%s: %s", stylesheet->path, g_strstrip(complaint->str));
        return NULL;
    }
    if (xsltSaveResultToString(&text, &length, result, stylesheet->sheet) != 0) {
        fail(error, FAILURE_SOFTWARE, "%s: what it makes cannot be written", stylesheet->path);
        return NULL;
    }
    return g_string_new_len((const char *)text, length);
}

GString *stylesheet_apply(const char *layouts, const char *file, xmlDoc *source, GError **error)
{
    struct stylesheet *stylesheet = stylesheet_open(layouts, file, error);
    if (!stylesheet)
        return NULL;
    GString *made = stylesheet_make(stylesheet, source, error);
    stylesheet_close(stylesheet);
    return made;
}
