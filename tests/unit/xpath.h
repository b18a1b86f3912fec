/* xpath.h - libxml2's XPath, which the engine of expressions is held against. */
#ifndef TEST_XPATH_H
#define TEST_XPATH_H

#include "rapor/base/arena.h"
#include "rapor/view/tree.h"

#include "rapor/base/decimal.h"
#include "rapor/layout/functions.h"

#include <glib.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <stdlib.h>

/* A tree of the view as libxml2 has it. */
struct mirror {
    xmlDoc *doc;
    GHashTable *nodes; /* struct view_element to xmlNode */
};

static inline void mirror_add(struct mirror *mirror, xmlNode *parent,
                              const struct view_element *element)
{
    xmlNode *node =
        xmlNewDocNode(mirror->doc, NULL, BAD_CAST g_quark_to_string(element->name), NULL);
    for (size_t i = 0; i < element->attribute_count; i++)
        xmlNewProp(node, BAD_CAST g_quark_to_string(element->attributes[i].name),
                   BAD_CAST element->attributes[i].text);
    if (element->text)
        xmlAddChild(node, xmlNewDocText(mirror->doc, BAD_CAST element->text));
    xmlAddChild(parent, node);
    g_hash_table_insert(mirror->nodes, (void *)(uintptr_t)element, node);
    for (const struct view_element *at = element->children; at; at = at->next)
        mirror_add(mirror, node, at);
}

static inline struct mirror mirror_create(const struct view_element *document)
{
    struct mirror mirror = {xmlNewDoc(BAD_CAST "1.0"), g_hash_table_new(NULL, NULL)};
    g_hash_table_insert(mirror.nodes, (void *)(uintptr_t)document, mirror.doc);
    mirror_add(&mirror, (xmlNode *)mirror.doc, document->children);
    xmlXPathOrderDocElems(mirror.doc);
    return mirror;
}

static inline void mirror_destroy(struct mirror *mirror)
{
    xmlFreeDoc(mirror->doc);
    g_hash_table_destroy(mirror->nodes);
}

static inline xmlNode *mirror_node(const struct mirror *mirror, struct view_node node)
{
    xmlNode *found = g_hash_table_lookup(mirror->nodes, node.element);
    const char *name = node.attribute ? g_quark_to_string(node.attribute->name) : NULL;
    return name ? (xmlNode *)xmlHasProp(found, BAD_CAST name) : found;
}

struct xpath {
    const struct mirror *mirror;
    struct evaluator *evaluator;
    xmlXPathContext *context;
};

static inline xmlXPathObject *xpath_object(const struct xpath *xpath, const struct outcome *outcome)
{
    switch ((unsigned)outcome->kind) {
    case TYPE_NUMBER:
        return xmlXPathNewFloat(outcome->number);
    case TYPE_TRUTH:
        return xmlXPathNewBoolean(outcome->truth);
    case TYPE_TEXT:
        return xmlXPathNewCString(outcome->text);
    }
    xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);
    const size_t count = outcome->nodes.count;
    if (count > 0)
        nodes->nodeTab = xmlMalloc(count * sizeof *nodes->nodeTab);
    nodes->nodeNr = nodes->nodeMax = (int)count;
    for (size_t i = 0; i < count; i++)
        nodes->nodeTab[i] = mirror_node(xpath->mirror, outcome->nodes.items[i]);
    return xmlXPathWrapNodeSet(nodes);
}

static inline xmlXPathObject *xpath_variable(void *data, const xmlChar *name, const xmlChar *space)
{
    (void)space;
    const struct xpath *xpath = data;
    const GQuark quark = g_quark_try_string((const char *)name);
    for (const struct variable *at = xpath->evaluator->variables; at; at = at->next)
        if (at->name == quark)
            return xpath_object(xpath, &at->outcome);
    return NULL;
}

static inline const struct xpath *xpath_of(const xmlXPathParserContext *call)
{
    return call->context->userData;
}

