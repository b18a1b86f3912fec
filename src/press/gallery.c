#include "rapor/press/gallery.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"
#include "rapor/base/times.h"
#include "rapor/compose/compose.h"
#include "rapor/layout/layout.h"
#include "rapor/session/session.h"
#include "rapor/typeset/typeset.h"
#include "rapor/view/view.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

#define LIST_NAMESPACE "urn:rapor:charts:1"

/* In the order of enum chart_of. */
static const char *const subjects[] = {"nation", "group", "region", "institution"};

static char *path_of(const struct gallery *gallery, const char *name)
{
    g_autofree char *file = g_strconcat("common/charts/", name, ".xml", NULL);
    return search_path_find(gallery->session->places.layouts, file);
}

static const char *property(const xmlNode *node, const char *name, struct arena *arena)
{
    g_auto(XmlText) given = xmlGetNoNsProp(node, BAD_CAST name);
    return given ? arena_strdup(arena, (const char *)given) : NULL;
}

static unsigned subjects_of(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text ? text : "", " ", -1);
    unsigned of = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(subjects); i++)
        if (g_strv_contains((const char *const *)words, subjects[i]))
            of |= 1U << i;
    return of;
}

static bool read_sheet(struct gallery *gallery, const xmlNode *node)
{
    struct arena *arena = gallery->arena;
    struct sheet sheet = {
        .name = property(node, "name", arena),
        .about = property(node, "about", arena),
        .test = property(node, "test", arena),
        .of = subjects_of(property(node, "of", arena)),
        .among = g_strcmp0(property(node, "among", arena), "all") == 0,
    };
    gallery->sheets =
        arena_grow(arena, gallery->sheets, gallery->count, &gallery->room, sizeof *gallery->sheets);
    gallery->sheets[gallery->count++] = sheet;
    return sheet.name && sheet.about && sheet.of;
}

static bool read_list(struct gallery *gallery, GError **error)
{
    g_autofree char *path = path_of(gallery, "charts");
    xmlDoc *tree = xmlReadFile(
        path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOBLANKS);
    const xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
    bool good = root && root->ns && strcmp((const char *)root->ns->href, LIST_NAMESPACE) == 0;
    for (const xmlNode *node = good ? root->children : NULL; good && node; node = node->next)
        good = node->type != XML_ELEMENT_NODE || read_sheet(gallery, node);
    xmlFreeDoc(tree);
    gallery->layouts = ARENA_ARRAY(gallery->arena, gallery->count, struct layout *);
    return good || fail(error, FAILURE_INPUT, "%s: no list of charts", path);
}

struct gallery *gallery_open(struct session *session, const char *const *themes, GError **error)
{
    struct gallery *gallery = g_new0(struct gallery, 1);
    gallery->session = session;
    gallery->themes = themes;
    gallery->arena = arena_create();
    if (read_list(gallery, error))
        return gallery;
    gallery_close(gallery);
    return NULL;
}

void gallery_close(struct gallery *gallery)
{
    if (!gallery)
        return;
    for (size_t i = 0; gallery->layouts && i < gallery->count; i++)
        layout_close(gallery->layouts[i]);
    arena_destroy(gallery->arena);
    g_free(gallery);
}

size_t gallery_find(const struct gallery *gallery, const char *name)
{
    for (size_t i = 0; i < gallery->count; i++)
        if (strcmp(gallery->sheets[i].name, name) == 0)
            return i;
    return NONE;
}

static size_t institution_of(const struct evaluation *evaluation, const char *code)
{
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (strcmp(evaluation->institutions[i].code, code) == 0)
            return i;
    return NONE;
}

static size_t region_of(const struct evaluation *evaluation, const char *code)
{
    for (size_t i = 0; i < evaluation->region_count; i++)
        if (strcmp(evaluation->regions[i].code, code) == 0)
            return i;
    return NONE;
}

static xmlNode *group_node(xmlNode *root, const char *id)
{
    for (xmlNode *node = root->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "group") != 0)
            continue;
        g_auto(XmlText) code = xmlGetNoNsProp(node, BAD_CAST "id");
        if (g_strcmp0((const char *)code, id) == 0)
            return node;
    }
    return NULL;
}

/* Turns the view to the subject, or to all where the chart shows it among them, and
 * returns its element; NULL where there is no such thing. */
static xmlNode *turn_to(const struct gallery *gallery, size_t sheet,
                        const struct chart_subject *subject)
{
    const struct session *session = gallery->session;
    size_t number;
    switch (subject->of) {
    case OF_NATION:
        break;
    case OF_GROUP:
        return group_node(view_turn(session->view, PER_NATION, NONE), subject->code);
    case OF_REGION:
        number = region_of(session->evaluation, subject->code);
        return number == NONE ? NULL : view_turn(session->view, PER_REGION, number);
    case OF_INSTITUTION:
        number = institution_of(session->evaluation, subject->code);
        if (number == NONE)
            return NULL;
        return gallery->sheets[sheet].among ? view_among_all(session->view, number)
                                            : view_turn(session->view, PER_INSTITUTION, number);
    }
    return view_turn(session->view, PER_NATION, NONE);
}

static bool holds(xmlNode *node, const char *test)
{
    xmlXPathContext *context = xmlXPathNewContext(node->doc);
    context->node = node;
    xmlXPathObject *object = xmlXPathEvalExpression(BAD_CAST test, context);
    bool truth = object && xmlXPathCastToBoolean(object);
    xmlXPathFreeObject(object);
    xmlXPathFreeContext(context);
    return truth;
}

bool gallery_offers(struct gallery *gallery, size_t sheet, const struct chart_subject *subject)
{
    const struct sheet *what = &gallery->sheets[sheet];
    if (!(what->of & (1U << subject->of)))
        return false;
    xmlNode *node = turn_to(gallery, sheet, subject);
    return node && (!what->test || holds(node, what->test));
}

bool gallery_load(struct gallery *gallery, size_t sheet, GError **error)
{
    if (gallery->layouts[sheet])
        return true;
    g_autofree char *path = path_of(gallery, gallery->sheets[sheet].name);
    GError *cause = NULL;
    gallery->layouts[sheet] = session_layout(gallery->session, path, gallery->themes, &cause);
    if (cause)
        g_propagate_error(error, cause);
    else if (!gallery->layouts[sheet])
        fail(error, FAILURE_DATA, "%s: not usable as it is", path);
    return gallery->layouts[sheet] != NULL;
}

struct pages *gallery_pages(struct gallery *gallery, size_t sheet,
                            const struct chart_subject *subject, struct arena *arena,
                            GError **error)
{
    const char *name = gallery->sheets[sheet].name;
    if (!gallery_offers(gallery, sheet, subject)) {
        fail(error, FAILURE_DATA, "there is no chart %s of this", name);
        return NULL;
    }
    if (!gallery_load(gallery, sheet, error))
        return NULL;
    const struct subject whom = {turn_to(gallery, sheet, subject),
                                 subject->code
                                     ? arena_printf(arena, "chart %s of %s", name, subject->code)
                                     : arena_printf(arena, "chart %s", name)};
    const enum phase before = times_enter(PHASE_COMPOSE);
    struct doc *doc = compose(gallery->layouts[sheet], &whom, arena, error);
    times_enter(PHASE_TYPESET);
    struct pages *pages = doc ? typeset(doc, gallery->session->fonts, error) : NULL;
    times_enter(before);
    return pages;
}
