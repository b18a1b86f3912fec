#include "rapor/press/chart_catalogue.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"
#include "rapor/base/times.h"
#include "rapor/compose/compose.h"
#include "rapor/layout/condition.h"
#include "rapor/layout/layout.h"
#include "rapor/session/session.h"
#include "rapor/session/texts.h"
#include "rapor/typeset/typeset.h"
#include "rapor/view/tree.h"
#include "rapor/view/view.h"

#include <string.h>

#define LIST_NAMESPACE "urn:rapor:charts:1"

/* In the order of enum chart_of. */
static const char *const subjects[] = {"nation", "group", "region", "institution"};

static char *path_of(const struct chart_catalogue *catalogue, const char *name)
{
    g_autofree char *file = g_strconcat("common/charts/", name, ".xml", NULL);
    return search_path_find(catalogue->session->places.layouts, file);
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

/* Charts of a group, and those that show their subject among all, look at all. */
static void want(const struct chart_catalogue *catalogue, const struct catalogue_chart *chart,
                 uint64_t parts, uint64_t of_own)
{
    struct view *view = catalogue->session->view;
    if (chart->of & (1U << OF_NATION | 1U << OF_GROUP) || chart->among)
        view_want(view, PER_NATION, chart->among ? of_own : parts);
    if (chart->of & 1U << OF_REGION)
        view_want(view, PER_REGION, parts);
}

static bool read_condition(struct chart_catalogue *catalogue, struct catalogue_chart *chart,
                           const xmlNode *node, const char *path, GError **error)
{
    /* Who only lists the charts has no vocabulary, and asks for none of them. */
    const char *text =
        catalogue->session->vocabulary ? property(node, "test", catalogue->arena) : NULL;
    g_autofree char *where = g_strdup_printf("%s:%ld: test of %s", path, xmlGetLineNo(node),
                                             chart->name ? chart->name : "chart");
    chart->condition = text;
    chart->test =
        text ? condition_read(text, catalogue->session->vocabulary, where, catalogue->arena, error)
             : NULL;
    if (chart->test)
        want(catalogue, chart, condition_parts(chart->test, false),
             condition_parts(chart->test, true));
    return chart->test || !text;
}

static bool read_sheet(struct chart_catalogue *catalogue, const xmlNode *node, const char *path,
                       GError **error)
{
    struct arena *arena = catalogue->arena;
    struct catalogue_chart chart = {
        .name = property(node, "name", arena),
        .about = property(node, "about", arena),
        .of = subjects_of(property(node, "of", arena)),
        .among = g_strcmp0(property(node, "among", arena), "all") == 0,
    };
    if (!read_condition(catalogue, &chart, node, path, error))
        return false;
    catalogue->charts = arena_grow(arena, catalogue->charts, catalogue->count, &catalogue->room,
                                   sizeof *catalogue->charts);
    catalogue->charts[catalogue->count++] = chart;
    return chart.name && chart.about && chart.of;
}

static bool read_list(struct chart_catalogue *catalogue, GError **error)
{
    g_autofree char *path = path_of(catalogue, "charts");
    g_autoptr(xmlDoc) tree = markup_open(path, error);
    if (!tree)
        return false;
    const xmlNode *root = xmlDocGetRootElement(tree);
    bool good = root->ns && strcmp((const char *)root->ns->href, LIST_NAMESPACE) == 0;
    for (const xmlNode *node = good ? root->children : NULL; good && node; node = node->next)
        good = node->type != XML_ELEMENT_NODE || read_sheet(catalogue, node, path, error);
    catalogue->layouts = ARENA_ARRAY(catalogue->arena, catalogue->count, struct layout *);
    return good || (error && *error) || fail(error, FAILURE_INPUT, "%s: no list of charts", path);
}

struct chart_catalogue *catalogue_open(struct session *session, const char *const *themes,
                                       GError **error)
{
    struct chart_catalogue *catalogue = g_new0(struct chart_catalogue, 1);
    catalogue->session = session;
    catalogue->themes = themes;
    catalogue->arena = arena_create();
    if (read_list(catalogue, error))
        return catalogue;
    catalogue_close(catalogue);
    return NULL;
}

void catalogue_close(struct chart_catalogue *catalogue)
{
    if (!catalogue)
        return;
    for (size_t i = 0; catalogue->layouts && i < catalogue->count; i++)
        layout_close(catalogue->layouts[i]);
    arena_destroy(catalogue->arena);
    g_free(catalogue);
}

size_t catalogue_find(const struct chart_catalogue *catalogue, const char *name)
{
    for (size_t i = 0; i < catalogue->count; i++)
        if (strcmp(catalogue->charts[i].name, name) == 0)
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

static const struct view_element *group_of(const struct view_element *results, const char *id)
{
    const GQuark group = g_quark_from_static_string("group");
    const GQuark key = g_quark_from_static_string("id");
    for (const struct view_element *at = results->children; at; at = at->next) {
        const struct view_attribute *given = at->name == group ? view_attribute(at, key) : NULL;
        if (given && strcmp(given->text, id) == 0)
            return at;
    }
    return NULL;
}

/* Turns the view to the subject, or to all where the chart shows it among them, and
 * returns its element; NULL where there is no such thing. */
static const struct view_element *turn_to(const struct chart_catalogue *catalogue, size_t chart,
                                          const struct chart_subject *subject)
{
    const struct session *session = catalogue->session;
    size_t number;
    switch (subject->of) {
    case OF_NATION:
        break;
    case OF_GROUP:
        return group_of(view_turn(session->view, PER_NATION, NONE), subject->code);
    case OF_REGION:
        number = region_of(session->evaluation, subject->code);
        return number == NONE ? NULL : view_turn(session->view, PER_REGION, number);
    case OF_INSTITUTION:
        number = institution_of(session->evaluation, subject->code);
        if (number == NONE)
            return NULL;
        return catalogue->charts[chart].among ? view_among_all(session->view, number)
                                              : view_turn(session->view, PER_INSTITUTION, number);
    }
    return view_turn(session->view, PER_NATION, NONE);
}

bool catalogue_offers(struct chart_catalogue *catalogue, size_t chart,
                      const struct chart_subject *subject)
{
    const struct catalogue_chart *what = &catalogue->charts[chart];
    if (!(what->of & (1U << subject->of)))
        return false;
    const struct view_element *element = turn_to(catalogue, chart, subject);
    return element && (!what->test || condition_holds(what->test, element));
}

/* The first problem, since the others may have been printed already. */
static void tell(const struct diagnostics *diagnostics, const char *path, GError **error)
{
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        if (kept[i].severity == SEVERITY_ERROR) {
            fail(error, FAILURE_DATA, "%s:%u:%u: %s", kept[i].file, kept[i].line, kept[i].column,
                 kept[i].text);
            return;
        }
    fail(error, FAILURE_DATA, "%s: not usable as it is", path);
}

bool catalogue_load(struct chart_catalogue *catalogue, size_t chart, GError **error)
{
    if (catalogue->layouts[chart])
        return true;
    g_autofree char *path = path_of(catalogue, catalogue->charts[chart].name);
    GError *cause = NULL;
    catalogue->layouts[chart] = session_layout(catalogue->session, path, catalogue->themes, &cause);
    if (cause)
        g_propagate_error(error, cause);
    else if (!catalogue->layouts[chart])
        tell(catalogue->session->diagnostics, path, error);
    struct layout *layout = catalogue->layouts[chart];
    if (layout)
        want(catalogue, &catalogue->charts[chart], layout_parts(layout, false),
             layout_parts(layout, true));
    return layout != NULL;
}

void catalogue_drop(struct chart_catalogue *catalogue, size_t chart)
{
    layout_close(catalogue->layouts[chart]);
    catalogue->layouts[chart] = NULL;
}

/* Says why there is no such chart: it is of other subjects, or its condition does not hold. */
static void refuse(const struct catalogue_chart *chart, const struct chart_subject *subject,
                   GError **error)
{
    static const char *const words[] = {"the nation", "a group", "a region", "an institution"};
    bool other = !(chart->of & (1U << subject->of));
    if (other)
        fail(error, FAILURE_DATA, "there is no chart %s of %s", chart->name, words[subject->of]);
    else
        fail(error, FAILURE_DATA,
             "there is no chart %s of this: the evaluation lacks what it shows\n"
             "hint: it is drawn where %s",
             chart->name, chart->condition ? chart->condition : _("there is something to show"));
}

/* Reads the layout where the chart can be made of the subject, and turns the view to it; NULL where
 * it cannot. */
static const struct subject *begin(struct chart_catalogue *catalogue, size_t chart,
                                   const struct chart_subject *subject, struct arena *arena,
                                   GError **error)
{
    const char *name = catalogue->charts[chart].name;
    if (!catalogue_offers(catalogue, chart, subject)) {
        refuse(&catalogue->charts[chart], subject, error);
        return NULL;
    }
    if (!catalogue_load(catalogue, chart, error))
        return NULL;
    struct subject *whom = ARENA_NEW(arena, struct subject);
    whom->element = turn_to(catalogue, chart, subject);
    whom->name = subject->code ? arena_printf(arena, "chart %s of %s", name, subject->code)
                               : arena_printf(arena, "chart %s", name);
    return whom;
}

struct pages *catalogue_pages(struct chart_catalogue *catalogue, size_t chart,
                              const struct chart_subject *subject, struct arena *arena,
                              GError **error)
{
    const struct subject *whom = begin(catalogue, chart, subject, arena, error);
    if (!whom)
        return NULL;
    const enum phase before = times_enter(PHASE_COMPOSE);
    struct doc *doc = compose(catalogue->layouts[chart], whom, arena, error);
    times_enter(PHASE_TYPESET);
    struct pages *pages = doc ? typeset(doc, catalogue->session->fonts, error) : NULL;
    if (!pages && error)
        texts_explain(catalogue->session, *error);
    times_enter(before);
    return pages;
}

char *catalogue_digest(struct chart_catalogue *catalogue, size_t chart,
                       const struct chart_subject *subject)
{
    struct arena *arena = arena_create();
    const struct subject *whom = begin(catalogue, chart, subject, arena, NULL);
    char *digest = whom ? compose_digest(catalogue->layouts[chart], whom, NULL) : NULL;
    arena_destroy(arena);
    return digest;
}