static inline const char *xpath_pop(xmlXPathParserContext *call)
{
    xmlChar *text = xmlXPathPopString(call);
    const char *copy = arena_strdup(xpath_of(call)->evaluator->arena, (const char *)text);
    xmlFree(text);
    return copy;
}

static inline void xpath_texts(xmlXPathParserContext *call, int count)
{
    const struct function_rule *rule = function_find((const char *)call->context->function);
    const char *arguments[TEXTS_MOST];
    for (int i = count; i-- > 0;)
        arguments[i] = xpath_pop(call);
    const struct evaluator *evaluator = xpath_of(call)->evaluator;
    text_function *texts = evaluator->english && rule->english ? rule->english : rule->texts;
    valuePush(call, xmlXPathNewCString(texts(arguments, (size_t)count, evaluator->arena)));
}

static inline void xpath_current(xmlXPathParserContext *call, int count)
{
    (void)count;
    const struct xpath *xpath = xpath_of(call);
    valuePush(call, xmlXPathNewNodeSet(mirror_node(xpath->mirror, xpath->evaluator->focus.node)));
}

static inline void xpath_own(xmlXPathParserContext *call, int count)
{
    (void)count;
    const struct xpath *xpath = xpath_of(call);
    valuePush(call, xmlXPathNewNodeSet(mirror_node(xpath->mirror, xpath->evaluator->own)));
}

static inline void xpath_extreme(xmlXPathParserContext *call, int count)
{
    (void)count;
    const int sign = strcmp((const char *)call->context->function, "min") == 0 ? -1 : 1;
    xmlNodeSet *nodes = xmlXPathPopNodeSet(call);
    const char *extreme = "";
    for (int i = 0; nodes && i < nodes->nodeNr; i++) {
        xmlChar *text = xmlXPathCastNodeToString(nodes->nodeTab[i]);
        const char *number = (const char *)text;
        if (decimal_valid(number) && (!*extreme || sign * decimal_compare(number, extreme) > 0))
            extreme = arena_strdup(xpath_of(call)->evaluator->arena, number);
        xmlFree(text);
    }
    xmlXPathFreeNodeSet(nodes);
    valuePush(call, xmlXPathNewCString(extreme));
}

static inline void xpath_compare(xmlXPathParserContext *call, int count)
{
    (void)count;
    const char *right = xpath_pop(call), *left = xpath_pop(call);
    bool valid = decimal_valid(left) && decimal_valid(right);
    valuePush(call, xmlXPathNewFloat(valid ? decimal_compare(left, right) : xmlXPathNAN));
}

static inline void xpath_choose(xmlXPathParserContext *call, int count)
{
    const bool is_if = strcmp((const char *)call->context->function, "if") == 0;
    xmlXPathObject *arguments[64];
    g_assert(count <= 64);
    for (int i = count; i-- > 0;)
        arguments[i] = valuePop(call);
    int chosen = count - 1;
    xmlChar *value = xmlXPathCastToString(arguments[0]);
    if (is_if)
        chosen = xmlXPathCastToBoolean(arguments[0]) ? 1 : 2;
    for (int i = count - 3; !is_if && i >= 1; i -= 2) {
        xmlChar *key = xmlXPathCastToString(arguments[i]);
        if (xmlStrEqual(key, value))
            chosen = i + 1;
        xmlFree(key);
    }
    xmlFree(value);
    for (int i = 0; i < count; i++)
        if (i == chosen)
            valuePush(call, arguments[i]);
        else
            xmlXPathFreeObject(arguments[i]);
}

static inline void xpath_quiet(void *data, xmlErrorPtr error)
{
    (void)data, (void)error;
}

/* Knows the functions of layouts. */
static inline void xpath_begin(struct xpath *xpath, const struct mirror *mirror,
                               struct evaluator *evaluator)
{
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } others[] = {{"current", xpath_current}, {"own", xpath_own},         {"min", xpath_extreme},
                  {"max", xpath_extreme},     {"compare", xpath_compare}, {"if", xpath_choose},
                  {"case", xpath_choose}};
    xmlXPathContext *context = xmlXPathNewContext(mirror->doc);
    *xpath = (struct xpath){mirror, evaluator, context};
    context->userData = xpath;
    context->error = xpath_quiet;
    xmlXPathRegisterVariableLookup(context, xpath_variable, xpath);
    for (size_t i = 0; i < function_rule_count; i++)
        if (function_rules[i].called == CALLED_WITH_TEXTS &&
            !xmlXPathFunctionLookup(context, BAD_CAST function_rules[i].name))
            xmlXPathRegisterFunc(context, BAD_CAST function_rules[i].name, xpath_texts);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        xmlXPathRegisterFunc(context, BAD_CAST others[i].name, others[i].function);
}

static inline void xpath_end(struct xpath *xpath)
{
    xmlXPathFreeContext(xpath->context);
}

/* libxml2 reads "3.34" as 3 and 0.34, which may be no double that is nearest to it. */
static inline bool numbers_same(double one, double other)
{
    return (isnan(one) && isnan(other)) || one == other ||
           fabs(one - other) <= 1e-12 * MAX(fabs(one), fabs(other));
}

/* libxml2 writes 2500000000 as 2.5e+09. */
static inline bool texts_same(const char *ours, const char *theirs)
{
    if (strcmp(ours, theirs) == 0)
        return true;
    char *end;
    double number = g_ascii_strtod(theirs, &end);
    return end > theirs && *end == '\0' && strchr(theirs, 'e') &&
           fabs(number - g_ascii_strtod(ours, NULL)) <= 1e-9 * fabs(number);
}

static inline bool nodes_same(const struct xpath *xpath, const struct node_set *ours,
                              xmlNodeSet *theirs)
{
    const size_t count = theirs ? (size_t)theirs->nodeNr : 0;
    if (theirs)
        xmlXPathNodeSetSort(theirs);
    bool same = count == ours->count;
    for (size_t i = 0; same && i < count; i++)
        same = mirror_node(xpath->mirror, ours->items[i]) == theirs->nodeTab[i];
    return same;
}

static inline char *xpath_told(xmlXPathObject *object)
{
    static const char *const kinds[] = {"undefined", "nodes", "truth", "number", "text"};
    xmlChar *text = xmlXPathCastToString(object);
    char *told = g_strdup_printf("%s \"%s\"", kinds[object->type], text);
    xmlFree(text);
    return told;
}

static inline bool xpath_same(const struct xpath *xpath, const struct outcome *outcome,
                              xmlXPathObject *object)
{
    switch ((unsigned)outcome->kind) {
    case TYPE_NUMBER:
        return object->type == XPATH_NUMBER && numbers_same(outcome->number, object->floatval);
    case TYPE_TRUTH:
        return object->type == XPATH_BOOLEAN && outcome->truth == object->boolval;
    case TYPE_TEXT:
        return object->type == XPATH_STRING &&
               texts_same(outcome->text, (const char *)object->stringval);
    }
    return object->type == XPATH_NODESET && nodes_same(xpath, &outcome->nodes, object->nodesetval);
}

/* What libxml2 gives for TEXT at the evaluator's focus, where that is not the outcome; or NULL.
 * To be freed. */
static inline char *xpath_difference(const struct xpath *xpath, const char *text,
                                     const struct outcome *outcome)
{
    const struct focus *focus = &xpath->evaluator->focus;
    xpath->context->node = mirror_node(xpath->mirror, focus->node);
    xpath->context->proximityPosition = (int)focus->position;
    xpath->context->contextSize = (int)focus->size;
    xmlXPathObject *object = xmlXPathEval(BAD_CAST text, xpath->context);
    if (!object || xpath->evaluator->failure) {
        const bool failed = !object;
        xmlXPathFreeObject(object);
        return failed == (xpath->evaluator->failure != NULL)
                   ? NULL
                   : g_strdup(failed ? "an error" : "no error");
    }
    char *told = xpath_same(xpath, outcome, object) ? NULL : xpath_told(object);
    xmlXPathFreeObject(object);
    return told;
}

#endif
